"""The practices, listed below the text of their section."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.practices import PracticeRow
from app.services.practices import (
    PracticeFields,
    add_practice,
    edit_practice,
    remove_practice,
)
from app.views.desk import Desk
from app.views.report_editor.practice_dialog import PracticeDialog
from app.views.report_editor.state import EditorState
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.keys import DELETE, on_key
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class PracticesPart(QWidget):
    """Double click or Enter opens a practice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._state = EditorState()
        self.table: RowsTable[PracticeRow] = RowsTable(
            (
                Column(desk.text("field.practice.code"), lambda row: row.code, width=7),
                Column(desk.text("field.practice.title"), lambda row: row.title, width=20),
            ),
            lambda row: row.id,
            stretch=1,
        )
        self.add = button(self.tr("&Add practice…"))
        self.edit = button(self.tr("&Edit…"))
        self.remove = button(self.tr("Re&move"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.setAccessibleName(self._desk.text("table.practice"))
        self.table.show_rows(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for way in (self.add, self.edit, self.remove):
            buttons.addWidget(way)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(label(self._desk.text("report.sheet.practices"), "section-title"))
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        self._show_state()

    def _connect(self) -> None:
        self.table.current_changed.connect(lambda _: self._show_state())
        self.table.opened.connect(lambda _: self._on_edit())
        self.add.clicked.connect(self._on_add)
        self.edit.clicked.connect(self._on_edit)
        self.remove.clicked.connect(self._on_remove)
        on_key(self.table, DELETE, self._on_remove)

    def show_state(self, state: EditorState) -> None:
        self._state = state
        self.table.set_rows(state.practices)
        if self.table.current_row() is None:
            self.table.select_first()
        self._show_state()

    def _show_state(self) -> None:
        writable, chosen = not self._desk.read_only, self.table.current_row() is not None
        self.add.setEnabled(writable)
        self.edit.setEnabled(writable and chosen)
        self.remove.setEnabled(writable and chosen)

    def _on_add(self) -> None:
        workbook = self._desk.workbook
        self._ask(None, lambda fields: add_practice(workbook, **fields))

    def _on_edit(self) -> None:
        row = self.table.current_row()
        if row is None or self._desk.read_only:
            return
        workbook, code = self._desk.workbook, row.code
        self._ask(row, lambda fields: edit_practice(workbook, code, **fields))

    def _ask(self, row: PracticeRow | None, save: Callable[[PracticeFields], Changes]) -> None:
        """Ask for a practice and write what was entered."""
        dialog = PracticeDialog(self._desk, self._state, row, self)

        def on_accepted() -> None:
            fields = dialog.fields()
            self._desk.write(lambda: save(fields))

        dialog.accepted.connect(on_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_remove(self) -> None:
        row = self.table.current_row()
        if row is None or self._desk.read_only:
            return
        code = row.code
        self._desk.write(
            lambda: remove_practice(self._desk.workbook, code),
            saved=lambda _: self._desk.message.emit(
                self.tr("Practice {0} was removed. This can be undone.").format(code)
            ),
        )
