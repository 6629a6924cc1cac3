"""Indicators (指标): attainment, pace and staleness by simple arithmetic that can be explained."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.errors import UserError

_MAX_PERCENT = 100.0
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_MONTHS_WORD = re.compile(r"\s*(个月|月|months?)$", re.IGNORECASE)


class Unit(StrEnum):
    """What an indicator counts in."""

    PERCENT = "percent"
    MONTHS = "months"
    NUMBER = "number"


class Direction(StrEnum):
    """Whether more is better or less is."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Period(StrEnum):
    """How often a reading is due."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Pace(StrEnum):
    """Where the last reading stands against the straight line from baseline to target."""

    REACHED = "reached"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    UNKNOWN = "unknown"


# Days after which the last reading no longer says how things stand: the period and a grace time.
STALE_AFTER = {Period.MONTH: 45, Period.QUARTER: 120, Period.YEAR: 400}


@dataclass(frozen=True, slots=True)
class Goal:
    """A target value for the end of a year; `strict` means better than, not equal ("> 50 %")."""

    value: float
    year: int
    direction: Direction
    strict: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day: a baseline or a reading."""

    on: date
    value: float


def is_met(goal: Goal, value: float) -> bool:
    """Whether a value meets the goal; 50 does not meet "> 50"."""
    if value == goal.value:
        return not goal.strict
    return value > goal.value if goal.direction is Direction.AT_LEAST else value < goal.value


def attainment(goal: Goal, value: float) -> float | None:
    """Share of the goal reached, 1.0 at the goal itself; None where a ratio makes no sense.

    At least: value / goal. At most: goal / value, so that less is more.
    """
    if goal.direction is Direction.AT_LEAST:
        return value / goal.value if goal.value > 0 else None
    return goal.value / value if value > 0 else None


def expected(goal: Goal, baseline: Point, on: date) -> float:
    """Value on the straight line from the baseline to the goal at the end of its year."""
    end = date(goal.year, 12, 31)
    span = (end - baseline.on).days
    if span <= 0:
        return goal.value
    share = min(max((on - baseline.on).days / span, 0.0), 1.0)
    return baseline.value + (goal.value - baseline.value) * share


def pace(goal: Goal, baseline: Point | None, last: Point | None) -> Pace:
    """Reached, on track, behind, or unknown without a baseline or a reading after it."""
    if last is None:
        return Pace.UNKNOWN
    if is_met(goal, last.value):
        return Pace.REACHED
    if baseline is None or last.on <= baseline.on:
        return Pace.UNKNOWN
    line = expected(goal, baseline, last.on)
    ahead = last.value >= line if goal.direction is Direction.AT_LEAST else last.value <= line
    return Pace.ON_TRACK if ahead and last.on <= date(goal.year, 12, 31) else Pace.BEHIND


def is_stale(period: Period, last: Point | None, today: date) -> bool:
    """Whether the last reading is older than the indicator's period and its grace time."""
    return last is not None and (today - last.on).days > STALE_AFTER[period]


def check_value(unit: Unit, value: float) -> float:
    """The value itself; UserError `indicator.value` outside what the unit can be."""
    fits = {
        Unit.PERCENT: 0 <= value <= _MAX_PERCENT,
        Unit.MONTHS: 0 < value <= 1200,
        Unit.NUMBER: 0 <= value <= 1e12,
    }[unit]
    if not fits:
        raise UserError("indicator.value", value=value, unit=unit.value)
    return value


def parse_value(unit: Unit, text: str) -> float:
    """A value as people write it: full-width digits, thousands separators, %, 个月.

    UserError `indicator.unreadable` or `indicator.value`.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", "").replace(" ", "")
    if unit is Unit.PERCENT:
        plain = plain.removesuffix("%")
    if unit is Unit.MONTHS:
        plain = _MONTHS_WORD.sub("", plain)
    if not _NUMBER.fullmatch(plain):
        raise UserError("indicator.unreadable", text=text)
    return check_value(unit, float(plain))
