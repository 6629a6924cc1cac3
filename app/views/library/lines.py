"""The list below a text: what it is related to, or what it contains."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from app.views.library.sheets import Line
from app.views.widgets.progress_icons import progress_icon
from app.views.widgets.rows_model import Index, plain_tip
from app.views.widgets.two_lines import COUNT, SECOND_LINE, TwoLines

_NOWHERE = QModelIndex()


class LinesModel(QAbstractListModel):
    """Qt.UserRole gives the Line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; where only states differ, the selection stays."""
        before = self.lines
        if [line.key for line in before] != [line.key for line in lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif before != lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{line.title}\n{line.second}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.title}\n{line.second}\n{line.right}"
            case Qt.ItemDataRole.DecorationRole:
                return progress_icon(line.progress) if line.progress else None
            case Qt.ItemDataRole.UserRole:
                return line
            case _ if role == SECOND_LINE:
                return line.second
            case _ if role == COUNT:
                return line.right
            case _:
                return None


class LinesList(QListView):
    """`opened` carries the key of a line that was double-clicked or on which Enter was pressed."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(TwoLines(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        self.lines.set_lines(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if line is not None:
            self.opened.emit(line.key)
