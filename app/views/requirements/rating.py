"""Rating of one requirement: the levels of the scheme, each with what it means here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from app.domain.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL
from app.views.desk import Desk
from app.views.widgets.basic import GAP, button, card, label

_LEVELS = range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)
# Whoever goes through the levels with the arrow keys rates once, where they rest.
REST_MS = 400


class Rating(QWidget):
    """`edited` carries the level, or None when the rating is taken back."""

    edited = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: int | None = None
        self._read_only = False
        self._buttons = [QRadioButton() for _ in _LEVELS]
        self._anchors = [_Anchor() for _ in _LEVELS]
        self._group = QButtonGroup(self)
        self._title = label(desk.text("field.level"), "section-title")
        self._mark = label(desk.text("mark.unofficial"), "muted")
        self._clear = button(self.tr("Clear the rating"), "link")
        self._problem = label("", "error", wrap=True)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title)
        head.addWidget(self._mark)
        head.addStretch(1)
        head.addWidget(self._clear)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for level, choice, anchor in zip(_LEVELS, self._buttons, self._anchors, strict=True):
            self._group.addButton(choice, level)
            grid.addWidget(choice, level, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(anchor, level, 1)
        frame, inside = card()
        inside.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        inside.addLayout(head)
        inside.addLayout(grid)
        inside.addWidget(self._problem)
        self._problem.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_chosen)
        self._clear.clicked.connect(self._on_cleared)
        self._rest.timeout.connect(lambda: self.edited.emit(self._level))
        for choice, anchor in zip(self._buttons, self._anchors, strict=True):
            anchor.clicked.connect(choice.click)

    def set_labels(self, labels: list[str]) -> None:
        """Names of the levels from 0 on, as the scheme has them."""
        for choice, name in zip(self._buttons, labels, strict=True):
            choice.setText(name.replace("&", "&&"))

    def set_anchors(self, anchors: list[str]) -> None:
        """What the levels from 1 on mean for the requirement; nothing for the region's own."""
        meanings = [self.tr("Nothing has been done yet."), *anchors]
        meanings += [""] * (len(self._buttons) - len(meanings))
        for choice, anchor, meaning in zip(self._buttons, self._anchors, meanings, strict=True):
            choice.setAccessibleDescription(meaning)
            anchor.setText(meaning)

    def refuse(self, sentence: str) -> None:
        """Say why the rating was not saved; "" when all is well."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def set_value(self, level: int | None) -> None:
        """Show what the workbook holds; what was chosen just now stays."""
        if not self._rest.isActive():
            self._show(level)

    def _show(self, level: int | None) -> None:
        self._level = level
        # An exclusive group can't be left without a choice otherwise.
        self._group.setExclusive(False)
        for number, choice in zip(_LEVELS, self._buttons, strict=True):
            choice.setChecked(number == level)
        self._group.setExclusive(True)
        self._clear.setVisible(level is not None and not self._read_only)

    def value(self) -> int | None:
        return self._level

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for widget in (*self._buttons, *self._anchors):
            widget.setEnabled(not read_only)
        self._clear.setVisible(self._level is not None and not read_only)

    def focus(self) -> None:
        """Put the cursor on the level that is chosen, or on the first."""
        self._buttons[self._level or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, level: int) -> None:
        if level != self._level:
            self._show(level)
            self._rest.start()

    def _on_cleared(self) -> None:
        self._show(None)
        self._rest.start()

    def flush(self) -> None:
        """Say now what was chosen just now."""
        if self._rest.isActive():
            self._rest.stop()
            self.edited.emit(self._level)


class _Anchor(QLabel):
    """What a level means; a click chooses it."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "muted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()
