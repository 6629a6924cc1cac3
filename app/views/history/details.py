"""Every field that the selected operation changed, with the whole text below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from app.queries.history import HistoryRow
from app.queries.operation import FieldChange, operation_fields
from app.views.desk import Desk
from app.views.history.wording import field_name, operation, subject, value
from app.views.widgets.basic import GAP, ElidedLabel, label
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable

# Taking thousands of files in at once changes more fields than anybody reads.
LIMIT = 5_000


class OperationDetails(QWidget):
    """The fields are read beside the main thread: taking many files in changes thousands."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = ElidedLabel("section-title")
        self.table: RowsTable[FieldChange] = RowsTable(
            self._columns(), lambda row: str(row.position), stretch=2
        )
        self.before, self.after = _text(), _text()
        self._note = label("", "warning", wrap=True)
        self._reading: Latest[list[FieldChange]] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._shown: int | None = None
        self._build()
        self.table.current_changed.connect(self._on_current)

    def _columns(self) -> tuple[Column[FieldChange], ...]:
        desk = self._desk
        return (
            Column(self.tr("Field"), lambda row: field_name(desk, row), width=16),
            Column(self.tr("Before"), lambda row: value(desk, row.field, row.before), width=16),
            Column(self.tr("After"), lambda row: value(desk, row.field, row.after), width=16),
            Column(self.tr("What"), lambda row: subject(desk, row), width=26),
            Column(self.tr("How"), lambda row: desk.text(f"action.{row.action}"), width=9),
        )

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("Fields of the operation"))
        self.table.setMinimumHeight(96)
        texts = QWidget()
        grid = QGridLayout(texts)
        grid.setContentsMargins(0, GAP, 0, 0)
        grid.setSpacing(GAP)
        for column, (title, text) in enumerate(
            ((self.tr("Before"), self.before), (self.tr("After"), self.after))
        ):
            caption = label(title, "muted")
            caption.setBuddy(text)
            text.setAccessibleName(title)
            grid.addWidget(caption, 0, column)
            grid.addWidget(text, 1, column)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.table)
        splitter.addWidget(texts)
        splitter.setSizes([300, 150])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 4, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.heading)
        layout.addWidget(self._note)
        self._note.hide()
        layout.addWidget(splitter, 1)

    def show_operation(self, row: HistoryRow | None) -> None:
        """Show what one operation changed, or nothing."""
        number = row.seq if row else None
        if number == self._shown:
            return
        self._shown = number
        self.table.set_rows([])
        self._on_current(None)
        self._note.hide()
        if row is None:
            self.heading.setText(self.tr("Select an operation to see every field it changed."))
            return
        what = operation(self._desk, row.kind, row.params)
        self.heading.setText(self.tr("No. {0}: {1}").format(row.seq, what))
        self._note.setText(
            self.tr("Of {0} fields the first {1} are listed.").format(row.fields, LIMIT)
        )
        self._note.setVisible(row.fields > LIMIT)
        seq = row.seq
        self._reading.request(lambda: operation_fields(self._desk.workbook, seq, LIMIT))

    def _on_read(self, rows: list[FieldChange]) -> None:
        self.table.set_rows(rows if self._shown is not None else [])
        if self.table.current_row() is None:
            self.table.select_first()

    def _on_current(self, row: FieldChange | None) -> None:
        self.before.setPlainText(value(self._desk, row.field, row.before) if row else "")
        self.after.setPlainText(value(self._desk, row.field, row.after) if row else "")


def _text() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAcceptDrops(False)
    text.setMinimumHeight(48)
    return text
