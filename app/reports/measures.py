"""The part of the report on indicators: what was to be reached and what has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app import texts
from app.domain.dates import format_date
from app.domain.indicators import Point
from app.domain.vocabulary import Language, Unit
from app.queries.indicators import IndicatorRow, ReadingRow, TargetRow
from app.reports.amounts import amount, goal_with_year, pace_word
from app.reports.model import (
    IndicatorCurve,
    IndicatorEntry,
    ReadingEntry,
    TargetEntry,
    TargetMark,
)


def indicator_entry(row: IndicatorRow, language: Language, today: date) -> IndicatorEntry:
    """An indicator as the report shows it."""
    return _Writer(row, language, today).entry()


def curve(row: IndicatorRow, language: Language, today: date) -> IndicatorCurve:
    """An indicator over time with the targets that the region is held to, as charts show it."""
    return IndicatorCurve(
        baseline=row.baseline,
        readings=tuple(Point(one.on, one.value) for one in row.readings),
        targets=tuple(
            TargetMark(goal_with_year(row, target, language), target.value, target.year)
            for target in row.governing_targets
        ),
        year=today.year,
    )


class _Writer:
    def __init__(self, row: IndicatorRow, language: Language, today: date) -> None:
        self.row = row
        self.language = language
        self.today = today

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
            unit="" if row.unit is Unit.NUMBER else self._t(f"measure.{row.unit}"),
            curve=curve(row, self.language, self.today),
        )

    def _remarks(self) -> Iterator[str]:
        if not self.row.verified:
            yield self._t("report.indicators.unverified")
        if self.row.stale:
            yield self._t("report.indicators.stale")

    def _target(self, target: TargetRow) -> TargetEntry:
        return TargetEntry(
            origin=self._t(f"origin.{target.origin}"),
            goal=goal_with_year(self.row, target, self.language),
            attainment="" if target.attainment is None else f"{target.attainment:.0%}",
            pace=pace_word(target, self.language),
            share=target.attainment if target == self.row.target_for(self.today) else None,
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
