"""Where in a dossier a requirement is shown, and what it proves."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QGridLayout, QWidget

from app.errors import WorkbookError
from app.queries.evidence import EvidenceRow
from app.queries.evidence_parts import LinkRow
from app.services.evidence_links import link
from app.views.desk import Desk
from app.views.requirements.drafts import Drafts, Key
from app.views.widgets.basic import GAP, label
from app.views.widgets.text_fields import TextField

# Locator and what is proved: written together, as they belong to one link.
Details = tuple[str, str]


class LinkDetails(QWidget):
    """Saves itself like the answer."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._key: Key = ("", "")
        self._evidence_id = ""
        self.locator = TextField("locator")
        self.proves = TextField("proves")
        self._build()
        self._connect()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        for column, field in enumerate(self._fields):
            name = self._desk.text(f"field.{field.field}")
            field.set_name(name)
            title = label(name)
            title.setBuddy(field)
            grid.addWidget(title, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, column + 1)
            field.set_read_only(self._desk.read_only)
        self.locator.editor.setPlaceholderText(self.tr("e.g. page 3"))

    def _connect(self) -> None:
        for field in self._fields:
            field.edited.connect(self._submit)
        self._drafts.saved.connect(self._on_saved)
        self._drafts.refused.connect(self._on_refused)

    @property
    def _fields(self) -> tuple[TextField, TextField]:
        return self.locator, self.proves

    def show_link(self, requirement_id: str, row: EvidenceRow | None) -> None:
        """Show the link of a dossier with a requirement; what is typed on the same link stays."""
        self.setVisible(row is not None)
        key = (requirement_id, f"link:{row.id}" if row else "")
        found = _link(row, requirement_id)
        saved = (found.locator, found.proves) if found else ("", "")
        if key == self._key:
            for field, text in zip(self._fields, saved, strict=True):
                field.set_text(text)
            return
        self.flush()
        self._key = key
        self._evidence_id = row.id if row else ""
        for field, text in zip(self._fields, saved, strict=True):
            field.reset(text)
        draft = self._drafts.get(key)
        if draft is not None:
            sentence = self._desk.sentence(draft.error) if draft.error else ""
            for field, text in zip(self._fields, cast(Details, draft.value), strict=True):
                if text != field.text():
                    field.show_unsaved(text, sentence)

    def flush(self) -> None:
        """Hand over what is being typed; a text over its limit is kept, but not handed over."""
        if not self._evidence_id or self._desk.read_only:
            return
        if any(field.too_long() for field in self._fields):
            self._submit()
            return
        for field in self._fields:
            field.flush()
        draft = self._drafts.get(self._key)
        if draft and draft.error and not any(field.unsaved() for field in self._fields):
            self._drafts.drop(self._key)

    def _submit(self) -> None:
        workbook, key, evidence_id = self._desk.workbook, self._key, self._evidence_id
        locator, proves = (field.text().strip() for field in self._fields)
        self._drafts.submit(
            key,
            (locator, proves),
            lambda: link(workbook, evidence_id, key[0], locator, proves),
        )

    def _on_saved(self, key: Key, value: Details) -> None:
        if key == self._key:
            for field, text in zip(self._fields, value, strict=True):
                field.accept(text)

    def _on_refused(self, key: Key, error: WorkbookError) -> None:
        if key == self._key:
            for field in self._fields:
                if field.unsaved():
                    field.refuse(self._desk.sentence(error))


def _link(row: EvidenceRow | None, requirement_id: str) -> LinkRow | None:
    if row is None:
        return None
    return next((found for found in row.links if found.requirement_id == requirement_id), None)
