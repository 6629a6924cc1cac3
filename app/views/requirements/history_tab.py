"""Every change of one requirement's answer: field, before, after, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.dates import format_date
from app.domain.scheme import Scheme
from app.queries.history import FieldHistory, answer_history
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


@dataclass(frozen=True, slots=True)
class _Line:
    """One change as it is shown; `key` is its place counted from the oldest."""

    key: str
    at: str
    field: str
    before: str
    after: str
    actor: str


class HistoryTab(QWidget):
    """A table, and below it the whole text before and after of the chosen change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self._scheme: Scheme | None = None
        self.table: RowsTable[_Line] = RowsTable(
            (
                Column(self.tr("When"), lambda row: row.at, width=20),
                Column(self.tr("Field"), lambda row: row.field, width=14),
                Column(self.tr("Before"), lambda row: row.before, width=16),
                Column(self.tr("After"), lambda row: row.after, width=16),
                Column(self.tr("Who"), lambda row: row.actor, width=12),
            ),
            lambda row: row.key,
            stretch=3,
        )
        self._before = _text()
        self._after = _text()
        self._nothing = label(self.tr("The answer has not been changed yet."), "muted", wrap=True)
        self._details = QWidget()
        self._build()
        self.table.current_changed.connect(self._on_current)

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("Changes of the answer"))
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        for column, (name, text) in enumerate(
            ((self.tr("Before"), self._before), (self.tr("After"), self._after))
        ):
            title = label(name)
            title.setBuddy(text)
            text.setAccessibleName(name)
            grid.addWidget(title, 0, column)
            grid.addWidget(text, 1, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self._nothing)
        layout.addWidget(self.table, 2)
        layout.addWidget(self._details, 1)

    def show_requirement(self, requirement_id: str, scheme: Scheme) -> None:
        self._id = requirement_id
        self._scheme = scheme
        self.reload()
        self.table.select_first()

    def reload(self) -> None:
        """Read the history anew."""
        self._show(answer_history(self._desk.workbook, self._id))

    def _show(self, rows: Sequence[FieldHistory]) -> None:
        self.table.set_rows(
            [self._line(row, str(len(rows) - number)) for number, row in enumerate(rows)]
        )
        self._nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._details.setVisible(bool(rows))
        self._on_current(self.table.current_row())

    def _line(self, row: FieldHistory, key: str) -> _Line:
        return _Line(
            key,
            f"{row.at:%Y-%m-%d %H:%M}",
            self._desk.text(f"field.{row.field}"),
            self._value(row.field, row.before),
            self._value(row.field, row.after),
            row.actor,
        )

    def _value(self, field: str, value: Any) -> str:
        """A recorded value as people read it."""
        if value is None or value == "":
            return "—"
        if field == "progress":
            return self._desk.text(f"progress.{value}")
        if field == "level" and self._scheme is not None:
            return self._scheme.level(value).label.in_(self._desk.language)
        if field == "due":
            return format_date(date.fromisoformat(value), self._desk.language)
        return str(value)

    def _on_current(self, row: _Line | None) -> None:
        self._before.setPlainText(row.before if row else "")
        self._after.setPlainText(row.after if row else "")


def _text() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(64)
    text.setAcceptDrops(False)
    return text
