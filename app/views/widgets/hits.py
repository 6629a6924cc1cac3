"""What a search found: the list, and how a hit is drawn with what was found in it marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView

from app.queries.library.search import Marked
from app.views import theme
from app.views.widgets.rows_model import NOWHERE, Index, plain_tip
from app.views.widgets.two_lines import LinesDelegate


class Found(Protocol):
    """What hits of every search have."""

    @property
    def id(self) -> str: ...
    @property
    def heading(self) -> Marked: ...
    @property
    def surroundings(self) -> Marked: ...


H = TypeVar("H", bound=Found)


class HitsModel(QAbstractListModel, Generic[H]):
    """Qt.UserRole gives the hit; `where` says in which document, dossier or file it stands."""

    def __init__(self, where: Callable[[H], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self.hits: tuple[H, ...] = ()

    def set_hits(self, hits: Sequence[H]) -> None:
        if tuple(hits) != self.hits:
            self.beginResetModel()
            self.hits = tuple(hits)
            self.endResetModel()

    def place(self, key: str) -> int:
        """The row of a hit; -1 where it was not found."""
        return next((row for row, hit in enumerate(self.hits) if hit.id == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._where(hit)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(hit.surroundings.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._where(hit)}\n{hit.heading.text}\n{hit.surroundings.text}"
            case Qt.ItemDataRole.UserRole:
                return hit
            case _:
                return None


class HitsList(QListView, Generic[H]):
    """The list of a search."""

    def __init__(self, name: str, where: Callable[[H], str]) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__()
        self.hits: HitsModel[H] = HitsModel(where, self)
        self.setAccessibleName(name)
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def enter(self) -> None:
        """Come here from the line in which one types; the first hit is shown."""
        self.setFocus()
        if not self.currentIndex().isValid() and self.hits.hits:
            self.setCurrentIndex(self.hits.index(0))


class HitDelegate(LinesDelegate):
    """What was found is bold and underlined, and has a ground colour."""

    # Where it is, its heading, and two of what surrounds the finding.
    lines = 4

    def content(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Found = index.data(Qt.ItemDataRole.UserRole)
        where = str(index.data())
        colours = theme.colours()
        line = QFontMetrics(font).lineSpacing()
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, where)
        painter.setPen(QColor(colours.text))
        lines = self.lines - 1
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
