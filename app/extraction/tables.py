"""The text of xlsx: a row in a line, cells apart by tabs, one sheet after another."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from pathlib import Path

from app.extraction.text import Limits, Pages

# Rows after which what was read is handed on, so that reading can be given up in between.
_ROWS = 1_000
_MAX_COLUMNS = 500


def pages(path: Path, limits: Limits) -> Pages:
    """The text of the sheets in pieces of some rows."""
    from openpyxl import load_workbook

    # As a stream: a path would have to end in .xlsx.
    with path.open("rb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets[: limits.pages]:
            # WPS says A1:A1 of sheets that hold more.
            sheet.reset_dimensions()
            lines = [sheet.title]
            for row in sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS):
                lines.append("\t".join(_cell(value) for value in row if value is not None))
                if len(lines) >= _ROWS:
                    yield "\n".join(filter(None, lines))
                    lines = []
            yield "\n".join(filter(None, lines))


def _cell(value: object) -> str:
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value)
