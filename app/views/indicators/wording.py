"""Indicators in words: values with their unit, targets, how things stand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.dates import format_date
from app.domain.indicators import format_value
from app.domain.vocabulary import Direction, Pace, Unit
from app.queries.indicators import IndicatorRow, TargetRow
from app.views.desk import Desk


def amount(desk: Desk, unit: Unit, value: float) -> str:
    """A value with its unit: 50%, 18个月, 800."""
    return desk.text(f"amount.{unit}", value=format_value(value))


def dated(desk: Desk, unit: Unit, value: float, on: date) -> str:
    """A value and its day: 45%（2025年3月31日）."""
    pattern = QCoreApplication.translate("indicators", "{0} ({1})")
    return pattern.format(amount(desk, unit, value), format_date(on, desk.language))


def goal(desk: Desk, unit: Unit, direction: Direction, value: float, strict: bool) -> str:
    """A target with its sign: ＞50%, ≤18个月."""
    key = f"goal.{direction}.strict" if strict else f"goal.{direction}"
    return desk.text(key, value=amount(desk, unit, value))


def goal_of(desk: Desk, row: IndicatorRow, target: TargetRow) -> str:
    return goal(desk, row.unit, row.direction, target.value, target.strict)


def goal_with_year(desk: Desk, row: IndicatorRow, target: TargetRow) -> str:
    """A target with its sign and year: ＞50%（2025年）."""
    shown = goal_of(desk, row, target)
    return shown if target.year is None else desk.text("goal.year", goal=shown, year=target.year)


def goals(desk: Desk, row: IndicatorRow) -> str:
    """All targets, each with who sets it."""
    pattern = QCoreApplication.translate("indicators", "{0}: {1}")
    return ("；" if desk.language == "zh" else "; ").join(
        pattern.format(desk.text(f"origin.{target.origin}"), goal_with_year(desk, row, target))
        for target in row.targets
    )


def share(target: TargetRow | None) -> str:
    """How much of a target is reached, as a percentage; — where that can't be said."""
    return "—" if target is None or target.attainment is None else f"{target.attainment:.0%}"


def standing(desk: Desk, row: IndicatorRow, today: date) -> str:
    """How it stands to the target that counts now, and by what arithmetic, in a sentence."""
    translate = QCoreApplication.translate
    target, last = row.target_for(today), row.last
    if target is None:
        return translate("indicators", "No target has been set.")
    if last is None:
        return translate("indicators", "There is no value yet.")
    value = dated(desk, row.unit, last.value, last.on)
    aim = goal_with_year(desk, row, target)
    if target.pace is Pace.REACHED:
        return translate("indicators", "{0} reaches the target {1}.").format(value, aim)
    if target.pace is Pace.UNKNOWN or target.due is None:
        return translate(
            "indicators",
            "{0} does not reach the target {1} yet. Whether it is on track can be said with a "
            "baseline before the value, and a year of the target.",
        ).format(value, aim)
    due = amount(desk, row.unit, float(f"{target.due:.4g}"))
    return translate(
        "indicators",
        "{0} does not reach the target {1} yet; the straight line from the baseline asks for {2} "
        "on that day.",
    ).format(value, aim, due)
