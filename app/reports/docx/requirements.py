"""The box under a requirement's heading."""

from __future__ import annotations

from app.reports.box import BOX_WIDTHS, BoxPair, box
from app.reports.docx.sheet import Sheet
from app.reports.docx.tables import HEAD_FILL, Cell, Row, cell
from app.reports.model import RequirementEntry


def facts(sheet: Sheet, item: RequirementEntry) -> None:
    """What is required, and how it stands."""
    sheet.table(BOX_WIDTHS, (), [_row(pairs) for pairs in box(sheet, item)], together=True)


def _row(pairs: tuple[BoxPair, ...]) -> Row:
    cells: list[Cell] = []
    for label, text, span in pairs:
        cells += (cell(label, "SmallLabel", fill=HEAD_FILL), cell(text, "Cell", span))
    return Row(tuple(cells))
