"""The bin: what lies in it is brought back, or deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QStackedWidget, QVBoxLayout

from app.domain.changes import Changes
from app.domain.dates import format_date
from app.domain.numbers import format_size
from app.queries.bin import BinnedRow, bin_list
from app.services.bin import Emptied, empty, restore
from app.views.desk import Desk
from app.views.dialogs.asking import ask
from app.views.page import Page
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, button, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

_TABLES = ("evidence", "attachment")
# So many dossiers are named before they are deleted.
_NAMED = 5


class BinPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table: RowsTable[BinnedRow] = RowsTable(
            self._columns(), lambda row: row.id, stretch=1, several=True
        )
        self.filter = FilterLine(self.tr("Filter by number, title, file or person"))
        self.restore = button(self.tr("&Bring back"), "primary")
        self.delete = button(self.tr("&Delete for good…"))
        self.empty = button(self.tr("E&mpty the bin…"))
        self.count = ElidedLabel("muted")
        self._nothing = label("", wrap=True)
        self._body = QStackedWidget()
        self._rows: list[BinnedRow] = []
        self._latest: Latest[list[BinnedRow]] = Latest(
            self, desk.runner, self._show_rows, desk.problem.emit
        )
        self._build()
        self._connect()

    def _columns(self) -> tuple[Column[BinnedRow], ...]:
        language = self.desk.language
        separator = "、" if language == "zh" else ", "
        return (
            Column(self.tr("No."), lambda row: row.number, width=10),
            Column(self.tr("Title"), lambda row: row.title, width=24),
            Column(
                self.tr("Files"),
                lambda row: separator.join(file.name for file in row.files),
                width=30,
            ),
            Column(
                self.tr("Size"),
                lambda row: format_size(row.size),
                lambda row: row.size,
                RIGHT,
                width=10,
            ),
            Column(
                self.tr("Removed on"),
                lambda row: format_date(row.binned_on, language),
                lambda row: row.binned_on,
                width=16,
            ),
            Column(self.tr("Removed by"), lambda row: row.actor, width=14),
        )

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("Bin"), "page-title"))
        top.addWidget(self.count, 1)
        for way in (self.empty, self.delete, self.restore):
            top.addWidget(way)
        self.table.setAccessibleName(self.tr("Evidence in the bin"))
        self._nothing.setContentsMargins(0, WIDE, 0, WIDE)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        note = self.tr(
            "Removed evidence lies here with its files, links and number. It counts nowhere and is "
            "not in the report."
        )
        layout.addWidget(label(note, "muted", wrap=True))
        layout.addWidget(self.filter)
        layout.addWidget(self._body, 1)
        self._show_state()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        self.restore.clicked.connect(self._on_restore)
        self.delete.clicked.connect(lambda: self._on_delete(self.table.selected_rows()))
        self.empty.clicked.connect(lambda: self._on_delete(self._rows))

    # -- showing

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_TABLES):
            workbook = self.desk.workbook
            self._latest.request(lambda: bin_list(workbook))

    def _show_rows(self, rows: list[BinnedRow]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        size = format_size(sum(row.size for row in rows))
        self.count.setText(self.tr("{0} dossiers, {1}").format(len(rows), size) if rows else "")
        self._show_state()

    def _show_state(self) -> None:
        free = not self.desk.read_only
        chosen = bool(self.table.selected_rows())
        self.restore.setEnabled(free and chosen)
        self.delete.setEnabled(free and chosen)
        self.empty.setEnabled(free and bool(self._rows))
        nothing = self.table.filter.rowCount() == 0
        self._body.setCurrentWidget(self._nothing if nothing else self.table)
        self._nothing.setText(
            self.tr("No evidence in the bin fits the filter.")
            if self._rows
            else self.tr(
                "The bin is empty. Evidence that is removed on the page “Evidence” comes here."
            )
        )

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        self._show_state()

    # -- doing

    def _on_restore(self) -> None:
        workbook, ids = self.desk.workbook, [row.id for row in self.table.selected_rows()]
        self.desk.write(
            lambda: restore(workbook, ids),
            lambda _: self.desk.message.emit(
                self.tr("Evidence brought back: {0}.").format(len(ids))
            ),
        )

    def _on_delete(self, rows: Sequence[BinnedRow]) -> None:
        """Say what is lost, and delete it where that is wanted."""
        if not rows or not self._confirm(rows):
            return
        workbook, ids = self.desk.workbook, [row.id for row in rows]
        for one in (self.restore, self.delete, self.empty):
            one.setEnabled(False)
        self.desk.saving.emit()
        self.desk.runner.write(lambda: empty(workbook, ids), self._on_emptied, self._on_failed)

    def _confirm(self, rows: Sequence[BinnedRow]) -> bool:
        files = sum(len(row.files) for row in rows)
        size = format_size(sum(row.size for row in rows))
        named = [f"{row.number} {row.title}" for row in rows[:_NAMED]]
        if len(rows) > _NAMED:
            named.append(self.tr("… and {0} more").format(len(rows) - _NAMED))
        lost = self.tr(
            "This cannot be undone, and neither can earlier changes to this evidence. Only a "
            "backup made before has it still. Files that other evidence has too stay there."
        )
        chosen = ask(
            self,
            self.tr("Delete for good"),
            self.tr("Delete {0} dossiers with {1} files ({2}) for good?").format(
                len(rows), files, size
            ),
            "\n".join([*named, "", lost]),
            self.tr("Delete for good"),
            icon=QMessageBox.Icon.Warning,
        )
        return chosen is not None

    def _on_emptied(self, done: Emptied) -> None:
        self.desk.announce(done.changes)
        self.desk.message.emit(
            self.tr("Deleted for good: {0} files, {1}.").format(done.files, format_size(done.size))
        )
        self._show_state()

    def _on_failed(self, error: BaseException) -> None:
        self._show_state()
        self.desk.problem.emit(error)
