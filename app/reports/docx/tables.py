"""Tables: heads that are repeated on every page, rows that stay whole. Lengths in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.docx.markup import (
    Element,
    Span,
    bookmark,
    child,
    paragraph,
    properties,
    write_spans,
)

HEAD_FILL, SUBTOTAL_FILL = "EDEFF2", "F6F7F9"
_RULE = "8C8C8C"
_TWIPS = 20
# White space within a cell, above and below, and at its sides.
_ABOVE, _BESIDE = 40, 80


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, in a style, over so many columns; `fill` is a colour or ""."""

    spans: tuple[Span, ...]
    style: str = "Small"
    span: int = 1
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `anchor` names it as a destination."""

    cells: tuple[Cell, ...]
    anchor: tuple[str, int] | None = None


def cell(text: str, style: str = "Small", span: int = 1, fill: str = "") -> Cell:
    return Cell((Span(text),), style, span, fill)


def table(
    body: Element,
    widths: Sequence[float],
    head: Sequence[str],
    rows: Sequence[Row],
    ruled: bool = True,
    together: bool = False,
    head_style: str = "SmallHead",
) -> Element:
    """A table of fixed widths at the end of `body`, with the labels of its head, if any.

    `together`: all of it stays on one page.
    """
    made = child(body, "w:tbl")
    sizes = [round(width * _TWIPS) for width in widths]
    _properties(made, sum(sizes), ruled)
    grid = child(made, "w:tblGrid")
    for size in sizes:
        child(grid, "w:gridCol", w=size)
    if head:
        labels = Row(tuple(cell(label, head_style, fill=HEAD_FILL) for label in head))
        _row(made, labels, sizes, is_head=True)
    for row in rows:
        _row(made, row, sizes, together=together)
    return made


def _properties(made: Element, width: int, ruled: bool) -> None:
    told = child(made, "w:tblPr")
    child(told, "w:tblW", w=width, type="dxa")
    if ruled:
        borders = child(told, "w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            child(borders, f"w:{side}", val="single", sz=4, space=0, color=_RULE)
    child(told, "w:tblLayout", type="fixed")
    margins = child(told, "w:tblCellMar")
    for side, size in (("top", _ABOVE), ("left", _BESIDE), ("bottom", _ABOVE), ("right", _BESIDE)):
        child(margins, f"w:{side}", w=size, type="dxa")


def _row(
    made: Element,
    row: Row,
    sizes: Sequence[int],
    is_head: bool = False,
    together: bool = False,
) -> None:
    line = child(made, "w:tr")
    told = child(line, "w:trPr")
    child(told, "w:cantSplit")
    if is_head:
        child(told, "w:tblHeader")
    column = 0
    for one in row.cells:
        held = child(line, "w:tc")
        told = child(held, "w:tcPr")
        child(told, "w:tcW", w=sum(sizes[column : column + one.span]), type="dxa")
        if one.span > 1:
            child(told, "w:gridSpan", val=one.span)
        if one.fill:
            child(told, "w:shd", val="clear", color="auto", fill=one.fill)
        child(told, "w:vAlign", val="center")
        text = paragraph(held, one.style)
        if together or is_head:
            child(properties(text), "w:keepNext")
        if row.anchor and column == 0:
            bookmark(text, *row.anchor)
        write_spans(text, one.spans)
        column += one.span
