"""The table of indicators."""

from __future__ import annotations

from datetime import date

from app.domain.vocabulary import Pace
from app.queries.evidence import number_key
from app.queries.indicators import IndicatorRow
from app.reports.amounts import amount
from app.views.desk import Desk
from app.views.indicators.icons import pace_icons, warning_icon
from app.views.indicators.wording import dated, goals, share
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

_PACES = (Pace.BEHIND, Pace.NO_READING, Pace.UNKNOWN, Pace.ON_TRACK, Pace.REACHED)


class IndicatorsTable(RowsTable[IndicatorRow]):
    """In the order of the documents until it is sorted by a column."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(self._columns(), lambda row: row.id, self._search, stretch=1)
        self.setAccessibleName(self.tr("Indicators"))

    def _columns(self) -> tuple[Column[IndicatorRow], ...]:
        desk, text = self._desk, self._desk.text
        paces, late = pace_icons(), warning_icon()
        return (
            Column(
                text("field.code"), lambda row: row.code, lambda row: number_key(row.code), width=12
            ),
            Column(self.tr("Indicator"), lambda row: row.title.in_(desk.language), width=18),
            Column(text("field.measure"), lambda row: text(f"measure.{row.unit}"), width=8),
            Column(
                text("field.baseline"),
                lambda row: (
                    amount(row.unit, row.baseline.value, desk.language) if row.baseline else "—"
                ),
                lambda row: row.baseline.value if row.baseline else -1.0,
                RIGHT,
                width=8,
                tip=self._baseline,
            ),
            Column(
                self.tr("Last value"),
                self._last,
                lambda row: row.last.on if row.last else date.min,
                width=22,
                icon=lambda row: late if row.stale else None,
                tip=self._last_tip,
            ),
            Column(self.tr("Targets"), lambda row: goals(desk, row), width=20),
            Column(
                self.tr("Attained"),
                lambda row: share(row.target_for(desk.today())),
                self._attained,
                RIGHT,
                width=8,
            ),
            Column(
                self.tr("Pace"),
                lambda row: text(f"pace.{row.pace_on(desk.today())}"),
                lambda row: _PACES.index(row.pace_on(desk.today())),
                width=14,
                icon=lambda row: paces[row.pace_on(desk.today())],
            ),
            Column(self.tr("Remarks"), self._remarks, width=12),
        )

    def _baseline(self, row: IndicatorRow) -> str:
        base = row.baseline
        return dated(self._desk, row.unit, base.value, base.on) if base else ""

    def _last(self, row: IndicatorRow) -> str:
        last = row.last
        return dated(self._desk, row.unit, last.value, last.on) if last else "—"

    def _last_tip(self, row: IndicatorRow) -> str:
        return "\n".join(part for part in (self._last(row), self._stale(row)) if part)

    def _attained(self, row: IndicatorRow) -> float:
        target = row.target_for(self._desk.today())
        return -1.0 if target is None or target.attainment is None else target.attainment

    def _stale(self, row: IndicatorRow) -> str:
        return self.tr("Out of date") if row.stale else ""

    def _remarks(self, row: IndicatorRow) -> str:
        unverified = "" if row.verified else self.tr("To be verified")
        parts = [part for part in (self._stale(row), unverified) if part]
        return ("、" if self._desk.language == "zh" else ", ").join(parts)

    def _search(self, row: IndicatorRow) -> str:
        """Everything that is said of an indicator, in both languages."""
        texts = [
            part for text in (row.title, row.meaning, row.source) for part in (text.zh, text.en)
        ]
        linked = [link.requirement_id for link in row.requirements]
        shown = [column.text(row) for column in self.rows_model.columns]
        return "\n".join((*shown, *texts, row.clause, *linked))
