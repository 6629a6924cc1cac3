"""Readings as an Excel file: to be handed on, or to be filled in and imported again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app import texts
from app.domain.indicators import Unit
from app.domain.vocabulary import Language
from app.errors import EnvironmentProblem, UserError
from app.queries.indicators import IndicatorRow, indicators
from app.services.readings_import import COLUMNS
from app.store.problems import environment
from app.store.workbook import Workbook

_WIDTHS = (16, 44, 14, 14, 40, 40)
_FORMULA_STARTS = ("=", "+", "-", "@")
_DATE_FORMAT = "yyyy-mm-dd"
_PERCENT_FORMAT = "0.0###%"
_HEAD = PatternFill("solid", fgColor="EDEFF2")
_Line: TypeAlias = tuple[str | float | date | None, ...]
_ON = [column.key for column in COLUMNS].index("on")


class _Percent(float):
    """A share that the cell shows as a percentage, so that nobody takes a half for half of one."""


def write_readings(
    workbook: Workbook, target: Path, language: Language, today: date, *, empty: bool = False
) -> int:
    """Write all readings, or with `empty` one row for each indicator to fill in; how many rows.

    The file appears whole or not at all, and is read again before that. Raises UserError
    `table.exists` where another program holds the file, EnvironmentProblem where the disk gives
    way.
    """
    rows = indicators(workbook, today)
    lines = list(_empty(rows, language) if empty else _filled(rows, language))
    partial = target.with_name(f".{uuid4().hex}.xlsx")
    with environment(target):
        try:
            _book(lines, language).save(partial)
            _check(partial, target, len(lines))
            with partial.open("rb+") as stream:
                os.fsync(stream.fileno())
            try:
                partial.replace(target)
            except PermissionError as error:
                raise UserError("table.exists", name=target.name) from error
        finally:
            partial.unlink(missing_ok=True)
    return len(lines)


def _empty(rows: Sequence[IndicatorRow], language: Language) -> Iterator[_Line]:
    for row in rows:
        yield row.code, row.title.in_(language), None, None, "", ""


def _filled(rows: Sequence[IndicatorRow], language: Language) -> Iterator[_Line]:
    for row in rows:
        for one in row.readings:
            value = _Percent(one.value / 100) if row.unit is Unit.PERCENT else one.value
            yield row.code, row.title.in_(language), one.on, value, one.source, one.notes


def _book(lines: Sequence[_Line], language: Language) -> Book:
    book = Book()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = texts.text("entry.indicator", language)
    sheet.append([column.labels[0 if language == "zh" else 1] for column in COLUMNS])
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        head = sheet.cell(1, number)
        head.font, head.fill = Font(bold=True), _HEAD
        head.alignment = Alignment(horizontal="center")
    sheet.freeze_panes = "A2"
    for row, line in enumerate(lines, 2):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(row, column)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                # Text from people is text, whatever it begins with.
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(_FORMULA_STARTS)
            else:
                cell.value = value
                if isinstance(value, _Percent):
                    cell.number_format = _PERCENT_FORMAT
        sheet.cell(row, _ON + 1).number_format = _DATE_FORMAT
    return book


def _check(file: Path, target: Path, count: int) -> None:
    book = load_workbook(file, read_only=True)
    try:
        found = sum(1 for _ in book.worksheets[0].iter_rows()) - 1
    finally:
        book.close()
    if found != count:
        raise EnvironmentProblem("disk.failing", path=str(target), detail=f"{found} != {count}")
