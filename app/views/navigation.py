"""The list of pages at the left: in groups, and as high as the window has room for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from app.views import theme
from app.views.pages import FIRST_OF_GROUP

_ICON = 20
_NARROWEST = 176
# What stands beside the words: padding, the mark of the page on show, icon and its distance.
_BESIDE_WORDS = 76
# Above and below the words of a row, at least; more of it where the window is higher.
_PADDING = 3
_HIGHEST_ROW = 40
# The space between two groups, with the line in the middle.
_BETWEEN = 9


class Navigation(QListWidget):
    """`chosen` names the page that was chosen here or shown by `show_page`."""

    chosen = Signal(str)

    def __init__(self, titles: dict[str, str]) -> None:
        super().__init__()
        self._names = list(titles)
        self.starts = frozenset(self._names.index(name) for name in FIRST_OF_GROUP)
        self.row_height = _HIGHEST_ROW
        self.setObjectName("navigation")
        self.setIconSize(QSize(_ICON, _ICON))
        self.setItemDelegate(_Rows(self))
        self.addItems(list(titles.values()))
        widest = max(self.fontMetrics().horizontalAdvance(title) for title in titles.values())
        self.setFixedWidth(max(_NARROWEST, widest + _BESIDE_WORDS))
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self._names[row]))

    @property
    def current(self) -> str:
        """Name of the page that is marked."""
        return self._names[self.currentRow()]

    def show_page(self, name: str) -> None:
        """Mark a page."""
        row = self._names.index(name)
        if self.currentRow() != row:
            self.setCurrentRow(row)

    def _height_of_rows(self) -> int:
        """All rows find room where that is possible; low ones are still easy to hit."""
        lowest = max(self.fontMetrics().height(), _ICON) + 2 * _PADDING
        # Not viewport(): to know its class, PySide sets up all classes of widgets (start-up time).
        room = self.contentsRect().height() - len(self.starts) * _BETWEEN
        return min(max(room // max(self.count(), 1), lowest), max(lowest, _HIGHEST_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Kept, as a layout asks for it very often.
        self.row_height = self._height_of_rows()
        self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    """The first row of a group has a thin line above it."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._navigation = navigation

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        # The list is as wide as its widest words; measuring them here again would take time.
        return QSize(0, self._navigation.row_height + self._above(index))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        above, area = self._above(index), option.rect  # type: ignore[attr-defined]
        if above:
            line = area.top() + above // 2
            painter.setPen(QColor(theme.colours().border))
            painter.drawLine(area.left(), line, area.right(), line)
        row = QStyleOptionViewItem(option)
        row.rect = area.adjusted(0, above, 0, 0)  # type: ignore[attr-defined]
        super().paint(painter, row, index)

    def _above(self, index: QModelIndex | QPersistentModelIndex) -> int:
        return _BETWEEN if index.row() in self._navigation.starts else 0
