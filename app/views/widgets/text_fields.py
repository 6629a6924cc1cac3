"""Text fields that save themselves: after a pause in typing, and when they are left."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.limits import FIELD_LIMITS
from app.views.widgets.basic import label, set_role

# A pause in typing after which the text is saved, in milliseconds.
PAUSE_MS = 800


class TextField(QWidget):
    """One line or several, with its limit shown below.

    `edited` carries the text to be saved. Until `accept` is called with it the field counts as
    unsaved; `set_text` from outside never overwrites what has not been saved.
    """

    edited = Signal(str)

    def __init__(self, field: str, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.limit = FIELD_LIMITS[field]
        self._saved = ""
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._note = label("", "muted")
        self.editor: QLineEdit | QPlainTextEdit = _Line() if lines == 1 else _Lines(lines)
        self.setFocusProxy(self.editor)
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.editor)
        layout.addWidget(self._note)
        self._show_note()

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self._timer.timeout.connect(self.flush)
        assert isinstance(self.editor, (_Line, _Lines))
        self.editor.left.connect(self.flush)

    def text(self) -> str:
        if isinstance(self.editor, QLineEdit):
            return self.editor.text()
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show what the workbook holds, unless something unsaved is in the field."""
        if self.unsaved() or text == self.text().strip():
            self._saved = text if not self.unsaved() else self._saved
            return
        with QSignalBlocker(self.editor):
            if isinstance(self.editor, QLineEdit):
                self.editor.setText(text)
            else:
                self.editor.setPlainText(text)
        self._saved = text
        self._show_note()

    def reset(self, text: str) -> None:
        """Show another thing's text; what was typed before has been handed over by `flush`."""
        self._saved = self.text().strip()
        self._timer.stop()
        self.set_text(text)
        self._saved = text

    def accept(self, text: str) -> None:
        """`text` has been saved."""
        self._saved = text
        self._show_note()

    def refuse(self, sentence: str) -> None:
        """Saving failed: keep the text, say why, and try again at the next pause or exit."""
        set_role(self._note, "error")
        self._note.setText(sentence)
        self._note.show()

    def unsaved(self) -> bool:
        return self.text().strip() != self._saved.strip()

    def flush(self) -> None:
        """Hand over what has been typed and not been saved."""
        self._timer.stop()
        if self.unsaved() and len(self.text().strip()) <= self.limit:
            self.edited.emit(self.text().strip())

    def set_read_only(self, read_only: bool) -> None:
        self.editor.setReadOnly(read_only)

    def _on_typed(self) -> None:
        self._show_note()
        self._timer.start()

    def _show_note(self) -> None:
        length = len(self.text().strip())
        over = length > self.limit
        self.editor.setProperty("invalid", over)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        set_role(self._note, "error" if over else "muted")
        near = length > self.limit * 0.8 or not isinstance(self.editor, QLineEdit)
        self._note.setVisible(near)
        self._note.setText(
            self.tr("{0} of {1} characters: too long, not saved").format(length, self.limit)
            if over
            else self.tr("{0} / {1} characters").format(length, self.limit)
        )

    @property
    def note(self) -> QLabel:
        """The line below the field: its limit, or why it could not be saved."""
        return self._note


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Lines(QPlainTextEdit):
    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 2 * 8)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
