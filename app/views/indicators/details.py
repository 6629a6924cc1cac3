"""The selected indicator: how it stands as a chart, and tabs with all that is known of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.queries.indicators import IndicatorRow
from app.queries.library.entries import Entry
from app.views.desk import Desk
from app.views.indicators.chart import IndicatorChart
from app.views.indicators.form import IndicatorForm
from app.views.indicators.links_part import LinksPart
from app.views.indicators.readings_part import ReadingsPart
from app.views.indicators.targets_part import TargetsPart
from app.views.indicators.wording import standing
from app.views.widgets.basic import GAP, ElidedLabel, label, set_role


class IndicatorDetails(QWidget):
    """Chart at the left, tabs at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: IndicatorRow | None = None
        self._entries: dict[str, Entry] = {}
        self.heading = ElidedLabel("section-title")
        self.mark = label("", "muted")
        self.chart = IndicatorChart(desk)
        self.standing = label("", wrap=True)
        self.readings = ReadingsPart(desk)
        self.targets = TargetsPart(desk)
        self.form = IndicatorForm(desk)
        self.links = LinksPart(desk)
        self.tabs = QTabWidget()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.heading, 1)
        head.addWidget(self.mark)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(head)
        left.addWidget(self.chart, 1)
        left.addWidget(self.standing)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        self.tabs.addTab(self.readings, self.tr("Values"))
        self.tabs.addTab(self.targets, self.tr("Targets"))
        self.tabs.addTab(scroll, self.tr("Meaning and source"))
        self.tabs.addTab(self.links, self.tr("Requirements"))
        self._places: dict[str, tuple[QWidget, QWidget]] = {
            "readings": (self.readings, self.readings.table),
            "targets": (self.targets, self.targets.table),
            "verified": (scroll, self.form.verified),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(2 * GAP)
        layout.addLayout(left, 2)
        layout.addWidget(self.tabs, 3)

    def show_row(self, row: IndicatorRow | None) -> None:
        """Show an indicator, or what the workbook now holds of the one that is shown."""
        self.row = row
        self.heading.setText(f"{row.code}  {row.title.in_(self._desk.language)}" if row else "")
        self.mark.setText(self._marked(row))
        set_role(self.mark, "good" if row and row.verified else "warning")
        self.standing.setText(standing(self._desk, row, self._desk.today()) if row else "")
        self.chart.show_row(row)
        self.readings.show_row(row)
        self.targets.show_row(row)
        self.form.show_row(row, self._entries)
        self.links.show_row(row)

    def set_entries(self, entries: dict[str, Entry]) -> None:
        """The library has been read: clauses can be shown with their heading."""
        self._entries = entries
        if self.row is not None:
            self.form.show_row(self.row, entries)

    def focus_field(self, name: str) -> None:
        """Go to a part: readings, targets, verified."""
        if name in self._places:
            tab, field = self._places[name]
            self.tabs.setCurrentWidget(tab)
            field.setFocus()

    def forget(self) -> None:
        """The indicator that is shown is gone from the workbook."""
        if self.row is not None:
            for part in (self.readings, self.targets, self.form):
                part.forget(self.row.id)

    def flush(self) -> None:
        for part in (self.readings, self.targets, self.form):
            part.flush()

    def unsaved(self) -> bool:
        return any(part.unsaved() for part in (self.readings, self.targets, self.form))

    def _marked(self, row: IndicatorRow | None) -> str:
        if row is None:
            return ""
        return self.tr("✓ Verified") if row.verified else self.tr("? To be verified")
