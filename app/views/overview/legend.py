"""What the parts of the progress bars mean."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views import theme
from app.views.desk import Desk

_SQUARE = 12
_SPACE = 16


class Legend(QWidget):
    """The three squares with their words, on one line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        names = ("done", "in-progress", "not-started")
        self._words = [desk.text(f"progress.{name}") for name in names]
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(word) for word in self._words)
        return QSize(words + len(self._words) * (_SQUARE + 4 + _SPACE) - _SPACE, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.colours()
        painter = QPainter(self)
        left, top = 0, (self.height() - _SQUARE) // 2
        fills = (look.accent, look.selected, look.base)
        for word, fill in zip(self._words, fills, strict=True):
            painter.setPen(QColor(look.border))
            painter.setBrush(QColor(fill))
            painter.drawRect(left, top, _SQUARE - 1, _SQUARE - 1)
            width = self.fontMetrics().horizontalAdvance(word)
            painter.setPen(QColor(look.muted))
            place = QRect(left + _SQUARE + 4, 0, width, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
            left += _SQUARE + 4 + width + _SPACE
