"""A drop-down list of values with names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

V = TypeVar("V")


class Choice(QComboBox, Generic[V]):
    """The wheel scrolls the page unless the list has the focus, so that nothing changes unseen."""

    def __init__(self, options: Iterable[tuple[V, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[V] = []
        for value, name in options:
            self._values.append(value)
            self.addItem(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> V:
        return self._values[self.currentIndex()]

    def set_value(self, value: V) -> None:
        """Choose without the signal of a choice."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
