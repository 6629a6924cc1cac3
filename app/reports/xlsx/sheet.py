"""A sheet after the custom of such annexes: title row, filler's row, table, signatures, print set-up.

Cells are text or plain numbers, never formulas: text is stored as text whatever it begins with.
Rows are written one after the other, each cell object being used again for every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value: TypeAlias = str | int | float | None

# Excel's limit for a cell, in UTF-16 units; what is longer goes on in a further row.
CELL_LIMIT = 32_767
# So many characters are within it, however many units each takes.
_SAFE = CELL_LIMIT // 2
_FORMULA_STARTS = ("=", "+", "-", "@")
_UNPRINTABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_A4 = "9"

_THIN = Side(style="thin", color="8C8C8C")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="EDEFF2")
_STRONG_FILL = PatternFill("solid", fgColor="F6F7F9")


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters of the standard font; `centered` for short words and numbers."""

    label: str
    width: float
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every table: title, the filler's row, notes, foot, header of printed pages."""

    title: str
    filler: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    foot: str
    page_header: str
    page_footer: str


class Sheet:
    """One sheet; `columns` make its table."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[Column], frame: Frame) -> None:
        self._sheet: WriteOnlyWorksheet = book.create_sheet(name)
        self._columns = tuple(columns)
        self._frame = frame
        self._row = 0
        self._plain = [_Slot(self._sheet, column) for column in columns]
        self._strong = [_Slot(self._sheet, column, strong=True) for column in columns]
        self._begin()

    def _begin(self) -> None:
        sheet, last = self._sheet, len(self._columns)
        for number, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        head = 3 + len(self._frame.notes)
        sheet.freeze_panes = f"A{head + 1}"
        sheet.print_title_rows = f"1:{head}"
        self._set_up_print()
        self._merged(self._frame.title, Font(bold=True, size=16), "center", 30)
        self._filler_row()
        for note in self._frame.notes:
            self._merged(note, Font(color="595959"), "left", self._height(note))
        self._append([self._head_cell(column.label) for column in self._columns])
        self._head_row = self._row
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(last)}{head}"

    def _set_up_print(self) -> None:
        sheet = self._sheet
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.6
        sheet.page_margins.top = sheet.page_margins.bottom = 0.8
        sheet.print_options.horizontalCentered = True
        if self._frame.page_header:
            sheet.oddHeader.right.text = self._frame.page_header
        sheet.oddFooter.center.text = self._frame.page_footer

    def _height(self, text: str) -> float:
        """Height in points of a merged row, which Excel does not fit by itself."""
        width = sum(column.width for column in self._columns)
        used = sum(2 if ord(character) > 0x2E7F else 1.1 for character in text)
        return 16 * (int(used / width) + 1) + 4

    def _merged(self, text: str, font: Font, side: str, height: float) -> None:
        cell = WriteOnlyCell(self._sheet)
        cell.font = font
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        _put(cell, text)
        row = self._row + 1
        self._sheet.row_dimensions[row].height = height
        self._sheet.merged_cells.add(f"A{row}:{get_column_letter(len(self._columns))}{row}")
        self._append([cell])

    def _filler_row(self) -> None:
        """填报单位（盖章）, 填报人, 联系电话, 填报日期, each over a part of the width."""
        row = self._row + 1
        cells: list[WriteOnlyCell | None] = [None] * len(self._columns)
        count = len(self._frame.filler)
        bounds = [round(index * len(self._columns) / count) for index in range(count + 1)]
        for (label, value), start, end in zip(
            self._frame.filler, bounds[:-1], bounds[1:], strict=True
        ):
            cell = WriteOnlyCell(self._sheet)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            _put(cell, label + value)
            cells[start] = cell
            if end - start > 1:
                first, last = get_column_letter(start + 1), get_column_letter(end)
                self._sheet.merged_cells.add(f"{first}{row}:{last}{row}")
        self._sheet.row_dimensions[row].height = 32
        self._append(cells)

    def _head_cell(self, label: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(self._sheet)
        cell.font, cell.fill, cell.border = Font(bold=True), _HEAD_FILL, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        _put(cell, label)
        return cell

    def write(self, values: Sequence[Value], strong: bool = False) -> None:
        """One row of the table; text too long for a cell goes on in rows below it."""
        slots = self._strong if strong else self._plain
        for part in _parts(values):
            self._append([slot.holding(value) for slot, value in zip(slots, part, strict=True)])

    def close(self) -> int:
        """End the table, and return the rows of the whole sheet; the filter covers the table."""
        last = get_column_letter(len(self._columns))
        self._sheet.auto_filter.ref = f"A{self._head_row}:{last}{self._row}"
        self._append([])
        self._merged(self._frame.foot, Font(), "left", 24)
        self._sheet.close()
        return self._row

    def _append(self, cells: Sequence[WriteOnlyCell | None]) -> None:
        self._sheet.append(list(cells))
        self._row += 1


def discard(book: Workbook) -> None:
    """Remove the files in which openpyxl kept the sheets until the workbook was saved."""
    for sheet in book.worksheets:
        writer = sheet._writer
        if writer is not None and Path(writer.out).exists():
            writer.cleanup()


def cleaned(text: str) -> str:
    """Text without what a spreadsheet file must not hold."""
    return _UNPRINTABLE.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))


class _Slot:
    """The cells of a column: one for most values, one for text that looks like a formula.

    They differ in the mark that keeps Excel from reading such text as a formula when it is edited.
    """

    def __init__(self, sheet: WriteOnlyWorksheet, column: Column, strong: bool = False) -> None:
        self._usual = _styled(sheet, column, strong)
        self._quoted = _styled(sheet, column, strong)
        self._quoted.quotePrefix = True

    def holding(self, value: Value) -> WriteOnlyCell:
        if not isinstance(value, str):
            self._usual.value = value
            return self._usual
        text = cleaned(value)
        cell = self._quoted if text.startswith(_FORMULA_STARTS) else self._usual
        _put(cell, text)
        return cell


def _styled(sheet: WriteOnlyWorksheet, column: Column, strong: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet)
    cell.border = _BOX
    if strong:
        cell.fill, cell.font = _STRONG_FILL, Font(bold=True)
    horizontal = "center" if column.centered else None
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    return cell


def _put(cell: WriteOnlyCell, text: str) -> None:
    cell.value = cleaned(text)
    # Whatever openpyxl takes it for, it is text.
    cell.data_type = "s"


def _parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The row, and as many more as its longest text needs; the first column stands in all of them."""
    texts = [value for value in values if isinstance(value, str)]
    longest = max(map(len, texts), default=0)
    if longest <= _SAFE or all(_excel_length(text) <= CELL_LIMIT for text in texts):
        yield values
        return
    for start in range(0, longest, _SAFE):
        part: list[Value] = [
            value[start : start + _SAFE] if isinstance(value, str) else None if start else value
            for value in values
        ]
        yield [values[0], *part[1:]]


def _excel_length(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
