"""Draws rows of several lines; of two lines, an icon before, and a few words at the right end."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.views import theme

# What the second line says, the words at the right end, and whether the first line is a heading.
SECOND_LINE = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
HEADING = Qt.ItemDataRole.UserRole + 3

_PAD = 6
_ICON = 16
_ELIDE = Qt.TextElideMode.ElideRight
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LinesDelegate(QStyledItemDelegate):
    """Draws `lines` lines; all rows have one height, so that the view need not measure them."""

    lines: int

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        drawn: Any = option  # its fields are not in PySide6's type stubs
        return QSize(160, self.lines * drawn.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ground: Any = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text, ground.icon = "", QIcon()
        style = ground.widget.style() if ground.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        painter.save()
        area = ground.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        self.content(painter, area, ground.font, index)
        painter.restore()

    @abstractmethod
    def content(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row; its ground is there."""


class TwoLines(LinesDelegate):
    """A title with an icon, and a line that says more."""

    lines = 2

    def content(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = theme.colours()
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        count = index.data(COUNT)
        title_font = QFont(font)
        title_font.setBold(index.data(HEADING) is True)
        line = QFontMetrics(font).lineSpacing()
        if isinstance(icon, QIcon):
            icon.paint(painter, area.left(), area.top() + (line - _ICON) // 2, _ICON, _ICON)
            area = area.adjusted(_ICON + _PAD, 0, 0, 0)
        text = str(index.data(SECOND_LINE) or "")
        # A single line stands in the middle.
        first = QRect(area.left(), area.top(), area.width(), line if text else 2 * line)
        painter.setFont(title_font)
        painter.setPen(QColor(colours.text))
        if count:
            painter.drawText(first, _RIGHT, count)
            first.setRight(first.right() - QFontMetrics(title_font).horizontalAdvance(count) - _PAD)
        self._text(painter, first, str(index.data()))
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        second = QRect(area.left(), area.top() + line, area.width(), line)
        self._text(painter, second, text)

    @staticmethod
    def _text(painter: QPainter, area: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, _ELIDE, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
