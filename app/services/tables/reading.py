"""Finds the heading row of a table by the names of its columns, and reads the rows below it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from openpyxl.utils.cell import range_boundaries

from app.domain.steps import Step, Steps
from app.errors import UserError
from app.services.tables.opening import opened, sound
from app.store.memory import collection_paused

MAX_ROWS = 100_000
# The heading stands among the first rows, below a title and notes.
_HEADING_WITHIN = 30
_CHUNK = 1_000
_RANGE = re.compile(rb'mergeCell[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')


# By row and column; True where the cell that it is merged into is above.
_Merged: TypeAlias = dict[tuple[int, int], bool]


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key; `labels` are the headings by which it is known."""

    key: str
    labels: tuple[str, ...]
    required: bool = False


class Cell(NamedTuple):
    """A value as openpyxl reads it; `merged` where it belongs to a merged cell above or beside."""

    value: object = None
    percent: bool = False
    failed: bool = False
    merged: bool = False

    @property
    def text(self) -> str:
        """The value as a person sees it, without outer white space."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value).strip()


NO_CELL = Cell()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that is not empty, by its number in the sheet."""

    number: int
    cells: Mapping[str, Cell]

    def __getitem__(self, key: str) -> Cell:
        return self.cells.get(key, NO_CELL)


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are the keys that were found, `ignored` the headings that nothing is known of."""

    columns: frozenset[str]
    ignored: tuple[str, ...]
    rows: tuple[TableRow, ...]
    epoch: datetime


def read_table(path: Path, columns: Sequence[Column]) -> Steps[Table]:
    """The first sheet of a file that has the required columns; steps count rows.

    In merged cells the value stands in the first one; the others are marked. Raises UserError
    `table.…`, `file.…`.
    """
    with opened(path) as book:
        best: set[str] = set()
        for index, sheet in enumerate(book.worksheets):
            heading = _Heading(columns)
            # A sheet saved by WPS may say that it is one cell large.
            sheet.reset_dimensions()
            with sound(path):
                rows = iter(sheet.iter_rows())
                first = list(islice(rows, _HEADING_WITHIN))
            place = heading.find(first, path)
            best = max(best, heading.found, key=len)
            if place is None:
                continue
            reader = _Rows(
                path, heading.places, _merged(book, index, path, heading.places.values())
            )
            yield from reader.read(first[place + 1 :], rows, place + 2)
            return Table(frozenset(heading.places), heading.ignored, tuple(reader.rows), book.epoch)
    missing = [one.labels[0] for one in columns if one.required and one.key not in best]
    raise UserError("table.no-header", name=path.name, columns="、".join(missing))


class _Heading:
    """Looks for the row that names the columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._keys = {_plain(label): one.key for one in columns for label in one.labels}
        self._required = {one.key for one in columns if one.required}
        self.found: set[str] = set()
        self.places: dict[str, int] = {}
        self.ignored: tuple[str, ...] = ()

    def find(self, rows: Sequence[Sequence[Any]], path: Path) -> int | None:
        """The index of the heading among the rows; None where no row has all that is required."""
        for index, row in enumerate(rows):
            labels = [(place, str(cell.value)) for place, cell in enumerate(row) if cell.value]
            known = [(place, label) for place, label in labels if _plain(label) in self._keys]
            keys = {self._keys[_plain(label)] for _, label in known}
            self.found = max(self.found, keys, key=len)
            if keys >= self._required:
                for place, label in known:
                    key = self._keys[_plain(label)]
                    if key in self.places:
                        raise UserError(
                            "table.repeated-column", name=path.name, column=label.strip()
                        )
                    self.places[key] = place
                self.ignored = tuple(
                    label.strip() for _, label in labels if _plain(label) not in self._keys
                )
                return index
        return None


class _Rows:
    """Reads the rows below the heading."""

    def __init__(self, path: Path, places: Mapping[str, int], merged: _Merged) -> None:
        self._path = path
        self._places = places
        self._merged = merged
        self._above: dict[str, Cell] = {}
        self.rows: list[TableRow] = []

    def read(
        self, first: Sequence[Sequence[Any]], others: Iterator[Sequence[Any]], number: int
    ) -> Steps[None]:
        """Take all rows; `number` is that of the first one in the sheet."""
        chunk = list(first)
        while chunk:
            with collection_paused():
                for row in chunk:
                    self._take(number, row)
                    number += 1
            if len(self.rows) > MAX_ROWS:
                raise UserError("table.too-many-rows", name=self._path.name, limit=MAX_ROWS)
            yield Step(number, number + _CHUNK, self._path.name)
            with sound(self._path), collection_paused():
                chunk = list(islice(others, _CHUNK))

    def _take(self, number: int, row: Sequence[Any]) -> None:
        if all(cell.value is None for cell in row):
            return
        cells = dict(self._cells(number, row))
        self._above = cells
        if any(cell.text for cell in cells.values()):
            self.rows.append(TableRow(number, cells))

    def _cells(self, number: int, row: Sequence[Any]) -> Iterator[tuple[str, Cell]]:
        """The cells that hold something, their own or what is merged into them from above."""
        for key, place in self._places.items():
            # A row is only as long as its last cell with a value.
            cell = row[place] if place < len(row) else None
            value = None if cell is None else cell.value
            if value is not None and cell is not None:
                percent = isinstance(value, int | float) and "%" in str(cell.number_format)
                yield key, Cell(value, percent, cell.data_type == "e")
            elif (number, place) in self._merged:
                from_above = self._merged[number, place]
                above = self._above.get(key, NO_CELL) if from_above else NO_CELL
                yield key, above._replace(merged=True)


def _merged(book: Any, index: int, path: Path, places: Collection[int]) -> _Merged:
    """The cells of some columns that are merged into another one.

    Rows count from 1 and columns from 0. Read row by row, openpyxl does not tell of them.
    """
    cells: _Merged = {}
    with sound(path):
        content = book._archive.read(book.worksheets[index]._worksheet_path)
    for found in _RANGE.findall(content):
        left, top, right, bottom = range_boundaries(found.decode())
        if left is None or top is None or right is None or bottom is None:
            continue
        if bottom - top + len(cells) > MAX_ROWS * len(places):
            raise UserError("table.too-many-rows", name=path.name, limit=MAX_ROWS)
        for place in places:
            if left <= place + 1 <= right:
                for row in range(top, bottom + 1):
                    if (row, place + 1) != (top, left):
                        cells[row, place] = row > top and place + 1 == left
    return cells


def _plain(label: str) -> str:
    """A heading as it is compared: without white space, marks of obligation and case."""
    return re.sub(r"[\s*＊:：]", "", unicodedata.normalize("NFKC", label)).casefold()
