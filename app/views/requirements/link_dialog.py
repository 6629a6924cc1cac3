"""Chooses dossiers that are in the workbook already, to serve a requirement too."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.evidence_order import Listed, Narrowing
from app.services.evidence_links import link
from app.views.desk import Desk
from app.views.evidence.dossier_table import DossierTable
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.rows_model import Column


class LinkDialog(QDialog):
    """Links what is selected when it is accepted. The list comes a moment after the dialog."""

    def __init__(self, desk: Desk, requirement_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = requirement_id
        text = desk.text
        self.table = DossierTable(
            desk,
            {
                "number": Column(text("field.number"), lambda row: row.number, width=12),
                "title": Column(text("field.title"), lambda row: row.title, width=24),
                "kind": Column(text("field.kind"), lambda row: text(f"kind.{row.kind}"), width=12),
                "files": Column(
                    text("field.files"),
                    lambda row: "、".join(file.name for file in row.files),
                    width=24,
                ),
            },
            unlinked_with=requirement_id,
        )
        self.filter = FilterLine(self.tr("Filter by number, title or file name"))
        self._note = label("", "muted", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._ok = self._buttons.addButton(self.tr("Link"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._connect()
        self.table.read_anew()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Link evidence with {0}").format(self._id))
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
        self.filter.textChanged.connect(self._on_filter)
        self.filter.entered.connect(self.table.prepare)
        self.filter.down.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(lambda _: self.accept())
        self.table.shown.connect(self._on_shown)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _on_filter(self, text: str) -> None:
        self.table.narrow(text, Narrowing(unlinked_with=self._id))

    def _on_shown(self, listed: Listed) -> None:
        self._note.setText(
            self.tr("Several can be selected with Ctrl or Shift.")
            if listed.total
            else self.tr("There is no other evidence in this workbook.")
        )
        # What the filter takes away is selected no more, without a word of Qt's.
        self._on_selected()

    def _on_selected(self) -> None:
        self._ok.setEnabled(self.table.selectionModel().hasSelection())

    def accept(self) -> None:
        workbook, requirement_id = self._desk.workbook, self._id
        for key in self.table.selected_keys():

            def write(evidence_id: str = key) -> Changes:
                return link(workbook, evidence_id, requirement_id)

            self._desk.write(write)
        super().accept()
