"""A table of an indicator in which people type; every cell saves itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.errors import EnvironmentProblem, UserError, WorkbookError
from app.queries.indicators import IndicatorRow
from app.views.desk import Desk
from app.views.indicators.drafts import NEW, Drafts, Place
from app.views.indicators.entry_kind import EntryKind
from app.views.indicators.entry_model import EntryModel
from app.views.indicators.entry_table import EntryTable
from app.views.widgets.basic import GAP, button, label

R = TypeVar("R")
_AGAIN_MS = 10_000


class EntryPart(QWidget, EntryKind[R]):
    """What can't be taken stays in its cell, marked, with the reason below the table.

    A row is entered once the cells that it needs are filled in. What the workbook holds is shown
    anew when nothing is being typed.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: IndicatorRow | None = None
        self._next: IndicatorRow | None = None
        # Those that have been shown, for trying again what could not be saved.
        self._seen: dict[str, IndicatorRow] = {}
        # The key that the empty row has got, until the table shows it.
        self._became = ""
        self._drafts = Drafts()
        self.model: EntryModel[R] = EntryModel(
            self.columns(), self.key_of, self._draft, self.invitation(), self
        )
        self.model.read_only = desk.read_only
        self.table = EntryTable(self.model, self.name(), stretch=self.stretch())
        self.remove = button(self.remove_text())
        self.note = label("", "error", wrap=True)
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(label(self.hint(), "muted", wrap=True), 1)
        foot.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addLayout(foot)
        self.note.hide()

    def _connect(self) -> None:
        self.model.typed.connect(self._on_typed)
        self.table.rested.connect(lambda: QTimer.singleShot(0, self, self._show_next))
        self.table.removal_wanted.connect(self._on_remove)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.model.modelReset.connect(self._show_buttons)
        self.remove.clicked.connect(self._on_remove)
        self._again.timeout.connect(self._retry)
        self._show_buttons()

    # -- showing

    def show_row(self, row: IndicatorRow | None) -> None:
        """Show another indicator, or what the workbook now holds of the one that is shown."""
        if row is not None:
            self._seen[row.id] = row
        same = row is not None and self._row is not None and row.id == self._row.id
        if same and self.table.is_editing:
            self._next = row
            return
        if not same:
            self.table.commit()
            self._became = ""
        self._next = None
        self._apply(row)

    def _show_next(self) -> None:
        if self._next is not None and not self.table.is_editing:
            row, self._next = self._next, None
            self._apply(row)

    def _apply(self, row: IndicatorRow | None) -> None:
        at = self.table.currentIndex()
        key = self.model.key(at.row()) if at.isValid() else None
        if key == NEW and self._became:
            key = self._became
        self._row, self._became = row, ""
        self._drafts.drop_saved()
        self.model.set_rows(self.entries(row) if row else ())
        self.setEnabled(row is not None)
        number = self.model.number(key) if key is not None else None
        if number is not None:
            self.table.setCurrentIndex(self.model.index(number, at.column()))
        self._show_note()

    def flush(self) -> None:
        self.table.commit()
        self._retry()

    def forget(self, indicator_id: str) -> None:
        """The indicator is gone; nothing can be saved to it."""
        self._drafts.drop_indicator(indicator_id)

    def unsaved(self) -> bool:
        return self._drafts.any_unsaved()

    def _draft(self, key: str, name: str) -> Any:
        return self._drafts.get((self._row.id, key, name)) if self._row else None

    def _show_note(self) -> None:
        sentences = list(dict.fromkeys(self._drafts.sentences(self._row.id))) if self._row else []
        self.note.setText("\n".join(sentences))
        self.note.setVisible(bool(sentences))
        self.model.show_again()

    def _show_buttons(self) -> None:
        at = self.table.currentIndex()
        self.remove.setEnabled(not self._desk.read_only and at.isValid())

    # -- writing

    def _on_typed(self, key: str, name: str, text: str) -> None:
        row = self._row
        if row is None:
            return
        if key == NEW and self._became:
            key = self._became
        place = (row.id, key, name)
        self._drafts.put(place, text)
        if key != NEW:
            self._save(row, place, text)
        elif not text:
            self._drafts.drop(place)
        else:
            self._enter(row, place, text)
        self._show_note()

    def _save(self, row: IndicatorRow, place: Place, text: str) -> None:
        try:
            work = self.edit(row, place[1], place[2], text)
        except UserError as error:
            self._drafts.refuse(place, text, self._desk.sentence(error))
            return
        self._write(work, {place: text})

    def _enter(self, row: IndicatorRow, place: Place, text: str) -> None:
        """Take the empty row over, once everything is there that it needs."""
        texts = self._drafts.of_row(row.id, NEW)
        try:
            self.check(row, place[2], text)
            if not all(texts.get(name) for name in self.needed):
                return
            key, work = self.add(row, texts)
        except UserError as error:
            self._drafts.refuse(place, text, self._desk.sentence(error))
            return
        sent = {(row.id, NEW, name): typed for name, typed in texts.items()}
        self._write(work, sent, became=key)

    def _write(self, work: Callable[[], Changes], sent: dict[Place, str], became: str = "") -> None:
        shown = self._row.id if self._row else ""

        def saved(_: Changes) -> None:
            for place, text in sent.items():
                self._drafts.mark_saved(place, text)
            if became and self._row is not None and self._row.id == shown:
                self._became = became
                self._follow(self._row, became)
            self._show_note()

        def failed(error: WorkbookError) -> None:
            again = isinstance(error, EnvironmentProblem)
            if again:
                self._again.start()
            for place, text in sent.items():
                self._drafts.refuse(place, text, self._desk.sentence(error), again)
            self._show_note()

        self._desk.write(work, saved, failed)

    def _follow(self, row: IndicatorRow, became: str) -> None:
        """What was typed into the empty row while it was being saved goes to the row it became."""
        for name, text in self._drafts.of_row(row.id, NEW).items():
            self._drafts.drop((row.id, NEW, name))
            self._on_typed(became, name, text)

    def _retry(self) -> None:
        for place, text in self._drafts.to_retry():
            row = self._seen[place[0]]
            if place[1] == NEW:
                self._enter(row, place, text)
            else:
                self._save(row, place, text)
        self._show_note()

    def _on_remove(self) -> None:
        at = self.table.currentIndex()
        row = self._row
        if row is None or not at.isValid() or self._desk.read_only:
            return
        key = self.model.key(at.row())
        self._drafts.drop_row(row.id, key)
        self._show_note()
        if key != NEW:
            said, work = self.removal(row, self.model.rows[at.row()])
            self._desk.write(work, saved=lambda _: self._desk.message.emit(said))
