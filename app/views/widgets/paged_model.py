"""A model of any number of rows, of which only those that are looked at are read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from app.errors import WorkbookError
from app.views.widgets.rows_model import NOWHERE, Column, ColumnsModel, Index

R = TypeVar("R")

# Rows that are read at once, a few milliseconds of work, and how many such windows are kept.
WINDOW = 100
_KEPT = 12


class PagedModel(ColumnsModel[R], Generic[R]):
    """Knows the keys of all rows in order, and reads rows in windows when they are asked for.

    A row that `read` does not give is shown empty. `order_wanted` says that a click on a header
    asks for another order, `letters` (place, column, text) that typing looks for a row: the owner
    does both beside the window. `failed` carries an error of reading, once for each window.
    """

    order_wanted = Signal()
    letters = Signal(int, int, str)
    failed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        read: Callable[[Sequence[str]], Sequence[R]],
        parent: QObject | None = None,
    ) -> None:
        """`read` gives the rows of up to WINDOW keys, in any order; on the main thread."""
        super().__init__(columns, key, parent)
        self._read = read
        self._keys: tuple[str, ...] = ()
        self._windows: OrderedDict[int, dict[str, R]] = OrderedDict()
        self.order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all rows, in the order shown."""
        return self._keys

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show other rows, or the same ones read anew."""
        self._windows.clear()
        if keys != self._keys:
            self.beginResetModel()
            self._keys = keys
            self.endResetModel()
        elif keys:
            last = self.index(len(keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, number: int) -> R | None:
        window = number // WINDOW
        if window in self._windows:
            self._windows.move_to_end(window)
        else:
            self._windows[window] = self._window(window * WINDOW)
            if len(self._windows) > _KEPT:
                self._windows.popitem(last=False)
        return self._windows[window].get(self._keys[number])

    def _window(self, start: int) -> dict[str, R]:
        try:
            return {self.key(row): row for row in self._read(self._keys[start : start + WINDOW])}
        except WorkbookError as error:
            self.failed.emit(error)
            return {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for an order by a column; -1 is that of the list itself."""
        if (column, order) != self.order:
            self.order = (column, order)
            self.order_wanted.emit()

    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Nothing: looking here would read all rows. Typed letters are handed on."""
        if start.isValid() and role == Qt.ItemDataRole.DisplayRole:
            self.letters.emit(start.row(), start.column(), str(value))
        return []
