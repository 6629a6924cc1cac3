"""The view of an IntakeModel: a key, Enter or a double click changes a cell, or the same cell of
all selected rows.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.numbers import folded
from app.views.intake.columns import Name
from app.views.intake.fitting import ColumnFit
from app.views.intake.model import SORT_ROLE, IntakeModel
from app.views.widgets.choice import Choice
from app.views.widgets.editable_look import make_editable
from app.views.widgets.rows_model import Index

# Of a list in a cell, in device-independent pixels.
_WIDEST = 360


class IntakeFilter(QSortFilterProxyModel):
    """Lets through the rows that hold every word."""

    def __init__(self, model: IntakeModel) -> None:
        super().__init__(model)
        self._model = model
        self._words: list[str] = []
        # What is filtered stays as one edits; it changes with the words only.
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)

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
        self._several = QItemSelection()
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
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # As they were given, until somebody sorts; a third click gives that order back.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        ColumnFit(self, self.intake)

    def row_of(self, index: Index) -> int:
        """The row of the model for a cell of the table."""
        return self.filter.mapToSource(self.filter.index(index.row(), index.column())).row()

    def selected_numbers(self, first: int) -> list[int]:
        """Rows of the model that are selected, `first` before the others."""
        chosen = [
            self.filter.mapToSource(index).row() for index in self.selectionModel().selectedRows()
        ]
        return [first, *(number for number in chosen if number != first)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The first click of a double click leaves one row selected; note which were before."""
        model = self.selectionModel()
        if model.isSelected(self.indexAt(event.position().toPoint())):
            self._several = model.selection()
        else:
            self._several = QItemSelection()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._several.contains(self.indexAt(event.position().toPoint())):
            self.selectionModel().select(
                self._several, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        super().mouseDoubleClickEvent(event)

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
            # One opens a cell to choose.
            QTimer.singleShot(0, editor, editor.showPopup)
        else:
            editor = QLineEdit(parent)
            editor.setProperty("role", "cell")
        editor.setAccessibleName(columns.heading(name))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """As wide as the cell, or as the longest name that can be chosen."""
        area = self._table.visualRect(index)
        if isinstance(editor, Choice):
            area.setWidth(max(area.width(), min(editor.sizeHint().width(), _WIDEST)))
        editor.setGeometry(area)

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
