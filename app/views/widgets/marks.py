"""Signs that stand beside a text in a table."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap


def exclamation(colour: str) -> QIcon:
    """A sign that something needs attention: a ring with an exclamation mark."""
    size = 16
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.drawEllipse(2, 2, 12, 12)
    painter.drawLine(8, 5, 8, 9)
    painter.drawPoint(8, 11)
    painter.end()
    return QIcon(pixmap)
