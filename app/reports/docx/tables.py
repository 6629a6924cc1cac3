"""Tables: heads that are repeated on every page, rows that stay whole. Lengths in points."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.docx.markup import (
    Element,
    Mark,
    bookmark,
    child,
    paragraph,
    properties,
    write_spans,
)
from app.reports.listing import Fill, Listing, Look, Row, cell
from app.reports.styles import column_widths

_FILLS: dict[Fill, str] = {"head": "EDEFF2", "subtotal": "F6F7F9"}
_RULE = "8C8C8C"
_TWIPS = 20
# White space within a cell, above and below, and at its sides.
_ABOVE, _BESIDE = 40, 80


def table(body: Element, listing: Listing, width: float, mark: Mark) -> Element:
    """A table of fixed widths at the end of `body`, over so many points."""
    made = child(body, "w:tbl")
    sizes = [round(one * _TWIPS) for one in column_widths(width, listing.widths)]
    _properties(made, sum(sizes), listing.ruled)
    grid = child(made, "w:tblGrid")
    for size in sizes:
        child(grid, "w:gridCol", w=size)
    if listing.head:
        look: Look = "CellHead" if listing.large else "SmallHead"
        labels = Row(tuple(cell(label, look, fill="head") for label in listing.head))
        _row(made, labels, sizes, mark, is_head=True)
    for row in listing.rows:
        _row(made, row, sizes, mark, together=listing.together)
    return made


def bare_row(body: Element, widths: Sequence[float]) -> list[Element]:
    """The cells of a table of one row without rules, to be filled; each needs a paragraph."""
    made = child(body, "w:tbl")
    sizes = [round(one * _TWIPS) for one in widths]
    _properties(made, sum(sizes), ruled=False)
    grid = child(made, "w:tblGrid")
    for size in sizes:
        child(grid, "w:gridCol", w=size)
    line = child(made, "w:tr")
    child(child(line, "w:trPr"), "w:cantSplit")
    cells = [child(line, "w:tc") for _ in sizes]
    for held, size in zip(cells, sizes, strict=True):
        child(child(held, "w:tcPr"), "w:tcW", w=size, type="dxa")
    return cells


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
    mark: Mark,
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
            child(told, "w:shd", val="clear", color="auto", fill=_FILLS[one.fill])
        child(told, "w:vAlign", val="center")
        text = paragraph(held, one.look)
        if together or is_head:
            child(properties(text), "w:keepNext")
        if row.anchor and column == 0:
            bookmark(text, *mark(row.anchor))
        write_spans(text, one.spans, mark)
        column += one.span
