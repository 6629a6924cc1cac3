"""The line above a list in which one types to filter it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FilterLine(QLineEdit):
    """`down` says that the arrow key was pressed to go to the list below; Esc empties the line.

    `entered` says that one is about to type.
    """

    down = Signal()
    entered = Signal()

    def __init__(self, invitation: str, parent: QWidget | None = None) -> None:
        """`invitation` says what is filtered; it is the accessible name too."""
        super().__init__(parent)
        self.setObjectName("filter")
        self.setPlaceholderText(invitation)
        self.setAccessibleName(invitation)
        self.setToolTip(invitation)
        self.setClearButtonEnabled(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
