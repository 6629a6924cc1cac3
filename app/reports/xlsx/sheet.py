"""A sheet as such annexes are made: title row, filler's row, table, signatures, print set-up.

Cells are text or plain numbers, never formulas: text is stored as text whatever it begins with.
Rows are written one after the other, each cell object being used again for every row.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink


@dataclass(frozen=True, slots=True)
class Line:
    """A text that leads to a file beside this one; `target` is the file's address, or ""."""

    text: str
    target: str = ""


# Lines stand in rows of their own, as a cell leads to one place only.
Value: TypeAlias = str | int | float | tuple[Line, ...] | None
_Piece: TypeAlias = str | int | float | Line | None

_FORMULA_STARTS = ("=", "+", "-", "@")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_A4 = "9"
# Heights in points: a line of text, and the space around it.
_LINE, _AROUND = 15.0, 4.0
# Text of more lines goes on in a further row: Excel shows and prints no row of more than 409
# points, and breaks no row at the end of a page.
MOST_LINES = 20
# Excel takes a sheet with more for damaged.
_MOST_LINKS = 65_000
_CLAUSE = re.compile(r"[^。；！？\s]*[。；！？\s]?")

_THIN = Side(style="thin", color="8C8C8C")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="EDEFF2")
_STRONG_FILL = PatternFill("solid", fgColor="F6F7F9")
_LINK_COLOUR = "0563C1"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters of the standard font; `centered` for short words and numbers."""

    label: str
    width: float
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every table.

    `filler` are label and value of 填报单位（盖章）, 填报人 and so on; `mark` is "" for real data.
    `draft` is the mark of a report on the live state, which stands in title and page header.
    """

    title: str
    filler: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    foot: str
    page_footer: str
    mark: str
    font: str
    draft: str = ""


class Sheet:
    """One sheet; `columns` make its table."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[Column], frame: Frame) -> None:
        # The stubs of openpyxl leave out most of what a write-only sheet has.
        self._sheet: Any = book.create_sheet(name)
        self._columns = tuple(columns)
        self._last = get_column_letter(len(columns))
        self._frame = frame
        self._row = 0
        self._links = 0
        self._plain = [_Slot(self._sheet, column, frame.font) for column in columns]
        self._strong = [_Slot(self._sheet, column, frame.font, strong=True) for column in columns]
        self._head = 3 + len(frame.notes) + bool(frame.mark)
        self._set_up()
        self._begin()

    def _set_up(self) -> None:
        sheet = self._sheet
        for number, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.freeze_panes = f"A{self._head + 1}"
        sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.8
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.center.text = self._frame.page_footer
        marks = [mark for mark in (self._frame.mark, self._frame.draft) if mark]
        if marks:
            sheet.oddHeader.right.text = "　".join(marks)

    def _begin(self) -> None:
        frame = self._frame
        draft = f"（{frame.draft}）" if frame.draft else ""
        self._merged(frame.title + draft, Font(name=frame.font, bold=True, size=16), "center", 32)
        if frame.mark:
            self._merged(frame.mark, Font(name=frame.font, bold=True, color="B00020"), "center", 20)
        self._filler_row()
        for note in frame.notes:
            lines = _lines(note, sum(column.width for column in self._columns))
            font = Font(name=frame.font, color="595959")
            self._merged(note, font, "left", _LINE * lines + _AROUND)
        labels = [column.label for column in self._columns]
        self._append([self._head_cell(label) for label in labels], self._height(labels))

    def _merged(self, text: str, font: Font, side: str, height: float) -> None:
        """A row of one cell over the whole width."""
        cell = _Cell(self._sheet)
        cell.font = font
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        cell.hold(text)
        row = self._row + 1
        self._sheet.merged_cells.add(f"A{row}:{self._last}{row}")
        self._append([cell], height)

    def _filler_row(self) -> None:
        """填报单位（盖章）, 填报人, 联系电话, 填报日期, each over about the same width."""
        row = self._row + 1
        cells: list[Any] = [None] * len(self._columns)
        bounds = _equal_parts([column.width for column in self._columns], len(self._frame.filler))
        parts = zip(self._frame.filler, bounds[:-1], bounds[1:], strict=True)
        heights: list[int] = []
        for (label, value), start, end in parts:
            width = sum(column.width for column in self._columns[start:end])
            heights.append(_lines(label + value, width))
            cell = _Cell(self._sheet)
            cell.font = Font(name=self._frame.font)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            cell.hold(label + value)
            cells[start] = cell
            if end - start > 1:
                first, last = get_column_letter(start + 1), get_column_letter(end)
                self._sheet.merged_cells.add(f"{first}{row}:{last}{row}")
        self._append(cells, _LINE * max(2, *heights) + _AROUND)

    def _head_cell(self, label: str) -> Any:
        cell = _Cell(self._sheet)
        cell.font, cell.fill = Font(name=self._frame.font, bold=True), _HEAD_FILL
        cell.border = _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.hold(label)
        return cell

    def write(self, values: Sequence[Value], strong: bool = False) -> None:
        """One row of the table; text too long for a cell goes on in rows below it."""
        slots = self._strong if strong else self._plain
        for part in self._parts(values):
            cells = [slot.holding(self._linked(v)) for slot, v in zip(slots, part, strict=True)]
            self._append(cells, self._height(part))

    def _linked(self, value: _Piece) -> _Piece:
        """The value, without its address where the sheet has all the links that it can have."""
        if not isinstance(value, Line):
            return value
        self._links += bool(value.target)
        return value if value.target and self._links <= _MOST_LINKS else value.text

    def _height(self, values: Sequence[_Piece]) -> float:
        """Height of a row that shows all its text."""
        texts = (value.text if isinstance(value, Line) else value for value in values)
        lines = max(
            _lines(value, column.width) if isinstance(value, str) and value else 1
            for value, column in zip(texts, self._columns, strict=True)
        )
        return _LINE * lines + _AROUND

    def _parts(self, values: Sequence[Value]) -> Iterator[Sequence[_Piece]]:
        """The row, and as many more as its longest text needs, each with the first two columns.

        Other values stand in the first one only, so that a sum takes them once.
        """
        pieces = [
            _pieces(value, column.width)
            for value, column in zip(values, self._columns, strict=True)
        ]
        yield [one[0] for one in pieces]
        for number in range(1, max(map(len, pieces))):
            known = [one[min(number, len(one) - 1)] for one in pieces[:2]]
            rest = (one[number] if number < len(one) else None for one in pieces[2:])
            yield [*known, *rest]

    def close(self) -> int:
        """End the table, and return the rows of the whole sheet; the filter covers the table."""
        self._sheet.auto_filter.ref = f"A{self._head}:{self._last}{self._row}"
        self._append([], _LINE)
        self._merged(self._frame.foot, Font(name=self._frame.font), "left", 24)
        self._sheet.close()
        return self._row

    def _append(self, cells: list[Any], height: float) -> None:
        self._row += 1
        # As a mapping of attributes: openpyxl's own row objects take as long as the row itself.
        self._sheet.row_dimensions[self._row] = {"ht": f"{height:g}", "customHeight": "1"}
        self._sheet.append(cells)


def _equal_parts(widths: Sequence[float], count: int) -> list[int]:
    """Column numbers that part the columns into `count` groups of about the same width."""
    edges = list(accumulate(widths, initial=0.0))
    bounds = [0]
    for part in range(1, count):
        aim = edges[-1] * part / count
        possible = range(bounds[-1] + 1, len(widths) - (count - part) + 1)
        bounds.append(min(possible, key=lambda index: abs(edges[index] - aim)))
    return [*bounds, len(widths)]


def _lines(text: str, width: float) -> int:
    """Lines that text takes in a column; a Chinese character is two bytes and two columns wide."""
    if 2 * len(text) < width and "\n" not in text:
        return 1
    room = _room(width)
    return sum(-(-len(line.encode("gb18030", "replace")) // room) or 1 for line in text.split("\n"))


def _room(width: float) -> int:
    """Columns of a line that may be counted on: a sign that begins no line takes one down."""
    return max(int(width) - 2, 4)


def _pieces(value: Value, width: float) -> Sequence[_Piece]:
    """What stands in the row and in those below it."""
    if isinstance(value, tuple):
        return value or ("",)
    return _cut(value, width) if isinstance(value, str) else (value,)


def _cut(text: str, width: float) -> list[str]:
    """The text in pieces of so many lines as a row holds, cut between sentences or words."""
    if len(text) <= MOST_LINES or _lines(text, width) <= MOST_LINES:
        return [text]
    # No character takes more than four bytes, so such a slice fits whatever it holds.
    slice_ = MOST_LINES * _room(width) // 4
    pieces: list[str] = []
    piece = ""
    for clause in _CLAUSE.findall(text):
        for start in range(0, len(clause), slice_):
            part = clause[start : start + slice_]
            if piece and _lines(piece + part, width) > MOST_LINES:
                pieces.append(piece)
                piece = ""
            piece += part
    return [*pieces, piece]


@contextmanager
def writing(book: Workbook) -> Iterator[None]:
    """Clear away the files in which openpyxl keeps the sheets; turn lxml's errors into OSError."""
    try:
        yield
    except SerialisationError as error:
        # lxml tells an error of the disk by its name only, such as IO_ENOSPC.
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error
    finally:
        _discard(book)


def _discard(book: Workbook) -> None:
    sheets: Any = book.worksheets
    for sheet in sheets:
        writer = sheet._writer
        if writer is not None and Path(writer.out).exists():
            # Closing fails once more where writing failed before.
            with suppress(SerialisationError):
                writer.close()
            writer.cleanup()


def cleaned(text: str) -> str:
    """Text without what a spreadsheet file must not hold."""
    return _UNPRINTABLE.sub("", text)


class _Cell(Cell):
    """A cell that serves every row of its column: its style is looked up once.

    Text is taken as text, whatever openpyxl would make of it.
    """

    __slots__ = ("_known_style",)

    def __init__(self, sheet: Any) -> None:
        super().__init__(sheet, row=1, column=1)
        self._known_style: int | None = None

    @property
    def style_id(self) -> int:
        if self._known_style is None:
            self._known_style = int(super().style_id)
        return self._known_style

    def __repr__(self) -> str:
        # openpyxl asks for it at every write.
        return "cell"

    def hold(self, text: str) -> None:
        self._value = cleaned(text)
        self.data_type = "s"


class _Slot:
    """The cells of a column: for most values, for text that looks like a formula, for links.

    Text like a formula has the mark that keeps Excel from reading it as one when it is edited.
    """

    def __init__(self, sheet: Any, column: Column, font: str, strong: bool = False) -> None:
        self._usual = _styled(sheet, column, font, strong)
        self._quoted = _styled(sheet, column, font, strong)
        self._quoted.quotePrefix = True
        self._link = _styled(sheet, column, font, strong)
        self._link.font = Font(name=font, bold=strong, underline="single", color=_LINK_COLOUR)
        self._link.quotePrefix = True

    def holding(self, value: _Piece) -> _Cell:
        if isinstance(value, Line):
            self._link.hold(value.text)
            self._link.hyperlink = Hyperlink(ref="", target=value.target)
            return self._link
        if not isinstance(value, str):
            self._usual.value = value
            return self._usual
        cell = self._quoted if value.startswith(_FORMULA_STARTS) else self._usual
        cell.hold(value)
        return cell


def _styled(sheet: Any, column: Column, font: str, strong: bool) -> _Cell:
    cell = _Cell(sheet)
    cell.border = _BOX
    cell.font = Font(name=font, bold=strong)
    if strong:
        cell.fill = _STRONG_FILL
    horizontal = "center" if column.centered else None
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    return cell
