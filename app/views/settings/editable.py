"""A small table whose cells can be edited: texts, and numbers from 0 to 100."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDoubleSpinBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.limits import LABEL, one_line
from app.views.widgets.editable_look import make_editable
from app.views.widgets.rows_model import Column, Index, RowsFilter, RowsModel

R = TypeVar("R")
Value = str | float

HIGHEST = 100.0


@dataclass(frozen=True)
class Cell(Generic[R]):
    """How one column of a row is edited: its value, and the row with another value."""

    get: Callable[[R], Value]
    put: Callable[[R, Any], R]


class EditableModel(RowsModel[R]):
    """`edited` comes after a cell was changed; a value that can't be is not taken."""

    edited = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        cells: dict[int, Cell[R]],
        key: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, parent=parent)
        self._cells = cells
        self.read_only = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() in self._cells and not self.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and index.column() in self._cells:
            return self._cells[index.column()].get(self.rows[index.row()])
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        row, cell = self.rows[index.row()], self._cells[index.column()]
        taken = _taken(value, cell.get(row))
        if taken is None:
            return False
        if taken != cell.get(row):
            rows = list(self.rows)
            rows[index.row()] = cell.put(row, taken)
            self.set_rows(rows)
            self.edited.emit()
        return True


def _taken(value: Any, before: Value) -> Value | None:
    """The value of a cell in the type it has; None where it can't be one."""
    if isinstance(before, str):
        text = one_line(str(value))
        return text if 0 < len(text) <= LABEL else None
    number = float(value)
    return number if math.isfinite(number) and 0 <= number <= HIGHEST else None


class _Delegate(QStyledItemDelegate):
    """Editors that allow only what a cell may hold."""

    editor: QWidget | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor: QLineEdit | QDoubleSpinBox
        if isinstance(index.data(Qt.ItemDataRole.EditRole), str):
            editor = QLineEdit(parent)
            editor.setMaxLength(LABEL)
        else:
            editor = QDoubleSpinBox(parent)
            editor.setRange(0, HIGHEST)
            editor.setDecimals(2)
        editor.setProperty("role", "cell")
        self.editor = editor
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QDoubleSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class EditTable(QTableView, Generic[R]):
    """The view of an EditableModel; a key or a double click starts editing a cell."""

    def __init__(
        self, model: EditableModel[R], name: str, *, stretch: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.filter = RowsFilter(model, self)
        self._delegate = _Delegate(self)
        self.setAccessibleName(name)
        self._build(stretch)

    def _build(self, stretch: int) -> None:
        self.setModel(self.filter)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        make_editable(self)
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(self.rows_model.columns):
            title = metrics.horizontalAdvance(column.title) + 32
            self.setColumnWidth(
                number, max(title, metrics.horizontalAdvance("x") * column.width + 16)
            )
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        editor = self._delegate.editor
        if editor is not None and shiboken6.isValid(editor):
            self._delegate.commitData.emit(editor)
            self._delegate.closeEditor.emit(editor)
