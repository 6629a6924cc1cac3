"""A sheet as such annexes are made: title row, filler's row, table, signatures, print set-up.

Cells are text or plain numbers, never formulas: text is stored as text whatever it begins with.
Rows are written one after the other, each cell object being used again for every row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from app.reports.xlsx.cells import BOX, HEAD_FILL, Look, Slot, SteadyCell
from app.reports.xlsx.fitting import Line, Piece, Value, line_count, line_width, pieces_of

_A4, _A3 = "9", "8"
# Characters in a row from which on A4 would print smaller than 7 points.
_WIDE = 220
# Heights in points: a line of text, and the space around it.
_LINE, _AROUND = 15.0, 4.0
# Width of a character of the standard font, in English Metric Units: 7 pixels.
_CHARACTER = 66_675
# Excel takes a sheet with more for damaged.
_MOST_LINKS = 65_000


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters of the standard font; `centered` for short words and numbers.

    `open` columns are for people to fill in, also where the sheet is protected.
    """

    label: str
    width: float
    centered: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class NumberRule:
    """What may be typed in an open column: numbers up to `highest`; what to say of it."""

    column: int
    highest: float
    name: str
    hint: str
    error: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every table.

    `filler` are label and value of 填报单位（盖章）, 填报人 and so on; `mark` is "" for real data.
    `draft` is the mark of a report on the live state, which stands in title and page header.
    `frozen` columns stay in sight when one goes to the right.
    """

    title: str
    filler: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    foot: str
    page_footer: str
    mark: str
    font: str
    draft: str = ""
    frozen: int = 0


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
        self._plain = [self._slot(column) for column in columns]
        # Rows in which a long text goes on have nothing to be filled in.
        self._further = [
            self._slot(replace(column, open=False)) if column.open else slot
            for column, slot in zip(columns, self._plain, strict=True)
        ]
        self._strong = [self._slot(replace(one, open=False), strong=True) for one in columns]
        self._to_fill: list[int] = []
        self._head = 3 + len(frame.notes) + bool(frame.mark)
        self._set_up()
        self._begin()

    def _slot(self, column: Column, strong: bool = False) -> Slot:
        return Slot(self._sheet, Look(self._frame.font, column.centered, strong, column.open))

    def _set_up(self) -> None:
        sheet = self._sheet
        for number, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.freeze_panes = f"{get_column_letter(self._frame.frozen + 1)}{self._head + 1}"
        sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.page_setup.orientation = "landscape"
        wide = sum(column.width for column in self._columns) > _WIDE
        sheet.page_setup.paperSize = _A3 if wide else _A4
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
        draft = ""
        if frame.draft:
            draft = f" ({frame.draft})" if frame.draft.isascii() else f"（{frame.draft}）"
        self._merged(frame.title + draft, Font(name=frame.font, bold=True, size=16), "center", 32)
        if frame.mark:
            self._merged(frame.mark, Font(name=frame.font, bold=True, color="B00020"), "center", 20)
        self._filler_row()
        for note in frame.notes:
            lines = line_count(note, sum(column.width for column in self._columns))
            font = Font(name=frame.font, color="595959")
            self._merged(note, font, "left", _LINE * lines + _AROUND)
        labels = [column.label for column in self._columns]
        self._append([self._head_cell(label) for label in labels], self._height(labels))

    def _merged(self, text: str, font: Font, side: str, height: float) -> None:
        """A row of one cell over the whole width."""
        cell = SteadyCell(self._sheet)
        cell.font = font
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        cell.hold(text)
        row = self._row + 1
        self._sheet.merged_cells.add(f"A{row}:{self._last}{row}")
        self._append([cell], height)

    def _filler_row(self) -> None:
        """填报单位（盖章）, 填报人, 联系电话, 填报日期, each as wide as it is long."""
        row = self._row + 1
        cells: list[Any] = [None] * len(self._columns)
        texts = [label + value for label, value in self._frame.filler]
        bounds = _parts([column.width for column in self._columns], [line_width(t) for t in texts])
        parts = zip(self._frame.filler, bounds[:-1], bounds[1:], strict=True)
        heights: list[int] = []
        for (label, value), start, end in parts:
            width = sum(column.width for column in self._columns[start:end])
            heights.append(line_count(label + value, width))
            cell = SteadyCell(self._sheet)
            cell.font = Font(name=self._frame.font)
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            cell.hold(label + value)
            cells[start] = cell
            if end - start > 1:
                first, last = get_column_letter(start + 1), get_column_letter(end)
                self._sheet.merged_cells.add(f"{first}{row}:{last}{row}")
        self._append(cells, _LINE * max(2, *heights) + _AROUND)

    def _head_cell(self, label: str) -> Any:
        cell = SteadyCell(self._sheet)
        cell.font, cell.fill = Font(name=self._frame.font, bold=True), HEAD_FILL
        cell.border = BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.hold(label)
        return cell

    def write(self, values: Sequence[Value], strong: bool = False) -> int:
        """One row of the table; text too long for a cell goes on in rows below it.

        Returns the number of its first row.
        """
        first = self._row + 1
        slots = self._strong if strong else self._plain
        if not strong:
            self._to_fill.append(first)
        for part in self._parts(values):
            cells = [slot.holding(self._linked(v)) for slot, v in zip(slots, part, strict=True)]
            self._append(cells, self._height(part))
            if not strong:
                slots = self._further
        return first

    def highlight(self, column: int, fills: Mapping[str, str]) -> None:
        """Give cells of a column, from 0, that hold just this text a colour, also later on.

        After the last row.
        """
        letter = get_column_letter(column + 1)
        area = f"{letter}{self._head + 1}:{letter}{max(self._row, self._head + 1)}"
        for text, colour in fills.items():
            quoted = text.replace('"', '""')
            fill = PatternFill("solid", bgColor=colour)
            make_rule: Any = FormulaRule
            rule = make_rule([f'${letter}{self._head + 1}="{quoted}"'], fill=fill)
            self._sheet.conditional_formatting.add(area, rule)

    def protect(self, rule: NumberRule) -> None:
        """Lock all but the open columns, without a password, and say what may be typed there.

        After the last row.
        """
        letter = get_column_letter(rule.column + 1)
        cells = " ".join(f"{letter}{row}" for row in self._to_fill)
        if cells:
            validation = DataValidation(
                type="decimal",
                operator="between",
                formula1="0",
                formula2=f"{rule.highest:g}",
                allow_blank=True,
                showErrorMessage=True,
                showInputMessage=True,
                promptTitle=rule.name,
                prompt=rule.hint,
                errorTitle=rule.name,
                error=rule.error,
            )
            validation.sqref = MultiCellRange(cells)
            self._sheet.data_validations.append(validation)
        protection = self._sheet.protection
        protection.sheet = True
        # True forbids: filters and the sizes of rows and columns stay free.
        protection.autoFilter = protection.formatColumns = protection.formatRows = False

    def draw(self, charts: Sequence[ChartBase], across: int, rows: int) -> None:
        """Charts on pages of their own below the table, `across` side by side on `rows` rows each.

        They are as wide as their share of the columns; two rows of charts fill a page. After the
        last row.
        """
        # The empty row and the signatures come before.
        start = self._row + 3
        self._sheet.sheet_format.defaultRowHeight = _LINE
        self._sheet.sheet_format.customHeight = True
        edges = _parts([column.width for column in self._columns], [1] * across)
        for number, chart in enumerate(charts):
            row, place = start + number // across * rows, number % across
            if number % (2 * across) == 0:
                self._sheet.row_breaks.append(Break(id=row - 1))
            # Markers count from 0. A row stays free, and a little on both sides.
            end = edges[place + 1] - 1
            reach = round(self._columns[end].width * _CHARACTER)
            first = AnchorMarker(col=edges[place], colOff=_CHARACTER, row=row)
            last = AnchorMarker(col=end, colOff=reach, row=row + rows - 2)
            self._sheet.add_chart(chart, TwoCellAnchor(_from=first, to=last))

    def _linked(self, value: Piece) -> Piece:
        """The value, without its address where the sheet has all the links that it can have."""
        if not isinstance(value, Line):
            return value
        self._links += bool(value.target)
        return value if value.target and self._links <= _MOST_LINKS else value.text

    def _height(self, values: Sequence[Piece]) -> float:
        """Height of a row that shows all its text."""
        texts = (value.text if isinstance(value, Line) else value for value in values)
        lines = max(
            line_count(value, column.width) if isinstance(value, str) and value else 1
            for value, column in zip(texts, self._columns, strict=True)
        )
        return _LINE * lines + _AROUND

    def _parts(self, values: Sequence[Value]) -> Iterator[Sequence[Piece]]:
        """The row, and as many more as its longest text needs, each with the first two columns.

        Other values stand in the first one only, so that a sum takes them once.
        """
        pieces = [
            pieces_of(value, column.width)
            for value, column in zip(values, self._columns, strict=True)
        ]
        yield [one[0] for one in pieces]
        for number in range(1, max(map(len, pieces))):
            known = [one[min(number, len(one) - 1)] for one in pieces[:2]]
            rest = (one[number] if number < len(one) else None for one in pieces[2:])
            yield [*known, *rest]

    @property
    def name(self) -> str:
        return str(self._sheet.title)

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


def _parts(widths: Sequence[float], shares: Sequence[float]) -> list[int]:
    """Column numbers that part the columns into groups, about as wide as their shares."""
    edges = list(accumulate(widths, initial=0.0))
    aims = list(accumulate(shares, initial=0.0))
    count, bounds = len(shares), [0]
    for part in range(1, count):
        aim = edges[-1] * aims[part] / aims[-1]
        possible = range(bounds[-1] + 1, len(widths) - (count - part) + 1)
        bounds.append(min(possible, key=lambda index: abs(edges[index] - aim)))
    return [*bounds, len(widths)]
