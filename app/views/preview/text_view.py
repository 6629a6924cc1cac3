"""Paragraphs and tables as text that can be read and copied, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextFrameFormat, QTextTableFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.views.preview.blocks import Block, Table


class TextView(QTextEdit):
    """Everything is put in as plain text: what a file says is never read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    def show_blocks(self, blocks: Sequence[Block], note: str = "") -> None:
        """Show a document from its beginning; `note` stands below it."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in blocks:
            if isinstance(block, str):
                cursor.insertText(block)
                cursor.insertBlock()
            else:
                _insert_table(cursor, block)
        if note:
            cursor.insertText(note)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _insert_table(cursor: QTextCursor, rows: Table) -> None:
    look = QTextTableFormat()
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderCollapse(True)
    look.setCellPadding(3)
    look.setCellSpacing(0)
    table = cursor.insertTable(len(rows), max(map(len, rows)), look)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cellAt(number, column).firstCursorPosition().insertText(text)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
