"""What is said of an indicator; every field saves itself."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from app.domain.changes import Changes
from app.domain.vocabulary import Direction, Language, Period, Text, Unit
from app.queries.indicators import IndicatorRow, indicator
from app.queries.library.entries import Entry
from app.services.indicators import edit_indicator
from app.views.desk import Desk
from app.views.indicators.baseline_field import BaselineField
from app.views.saver import Saver
from app.views.widgets.basic import GAP, label
from app.views.widgets.choice import Choice
from app.views.widgets.text_fields import TextField

_TEXTS = ("title", "meaning", "source")


class IndicatorForm(QWidget):
    """Shows one indicator; what could not be saved of another one is kept by the saver."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._saver = Saver(desk, self._write, self)
        self._row: IndicatorRow | None = None
        self.texts = {
            "title": TextField("title"),
            "meaning": TextField("meaning", lines=3),
            "source": TextField("source"),
        }
        text = desk.text
        self.choices: dict[str, Choice[Any]] = {
            "measure": Choice([(it, text(f"measure.{it}")) for it in Unit]),
            "direction": Choice([(it, text(f"direction.{it}")) for it in Direction]),
            "frequency": Choice([(it, text(f"frequency.{it}")) for it in Period]),
        }
        self.baseline = BaselineField(desk)
        self._typed: tuple[TextField | BaselineField, ...] = (*self.texts.values(), self.baseline)
        self.verified = QCheckBox(self.tr("Checked against the document"))
        self.clause = label("—", wrap=True)
        self.note = label("", "error", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, GAP, GAP, GAP)
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        inputs: dict[str, QWidget] = {
            **self.texts,
            "measure": self.choices["measure"],
            "direction": self.choices["direction"],
            "baseline": self.baseline,
            "frequency": self.choices["frequency"],
            "clause": self.clause,
            "verified": self.verified,
        }
        titles = {"title": self.tr("Indicator"), "source": self.tr("Data source")}
        for name, field in inputs.items():
            title = label(titles.get(name) or self._desk.text(f"field.{name}"))
            title.setBuddy(field)
            form.addRow(title, field)
            if isinstance(field, TextField):
                field.set_name(title.text())
            elif name in self.choices:
                field.setAccessibleName(title.text())
        form.addRow(self.note)
        self.note.hide()
        for typed in self._typed:
            typed.set_read_only(self._desk.read_only)
        for chosen in (*self.choices.values(), self.verified):
            chosen.setEnabled(not self._desk.read_only)

    def _connect(self) -> None:
        for name, text in self.texts.items():
            text.edited.connect(partial(self._save, name))
        for name, choice in self.choices.items():
            choice.currentIndexChanged.connect(lambda _, n=name: self._save_choice(n))
        self.verified.toggled.connect(lambda on: self._save("verified", on))
        self.baseline.edited.connect(partial(self._save, "baseline"))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)

    # -- showing

    def show_row(self, row: IndicatorRow | None, entries: dict[str, Entry]) -> None:
        """Show an indicator, or what the workbook now holds of the one that is shown."""
        other = row is None or self._row is None or row.id != self._row.id
        if other:
            self._leave()
        self._row = row
        self.setEnabled(row is not None)
        if row is None:
            return
        for name, field in self.texts.items():
            self._show_text(name, field, row, other)
        held: dict[str, object] = {
            "measure": row.unit,
            "direction": row.direction,
            "frequency": row.period,
        }
        for name, choice in self.choices.items():
            kept = self._saver.unsaved(row.id, name)
            choice.set_value(kept.value if kept else held[name])
        self.verified.blockSignals(True)
        self.verified.setChecked(row.verified)
        self.verified.blockSignals(False)
        self.baseline.show_baseline(row.unit, row.baseline, other=other)
        self.clause.setText(_clause(row, entries, self._desk))
        self._show_note()

    def _show_text(self, name: str, field: TextField, row: IndicatorRow, other: bool) -> None:
        stored: Text = getattr(row, name)
        text = stored.in_(self._desk.language)
        kept = self._saver.unsaved(row.id, name)
        if kept is not None and other:
            field.show_unsaved(str(kept.value), kept.sentence)
        elif other:
            field.reset(text)
        else:
            field.set_text(text)

    def _show_note(self) -> None:
        """Why a choice could not be saved; texts say it themselves."""
        row = self._row
        names = (*self.choices, "verified")
        kept = [self._saver.unsaved(row.id, name) for name in names] if row else []
        self.note.setText("\n".join(it.sentence for it in kept if it))
        self.note.setVisible(bool(self.note.text()))

    # -- writing

    def flush(self) -> None:
        for field in self._typed:
            field.flush()
        self._saver.retry()

    def forget(self, indicator_id: str) -> None:
        """The indicator is gone from the workbook."""
        self._saver.forget(indicator_id)
        if self._row is not None and self._row.id == indicator_id:
            self._row = None

    def unsaved(self) -> bool:
        shown = self._row is not None and any(field.unsaved() for field in self._typed)
        return shown or self._saver.any_unsaved()

    def _leave(self) -> None:
        """Before another indicator is shown: nothing that was typed gets lost."""
        if self._row is None:
            return
        for name, text in self.texts.items():
            if text.unsaved():
                self._save(name, text.text().strip())
        self.baseline.flush()

    def _save_choice(self, name: str) -> None:
        self._save(name, self.choices[name].value())

    def _save(self, name: str, value: object) -> None:
        if self._row is not None:
            self._saver.save(self._row.id, name, value)

    def _write(self, indicator_id: str, name: str, value: object) -> Changes:
        workbook = self._desk.workbook
        fields: dict[str, Any] = {name: value}
        if name in _TEXTS:
            before = getattr(indicator(workbook, indicator_id, self._desk.today()), name)
            fields = {name: with_text(before, str(value), self._desk.language)}
        elif name == "baseline":
            level, on = value if isinstance(value, tuple) else (None, None)
            fields = {"baseline": level, "baseline_on": on}
        return edit_indicator(workbook, indicator_id, **fields)

    def _on_saved(self, indicator_id: str, name: str, value: Any) -> None:
        if self._row is None or indicator_id != self._row.id:
            return
        if name in self.texts:
            self.texts[name].accept(str(value))
        elif name == "baseline":
            self.baseline.accept(value)
        self._show_note()

    def _on_failed(self, indicator_id: str, name: str, _: object) -> None:
        kept = self._saver.unsaved(indicator_id, name)
        if self._row is None or indicator_id != self._row.id or kept is None:
            return
        if name in self.texts:
            self.texts[name].refuse(kept.sentence)
        elif name == "baseline":
            self.baseline.refuse(kept.sentence)
        self._show_note()


def with_text(before: Text, text: str, language: Language) -> Text:
    """The text in one language; the other one follows where it was the same, or empty."""
    zh = text if language == "zh" or before.zh in ("", before.en) else before.zh
    en = text if language == "en" or before.en in ("", before.zh) else before.en
    return Text(zh, en)


def _clause(row: IndicatorRow, entries: dict[str, Entry], desk: Desk) -> str:
    """Where the indicator comes from: document, id, heading or text of the clause."""
    parts = [desk.text(f"origin.{row.origin}"), row.clause]
    entry = entries.get(row.clause)
    if entry is not None:
        parts.append(entry.heading.in_(desk.language) or entry.body.in_(desk.language))
    return " ".join(part for part in parts if part)
