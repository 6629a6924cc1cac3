"""Two parts of a page side by side, or one below the other where it is too narrow for that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.views.widgets.basic import WIDE

# Room for a list and what is selected in it, where they fill a page of 900 but for its margins.
_ROOM = 900 - 2 * WIDE


class SideBySide(QSplitter):
    """`room` is the width from which on the parts stand side by side."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        sizes: tuple[int, int],
        room: int = _ROOM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._room = room
        self.addWidget(first)
        self.addWidget(second)
        self.setSizes(list(sizes))
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= self._room
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        super().resizeEvent(event)
