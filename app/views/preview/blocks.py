"""Paragraphs and tables of office files, as many as one looks at."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeAlias

from app.extraction.office import elements, forget

# A paragraph, or the rows of a table.
Table: TypeAlias = tuple[tuple[str, ...], ...]
Block: TypeAlias = str | Table
Cut: TypeAlias = bool

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DOCUMENT = "word/document.xml"
_BOOK = "xl/workbook.xml"
_MOST_BLOCKS = 1_500
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 150, 24, 8
# Cells of all tables, and signs of all that is shown: more of them make the window wait.
_MOST_CELLS, _MOST_SIGNS = 6_000, 400_000
# Signs of a paragraph and of a cell, and paragraphs of a cell.
_LONGEST, _LONGEST_CELL, _MOST_LINES = 20_000, 2_000, 200
_BROKEN = (zipfile.BadZipFile, SyntaxError, LookupError, ValueError, TypeError, AttributeError)


def word_blocks(path: Path) -> tuple[list[Block], Cut] | None:
    """Paragraphs and tables of a docx in their order; None where it is none.

    What is damaged ends where the damage is.
    """
    blocks: list[Block] = []
    cells = signs = 0
    with zipfile.ZipFile(path) as archive:
        if _DOCUMENT not in archive.namelist():
            return None
        try:
            for block in _word(archive):
                cells += 0 if isinstance(block, str) else sum(map(len, block))
                signs += len(block) if isinstance(block, str) else _signs(block)
                if len(blocks) >= _MOST_BLOCKS or cells > _MOST_CELLS or signs > _MOST_SIGNS:
                    return blocks, True
                blocks.append(block)
        except _BROKEN:
            return blocks, True
    return blocks, False


def _word(archive: zipfile.ZipFile) -> Iterator[Block]:
    """Read as a stream, without entities: a document of any size takes little memory."""
    reader = _Reader()
    for event, element in elements(archive, _DOCUMENT):
        if event == "start":
            reader.begin(element.tag)
            continue
        block = reader.end(element)
        if block is not None:
            yield block
        forget(element)


class _Reader:
    """Puts paragraphs and tables together; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        self._text: list[str] = []
        # So many more signs of the paragraph are kept.
        self._room = _LONGEST
        self._cell: list[str] = []
        self._row: list[str] = []
        self._rows: list[tuple[str, ...]] = []
        self._depth = 0
        self._hidden = 0

    def begin(self, tag: str) -> None:
        if tag == f"{_W}tbl":
            self._depth += 1
        elif tag == _FALLBACK:
            # What older programs would show instead; it says the same again.
            self._hidden += 1

    def end(self, element: Any) -> Block | None:
        tag = element.tag
        if tag == _FALLBACK:
            self._hidden -= 1
        elif self._hidden:
            return None
        elif tag == f"{_W}t":
            self._add(element.text or "")
        elif tag in _MARKS:
            self._add(_MARKS[tag])
        elif tag == f"{_W}p":
            return self._end_paragraph()
        elif tag == f"{_W}tbl":
            return self._end_table()
        elif self._depth == 1 and tag == f"{_W}tc":
            if len(self._row) < _MOST_COLUMNS:
                self._row.append("\n".join(filter(None, self._cell))[:_LONGEST_CELL])
            self._cell = []
        elif self._depth == 1 and tag == f"{_W}tr":
            if len(self._rows) < _MOST_ROWS:
                self._rows.append(tuple(self._row))
            self._row = []
        return None

    def _add(self, text: str) -> None:
        if self._room > 0:
            self._text.append(text[: self._room])
            self._room -= len(text)

    def _end_paragraph(self) -> str | None:
        text = "".join(self._text)
        self._text, self._room = [], _LONGEST
        if self._depth:
            if len(self._cell) < _MOST_LINES:
                self._cell.append(text)
            return None
        return text

    def _end_table(self) -> Table | None:
        self._depth -= 1
        if self._depth:
            return None
        rows, self._rows = tuple(self._rows), []
        return rows or None


def book_blocks(path: Path) -> tuple[list[Block], Cut] | None:
    """The sheets of an xlsx, each a title and a table; None where it is none."""
    from openpyxl import load_workbook

    with zipfile.ZipFile(path) as archive:
        if _BOOK not in archive.namelist():
            return None
    blocks: list[Block] = []
    cells = signs = 0
    # As a stream: a path would have to end in .xlsx.
    with path.open("rb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            sheets = book.worksheets
            for sheet in sheets[:_MOST_SHEETS]:
                # WPS says A1:A1 of sheets that hold more.
                sheet.reset_dimensions()
                rows, cut = _sheet(sheet, _MOST_CELLS - cells, _MOST_SIGNS - signs)
                cells, signs = cells + sum(map(len, rows)), signs + _signs(rows)
                blocks += [sheet.title, rows] if rows else []
                if cut:
                    return blocks, True
        except _BROKEN:
            return blocks, True
    return blocks, len(sheets) > _MOST_SHEETS


def _sheet(sheet: Any, room: int, signs: int) -> tuple[Table, Cut]:
    """The rows that hold something, without the empty columns at the right.

    `room` is for so many cells with so many `signs`.
    """
    rows: list[tuple[str, ...]] = []
    used, wide = 0, False
    for values in sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS + 1):
        texts = tuple(map(_shown, values))
        if not any(texts):
            continue
        used = max(used, *(n + 1 for n, text in enumerate(texts) if text))
        wide = wide or used > _MOST_COLUMNS
        signs -= _signs([texts])
        full = len(rows) >= _MOST_ROWS or (len(rows) + 1) * min(used, _MOST_COLUMNS) > room
        if full or signs < 0:
            return _even(rows, used), True
        rows.append(texts)
    return _even(rows, used), wide


def _even(rows: list[tuple[str, ...]], used: int) -> Table:
    width = min(used, _MOST_COLUMNS)
    return tuple((row + ("",) * width)[:width] for row in rows)


def _signs(rows: Iterable[Sequence[str]]) -> int:
    return sum(len(text) for row in rows for text in row)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return f"{value:.10g}" if isinstance(value, float) else str(value)[:_LONGEST_CELL]
