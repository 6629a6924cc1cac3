"""What a search found: the list, and how a hit is drawn with what was found in it marked."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.queries.library.search import Hit, Marked
from app.views import theme
from app.views.desk import Desk
from app.views.widgets.rows_model import Index, plain_tip

_NOWHERE = QModelIndex()
_PAD = 6
# Lines of a hit: where it is, its heading, and two of what surrounds the finding.
_LINES = 4


class HitsModel(QAbstractListModel):
    """Qt.UserRole gives the Hit."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.hits: list[Hit] = []

    def set_hits(self, hits: list[Hit]) -> None:
        if hits != self.hits:
            self.beginResetModel()
            self.hits = hits
            self.endResetModel()

    def place(self, key: str) -> int:
        """The row of an entry; -1 where it was not found."""
        return next((row for row, hit in enumerate(self.hits) if hit.id == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{self._desk.text(f'entry.{hit.kind}')} · {hit.id}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(hit.surroundings.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.id}\n{hit.heading.text}\n{hit.surroundings.text}"
            case Qt.ItemDataRole.UserRole:
                return hit
            case _:
                return None


class HitDelegate(QStyledItemDelegate):
    """All rows have one height. What was found is bold and underlined, and has a ground colour."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        drawn: Any = option  # its fields are not in PySide6's type stubs
        return QSize(160, _LINES * drawn.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ground: Any = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        where, ground.text = ground.text, ""
        style = ground.widget.style() if ground.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        hit = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        self._content(
            painter, ground.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD), ground.font, where, hit
        )
        painter.restore()

    def _content(self, painter: QPainter, area: QRect, font: QFont, where: str, hit: Hit) -> None:
        colours = theme.colours()
        line = QFontMetrics(font).lineSpacing()
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, where)
        painter.setPen(QColor(colours.text))
        lines = _LINES - 1
        area = area.adjusted(0, line, 0, 0)
        if hit.heading.text:
            _draw(painter, area, hit.heading, font, 1)
            area, lines = area.adjusted(0, line, 0, 0), lines - 1
        painter.setPen(QColor(colours.muted))
        _draw(painter, area, hit.surroundings, font, lines)


def _draw(painter: QPainter, area: QRect, marked: Marked, font: QFont, lines: int) -> None:
    """Draw a text on at most so many lines; the last is cut with … where there is more."""
    layout = QTextLayout(_cut(marked.text, font, area.width(), lines), font)
    layout.setFormats([_found(start, end) for start, end in marked.spans])
    layout.beginLayout()
    spacing = QFontMetrics(font).lineSpacing()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, number * spacing))
    layout.endLayout()
    layout.draw(painter, QPointF(area.topLeft()))


def _cut(text: str, font: QFont, width: int, lines: int) -> str:
    # A little is left over for bold letters and for where lines break.
    room = int(width * (lines - 0.1)) - QFontMetrics(font).height() * (lines - 1)
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _found(start: int, end: int) -> QTextLayout.FormatRange:
    colours = theme.colours()
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    form.setForeground(QColor(colours.text))
    form.setBackground(QColor(colours.selected))
    found: Any = QTextLayout.FormatRange()  # its fields are not in PySide6's type stubs
    found.start, found.length, found.format = start, end - start, form
    return cast(QTextLayout.FormatRange, found)
