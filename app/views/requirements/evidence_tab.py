"""The evidence of one requirement: list, files, and where in them it is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.checks import Place
from app.queries.evidence import EvidenceRow, evidence_list
from app.services.evidence import Target
from app.services.evidence_links import unlink
from app.views.desk import Desk
from app.views.evidence.intake import choose_files, take_in
from app.views.evidence.opening import Opener
from app.views.requirements.drafts import Drafts
from app.views.requirements.link_details import LinkDetails
from app.views.requirements.link_dialog import LinkDialog
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.keys import DELETE, SPACE, on_key
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class EvidenceTab(QWidget):
    """Shows the dossiers of `requirement_id` when its tab is chosen; takes files in at any time."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.requirement_id = ""
        self._opening = Opener(desk, self)
        text = desk.text
        self.table: RowsTable[EvidenceRow] = RowsTable(
            (
                Column(text("field.number"), lambda row: row.number, width=12),
                Column(text("field.title"), lambda row: row.title, width=20),
                Column(
                    text("field.files"),
                    lambda row: "、".join(file.name for file in row.files),
                    width=24,
                    tip=lambda row: "\n".join(file.name for file in row.files),
                ),
            ),
            lambda row: row.id,
            stretch=1,
        )
        self.details = LinkDetails(desk, drafts)
        self._there = QWidget()
        self._nothing = label(
            self.tr("No evidence yet. Drop files here, add files, or link a dossier."),
            "muted",
            wrap=True,
        )
        self.add = button(self.tr("&Add files…"))
        self.link = button(self.tr("&Link existing…"))
        self.preview = button(self.tr("&Preview"))
        self.open_file = button(self.tr("&Open file"))
        self.show_dossier = button(self.tr("Sho&w dossier"))
        self.unlink = button(self.tr("&Unlink"))
        self._build()
        self._connect()
        self._show_what_can_be_done()

    def _build(self) -> None:
        self.table.setAccessibleName(self._desk.text("field.evidence"))
        self.table.setMinimumHeight(96)
        self.unlink.setToolTip(self.tr("The dossier stays in the workbook"))
        there = QVBoxLayout(self._there)
        there.setContentsMargins(0, 0, 0, 0)
        there.setSpacing(GAP)
        there.addWidget(self.table, 1)
        there.addLayout(_row(self.preview, self.open_file, self.show_dossier, self.unlink))
        there.addWidget(self.details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addLayout(_row(self.add, self.link))
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._there, 1)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._open_first)
        self.add.clicked.connect(self._choose_files)
        self.link.clicked.connect(self._choose_dossiers)
        self.preview.clicked.connect(self._show_preview)
        self.open_file.clicked.connect(self._open_some)
        on_key(self.table, SPACE, self.preview.click)
        self.show_dossier.clicked.connect(self._go_to_dossier)
        self.unlink.clicked.connect(self._unlink)
        on_key(self.table, DELETE, self.unlink.click)

    # -- showing

    def show_requirement(self) -> None:
        """Show the evidence of another requirement."""
        self.reload()
        self.table.select_first()

    def reload(self) -> None:
        """Read the dossiers anew."""
        rows = evidence_list(self._desk.workbook, self.requirement_id)
        self.table.set_rows(rows)
        self._there.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._on_current(self.table.current_row())

    def flush(self) -> None:
        self.details.flush()

    def focus(self) -> QWidget:
        """Put the cursor where evidence is added or chosen."""
        target = self.table if self.table.rows_model.rows else self.add
        target.setFocus()
        return target

    def _on_current(self, row: EvidenceRow | None) -> None:
        self.details.show_link(self.requirement_id, row)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        row = self.table.current_row()
        writable = not self._desk.read_only
        self.add.setEnabled(writable)
        self.link.setEnabled(writable)
        self.unlink.setEnabled(writable and row is not None)
        self.show_dossier.setEnabled(row is not None)
        for widget in (self.preview, self.open_file):
            widget.setEnabled(row is not None and bool(row.files))

    # -- doing

    def take_in(self, files: list[Path]) -> None:
        """Take files in as evidence of the requirement, with a result for each."""
        if files and not self._desk.read_only:
            take_in(self._desk, files, Target(requirement_id=self.requirement_id), self)

    def _choose_files(self) -> None:
        self.take_in(choose_files(self._desk, self))

    def _choose_dossiers(self) -> None:
        LinkDialog(self._desk, self.requirement_id, self).exec()

    def _show_preview(self) -> None:
        row = self.table.current_row()
        if row is not None and row.files:
            from app.views.preview.dialog import PreviewDialog  # start-up time

            title = self.tr("Evidence {0} “{1}”").format(row.number, row.title)
            PreviewDialog(self._desk, title, row.files, self).open()

    def _open_some(self) -> None:
        """Open the file, or let choose among several."""
        row = self.table.current_row()
        if row is None or len(row.files) < 2:
            self._open_first(row)
            return
        menu = QMenu(self)
        for file in row.files:
            action = menu.addAction(file.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, file=file: self._opening.open(file))
        menu.exec(self.open_file.mapToGlobal(QPoint(0, self.open_file.height())))
        menu.deleteLater()

    def _open_first(self, row: EvidenceRow | None) -> None:
        if row is not None and row.files:
            self._opening.open(row.files[0])

    def _go_to_dossier(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._desk.show_place(Place("evidence", row.id))

    def _unlink(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        workbook, evidence_id, requirement_id = self._desk.workbook, row.id, self.requirement_id
        self.flush()
        self._desk.write(lambda: unlink(workbook, evidence_id, requirement_id))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in buttons:
        row.addWidget(widget)
    row.addStretch(1)
    return row
