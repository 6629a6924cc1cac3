"""The page of the history: all operations, newest first, and what the selected one changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.history import HistoryRow, history
from app.queries.operation import operation_number
from app.services.undo import UndoState, undo_state
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.history.details import OperationDetails
from app.views.history.verify_panel import VerifyPanel
from app.views.history.wording import operation
from app.views.page import Page
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable
from app.views.widgets.side_by_side import SideBySide

# The newest operations that are listed; the command line lists any number.
LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class _State:
    """`next_undo` is the number of the operation that undo would take back."""

    rows: list[HistoryRow]
    undo: UndoState
    next_undo: int | None


class HistoryPage(Page):
    """Reads beside the main thread; a refresh keeps selection and place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._next_undo: int | None = None
        self._total = 0
        self.filter = FilterLine(self.tr("Filter by date, person or operation"))
        self.table: RowsTable[HistoryRow] = RowsTable(
            self._columns(),
            lambda row: str(row.seq),
            stretch=2,
        )
        self.details = OperationDetails(desk)
        self.verification = VerifyPanel(desk)
        self.undo_note = ElidedLabel()
        self._count = label("", "muted")
        self._reading: Latest[_State] = Latest(self, desk.runner, self._on_read, desk.problem.emit)
        self._build()
        self._connect()

    def _columns(self) -> tuple[Column[HistoryRow], ...]:
        return (
            Column(self.tr("When"), lambda row: f"{row.at:%Y-%m-%d %H:%M:%S}", width=20),
            Column(self.tr("Who"), lambda row: row.actor, width=10),
            Column(self.tr("What was done"), self._what, width=24),
            Column(
                self.tr("Fields"),
                lambda row: str(row.fields),
                sort=lambda row: row.fields,
                align=RIGHT,
                width=7,
            ),
        )

    def _what(self, row: HistoryRow) -> str:
        what = operation(self.desk, row.kind, row.params)
        return self.tr("↶ {0}").format(what) if row.seq == self._next_undo else what

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("Operations, newest first"))
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("History"), "page-title"))
        top.addWidget(self._count)
        top.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addWidget(self.undo_note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.filter)
        layout.addWidget(SideBySide(left, self.details, (1000, 1000)), 1)
        layout.addWidget(self.verification)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self.table.setFocus)
        self.table.current_changed.connect(self.details.show_operation)
        self.table.opened.connect(lambda _: self.details.table.setFocus())

    def refresh(self, changes: Changes | None = None) -> None:
        self._reading.request(lambda: _read(self.desk.workbook))

    def _on_read(self, state: _State) -> None:
        self._next_undo = state.next_undo
        self._total = len(state.rows)
        self.table.set_rows(state.rows)
        if self.table.current_row() is None:
            self.table.select_first()
        entry = state.undo.undo
        self.undo_note.setText(
            self.tr("↶ Undo would take back: {0}").format(
                operation(self.desk, entry.kind, entry.params)
            )
            if entry
            else self.tr("There is nothing that undo could take back.")
        )
        self._show_count()

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        self._show_count()

    def _show_count(self) -> None:
        count = self.tr("{0} of {1}").format(self.table.filter.rowCount(), self._total)
        if self._total == LIMIT:
            count = self.tr("{0} (the newest {1} are listed)").format(count, LIMIT)
        self._count.setText(count)


def _read(workbook: Workbook) -> _State:
    state = undo_state(workbook)
    number = operation_number(workbook, state.undo.operation_id) if state.undo else None
    return _State(history(workbook, LIMIT), state, number)
