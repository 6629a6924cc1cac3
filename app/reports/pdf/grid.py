"""A ruled table as a flowable: head repeated on every page, long rows split between lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.reports.pdf.textblock import TextBlock
from app.reports.styles import HEAD_FILL, INK, RULE

_SIDE = 4.0
_ABOVE = 3.0
_LINE = 0.5
# The cells of a row that is taller than this begin at its top.
_TALL_ROW = 120.0
# A row that is taller than this may be split where the page ends.
_SPLIT_ROW = 220.0
# A table that is no taller than this is not split.
_SMALL_TABLE = 250.0
# A row that is taller than this may stand alone on the last page.
_LONE_ROW = 60.0
# Rows that are left on a page, or go to the next one, at the least.
_LEAST_ROWS = 2
# Not worth beginning a split row in less room than this.
_LEAST_PART = 48.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Text over `span` columns; None shows nothing."""

    block: TextBlock | None
    span: int = 1
    fill: Color | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells that fill the table's width; `anchor` names the row as the target of links.

    A row that `closes` the ones above it, such as their sum, never begins a page.
    """

    cells: tuple[Cell, ...]
    anchor: str = ""
    closes: bool = False


class Grid(Flowable):
    """`widths` of the columns in points; `head` rows come again on every page.

    `heights` of the rows where they are known.
    """

    def __init__(
        self,
        widths: Sequence[float],
        head: Sequence[Row],
        rows: Sequence[Row],
        ruled: bool = True,
        heights: Sequence[float] | None = None,
    ) -> None:
        super().__init__()
        self._ruled = ruled
        self._widths = tuple(widths)
        self._head = tuple(
            Row(tuple(replace(cell, fill=HEAD_FILL) for cell in row.cells)) for row in head
        )
        self._rows = tuple(rows)
        self._head_heights = [self._row_height(row) for row in self._head]
        self._heights = list(heights or map(self._row_height, self._rows))
        self.width = sum(widths)

    def _row_height(self, row: Row) -> float:
        tallest = 0.0
        column = 0
        for cell in row.cells:
            if cell.block is not None:
                width = sum(self._widths[column : column + cell.span]) - 2 * _SIDE
                tallest = max(tallest, cell.block.wrap(width, 0)[1])
            column += cell.span
        return tallest + 2 * _ABOVE

    @property
    def least_height(self) -> float:
        """Height of what there is to be room for on a page that the table begins on."""
        whole = sum(self._head_heights) + sum(self._heights)
        if whole <= _SMALL_TABLE:
            return whole
        first = sum(self._head_heights) + sum(self._heights[:_LEAST_ROWS])
        return first if first <= _SMALL_TABLE else sum(self._head_heights) + _LEAST_PART

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.height = sum(self._head_heights) + sum(self._heights)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Two tables, the first of which fits into the height.

        A small table goes on to the next page as a whole; of others no row is left alone.
        """
        self.wrap(avail_width, avail_height)
        if avail_height < self.height <= _SMALL_TABLE:
            return []
        room = avail_height - sum(self._head_heights)
        count = 0
        while count < len(self._rows) and self._heights[count] <= room:
            room -= self._heights[count]
            count += 1
        if count == len(self._rows):
            return [self]
        if self._heights[count] > _SPLIT_ROW and room >= _LEAST_PART:
            return self._split_within(count, room)
        alone = count == len(self._rows) - 1 and self._heights[-1] < _LONE_ROW
        if (alone or self._rows[count].closes) and count > _LEAST_ROWS:
            count -= 1
        if not count or (count < _LEAST_ROWS and sum(self._heights[:2]) <= _SMALL_TABLE):
            return []
        rows, heights = self._rows, self._heights
        return [
            self._with(rows[:count], heights[:count]),
            self._with(rows[count:], heights[count:]),
        ]

    def _split_within(self, count: int, room: float) -> list[Flowable]:
        """The table split within the row of a number, of which `room` points fit."""
        upper, lower = _split_row(self._rows[count], room - 2 * _ABOVE)
        above = (*self._rows[:count], upper)
        below = (lower, *self._rows[count + 1 :])
        heights = self._heights
        return [
            self._with(above, [*heights[:count], self._row_height(upper)]),
            self._with(below, [self._row_height(lower), *heights[count + 1 :]]),
        ]

    def _with(self, rows: Sequence[Row], heights: Sequence[float]) -> Grid:
        return Grid(self._widths, self._head, rows, self._ruled, heights)

    def draw(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(_LINE)
        canvas.setStrokeColor(RULE)
        top = self.height
        rows = (*self._head, *self._rows)
        heights = (*self._head_heights, *self._heights)
        self._draw_fills(rows, heights)
        if self._ruled:
            self._draw_rules(rows, heights)
        for row, height in zip(rows, heights, strict=True):
            if row.anchor:
                canvas.bookmarkHorizontal(row.anchor, 0, top + 12)
            for cell, left, _ in self._placed(row):
                if cell.block is not None:
                    # Cells of a tall row begin at its top, others stand in the middle.
                    above = _ABOVE if height > _TALL_ROW else (height - cell.block.height) / 2
                    cell.block.draw_at(canvas, left + _SIDE, top - above - cell.block.height)
            top -= height

    def _placed(self, row: Row) -> Iterator[tuple[Cell, float, float]]:
        """Each cell with its left edge and width."""
        left, column = 0.0, 0
        for cell in row.cells:
            width = sum(self._widths[column : column + cell.span])
            yield cell, left, width
            left += width
            column += cell.span

    def _draw_fills(self, rows: Sequence[Row], heights: Sequence[float]) -> None:
        top = self.height
        for row, height in zip(rows, heights, strict=True):
            for cell, left, width in self._placed(row):
                if cell.fill is not None:
                    self.canv.setFillColor(cell.fill)
                    self.canv.rect(left, top - height, width, height, stroke=0, fill=1)
            top -= height
        self.canv.setFillColor(INK)

    def _draw_rules(self, rows: Sequence[Row], heights: Sequence[float]) -> None:
        """Lines between rows, and between columns as far down as they go on."""
        lines: list[tuple[float, float, float, float]] = []
        top = self.height
        begun: dict[float, float] = {}
        for row, height in zip(rows, heights, strict=True):
            lines.append((0, top, self.width, top))
            edges = {left for _, left, _ in self._placed(row)} | {self.width}
            for edge in [edge for edge in begun if edge not in edges]:
                lines.append((edge, begun.pop(edge), edge, top))
            for edge in edges:
                begun.setdefault(edge, top)
            top -= height
        lines += [(edge, start, edge, 0) for edge, start in begun.items()]
        lines.append((0, 0, self.width, 0))
        self.canv.lines(lines)


def _split_row(row: Row, room: float) -> tuple[Row, Row]:
    upper: list[Cell] = []
    lower: list[Cell] = []
    for cell in row.cells:
        if cell.block is None:
            upper.append(cell)
            lower.append(cell)
            continue
        first, rest = cell.block.parts(cell.block.lines_within(room))
        upper.append(replace(cell, block=first))
        lower.append(replace(cell, block=rest))
    return Row(tuple(upper), row.anchor), Row(tuple(lower))
