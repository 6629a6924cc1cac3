"""The text of one section, and the facts that can be taken into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.vocabulary import Language
from app.services.report_texts import set_text
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.saver import Saver
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.text_fields import Lines, TextField

_LINES = 8
_FIELD = "text"
# Heights of the list of facts, in device-independent pixels; the second is Qt's own for any.
_SHORT_FACTS = 72
_QWIDGETSIZE_MAX = 16_777_215


class WritingPart(QWidget):
    """Shows one section in one language; the text saves itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saver = Saver(desk, partial(_write, desk.workbook), self)
        self._key = ""
        self.heading = label("", "section-title", wrap=True)
        self.text = TextField("report_text", lines=_LINES)
        self.facts = QListWidget()
        self.insert = button(self.tr("&Insert the fact"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.text.set_read_only(self._desk.read_only)
        self.facts.setWordWrap(True)
        self.facts.setAccessibleName(self.tr("Facts of this section"))
        self.facts.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts.setMinimumHeight(72)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        title = label(self.tr("Facts, generated from the workbook"), "muted", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(self.insert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.heading)
        layout.addWidget(self.text)
        layout.addLayout(head)
        layout.addWidget(self.facts, 1)
        layout.addStretch()  # takes what the facts may not, where practices stand below
        self._show_state()

    def _connect(self) -> None:
        self.text.edited.connect(lambda text: self._saver.save(self._key, _FIELD, text))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        self.facts.currentRowChanged.connect(self._show_state)
        self.facts.itemDoubleClicked.connect(self._on_insert)
        self.insert.clicked.connect(self._on_insert)

    def show_section(self, section: str, language: Language, heading: str, text: str) -> None:
        """Show a section, or what the workbook now holds of the one that is shown."""
        key = f"{section}/{language}"
        self.heading.setText(heading)
        self.text.set_name(heading)
        if key == self._key:
            self.text.set_text(text)
            return
        self.text.flush()
        self._key = key
        self.facts.clear()
        kept = self._saver.unsaved(key, _FIELD)
        self.text.reset(text)
        if kept is not None:
            self.text.show_unsaved(str(kept.value), kept.sentence)
        self._show_state()

    def show_facts(self, facts: Sequence[str]) -> None:
        """Show what the workbook says of the section's subject."""
        shown = [self.facts.item(row).text() for row in range(self.facts.count())]
        if shown == list(facts):
            return
        row = self.facts.currentRow()
        self.facts.clear()
        self.facts.addItems(list(facts))
        self.facts.setCurrentRow(row if row < len(facts) else -1)
        self._show_state()

    def leave_room(self, room: bool) -> None:
        """Keep the facts short where something else stands below."""
        self.facts.setMaximumHeight(_SHORT_FACTS if room else _QWIDGETSIZE_MAX)

    def flush(self) -> None:
        self.text.flush()
        self._saver.retry()

    def unsaved(self) -> bool:
        return self.text.unsaved() or self._saver.any_unsaved()

    def _on_insert(self) -> None:
        """Take the fact in where the cursor stands."""
        if self.facts.currentRow() < 0 or self._desk.read_only:
            return
        editor = cast(Lines, self.text.editor)
        cursor: QTextCursor = editor.textCursor()
        cursor.insertText(self.facts.currentItem().text())
        editor.setFocus()

    def _show_state(self) -> None:
        chosen = self.facts.currentRow() >= 0
        self.insert.setEnabled(chosen and not self._desk.read_only)

    def _on_saved(self, key: str, _: str, value: object) -> None:
        if key == self._key:
            self.text.accept(str(value))

    def _on_failed(self, key: str, _: str, value: object) -> None:
        kept = self._saver.unsaved(key, _FIELD)
        if key == self._key and kept is not None:
            self.text.refuse(kept.sentence)


def _write(workbook: Workbook, key: str, _: str, value: object) -> Changes:
    section, _, language = key.partition("/")
    return set_text(workbook, section, cast(Language, language), str(value))
