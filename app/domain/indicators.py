"""Indicators (指标): attainment, pace and staleness by simple arithmetic that can be explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import Direction, Origin, Pace, Period, Unit
from app.errors import UserError

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_COMPARISON = re.compile(r"[<>]=?|[≤≥≦≧]")
_MONTHS_WORD = re.compile(r"\s*(个月|月|months?)$", re.IGNORECASE)

# Whose targets a region is held to: its own before those of others.
_OWN_FIRST = (Origin.PILOT, Origin.REGION)

# What a value can be; a cycle of no time at all is a mistake.
_RANGES = {Unit.PERCENT: (0, 100), Unit.MONTHS: (0.1, 1200), Unit.NUMBER: (0, 1e12)}

# Days after which the last reading no longer says how things stand: the period and a grace time.
STALE_AFTER = {Period.MONTH: 45, Period.QUARTER: 120, Period.YEAR: 400}


@dataclass(frozen=True, slots=True)
class Goal:
    """A target value for the end of a year; `strict` means better than, not equal ("> 50 %").

    `year` is None where the document states none.
    """

    value: float
    year: int | None
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


def expected(goal: Goal, baseline: Point, on: date) -> float | None:
    """Value on the straight line from the baseline to the goal at the end of its year.

    None where the goal has no year.
    """
    if goal.year is None:
        return None
    span = (_end_of(goal.year) - baseline.on).days
    if span <= 0:
        return goal.value
    share = min(max((on - baseline.on).days / span, 0.0), 1.0)
    return baseline.value + (goal.value - baseline.value) * share


def pace(goal: Goal, baseline: Point | None, last: Point | None) -> Pace:
    """Reached, on track, behind; unknown without a year, or a baseline before the reading."""
    if last is None:
        return Pace.NO_READING
    if is_met(goal, last.value):
        return Pace.REACHED
    if baseline is None or last.on <= baseline.on:
        return Pace.UNKNOWN
    line = expected(goal, baseline, last.on)
    if line is None or goal.year is None:
        return Pace.UNKNOWN
    ahead = last.value >= line if goal.direction is Direction.AT_LEAST else last.value <= line
    return Pace.ON_TRACK if ahead and last.on <= _end_of(goal.year) else Pace.BEHIND


def is_own(origin: Origin) -> bool:
    """Whether the region set it for itself; the targets of others are for comparison."""
    return origin in _OWN_FIRST


def governing(origins: Iterable[Origin]) -> set[Origin]:
    """Those whose targets count: the pilot's own, else the region's plan, else all there are."""
    present = set(origins)
    return next(({origin} for origin in _OWN_FIRST if origin in present), present)


def is_overdue(goal: Goal, last: Point | None, today: date) -> bool:
    """Whether the goal's year is over and the last reading does not meet it.

    Without a reading nothing can be said to be missed.
    """
    if last is None or goal.year is None or today <= _end_of(goal.year):
        return False
    return not is_met(goal, last.value)


def _end_of(year: int) -> date:
    return date(year, 12, 31)


def is_stale(period: Period, last: Point | None, today: date) -> bool:
    """Whether the last reading is older than the indicator's period and its grace time."""
    return last is not None and (today - last.on).days > STALE_AFTER[period]


def check_value(unit: Unit, value: float) -> float:
    """The value to twelve digits, as it is kept, so that it comes through any file unchanged.

    UserError `indicator.value` outside what the unit can be.
    """
    lowest, highest = _RANGES[unit]
    if not lowest <= value <= highest:
        raise UserError(
            "indicator.value",
            value=format_value(value),
            lowest=format_value(lowest),
            highest=format_value(highest),
        )
    return float(f"{value:.12g}")


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


def parse_goal(unit: Unit, direction: Direction, text: str) -> tuple[float, bool]:
    """A target as people write it, and whether it is strict: 50, ≥50%, ＞50%, <= 18个月.

    UserError `indicator.comparison` where the sign is against the direction, and as parse_value.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    sign = _COMPARISON.match(plain)
    if sign is None:
        return parse_value(unit, plain), False
    wanted = ">≥≧" if direction is Direction.AT_LEAST else "<≤≦"
    if sign[0][0] not in wanted:
        raise UserError("indicator.comparison", text=text.strip())
    return parse_value(unit, plain[sign.end() :]), sign[0] in "<>"


def format_value(value: float) -> str:
    """A value without needless decimals: 50, 52.5, 40000."""
    return f"{value:.10g}"
