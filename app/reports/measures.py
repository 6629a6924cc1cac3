"""The part of the report on indicators: what was to be reached and what has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app import texts
from app.domain.dates import format_date
from app.domain.indicators import format_value
from app.domain.vocabulary import Language, Unit
from app.queries.indicators import IndicatorRow, ReadingRow, TargetRow
from app.reports.model import IndicatorEntry, ReadingEntry, TargetEntry


def indicator_entry(row: IndicatorRow, language: Language) -> IndicatorEntry:
    """An indicator as the report shows it."""
    return _Writer(row, language).entry()


def amount(unit: Unit, value: float, language: Language) -> str:
    """A value with its unit: 50%, 18个月, 800."""
    return texts.text(f"amount.{unit}", language, value=format_value(value))


class _Writer:
    def __init__(self, row: IndicatorRow, language: Language) -> None:
        self.row = row
        self.language = language

    def entry(self) -> IndicatorEntry:
        row = self.row
        baseline = row.baseline
        return IndicatorEntry(
            code=row.code,
            title=row.title.in_(self.language),
            meaning=row.meaning.in_(self.language),
            source=row.source.in_(self.language),
            baseline=self._dated(baseline.value, baseline.on) if baseline else "",
            targets=tuple(self._target(target) for target in row.targets),
            readings=tuple(self._reading(one) for one in row.readings),
            requirements=tuple(link.requirement_id for link in row.requirements),
            remarks=tuple(self._remarks()),
        )

    def _remarks(self) -> Iterator[str]:
        if not self.row.verified:
            yield self._t("report.indicators.unverified")
        if self.row.stale:
            yield self._t("report.indicators.stale")

    def _target(self, target: TargetRow) -> TargetEntry:
        row = self.row
        key = f"goal.{row.direction}.strict" if target.strict else f"goal.{row.direction}"
        goal = self._t(key, value=amount(row.unit, target.value, self.language))
        if target.year is not None:
            goal = self._t("goal.year", goal=goal, year=target.year)
        return TargetEntry(
            origin=self._t(f"origin.{target.origin}"),
            goal=goal,
            attainment="" if target.attainment is None else f"{target.attainment:.0%}",
            pace=self._t(f"pace.{target.pace}"),
        )

    def _reading(self, one: ReadingRow) -> ReadingEntry:
        return ReadingEntry(
            value=self._dated(one.value, one.on),
            source=one.source,
            notes=one.notes,
            evidence=one.evidence_number,
        )

    def _dated(self, value: float, on: date) -> str:
        shown = amount(self.row.unit, value, self.language)
        return self._t("report.indicators.dated", value=shown, on=format_date(on, self.language))

    def _t(self, key: str, **params: object) -> str:
        return texts.text(key, self.language, **params)
