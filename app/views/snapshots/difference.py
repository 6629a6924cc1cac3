"""Two states side by side: points, requirements, indicators, evidence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.domain.checks import Place
from app.domain.own import is_own_id
from app.domain.vocabulary import Trend
from app.reports.model import (
    ComparedIndicator,
    ComparedItem,
    ComparedPoints,
    ComparisonEntry,
)
from app.views.desk import Desk
from app.views.widgets.basic import GAP, label
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

# Beside the words, so that no information is in words of one language or colour alone.
_SIGNS = {
    Trend.ROSE: "▲",
    Trend.FELL: "▼",
    Trend.CHANGED: "◆",
    Trend.NEW: "+",
    Trend.GONE: "−",
    Trend.SAME: "=",
}


class DifferenceView(QWidget):
    """Double click or Enter on a requirement goes there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.summary = label("", wrap=True)
        self.items: RowsTable[ComparedItem] = RowsTable(
            self._item_columns(), lambda row: row.id, stretch=1
        )
        self.points: RowsTable[ComparedPoints] = RowsTable(
            self._point_columns(), lambda row: row.name
        )
        self.indicators: RowsTable[ComparedIndicator] = RowsTable(
            self._indicator_columns(), lambda row: row.code, stretch=1
        )
        self.evidence: RowsTable[tuple[str, str]] = RowsTable(
            (
                Column(desk.text("report.column.trend"), lambda row: row[0], width=16),
                Column(desk.text("field.title"), lambda row: row[1], width=40),
            ),
            lambda row: f"{row[0]} {row[1]}",
            stretch=1,
        )
        self.tabs = QTabWidget()
        self._build()

    def _build(self) -> None:
        for table, key in (
            (self.items, "items"),
            (self.points, "points"),
            (self.indicators, "indicators"),
        ):
            name = self._desk.text(f"report.comparison.{key}")
            table.setAccessibleName(name)
            self.tabs.addTab(table, name)
        name = self._desk.text("table.evidence")
        self.evidence.setAccessibleName(name)
        self.tabs.addTab(self.evidence, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        self.items.opened.connect(self._go_to)

    def _item_columns(self) -> tuple[Column[ComparedItem], ...]:
        text = self._desk.text
        return (
            Column(text("report.column.id"), lambda row: row.id, width=10),
            Column(text("report.column.requirement"), lambda row: row.title, width=18),
            Column(
                text("report.column.trend"),
                lambda row: f"{_SIGNS[row.trend]} {row.trend_label}",
                sort=lambda row: list(Trend).index(row.trend),
                width=10,
            ),
            Column(text("report.column.before"), lambda row: row.before, width=20),
            Column(text("report.column.after"), lambda row: row.after, width=20),
            Column(
                text("report.column.new-evidence"),
                lambda row: text("report.separator").join(row.evidence),
                width=14,
            ),
        )

    def _point_columns(self) -> tuple[Column[ComparedPoints], ...]:
        text = self._desk.text
        return (
            Column(text("report.column.article"), lambda row: row.name, width=14),
            Column(text("report.column.before"), lambda row: row.before, width=10, align=RIGHT),
            Column(text("report.column.after"), lambda row: row.after, width=10, align=RIGHT),
            Column(
                text("report.column.difference"), lambda row: row.difference, width=10, align=RIGHT
            ),
        )

    def _indicator_columns(self) -> tuple[Column[ComparedIndicator], ...]:
        text = self._desk.text
        return (
            Column(text("report.column.id"), lambda row: row.code, width=12),
            Column(text("report.column.indicator"), lambda row: row.title, width=18),
            Column(
                text("report.column.trend"),
                lambda row: f"{_SIGNS[row.trend]} {row.trend_label}",
                width=10,
            ),
            Column(text("report.column.before"), lambda row: row.before, width=26),
            Column(text("report.column.after"), lambda row: row.after, width=26),
        )

    def show_entry(self, entry: ComparisonEntry) -> None:
        self.summary.setText("\n".join(entry.lines))
        self.items.set_rows(entry.items)
        self.points.set_rows(entry.points)
        self.indicators.set_rows(entry.indicators)
        translate = QCoreApplication.translate
        came = f"{_SIGNS[Trend.NEW]} {self._desk.text('trend.new')}"
        went = f"{_SIGNS[Trend.GONE]} {self._desk.text('trend.gone')}"
        rows = [*((came, one) for one in entry.new_evidence)]
        rows += [(went, one) for one in entry.gone_evidence]
        self.evidence.set_rows(rows)
        for number, count in enumerate((len(entry.items), None, len(entry.indicators), len(rows))):
            if count is not None:
                name = self.tabs.widget(number).accessibleName()
                shown = translate("snapshots", "{0} ({1})").format(name, count)
                self.tabs.setTabText(number, shown)

    def _go_to(self, row: ComparedItem) -> None:
        if row.trend is not Trend.GONE or not is_own_id(row.id):
            self._desk.show_place(Place("requirement", row.id))
