"""A year that saves itself."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from app.domain.limits import FIRST_PLAN_YEAR, LAST_PLAN_YEAR


class YearField(QSpinBox):
    """`edited` carries the year when typing has ended; the wheel changes it only with the focus."""

    edited = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(FIRST_PLAN_YEAR, LAST_PLAN_YEAR)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.edited)

    def set_value(self, year: int) -> None:
        """Show a year without the signal of an edit."""
        with QSignalBlocker(self):
            self.setValue(year)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.interpretText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
