"""The row of figures at the head of the overview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.views.widgets.basic import GAP, button, card, label

# Below this width of the row the cards stand in two lines.
_NARROW = 880
# Of link buttons, in resources/style/window.qss.
_LINK_PADDING = 4


class Figure(QWidget):
    """A card with one figure: its name is the way to the page it comes from."""

    opened = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        frame, inner = card()
        self._title = button(title.replace("&", "&&"), "link")
        self._figure = label("", "figure")
        self._note = label("", "muted", wrap=True)
        inner.setContentsMargins(GAP * 2 - _LINK_PADDING, GAP, GAP * 2, GAP)
        for line in (self._figure, self._note):
            line.setIndent(_LINK_PADDING)
        inner.setSpacing(0)
        inner.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._figure)
        inner.addWidget(self._note)
        inner.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self._title.clicked.connect(self.opened)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_figure(self, figure: str, note: str) -> None:
        self._figure.setText(figure)
        self._note.setText(note)
        self._title.setAccessibleDescription(f"{figure} {note}")

    def figure(self) -> str:
        return self._figure.text()

    def note(self) -> str:
        return self._note.text()


class Figures(QWidget):
    """Cards side by side, in two lines where the window is narrow."""

    def __init__(self, figures: list[Figure]) -> None:
        super().__init__()
        self._figures = figures
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        self._arrange(len(figures))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(len(self._figures) if event.size().width() >= _NARROW else 3)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, figure in enumerate(self._figures):
            self._grid.addWidget(figure, number // columns, number % columns)
        for column in range(len(self._figures)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
