"""Values and targets of indicators as reports, window and command line write them."""

from __future__ import annotations

from app import texts
from app.catalog.library import IndicatorPreset
from app.domain.indicators import format_value
from app.domain.vocabulary import Direction, Language, Unit
from app.queries.indicators import IndicatorRow, TargetRow


def amount(unit: Unit, value: float, language: Language) -> str:
    """A value with its unit: 50%, 18个月, 800."""
    return texts.text(f"amount.{unit}", language, value=format_value(value))


def goal(row: IndicatorRow, target: TargetRow, language: Language) -> str:
    """A target with its sign: ＞50%, ≤18个月."""
    return _goal(row.unit, row.direction, target.value, target.strict, language)


def goal_with_year(row: IndicatorRow, target: TargetRow, language: Language) -> str:
    """A target with its sign and year: ＞50%（2025年）."""
    return _by(target.year, goal(row, target, language), language)


def preset_goal(preset: IndicatorPreset, language: Language) -> str:
    """What an indicator of the library is to reach, and by when where its document says so."""
    shown = _goal(preset.unit, preset.direction, preset.target, preset.strict, language)
    return _by(preset.year, shown, language)


def pace_word(target: TargetRow, language: Language) -> str:
    """How the last reading stands to a target; one that does not count is only for comparison."""
    return texts.text("pace.comparison" if target.compared else f"pace.{target.pace}", language)


def _goal(unit: Unit, direction: Direction, value: float, strict: bool, language: Language) -> str:
    key = f"goal.{direction}.strict" if strict else f"goal.{direction}"
    return texts.text(key, language, value=amount(unit, value, language))


def _by(year: int | None, shown: str, language: Language) -> str:
    return shown if year is None else texts.text("goal.year", language, goal=shown, year=year)
