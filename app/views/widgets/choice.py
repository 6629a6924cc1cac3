"""A drop-down list of values with names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

V = TypeVar("V")


class Choice(QComboBox, Generic[V]):
    """The wheel scrolls the page unless the list has the focus, so that nothing changes unseen."""

    def __init__(self, options: Iterable[tuple[V, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[V] = []
        self._fill(options)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def describe(self, name: str, characters: int) -> None:
        """Say what is chosen here, where no label does; as wide as some characters."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(characters)

    def value(self) -> V:
        return self._values[self.currentIndex()]

    def set_value(self, value: V) -> None:
        """Choose without the signal of a choice."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value))

    def set_options(self, options: Iterable[tuple[V, str]]) -> None:
        """Offer other values; what was chosen stays, or else the first is."""
        chosen = self.value()
        with QSignalBlocker(self):
            self.clear()
            self._values.clear()
            self._fill(options)
            if chosen in self._values:
                self.setCurrentIndex(self._values.index(chosen))

    def _fill(self, options: Iterable[tuple[V, str]]) -> None:
        for value, name in options:
            self._values.append(value)
            self.addItem(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet leaves the room for the arrow empty."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        colour = self.palette().color(group, QPalette.ColorRole.WindowText)
        painter.setPen(QPen(colour, 1.5))
        x, y = self.width() - 16.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
