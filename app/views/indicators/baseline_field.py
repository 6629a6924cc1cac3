"""The baseline: a value and its day, saved together."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.indicators import Point, parse_value
from app.domain.vocabulary import Unit
from app.errors import UserError
from app.reports.amounts import amount
from app.views.desk import Desk
from app.views.widgets.basic import GAP, label
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import Line

Baseline: TypeAlias = tuple[float, date] | None


class BaselineField(QWidget):
    """`edited` carries a Baseline; one half of it alone is kept here and not carried."""

    edited = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._unit = Unit.NUMBER
        self._shown: Point | None = None
        self.value = Line()
        self.day = DateField()
        self.note = label("", "error", wrap=True)
        self._build()
        self.value.left.connect(self._on_left)
        self.value.returnPressed.connect(self._on_left)
        self.day.edited.connect(lambda _: self._on_left())

    def _build(self) -> None:
        self.value.setAccessibleName(self._desk.text("field.baseline"))
        self.value.setPlaceholderText(self._desk.text("field.value"))
        self.day.set_name(self._desk.text("field.baseline_on"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.value, 1)
        row.addWidget(self.day, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.note)
        self.note.hide()
        self.setFocusProxy(self.value)

    def show_baseline(self, unit: Unit, baseline: Point | None, *, other: bool) -> None:
        """Show what the workbook holds; with `other` whatever was typed before."""
        if not other and self.unsaved():
            return
        self._unit, self._shown = unit, baseline
        with QSignalBlocker(self.value):
            self.value.setText(self._text(baseline))
        self.day.set_value(baseline.on if baseline else None)
        self.note.hide()

    def refuse(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()

    def accept(self, saved: Baseline) -> None:
        self._shown = Point(saved[1], saved[0]) if saved else None
        if saved is not None and self._typed_value() == saved[0]:
            # The same value written in another form.
            with QSignalBlocker(self.value):
                self.value.setText(self._text(self._shown))
        if not self.unsaved():
            self.note.hide()

    def unsaved(self) -> bool:
        on = self._shown.on if self._shown else None
        typed = self.value.text().strip() != self._text(self._shown)
        return typed or self.day.unsaved() or self.day.value() != on

    def flush(self) -> None:
        self.day.flush()
        if self.unsaved():
            self._on_left()

    def set_read_only(self, read_only: bool) -> None:
        self.value.setReadOnly(read_only)
        self.day.set_read_only(read_only)

    def _text(self, baseline: Point | None) -> str:
        return amount(self._unit, baseline.value, self._desk.language) if baseline else ""

    def _typed_value(self) -> float | None:
        try:
            return parse_value(self._unit, self.value.text())
        except UserError:
            return None

    def _on_left(self) -> None:
        text, on = self.value.text().strip(), self.day.value()
        if not self.unsaved() or self.day.unsaved():
            return
        if not text and on is None:
            self.edited.emit(None)
            return
        try:
            if not text or on is None:
                raise UserError("indicator.baseline-half")
            self.edited.emit((parse_value(self._unit, text), on))
        except UserError as error:
            self.refuse(self._desk.sentence(error))
