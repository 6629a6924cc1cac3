"""Tables of rows: whole rows, one height, what is selected outlives a refresh."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.views.widgets.rows_model import Column, RowsFilter, RowsModel
from app.views.widgets.table_look import dress, least_width, plain_viewport, stretch_column

R = TypeVar("R")

# A selection of more separate pieces is not carried over: Qt would need seconds to change it.
_MOST_PIECES = 5_000


class ColumnsTable(QTableView, Generic[R]):
    """`current_changed` carries the row that has the focus, or None; `opened` a row that was
    double-clicked or on which Enter was pressed.

    What derives from it says where rows come from, and calls `show_model` at the end of its making.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        stretch: int,
        several: bool,
        parent: QWidget | None,
    ) -> None:
        """`stretch` is the column that takes what width is left, but at least its own; `several`
        allows selecting more than one row.
        """
        super().__init__(parent)
        self.shown_columns = tuple(columns)
        self._stretch = stretch
        self._several = several
        self._current_key = ""
        self._restoring = False

    def show_model(self, model: QAbstractItemModel) -> None:
        """Show the rows of a model, which is kept for good."""
        self.setViewport(plain_viewport())
        self.setModel(model)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if self._several else modes.SingleSelection)
        dress(self)
        for number, column in enumerate(self.shown_columns):
            self.setColumnWidth(number, least_width(self, column))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.layoutChanged.connect(self._restore)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._on_opened)
        self.horizontalHeader().sectionResized.connect(self._on_resized)

    @abstractmethod
    def row_at(self, number: int) -> R | None:
        """The row at a place of the table."""

    @abstractmethod
    def key_at(self, number: int) -> str:
        """What tells the row at a place from others."""

    @abstractmethod
    def shown_keys(self) -> Sequence[str]:
        """What tells all rows from each other, in the order shown."""

    def show_rows(self, count: int) -> None:
        """Be as high as the header and `count` rows."""
        rows = self.verticalHeader().defaultSectionSize() * count
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(header + rows + bar + 2 * self.frameWidth())

    # -- rows

    def current_row(self) -> R | None:
        """The row that has the focus."""
        index = self.currentIndex()
        return self.row_at(index.row()) if index.isValid() else None

    def selected_keys(self) -> list[str]:
        """The keys of all selected rows, in the order shown."""
        keys = self.shown_keys()
        return [keys[number] for number in self._selected_numbers()]

    def select(self, key: str) -> bool:
        """Make a row the current one and show it; False where the filter hides it."""
        keys = self.shown_keys()
        if key not in keys:
            return False
        number = keys.index(key)
        self.selectRow(number)
        self.scrollTo(self.model().index(number, 0))
        return True

    def select_first(self) -> None:
        """Make the first row the current one, where there is any."""
        if self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_resized(self, number: int) -> None:
        if number != self._stretch:
            self._fit()

    def _fit(self) -> None:
        stretch_column(self, self._stretch, self.shown_columns[self._stretch])

    def _selected_numbers(self) -> list[int]:
        # By ranges: an index for each of thousands of rows takes long.
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({n for each in ranges for n in range(each.top(), each.bottom() + 1)})

    def _on_current(self, current: QModelIndex) -> None:
        if self._restoring:
            return
        self._current_key = self.key_at(current.row()) if current.isValid() else ""
        self.current_changed.emit(self.row_at(current.row()) if current.isValid() else None)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.row_at(index.row()))

    def _replace(self, change: Callable[[], None]) -> None:
        """Let other rows be shown; selection and scroll position stay where they can."""
        keys = set(self.selected_keys())
        at = self.verticalScrollBar().value()
        self._restoring = True
        change()
        self._restoring = False
        self._restore()
        if len(keys) > 1:
            self._select_more(keys)
        self.verticalScrollBar().setValue(at)

    def _restore(self) -> None:
        """Put the focus back on the row that had it; where it is gone, there is none."""
        if self._restoring:
            return
        index = self.currentIndex()
        if index.isValid() and self.key_at(index.row()) == self._current_key:
            return
        if self._current_key and not self.select(self._current_key):
            self._current_key = ""
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self.current_changed.emit(None)

    def _select_more(self, keys: Collection[str]) -> None:
        # Neighbours as one range: selecting thousands of rows one by one takes minutes.
        chosen = [False, *(key in keys for key in self.shown_keys()), False]
        edges = [n for n, (one, next_) in enumerate(pairwise(chosen)) if one != next_]
        if len(edges) > 2 * _MOST_PIECES:
            return
        selection = QItemSelection()
        for first, end in zip(edges[::2], edges[1::2], strict=True):
            selection.select(self.model().index(first, 0), self.model().index(end - 1, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.Select | flags.Rows)


class RowsTable(ColumnsTable[R]):
    """Shows rows that are all held in memory, and filters them as one types."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        search: Callable[[R], str] | None = None,
        *,
        stretch: int = 0,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`search` is the text the filter looks into, by default all columns."""
        super().__init__(columns, stretch, several, parent)
        self.rows_model = RowsModel(columns, key, search, self)
        self.filter = RowsFilter(self.rows_model, self)
        self.show_model(self.filter)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; selection and scroll position stay where they can."""
        self._replace(lambda: self.rows_model.set_rows(rows))

    def selected_rows(self) -> list[R]:
        """All selected rows, in the order shown."""
        return [self.row_at(number) for number in self._selected_numbers()]

    def row_at(self, number: int) -> R:
        return self.filter.row(number)

    def key_at(self, number: int) -> str:
        return self.rows_model.key(self.row_at(number))

    def shown_keys(self) -> list[str]:
        return [self.key_at(number) for number in range(self.filter.rowCount())]
