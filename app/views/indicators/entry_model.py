"""A table in which people type: rows of the workbook, and an empty row for something new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from app.views import theme
from app.views.indicators.drafts import NEW, Draft
from app.views.indicators.icons import error_icon
from app.views.widgets.rows_model import RIGHT, Index, plain_tip

R = TypeVar("R")

_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class EntryColumn(Generic[R]):
    """`shown` is what stands in a cell, `typed` what one starts from when editing it.

    A column without `typed` can't be edited; one that is `fixed` only in the empty row. `options`
    are values with their names to choose from, `known` gives texts that are offered while one
    types; they may come later.
    """

    name: str
    title: str
    shown: Callable[[R], str]
    typed: Callable[[R], str] | None = None
    fixed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    known: Callable[[], QStringListModel] | None = None
    align: Qt.AlignmentFlag = _LEFT
    width: int = 12
    icon: Callable[[R], QIcon | None] | None = None


class EntryModel(QAbstractTableModel, Generic[R]):
    """`typed` carries the key of a row, the name of a column and what was typed there."""

    typed = Signal(str, str, str)

    def __init__(
        self,
        columns: Sequence[EntryColumn[R]],
        key: Callable[[R], str],
        draft: Callable[[str, str], Draft | None],
        invitation: str,
        parent: QObject | None = None,
    ) -> None:
        """`draft` gives what was typed into a cell, `invitation` stands in the empty row."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.read_only = False
        self._key = key
        self._draft = draft
        self._invitation = invitation
        self._rows: list[R] = []
        self._error = error_icon()

    @property
    def rows(self) -> list[R]:
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        if [self._key(row) for row in rows] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        else:
            self._rows = list(rows)
            self.show_again()

    def show_again(self) -> None:
        """The drafts are others."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def key(self, number: int) -> str:
        """The key of a row, NEW for the empty one."""
        return self._key(self._rows[number]) if number < len(self._rows) else NEW

    def number(self, key: str) -> int | None:
        """Where a row stands."""
        return next((n for n in range(self.rowCount()) if self.key(n) == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + (not self.read_only)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.read_only:
            column = self.columns[index.column()]
            new = self.key(index.row()) == NEW
            if column.typed is not None and (new or not column.fixed):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        key = self.key(index.row())
        draft = self._draft(key, column.name)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self._shown(index, draft).split())
            case Qt.ItemDataRole.EditRole:
                return self._to_edit(index, draft)
            case Qt.ItemDataRole.ToolTipRole:
                sentence = draft.sentence if draft else ""
                return plain_tip(sentence or self._shown(index, draft))
            case Qt.ItemDataRole.DecorationRole:
                if draft is not None and draft.sentence:
                    return self._error
                return None if key == NEW or column.icon is None else column.icon(self._at(index))
            case Qt.ItemDataRole.ForegroundRole:
                muted = key == NEW and draft is None
                return QColor(theme.colours().muted) if muted else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        text = " ".join(str(value).split())
        column = self.columns[index.column()]
        key = self.key(index.row())
        if text != self._to_edit(index, self._draft(key, column.name)):
            self.typed.emit(key, column.name, text)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        right = self.columns[section].align == RIGHT
        return (RIGHT if right else _LEFT) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _at(self, index: Index) -> R:
        return self._rows[index.row()]

    def _shown(self, index: Index, draft: Draft | None) -> str:
        column = self.columns[index.column()]
        if draft is not None:
            return dict(column.options).get(draft.text, draft.text)
        if self.key(index.row()) != NEW:
            return column.shown(self._at(index))
        if column.options:
            return column.options[0][1]
        return self._invitation if index.column() == self._first_typed() else ""

    def _first_typed(self) -> int:
        """The first column of the empty row in which one types."""
        return next(
            n for n, it in enumerate(self.columns) if it.typed is not None and not it.options
        )

    def _to_edit(self, index: Index, draft: Draft | None) -> str:
        column = self.columns[index.column()]
        if draft is not None:
            return draft.text
        if self.key(index.row()) == NEW:
            return column.options[0][0] if column.options else ""
        return column.typed(self._at(index)) if column.typed else ""
