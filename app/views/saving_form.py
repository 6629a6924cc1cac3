"""A form of which every field saves itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.views.desk import Desk
from app.views.saver import Saver
from app.views.widgets.basic import GAP, label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField
from app.views.widgets.year_field import YearField

Chosen: TypeAlias = Choice[Any] | YearField


@dataclass(frozen=True, slots=True)
class Fields:
    """`names` are what people call the fields, in the order shown; `below` stands under a field."""

    names: Mapping[str, str]
    texts: Mapping[str, TextField]
    dates: Mapping[str, DateField]
    choices: Mapping[str, Chosen]
    below: Mapping[str, QWidget] = field(default_factory=dict)


class SavingForm(QWidget):
    """Shows fields of one thing; what could not be saved of another one is kept by the saver.

    Texts and dates say themselves why they were not saved, choices in a note below them.
    """

    def __init__(
        self,
        desk: Desk,
        fields: Fields,
        save: Callable[[str, str, object], Changes],
        parent: QWidget | None = None,
    ) -> None:
        """`save` writes thing, field and value."""
        super().__init__(parent)
        self._saver = Saver(desk, save, self)
        self._thing = ""
        # What was typed into date fields of other things and is no date.
        self._no_dates: dict[tuple[str, str], str] = {}
        self.texts, self.dates, self.choices = fields.texts, fields.dates, fields.choices
        self._typed: dict[str, TextField | DateField] = {**fields.texts, **fields.dates}
        self._years = [each for each in fields.choices.values() if isinstance(each, YearField)]
        self._notes = {name: label("", "error", wrap=True) for name in fields.choices}
        self._build(fields, desk.read_only)
        self._connect()

    def _build(self, fields: Fields, read_only: bool) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, title in fields.names.items():
            heading = label(title)
            heading.setBuddy(self.field(name))
            form.addRow(heading, self._with_note(name))
            if name in fields.below:
                form.addRow("", fields.below[name])
        for name, typed in self._typed.items():
            typed.set_name(fields.names[name])
            typed.set_read_only(read_only)
        for name, choice in self.choices.items():
            choice.setAccessibleName(fields.names[name])
            choice.setEnabled(not read_only)

    def _with_note(self, name: str) -> QWidget:
        if name not in self._notes:
            return self.field(name)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field(name))
        column.addWidget(self._notes[name])
        self._notes[name].hide()
        return holder

    def _connect(self) -> None:
        for name, typed in self._typed.items():
            typed.edited.connect(partial(self._save, name))
        for name, choice in self.choices.items():
            chosen = choice.edited if isinstance(choice, YearField) else choice.currentIndexChanged
            chosen.connect(lambda _, n=name: self._save(n, self.choices[n].value()))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)

    def field(self, name: str) -> QWidget:
        """The input of a field."""
        return {**self.texts, **self.dates, **self.choices}[name]

    # -- showing

    def show_thing(self, thing: str, row: object) -> None:
        """Show a thing, or what the workbook now holds of the one that is shown.

        `thing` tells it from others, `row` has an attribute for each field.
        """
        other = thing != self._thing
        if other:
            self._leave()
            self._thing = thing
        for name, text in self.texts.items():
            self._show_text(name, text, getattr(row, name), other)
        for name, day in self.dates.items():
            self._show_date(name, day, getattr(row, name), other)
        for name, choice in self.choices.items():
            kept = self._saver.unsaved(thing, name)
            value: Any = kept.value if kept else getattr(row, name)
            choice.set_value(value)
            self._show_note(name, kept.sentence if kept else "")

    def _show_text(self, name: str, text: TextField, value: str, other: bool) -> None:
        kept = self._saver.unsaved(self._thing, name)
        if other:
            text.reset(value)
        else:
            text.set_text(value)
        if kept is not None and other:
            text.show_unsaved(str(kept.value), kept.sentence)

    def _show_date(self, name: str, day: DateField, value: date | None, other: bool) -> None:
        kept = self._saver.unsaved(self._thing, name)
        typed = self._no_dates.pop((self._thing, name), None)
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

    def _show_note(self, name: str, sentence: str) -> None:
        self._notes[name].setText(sentence)
        self._notes[name].setVisible(bool(sentence))

    # -- saving

    def flush(self) -> None:
        """Hand over what is being typed, and what failed before."""
        for typed in (*self._typed.values(), *self._years):
            typed.flush()
        self._saver.retry()

    def unsaved(self) -> bool:
        shown = bool(self._thing) and any(typed.unsaved() for typed in self._typed.values())
        return shown or self._saver.any_unsaved() or bool(self._no_dates)

    def forget(self) -> None:
        """The thing is gone from the workbook."""
        self._saver.forget(self._thing)
        self._thing = ""

    def _leave(self) -> None:
        """Before another thing is shown: nothing that was typed gets lost."""
        if not self._thing:
            return
        for name, text in self.texts.items():
            # Also what is too long: the service refuses it, and it is shown again with the reason.
            if text.unsaved():
                self._save(name, text.text().strip())
        for year in self._years:
            year.flush()
        for name, day in self.dates.items():
            day.flush()
            if day.unsaved():
                self._no_dates[self._thing, name] = day.text()

    def _save(self, name: str, value: object) -> None:
        if self._thing:
            self._saver.save(self._thing, name, value)

    def _on_saved(self, thing: str, name: str, value: object) -> None:
        if thing != self._thing:
            return
        if name in self.texts:
            self.texts[name].accept(str(value))
        elif name in self.dates:
            self.dates[name].accept()
        else:
            self._show_note(name, "")

    def _on_failed(self, thing: str, name: str, _: object) -> None:
        kept = self._saver.unsaved(thing, name)
        if thing != self._thing or kept is None:
            return
        if name in self.texts:
            self.texts[name].refuse(kept.sentence)
        elif name in self.dates:
            self.dates[name].refuse(kept.sentence)
        else:
            self._show_note(name, kept.sentence)
