"""The requirements that an indicator measures."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.domain.checks import Place
from app.domain.vocabulary import Text
from app.queries.catalogue import requirement_texts
from app.queries.indicators import IndicatorRow, LinkedRequirement
from app.services.indicators import link_indicator, unlink_indicator
from app.views.desk import Desk
from app.views.evidence.picker import RequirementPicker
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.keys import DELETE, on_key
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class LinksPart(QWidget):
    """Double click or Enter goes to a requirement."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: IndicatorRow | None = None
        self._requirements = {row.id: row for row in requirement_texts(desk.workbook)}
        language = desk.language
        self.table: RowsTable[LinkedRequirement] = RowsTable(
            (
                Column(self.tr("Requirement"), lambda row: row.requirement_id, width=11),
                Column(self.tr("Title (paraphrased from the Notice)"), self._title, width=24),
                Column(desk.text("field.why"), lambda row: row.why.in_(language), width=32),
            ),
            lambda row: row.requirement_id,
            stretch=2,
        )
        self.open = button(self.tr("&Go to the requirement"))
        self.add = button(self.tr("Li&nk…"))
        self.remove = button(self.tr("&Unlink"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("Requirements that the indicator measures"))
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        foot.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            label(self.tr("Double-click a line, or press Enter, to go there."), "muted")
        )
        layout.addLayout(foot)
        self._show_buttons()

    def _connect(self) -> None:
        self.table.opened.connect(self._go)
        self.open.clicked.connect(lambda: self._go(self.table.current_row()))
        self.table.current_changed.connect(lambda _: self._show_buttons())
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        on_key(self.table, DELETE, self._on_remove)

    def show_row(self, row: IndicatorRow | None) -> None:
        self._row = row
        self.table.set_rows(row.requirements if row else ())
        self._show_buttons()

    def _title(self, row: LinkedRequirement) -> str:
        known = self._requirements.get(row.requirement_id)
        return known.title.in_(self._desk.language) if known else ""

    def _show_buttons(self) -> None:
        chosen = self.table.current_row() is not None
        writable = not self._desk.read_only and self._row is not None
        self.open.setEnabled(chosen)
        self.remove.setEnabled(writable and chosen)
        self.add.setEnabled(writable)

    def _go(self, row: LinkedRequirement | None) -> None:
        if row is not None:
            self._desk.show_place(Place("requirement", row.requirement_id))

    def _on_add(self) -> None:
        row = self._row
        if row is None:
            return
        linked = {link.requirement_id for link in row.requirements}
        others: list[Requirement] = [
            it for id_, it in self._requirements.items() if id_ not in linked
        ]
        chosen = RequirementPicker(self._desk.language, others, self).choose()
        if chosen:
            workbook = self._desk.workbook
            self._desk.write(lambda: link_indicator(workbook, row.id, chosen, Text("", "")))

    def _on_remove(self) -> None:
        row, link = self._row, self.table.current_row()
        if row is None or link is None or self._desk.read_only:
            return
        workbook, requirement = self._desk.workbook, link.requirement_id
        self._desk.write(lambda: unlink_indicator(workbook, row.id, requirement))
