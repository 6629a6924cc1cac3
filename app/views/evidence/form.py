"""What is said of a dossier; every field saves itself."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.queries.evidence import EvidenceRow
from app.services.evidence import EvidenceFields, edit_evidence
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.evidence.saver import Saver
from app.views.widgets.basic import GAP, label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField

_ORDER = (
    "title",
    "kind",
    "document_number",
    "issuing_body",
    "formed_on",
    "valid_until",
    "confidentiality",
    "notes",
)


class DossierForm(QWidget):
    """Shows one dossier; what could not be saved of another one is kept by the saver."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saver = Saver(desk, partial(_edit, desk.workbook), self)
        self._id = ""
        # What was typed into date fields of other dossiers and is no date.
        self._no_dates: dict[tuple[str, str], str] = {}
        self.texts = {
            "title": TextField("title"),
            "document_number": TextField("document_number"),
            "issuing_body": TextField("issuing_body"),
            "notes": TextField("notes", lines=3),
        }
        self.dates = {"formed_on": DateField(), "valid_until": DateField()}
        self.choices: dict[str, Choice[Any]] = {
            "kind": Choice([(kind, desk.text(f"kind.{kind}")) for kind in EvidenceKind]),
            "confidentiality": Choice(
                [(mark, desk.text(f"confidentiality.{mark}")) for mark in Confidentiality]
            ),
        }
        self._choice_notes = {name: label("", "error", wrap=True) for name in self.choices}
        self._build()
        self._connect()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in _ORDER:
            title = self._desk.text(f"field.{name}")
            form.addRow(self._buddy(title, name), self._with_note(name))
            if name == "confidentiality":
                form.addRow("", self._warning())
        for name, field in (self.texts | self.dates).items():
            field.set_name(self._desk.text(f"field.{name}"))
            field.set_read_only(self._desk.read_only)
        for name, choice in self.choices.items():
            choice.setAccessibleName(self._desk.text(f"field.{name}"))
            choice.setEnabled(not self._desk.read_only)

    def _buddy(self, title: str, name: str) -> QLabel:
        made = label(title)
        made.setBuddy(self.field(name))
        return made

    def _with_note(self, name: str) -> QWidget:
        if name not in self.choices:
            return self.field(name)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.choices[name])
        column.addWidget(self._choice_notes[name])
        self._choice_notes[name].hide()
        return holder

    def _warning(self) -> QLabel:
        return label(self.tr("Classified material must not be entered."), "muted", wrap=True)

    def _connect(self) -> None:
        for name, text in self.texts.items():
            text.edited.connect(partial(self._save, name))
        for name, day in self.dates.items():
            day.edited.connect(partial(self._save, name))
        for name, choice in self.choices.items():
            choice.currentIndexChanged.connect(lambda _, n=name: self._save_choice(n))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)

    def field(self, name: str) -> QWidget:
        """The input of a field."""
        return {**self.texts, **self.dates, **self.choices}[name]

    def show_row(self, row: EvidenceRow) -> None:
        """Show a dossier, or what the workbook now holds of the one that is shown."""
        other = row.id != self._id
        if other:
            self._leave()
            self._id = row.id
        for name, text in self.texts.items():
            kept = self._saver.unsaved(row.id, name)
            if other:
                text.reset(getattr(row, name))
            else:
                text.set_text(getattr(row, name))
            if kept is not None and other:
                text.show_unsaved(str(kept.value), kept.sentence)
        for name, day in self.dates.items():
            self._show_date(name, day, getattr(row, name), other)
        for name, choice in self.choices.items():
            kept = self._saver.unsaved(row.id, name)
            choice.set_value(kept.value if kept else getattr(row, name))
            self._choice_notes[name].setText(kept.sentence if kept else "")
            self._choice_notes[name].setVisible(kept is not None)

    def forget(self) -> None:
        """The dossier is gone from the workbook."""
        self._saver.forget(self._id)
        self._id = ""

    def flush(self) -> None:
        """Hand over what is being typed, and what failed before."""
        for field in self._typed():
            field.flush()
        self._saver.retry()

    def unsaved(self) -> bool:
        shown = bool(self._id) and any(field.unsaved() for field in self._typed())
        return shown or self._saver.any_unsaved() or bool(self._no_dates)

    def _typed(self) -> list[TextField | DateField]:
        return [*self.texts.values(), *self.dates.values()]

    def _leave(self) -> None:
        """Before another dossier is shown: nothing that was typed gets lost."""
        if not self._id:
            return
        for name, text in self.texts.items():
            # Also what is too long: the service refuses it, and it is shown again with the reason.
            if text.unsaved():
                self._save(name, text.text().strip())
        for name, day in self.dates.items():
            day.flush()
            if day.unsaved():
                self._no_dates[self._id, name] = day.text()

    def _show_date(self, name: str, day: DateField, value: date | None, other: bool) -> None:
        kept = self._saver.unsaved(self._id, name)
        typed = self._no_dates.pop((self._id, name), None)
        if typed is not None:
            day.set_value(value)
            day.show_typed(typed)
        elif kept is not None:
            day.set_value(kept.value if isinstance(kept.value, date) else None)
            day.refuse(kept.sentence)
        elif other:
            day.set_value(value)
        else:
            day.refresh_value(value)

    def _save_choice(self, name: str) -> None:
        self._save(name, self.choices[name].value())

    def _save(self, name: str, value: object) -> None:
        if self._id:
            self._saver.save(self._id, name, value)

    def _on_saved(self, evidence_id: str, name: str, value: object) -> None:
        if evidence_id != self._id:
            return
        if name in self.texts:
            self.texts[name].accept(str(value))
        elif name in self.dates:
            self.dates[name].accept()
        else:
            self._choice_notes[name].hide()

    def _on_failed(self, evidence_id: str, name: str, _: object) -> None:
        kept = self._saver.unsaved(evidence_id, name)
        if evidence_id != self._id or kept is None:
            return
        if name in self.texts:
            self.texts[name].refuse(kept.sentence)
        elif name in self.dates:
            self.dates[name].refuse(kept.sentence)
        else:
            self._choice_notes[name].setText(kept.sentence)
            self._choice_notes[name].show()


def _edit(workbook: Workbook, evidence_id: str, name: str, value: object) -> Changes:
    fields: EvidenceFields = {name: value}  # type: ignore[misc]
    return edit_evidence(workbook, evidence_id, **fields)
