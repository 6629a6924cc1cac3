"""The right side: one entry or document with what it says and what it is related to."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.views.library.lines import LinesList
from app.views.library.sheets import Sheet
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, Role, button, label


class Reader(QWidget):
    """`opened` carries the key of another entry, `answer` the id of a requirement to go to."""

    back = Signal()
    forward = Signal()
    opened = Signal(str)
    answer = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self.back_button = button(self.tr("Back"), "link")
        self.forward_button = button(self.tr("Forward"), "link")
        self.answer_button = button(self.tr("Go to the answer"))
        self._place = ElidedLabel("muted")
        self._area = QScrollArea()
        self._list_title = label("", "section-title", wrap=True)
        self.list = LinesList()
        self._below = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.back_button.setToolTip("Alt+Left")
        self.forward_button.setToolTip("Alt+Right")
        ways = QHBoxLayout()
        ways.setSpacing(GAP)
        ways.addWidget(self.back_button)
        ways.addWidget(self.forward_button)
        ways.addWidget(self._place, 1)
        ways.addWidget(self.answer_button)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Text"))
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, GAP, 0, 0)
        below.setSpacing(GAP)
        below.addWidget(self._list_title)
        below.addWidget(self.list, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self._area)
        halves.addWidget(self._below)
        halves.setChildrenCollapsible(False)
        halves.setSizes([300, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, GAP, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(ways)
        layout.addWidget(halves, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.list.opened.connect(self.opened)
        self.answer_button.clicked.connect(self._go_to_answer)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, or the same with other states; then nothing moves."""
        if sheet == self._sheet:
            return
        anew = self._sheet is None or self._sheet.key != sheet.key
        at = 0 if anew else self._area.verticalScrollBar().value()
        self._sheet = sheet
        self._place.setText(sheet.place)
        self.answer_button.setVisible(bool(sheet.requirement))
        self._area.setWidget(_Page(sheet))
        # Once the layout knows how long the text is.
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(at))
        self._list_title.setText(sheet.list_title)
        self.list.setAccessibleName(sheet.list_title)
        self.list.set_lines(sheet.lines)
        self._below.setVisible(bool(sheet.lines))
        if anew:
            self.list.scrollToTop()

    def show_ways(self, *, back: bool, forward: bool) -> None:
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def take_focus(self) -> None:
        """Put the keyboard to the text, so that keys scroll it and lead back."""
        self._area.setFocus()

    def texts(self) -> list[str]:
        """Everything that the text says, in order."""
        return [one.text() for one in self._area.widget().findChildren(QLabel)]

    def _go_to_answer(self) -> None:
        if self._sheet is not None:
            self.answer.emit(self._sheet.requirement)


class _Page(QWidget):
    """The text of a sheet."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(4)
        layout.addWidget(_text(sheet.heading, "page-title"))
        layout.addWidget(_text(sheet.mark, "muted"))
        for title, text in sheet.parts:
            layout.addSpacing(GAP)
            if title:
                layout.addWidget(label(title, "section-title", wrap=True))
            layout.addWidget(_text(text))
        layout.addSpacing(GAP)
        layout.addWidget(_text(sheet.note, "muted"))
        layout.addStretch(1)


def _text(text: str, role: Role | None = None) -> QLabel:
    widget = label(text, role, wrap=True)
    widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return widget
