"""Text fields that save themselves: after a pause in typing, when they are left, and fields of
several lines at the end of each sentence: some people never pause.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.limits import FIELD_LIMITS
from app.views.widgets.basic import label, set_role

# A pause in typing after which the text is saved, in milliseconds.
PAUSE_MS = 800
# From this part of the limit on the field counts aloud.
_NEAR = 0.8
# What has been typed up to one of these is saved at once. The last is a new line, as Qt says it.
_SENTENCE_ENDS = ("。", "！", "？", "；", ". ", "! ", "? ", "; ", "\u2029")
# A field of several lines grows with its text up to this many times its first height.
_GROWTH = 3


class TextField(QWidget):
    """One line or several. The limit is in the tooltip; near it the length is shown below.

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
        self._note = label("", "muted", wrap=True)
        self.editor: Line | Lines = Line() if lines == 1 else Lines(lines)
        self.setFocusProxy(self.editor)
        self._build()
        self._connect()

    def _build(self) -> None:
        limit = self.tr("At most {0} characters").format(self.limit)
        self.editor.setToolTip(limit)
        self.editor.setAccessibleDescription(limit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.editor)
        layout.addWidget(self._note)
        self._show_note()

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self._timer.timeout.connect(self.flush)
        self.editor.left.connect(self.flush)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the field."""
        self.editor.setAccessibleName(name)

    def text(self) -> str:
        if isinstance(self.editor, QLineEdit):
            return self.editor.text()
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show what the workbook holds, unless something unsaved is in the field."""
        if text == self.text().strip():
            self.accept(text)
        elif not self.unsaved():
            self._put(text)
            self.accept(text)

    def reset(self, text: str) -> None:
        """Show another thing's text; what was typed before has been handed over by `flush`."""
        self._timer.stop()
        self._put(text)
        self.accept(text)

    def show_unsaved(self, text: str, sentence: str = "") -> None:
        """Show again what was typed earlier and is not saved yet, and why it could not be."""
        self._timer.stop()
        self._put(text)
        if isinstance(self.editor, QLineEdit):
            self.editor.end(False)
        else:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._show_note()
        if sentence:
            self.refuse(sentence)

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

    def too_long(self) -> bool:
        """Whether the text is over the limit; such a text is kept but not handed over."""
        return len(self.text().strip()) > self.limit

    def flush(self) -> None:
        """Hand over what has been typed and not been saved."""
        self._timer.stop()
        if self.unsaved() and not self.too_long():
            self.edited.emit(self.text().strip())

    def set_read_only(self, read_only: bool) -> None:
        self.editor.setReadOnly(read_only)

    def _put(self, text: str) -> None:
        if text == self.text():
            return
        with QSignalBlocker(self.editor):
            if isinstance(self.editor, QLineEdit):
                self.editor.setText(text)
                self.editor.setCursorPosition(0)
            else:
                self.editor.setPlainText(text)

    def _on_typed(self) -> None:
        self._show_note()
        self._timer.start()
        if isinstance(self.editor, Lines) and self.editor.ends_sentence():
            self.flush()

    def _show_note(self) -> None:
        length = len(self.text().strip())
        over = length > self.limit
        if bool(self.editor.property("invalid")) != over:
            self.editor.setProperty("invalid", over)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        role = "error" if over else "muted"
        if self._note.property("role") != role:
            set_role(self._note, role)
        self._note.setVisible(length > self.limit * _NEAR)
        self._note.setText(
            self.tr("{0} of {1} characters: too long, not saved").format(length, self.limit)
            if over
            else self.tr("{0} / {1} characters").format(length, self.limit)
        )

    @property
    def note(self) -> QLabel:
        """The line below the field: its limit, or why it could not be saved."""
        return self._note


class Line(QLineEdit):
    """A line that tells when it is left. Files dropped on it are left to the page around it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not _left_to_page(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not _left_to_page(event):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not _left_to_page(event):
            super().dropEvent(event)


class Lines(QPlainTextEdit):
    """Several lines, growing with the text; otherwise like Line."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def ends_sentence(self) -> bool:
        """Whether a sentence ends where the cursor stands."""
        cursor = self.textCursor()
        cursor.clearSelection()
        moves = QTextCursor.MoveOperation, QTextCursor.MoveMode
        cursor.movePosition(moves[0].PreviousCharacter, moves[1].KeepAnchor, 2)
        return cursor.selectedText().endswith(_SENTENCE_ENDS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not _left_to_page(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not _left_to_page(event):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not _left_to_page(event):
            super().dropEvent(event)

    def _grow(self) -> None:
        # A plain text document measures its height in lines.
        wanted = int(self.document().size().height())
        lines = min(max(wanted, self._lines), self._lines * _GROWTH)
        frame = 2 * (self.frameWidth() + int(self.document().documentMargin()) + 4)
        height = self.fontMetrics().lineSpacing() * lines + frame
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def _left_to_page(event: QDropEvent) -> bool:
    """Whether files are being dropped: the page takes them, not the text."""
    if event.mimeData().hasUrls():
        event.ignore()
        return True
    return False
