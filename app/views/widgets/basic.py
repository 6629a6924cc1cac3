"""Labels, buttons and frames in the look of the window (resources/style/window.qss)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

Role = Literal["page-title", "section-title", "muted", "error", "good", "warning", "figure"]

# The grid: distances in device-independent pixels.
GAP = 8
WIDE = 16


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look; the style sheet is applied anew."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: Role | None = None, *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is: what people typed is never read as markup."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(wrap)
    if role:
        widget.setProperty("role", role)
    return widget


class ElidedLabel(QLabel):
    """A line that is cut with … where there is no room; the whole of it is in the tooltip."""

    def __init__(self, role: Role | None = None) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width()
        )
        self._show_tip(cut=shown != self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment()), shown)

    def _show_tip(self, *, cut: bool) -> None:
        """The whole text, as text and not as markup."""
        from html import escape  # start-up time

        self.setToolTip(f"<qt>{escape(self.text())}</qt>" if cut else "")


def button(text: str, role: Literal["", "primary", "link"] = "") -> QPushButton:
    widget = QPushButton(text)
    if role:
        widget.setProperty("role", role)
    if role == "link":
        widget.setCursor(Qt.CursorShape.PointingHandCursor)
    return widget


def card() -> tuple[QFrame, QVBoxLayout]:
    """A framed area and its layout."""
    frame = QFrame()
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
    layout.setSpacing(GAP)
    return frame, layout


def banner(text: str) -> QFrame:
    """A line across the window that says what holds for everything below."""
    frame = QFrame()
    frame.setProperty("role", "banner")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label(text, wrap=True))
    return frame
