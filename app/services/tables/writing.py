"""Writes an Excel table that can be filled in and imported again."""

from __future__ import annotations

import os
from collections.abc import Sequence
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

from app.errors import EnvironmentProblem, UserError
from app.store.problems import environment

Line: TypeAlias = Sequence[str | float | date | None]

_FORMULA_STARTS = ("=", "+", "-", "@")
_DATE_FORMAT = "yyyy-mm-dd"
_PERCENT_FORMAT = "0.0###%"
_HEAD = PatternFill("solid", fgColor="EDEFF2")
_TOP = Alignment(vertical="top", wrap_text=True)


class Percent(float):
    """A share that the cell shows as a percentage, so that nobody takes a half for half of one."""


def write_table(
    target: Path,
    title: str,
    head: Sequence[tuple[str, float]],
    lines: Sequence[Line],
    dates: Sequence[int] = (),
) -> None:
    """Write a sheet with a heading, given as labels and widths in characters, and rows.

    `dates` are the columns, from 0, that hold dates, so that they can be typed in empty cells too.
    The file appears whole or not at all, and is read again before that. Raises UserError
    `table.exists` where another program holds the file, EnvironmentProblem where the disk gives
    way.
    """
    partial = target.with_name(f".{uuid4().hex}.xlsx")
    with environment(target):
        try:
            _book(title, head, lines, dates).save(partial)
            _check(partial, target, len(lines))
            with partial.open("rb+") as stream:
                os.fsync(stream.fileno())
            try:
                partial.replace(target)
            except PermissionError as error:
                raise UserError("table.exists", name=target.name) from error
        finally:
            partial.unlink(missing_ok=True)


def _book(
    title: str, head: Sequence[tuple[str, float]], lines: Sequence[Line], dates: Sequence[int]
) -> Book:
    book = Book()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for number, (label, width) in enumerate(head, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = width
        if number - 1 in dates:
            sheet.column_dimensions[letter].number_format = _DATE_FORMAT
        cell = sheet.cell(1, number, label)
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(horizontal="center")
    sheet.freeze_panes = "A2"
    for row, line in enumerate(lines, 2):
        for column, value in enumerate(line, 1):
            _fill(sheet, row, column, value)
        for place in dates:
            sheet.cell(row, place + 1).number_format = _DATE_FORMAT
    return book


def _fill(sheet: Worksheet, row: int, column: int, value: str | float | date | None) -> None:
    cell = sheet.cell(row, column)
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        # Text from people is text, whatever it begins with.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_STARTS)
        return
    cell.value = value
    if isinstance(value, Percent):
        cell.number_format = _PERCENT_FORMAT


def _check(file: Path, target: Path, count: int) -> None:
    book = load_workbook(file, read_only=True)
    try:
        found = sum(1 for _ in book.worksheets[0].iter_rows()) - 1
    finally:
        book.close()
    if found != count:
        raise EnvironmentProblem("disk.failing", path=str(target), detail=f"{found} != {count}")
