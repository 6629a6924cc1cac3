"""The files as a table in which everything proposed can be changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from app.domain.numbers import folded
from app.errors import UserError
from app.services.intake.item import Choice, Item
from app.views import theme
from app.views.indicators.icons import error_icon
from app.views.intake.columns import SHARED, IntakeColumns, Name
from app.views.widgets.rows_model import Index, plain_tip

_NOWHERE = QModelIndex()
# Gives the text by which a column is sorted.
SORT_ROLE = Qt.ItemDataRole.UserRole + 1


class IntakeModel(QAbstractTableModel):
    """`Qt.UserRole` gives the item. `refused` carries why what was typed is not taken."""

    refused = Signal(object)

    def __init__(self, columns: IntakeColumns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.items: list[Item] = []
        self._error = error_icon()

    def set_items(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def change(self, numbers: Iterable[int], name: Name, value: object) -> None:
        """Set a column in several rows, as far as each of them can have the value."""
        for number in numbers:
            self.items[number] = self.columns.changed(self.items[number], name, value)
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))

    def haystack(self, number: int) -> str:
        """What the filter looks into."""
        item = self.items[number]
        cells = (self.columns.shown(item, name) for name in self.columns.names)
        return folded("\n".join(("/".join(item.place), *cells)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns.names)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns.editable(*self._at(index)):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, name = self._at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self.columns.shown(item, name).split())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.columns.tip(item, name))
            case Qt.ItemDataRole.DecorationRole:
                return self._error if name == "choice" and item.error is not None else None
            case Qt.ItemDataRole.ForegroundRole:
                muted = item.error is not None or item.choice is Choice.SKIP
                return QColor(theme.colours().muted) if muted else None
            case Qt.ItemDataRole.UserRole:
                return item
            case _ if role == SORT_ROLE:
                return self.columns.order(item, name)
            case _:
                return None

    def set_cells(self, numbers: Sequence[int], name: Name, value: object) -> bool:
        """Take over what was typed or chosen in one cell, for all rows where it is shared."""
        try:
            self.change(numbers if name in SHARED else numbers[:1], name, value)
        except UserError as error:
            self.refused.emit(error)
            return False
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        known = orientation == Qt.Orientation.Horizontal and section < len(self.columns.names)
        if known and role == Qt.ItemDataRole.DisplayRole:
            return self.columns.heading(self.columns.names[section])
        return None

    def _at(self, index: Index) -> tuple[Item, Name]:
        return self.items[index.row()], self.columns.names[index.column()]
