"""Dates and values of indicators as they stand in cells, however people wrote them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from openpyxl.utils.datetime import from_excel

from app.domain.dates import parse_date
from app.domain.indicators import check_value, format_value, parse_value
from app.domain.vocabulary import Unit
from app.errors import UserError
from app.services.tables.reading import Cell

# Days since Excel's first one that are dates of our time: 1954 to 2119.
_SERIAL = range(20_000, 80_001)
_COMPACT = re.compile(r"((?:19|2\d)\d{2})(\d{2})(\d{2})")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")


def cell_date(cell: Cell, epoch: datetime) -> date:
    """The day in a cell: a date, a date that lost its format, or a text in the usual forms.

    UserError `date.unreadable`.
    """
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    text = _TIME.sub("", unicodedata.normalize("NFKC", cell.text)).strip()
    compact = _COMPACT.fullmatch(text)
    if compact:
        return parse_date("-".join(compact.groups()))
    if text.isdecimal() and int(text) in _SERIAL:
        day = from_excel(int(text), epoch)
        if isinstance(day, datetime):
            return day.date()
    return parse_date(text)


def optional_date(cell: Cell, epoch: datetime) -> date | None:
    """The day in a cell, None where it is empty. UserError `date.unreadable`."""
    return cell_date(cell, epoch) if cell.text else None


def cell_value(cell: Cell, unit: Unit) -> float:
    """The value in a cell: a number, a number as text, with a percent sign or as a percent format.

    UserError `indicator.unreadable`, `indicator.value`, `reading.no-result`; `reading.fraction`
    where 0.5 may mean 50 % as well as half a percent.
    """
    if cell.failed:
        raise UserError("reading.no-result", text=cell.text)
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float | str):
        raise UserError("indicator.unreadable", text=cell.text)
    if isinstance(cell.value, str):
        value = parse_value(unit, cell.text)
        bare = "%" not in unicodedata.normalize("NFKC", cell.text)
    elif cell.percent:
        # Twelve digits: 0.07 is to be 7 and not 7.000000000000001.
        percent = f"{float(f'{cell.value * 100:.12g}'):.12g}%"
        return parse_value(unit, percent)
    else:
        value, bare = check_value(unit, cell.value), True
    if unit is Unit.PERCENT and bare and 0 < value < 1:
        raise UserError(
            "reading.fraction", text=format_value(value), percent=format_value(value * 100)
        )
    return value
