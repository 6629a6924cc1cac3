"""Chooses dossiers that are in the workbook already, to serve a requirement too."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.evidence import EvidenceRow, evidence_list, number_key
from app.services.evidence_links import link
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class LinkDialog(QDialog):
    """Links what is selected when it is accepted. The list comes a moment after the dialog."""

    def __init__(self, desk: Desk, requirement_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = requirement_id
        text = desk.text
        self.table: RowsTable[EvidenceRow] = RowsTable(
            (
                Column(
                    text("field.number"),
                    lambda row: row.number,
                    sort=lambda row: number_key(row.number),
                    width=12,
                ),
                Column(text("field.title"), lambda row: row.title, width=24),
                Column(text("field.kind"), lambda row: text(f"kind.{row.kind}"), width=12),
                Column(
                    text("field.files"),
                    lambda row: "、".join(file.name for file in row.files),
                    width=24,
                ),
            ),
            lambda row: row.id,
            stretch=1,
            several=True,
        )
        self.filter = FilterLine(self.tr("Filter by number, title or file name"))
        self._note = label("", "muted", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._ok = self._buttons.addButton(self.tr("Link"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._loading: Latest[list[EvidenceRow]] = Latest(
            self, desk.runner, self._on_loaded, desk.problem.emit
        )
        self._build()
        self._connect()
        workbook = desk.workbook
        self._loading.request(lambda: evidence_list(workbook))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Link evidence with {0}").format(self._id))
        self.table.setAccessibleName(self._desk.text("field.evidence"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._note)
        layout.addWidget(self._buttons)
        self._ok.setProperty("role", "primary")
        self._ok.setEnabled(False)
        self.resize(720, 480)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.filter.set_text)
        self.filter.down.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(lambda _: self.accept())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _on_loaded(self, rows: list[EvidenceRow]) -> None:
        others = [row for row in rows if all(it.requirement_id != self._id for it in row.links)]
        self.table.set_rows(others)
        self._note.setText(
            self.tr("Several can be selected with Ctrl or Shift.")
            if others
            else self.tr("There is no other evidence in this workbook.")
        )

    def _on_selected(self) -> None:
        self._ok.setEnabled(self.table.selectionModel().hasSelection())

    def accept(self) -> None:
        workbook, requirement_id = self._desk.workbook, self._id
        for row in self.table.selected_rows():

            def write(evidence_id: str = row.id) -> Changes:
                return link(workbook, evidence_id, requirement_id)

            self._desk.write(write)
        super().accept()
