"""Indicators in words: values with their unit, targets, how things stand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.dates import format_date
from app.domain.vocabulary import Pace, Unit
from app.queries.indicators import IndicatorRow, TargetRow
from app.reports.amounts import amount, goal_with_year
from app.views.desk import Desk


def dated(desk: Desk, unit: Unit, value: float, on: date) -> str:
    """A value and its day: 45%（2025年3月31日）."""
    pattern = QCoreApplication.translate("indicators", "{0} ({1})")
    return pattern.format(amount(unit, value, desk.language), format_date(on, desk.language))


def goals(desk: Desk, row: IndicatorRow) -> str:
    """All targets, each with who sets it."""
    pattern = QCoreApplication.translate("indicators", "{0}: {1}")
    return ("；" if desk.language == "zh" else "; ").join(
        pattern.format(
            desk.text(f"origin.{target.origin}"), goal_with_year(row, target, desk.language)
        )
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
    aim = goal_with_year(row, target, desk.language)
    if target.pace is Pace.REACHED:
        return translate("indicators", "{0} reaches the target {1}.").format(value, aim)
    if target.pace is Pace.UNKNOWN or target.due is None:
        return translate(
            "indicators",
            "{0} does not reach the target {1} yet. Whether it is on track can be said with a "
            "baseline before the value, and a year of the target.",
        ).format(value, aim)
    due = amount(row.unit, float(f"{target.due:.4g}"), desk.language)
    return translate(
        "indicators",
        "{0} does not reach the target {1} yet; the straight line from the baseline asks for {2} "
        "on that day.",
    ).format(value, aim, due)
