"""A calendar to pick one day from, beside the field that it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget


class CalendarPopup(QCalendarWidget):
    """Opens at `anchor` and is gone for good when it is closed."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The numbers of the weeks are of no use here, and want room.
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        # Qt's own red can't be read on a dark ground.
        weekend = QTextCharFormat()
        weekend.setForeground(self.palette().placeholderText())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, weekend)

    def open(self) -> None:
        self.ensurePolished()  # the style sheet makes it larger
        size = self.sizeHint()
        anchor = QRect(self._anchor.mapToGlobal(QPoint(0, 0)), self._anchor.size())
        screen = self._anchor.screen().availableGeometry()
        self.setGeometry(QRect(place_for(size, anchor, screen), size))
        self.show()


def place_for(size: QSize, anchor: QRect, screen: QRect) -> QPoint:
    """Below the anchor, above it where there is no room, and nowhere off the screen."""
    below = anchor.bottom() + 1
    fits = below + size.height() <= screen.bottom() + 1
    top = below if fits else anchor.top() - size.height()
    left = min(anchor.left(), screen.right() + 1 - size.width())
    return QPoint(max(left, screen.left()), max(top, screen.top()))
