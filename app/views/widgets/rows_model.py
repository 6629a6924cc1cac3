"""A table over frozen rows: columns declared once, sorted by keys, filtered as one types."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QIcon

from app.domain.numbers import folded

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it is; Qt would take some of it for markup."""
    from html import escape  # start-up time

    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""


@dataclass(frozen=True)  # no slots: Column[Row](…) fails with them in Python 3.11
class Column(Generic[R]):
    """`width` is in characters; `sort` is by the text where it is None; `tip` too."""

    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    align: Qt.AlignmentFlag = _LEFT
    width: int = 12
    icon: Callable[[R], QIcon | None] | None = None
    tip: Callable[[R], str] | None = None

    def sort_key(self, row: R) -> Any:
        return self.sort(row) if self.sort else folded(self.text(row))


class ColumnsModel(QAbstractTableModel, Generic[R]):
    """What columns show of rows. `Qt.UserRole` gives the row itself; `key` tells rows apart."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key

    @abstractmethod
    def row_at(self, number: int) -> R | None:
        """The row at a place; None where there is none to show."""

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(column.text(row).split())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip((column.tip or column.text)(row))
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return column.align if role == Qt.ItemDataRole.TextAlignmentRole else None


class RowsModel(ColumnsModel[R]):
    """All rows, held in memory; see app.views.widgets.paged_model for tens of thousands.

    Sorting is done here, once in Python's own sort: a proxy that asks for each comparison is slow
    over thousands of rows.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        search: Callable[[R], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, parent)
        self._search = search or self._shown_texts
        self._given: list[R] = []
        self._rows: list[R] = []
        self._haystacks: dict[str, str] = {}
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> list[R]:
        """The rows in the order shown."""
        return self._rows

    def row_at(self, number: int) -> R | None:
        return self._rows[number]

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; where only their contents differ, nothing else moves."""
        before, self._given = self._rows, list(rows)
        after = self._sorted()
        self._haystacks = {}
        if list(map(self.key, before)) != list(map(self.key, after)):
            self.beginResetModel()
            self._rows = after
            self.endResetModel()
            return
        self._rows = after
        last = len(self.columns) - 1
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def haystack(self, number: int) -> str:
        """Everything of a row that the filter looks into, folded."""
        row = self._rows[number]
        key = self.key(row)
        if key not in self._haystacks:
            self._haystacks[key] = folded(self._search(row))
        return self._haystacks[key]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order in which the rows were given."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self.key(self._rows[index.row()]) for index in old]
        self._rows = self._sorted()
        numbers = {self.key(row): number for number, row in enumerate(self._rows)} if old else {}
        new = [
            self.index(numbers[key], index.column()) for key, index in zip(keys, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _sorted(self) -> list[R]:
        column, order = self._order
        if column < 0:
            return list(self._given)
        descending = order == Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=self.columns[column].sort_key, reverse=descending)

    def _shown_texts(self, row: R) -> str:
        return "\n".join(column.text(row) for column in self.columns)


class RowsFilter(QSortFilterProxyModel, Generic[R]):
    """Lets through the rows that hold every word of the filter, and that `accept` takes."""

    def __init__(self, model: RowsModel[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._accept: Callable[[R], bool] | None = None
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """Filter by the words of a text, in any order."""
        words = folded(text).split()
        if words != self._words:
            self._words = words
            self.invalidate()

    def set_accept(self, accept: Callable[[R], bool] | None) -> None:
        """Filter by a rule in addition to the words; None takes all."""
        self._accept = accept
        self.invalidate()

    def row(self, number: int) -> R:
        """The row at a place of the filtered table."""
        row: R = self.index(number, 0).data(Qt.ItemDataRole.UserRole)
        return row

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._accept is not None and not self._accept(self._model.rows[source_row]):
            return False
        if not self._words:
            return True
        haystack = self._model.haystack(source_row)
        return all(word in haystack for word in self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._model.sort(column, order)
