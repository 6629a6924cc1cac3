"""The actual values of an indicator, entered in the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.dates import format_date, parse_date
from app.domain.indicators import parse_value
from app.errors import UserError
from app.queries.evidence import evidence, evidence_names
from app.queries.indicators import IndicatorRow, ReadingRow
from app.reports.amounts import amount
from app.services.measurements import (
    ReadingFields,
    check_day,
    move_reading,
    remove_reading,
    set_reading,
)
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.indicators.entry_model import EntryColumn
from app.views.indicators.entry_part import EntryPart
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import RIGHT


class ReadingsPart(EntryPart[ReadingRow]):
    """One row for each day."""

    needed = ("on", "value")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._names = QStringListModel(self)
        self._naming: Latest[list[str]] = Latest(
            self, desk.runner, self._names.setStringList, desk.problem.emit
        )

    def columns(self) -> Sequence[EntryColumn[ReadingRow]]:
        text, language = self._desk.text, self._desk.language

        def source(row: ReadingRow) -> str:
            return row.source

        def number(row: ReadingRow) -> str:
            return row.evidence_number

        def notes(row: ReadingRow) -> str:
            return row.notes

        return (
            EntryColumn(
                "on",
                text("field.on"),
                lambda row: format_date(row.on, language),
                lambda row: row.on.isoformat(),
                width=17,
            ),
            EntryColumn("value", text("field.value"), self._value, self._value, align=RIGHT),
            EntryColumn("source", text("field.source"), source, source, width=20),
            EntryColumn(
                "evidence", text("field.evidence"), number, number, known=self._dossiers, width=12
            ),
            EntryColumn("notes", text("field.notes"), notes, notes, width=14),
        )

    def key_of(self, entry: ReadingRow) -> str:
        return entry.on.isoformat()

    def entries(self, row: IndicatorRow) -> Sequence[ReadingRow]:
        return row.readings

    def check(self, row: IndicatorRow, name: str, text: str) -> None:
        workbook, today = self._desk.workbook, self._desk.today()
        if name == "on":
            self._free_day(row, text, today)
        else:
            _field(workbook, row, name, text)

    def edit(self, row: IndicatorRow, key: str, name: str, text: str) -> Callable[[], Changes]:
        workbook, today = self._desk.workbook, self._desk.today()
        on = date.fromisoformat(key)
        if name == "on":
            to = parse_date(text)
            if to != on:
                self._free_day(row, text, today)
            return lambda: move_reading(workbook, row.id, on, to, today)
        fields = _field(workbook, row, name, text)
        return lambda: set_reading(workbook, row.id, on, today, **fields)

    def add(self, row: IndicatorRow, texts: dict[str, str]) -> tuple[str, Callable[[], Changes]]:
        workbook, today = self._desk.workbook, self._desk.today()
        on = self._free_day(row, texts["on"], today)
        fields: ReadingFields = {}
        for name, text in texts.items():
            if name != "on":
                fields |= _field(workbook, row, name, text)
        return on.isoformat(), lambda: set_reading(workbook, row.id, on, today, **fields)

    def removal(self, row: IndicatorRow, entry: ReadingRow) -> tuple[str, Callable[[], Changes]]:
        workbook, on = self._desk.workbook, entry.on
        said = self.tr("The value of {0} was removed. This can be undone.").format(
            format_date(on, self._desk.language)
        )
        return said, lambda: remove_reading(workbook, row.id, on)

    def name(self) -> str:
        return self.tr("Values of the indicator")

    def hint(self) -> str:
        return self.tr("Enter date and value in the last row; each cell saves itself.")

    def invitation(self) -> str:
        return self.tr("New date…")

    def remove_text(self) -> str:
        return self.tr("Remove &value")

    def stretch(self) -> int:
        return 2

    def _value(self, row: ReadingRow) -> str:
        return amount(self._row.unit, row.value, self._desk.language) if self._row else ""

    def _dossiers(self) -> QStringListModel:
        """Numbers and titles, read beside the window whenever one begins to type."""
        workbook = self._desk.workbook
        self._naming.request(lambda: [f"{it.number} {it.title}" for it in evidence_names(workbook)])
        return self._names

    @staticmethod
    def _free_day(row: IndicatorRow, text: str, today: date) -> date:
        """A day of which there is no reading yet."""
        on = parse_date(text)
        check_day(on, today)
        if any(one.on == on for one in row.readings):
            raise UserError("reading.day-taken", on=on)
        return on


def _field(workbook: Workbook, row: IndicatorRow, name: str, text: str) -> ReadingFields:
    """What is to be saved of a cell; of a dossier its number is typed, a title may follow."""
    if name == "value":
        return {"value": parse_value(row.unit, text)}
    if name == "evidence":
        number = text.split(maxsplit=1)[0] if text else ""
        return {"evidence_id": evidence(workbook, number).id if number else None}
    return {"source": text} if name == "source" else {"notes": text}
