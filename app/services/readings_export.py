"""Readings as an Excel file: to be handed on, or to be filled in and imported again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from app import texts
from app.domain.vocabulary import Language, Unit
from app.queries.indicators import IndicatorRow, indicators
from app.services.readings_import import COLUMNS
from app.services.tables.writing import Line, Percent, write_table
from app.store.workbook import Workbook

_WIDTHS = (16, 44, 14, 14, 40, 40)
_ON = [column.key for column in COLUMNS].index("on")


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
    place = 0 if language == "zh" else 1
    head = [(column.labels[place], width) for column, width in zip(COLUMNS, _WIDTHS, strict=True)]
    write_table(target, texts.text("entry.indicator", language), head, lines, (_ON,))
    return len(lines)


def _empty(rows: Sequence[IndicatorRow], language: Language) -> Iterator[Line]:
    for row in rows:
        yield row.code, row.title.in_(language), None, None, "", ""


def _filled(rows: Sequence[IndicatorRow], language: Language) -> Iterator[Line]:
    for row in rows:
        for one in row.readings:
            value = Percent(one.value / 100) if row.unit is Unit.PERCENT else one.value
            yield row.code, row.title.in_(language), one.on, value, one.source, one.notes
