"""The view of an IntakeModel: a key, Enter or a double click changes a cell, or the same cell of
all selected rows.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.numbers import folded
from app.views.intake.columns import WIDTHS, Name
from app.views.intake.model import IntakeModel
from app.views.widgets.choice import Choice
from app.views.widgets.editable_look import make_editable
from app.views.widgets.rows_model import Index


class IntakeFilter(QSortFilterProxyModel):
    """Lets through the rows that hold every word."""

    def __init__(self, model: IntakeModel) -> None:
        super().__init__(model)
        self._model = model
        self._words: list[str] = []
        # What is filtered stays as one edits; it changes with the words only.
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        self._words = folded(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        haystack = self._model.haystack(source_row)
        return all(word in haystack for word in self._words)


class IntakeTable(QTableView):
    def __init__(self, model: IntakeModel, name: str) -> None:
        super().__init__()
        self.intake = model
        self.filter = IntakeFilter(model)
        self.setAccessibleName(name)
        self._build()

    def _build(self) -> None:
        self.setModel(self.filter)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        make_editable(self)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, name in enumerate(self.intake.columns.names):
            title = metrics.horizontalAdvance(self.intake.columns.heading(name)) + 24
            self.setColumnWidth(
                number, max(title, metrics.horizontalAdvance("x") * WIDTHS[name] + 16)
            )
        header.setStretchLastSection(True)

    def row_of(self, index: Index) -> int:
        """The row of the model for a cell of the table."""
        return self.filter.mapToSource(self.filter.index(index.row(), index.column())).row()

    def selected_numbers(self, first: int) -> list[int]:
        """Rows of the model that are selected, `first` before the others."""
        chosen = [
            self.filter.mapToSource(index).row() for index in self.selectionModel().selectedRows()
        ]
        return [first, *(number for number in chosen if number != first)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        editing = self.state() == QAbstractItemView.State.EditingState
        index = self.currentIndex()
        editable = bool(self.filter.flags(index) & Qt.ItemFlag.ItemIsEditable)
        if enter and not editing and not event.modifiers() and editable:
            self.edit(index)
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """A line to type in, or a list to choose from."""

    def __init__(self, table: IntakeTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        columns = self._table.intake.columns
        number, name = self._cell(index)
        options = columns.options(self._table.intake.items[number], name)
        editor: QWidget
        if options:
            editor = Choice(options, parent)
            editor.activated.connect(lambda _: self._take(editor))
        else:
            editor = QLineEdit(parent)
            editor.setProperty("role", "cell")
        editor.setAccessibleName(columns.heading(name))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = self._value(index)
        if isinstance(editor, Choice):
            editor.set_value(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.value() if isinstance(editor, Choice) else editor.property("text")
        number, name = self._cell(index)
        if value != self._value(index):
            self._table.intake.set_cells(self._table.selected_numbers(number), name, value)

    def _cell(self, index: Index) -> tuple[int, Name]:
        number = self._table.row_of(index)
        return number, self._table.intake.columns.names[index.column()]

    def _value(self, index: Index) -> object:
        """Not by way of Qt, which makes other things of tuples and members of enumerations."""
        number, name = self._cell(index)
        return self._table.intake.columns.value(self._table.intake.items[number], name)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
