"""Readings out of an Excel file: first what would change, row by row, then all of it at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal
from uuid import uuid4

from sqlalchemy import select

from app.domain.changes import Changes
from app.domain.indicators import check_value
from app.domain.limits import clean_text
from app.domain.numbers import normal_name
from app.domain.steps import Steps
from app.domain.vocabulary import Text
from app.errors import UserError
from app.models import Reading
from app.queries.indicators import IndicatorRow, indicators
from app.services.fields import assign
from app.services.measurements import check_day
from app.services.tables.cells import cell_date, cell_value
from app.services.tables.reading import Column, Table, TableRow, read_table
from app.store.memory import collection_paused
from app.store.workbook import Workbook

LineOutcome = Literal["new", "changed", "same", "error"]

# Heading in Chinese and English; the template has them in this order.
COLUMNS: Final = (
    Column("code", ("指标编码", "Code"), required=True),
    Column("title", ("指标名称", "Title")),
    Column("on", ("日期", "Date"), required=True),
    Column("value", ("实际值", "Value"), required=True),
    Column("source", ("来源", "Source")),
    Column("notes", ("备注", "Notes")),
)


@dataclass(frozen=True, slots=True)
class ReadingValues:
    """What a reading says; None where the workbook has no reading of that day."""

    value: float
    source: str
    notes: str

    def new_texts(self, before: ReadingValues | None) -> Iterator[tuple[str, str, str]]:
        """Name, old and new text of what is said otherwise than before."""
        for name in ("source", "notes"):
            old = getattr(before, name) if before else ""
            if old != getattr(self, name):
                yield name, old, getattr(self, name)


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What would become of one row of the file; `error` says what is wrong with it."""

    row: int
    outcome: LineOutcome
    code: str
    title: Text | None = None
    indicator_id: str = ""
    on: date | None = None
    before: ReadingValues | None = None
    after: ReadingValues | None = None
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; `ignored` are columns of the file that nothing is known of."""

    name: str
    lines: tuple[ImportLine, ...]
    ignored: tuple[str, ...]

    def count(self, outcome: LineOutcome) -> int:
        return sum(line.outcome == outcome for line in self.lines)


def plan_import(workbook: Workbook, path: Path, today: date) -> Steps[ImportPlan]:
    """Read a file and compare it with the workbook; nothing is changed.

    Rows that nobody filled in, without date and value, are left out. What has no column stays as
    it is; an empty cell empties source or remark. Raises UserError `table.…`, `file.…`.
    """
    table = yield from read_table(path, COLUMNS)
    with collection_paused():
        judge = _Judge(indicators(workbook, today), table, today)
        lines = tuple(judge.line(row) for row in table.rows if _is_filled(row))
    return ImportPlan(normal_name(path.name), lines, table.ignored)


def apply_import(workbook: Workbook, plan: ImportPlan) -> Changes:
    """Take over all of a plan in one operation, or nothing.

    Raises UserError `import.mistakes` where a row has one, `import.outdated` where the readings
    are no longer those that the plan was made with.
    """
    mistakes = plan.count("error")
    if mistakes:
        raise UserError("import.mistakes", count=mistakes)
    wanted = [line for line in plan.lines if line.outcome in ("new", "changed")]
    with (
        collection_paused(),
        workbook.write("readings.import", name=plan.name, count=len(wanted)) as unit,
    ):
        session = unit.session
        ids = {line.indicator_id for line in wanted}
        present = {
            (row.indicator_id, row.on): row
            for row in session.scalars(select(Reading).where(Reading.indicator_id.in_(ids)))
        }
        added = []
        for line in wanted:
            assert line.on is not None
            assert line.after is not None
            found = present.get((line.indicator_id, line.on))
            if _values(found) != line.before:
                raise UserError("import.outdated")
            values = {
                "value": line.after.value,
                "source": line.after.source,
                "notes": line.after.notes,
            }
            if found is not None:
                assign(found, values)
                continue
            key = {"id": str(uuid4()), "indicator_id": line.indicator_id, "on": line.on}
            added.append({**key, **values, "evidence_id": None})
        unit.insert_many(Reading, added)
    return unit.changes


def _is_filled(row: TableRow) -> bool:
    """A date that is merged over several rows fills none of them by itself."""
    return bool(row["value"].text or (row["on"].text and not row["on"].merged))


def _values(row: Reading | None) -> ReadingValues | None:
    return None if row is None else ReadingValues(row.value, row.source, row.notes)


class _Judge:
    """Says of each row what would become of it."""

    def __init__(self, rows: list[IndicatorRow], table: Table, today: date) -> None:
        self._indicators: Mapping[str, IndicatorRow] = {row.code: row for row in rows}
        self._present = {
            (row.id, one.on): ReadingValues(one.value, one.source, one.notes)
            for row in rows
            for one in row.readings
        }
        self._epoch: datetime = table.epoch
        self._columns = table.columns
        self._today = today
        self._seen: dict[tuple[str, date], ImportLine] = {}

    def line(self, row: TableRow) -> ImportLine:
        code = unicodedata.normalize("NFKC", row["code"].text).replace(" ", "").upper()
        try:
            return self._sound_line(row, code)
        except UserError as error:
            known = self._indicators.get(code)
            title = known.title if known else None
            return ImportLine(row.number, "error", code or row["code"].text, title, error=error)

    def _sound_line(self, row: TableRow, code: str) -> ImportLine:
        indicator = self._indicator(row, code)
        if row["value"].merged or (row["on"].merged and not row["on"].text):
            raise UserError("reading.merged")
        if not row["on"].text:
            raise UserError("reading.no-date")
        if not row["value"].text:
            raise UserError("reading.no-value")
        on = cell_date(row["on"], self._epoch)
        check_day(on, self._today)
        value = check_value(indicator.unit, cell_value(row["value"], indicator.unit))
        before = self._present.get((indicator.id, on))
        after = ReadingValues(
            value,
            self._text(row, "source", before.source if before else ""),
            self._text(row, "notes", before.notes if before else ""),
        )
        line = ImportLine(
            row=row.number,
            outcome="new" if before is None else "same" if before == after else "changed",
            code=indicator.code,
            title=indicator.title,
            indicator_id=indicator.id,
            on=on,
            before=before,
            after=after,
        )
        return self._first_of_its_day(line, (indicator.id, on))

    def _text(self, row: TableRow, field: str, before: str) -> str:
        """What the cell says; `before` where there is no column, or the cell is not its own."""
        cell = row[field]
        if field not in self._columns or (cell.merged and not cell.text):
            return before
        return clean_text(field, cell.text) if cell.text else ""

    def _indicator(self, row: TableRow, code: str) -> IndicatorRow:
        if not code:
            raise UserError("reading.no-code")
        indicator = self._indicators.get(code)
        if indicator is None:
            raise UserError("indicator.unknown", indicator=row["code"].text)
        title = _plain(row["title"].text)
        if title and title not in (_plain(indicator.title.zh), _plain(indicator.title.en)):
            raise UserError("reading.other-title", indicator=code, title=indicator.title.zh)
        return indicator

    def _first_of_its_day(self, line: ImportLine, key: tuple[str, date]) -> ImportLine:
        """A row that repeats one above says nothing new, or contradicts it."""
        first = self._seen.setdefault(key, line)
        if first is line:
            return line
        if first.after != line.after:
            raise UserError("reading.repeated", row=first.row)
        return ImportLine(
            line.row,
            "same",
            line.code,
            line.title,
            line.indicator_id,
            line.on,
            line.after,
            line.after,
        )


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
