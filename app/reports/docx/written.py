"""What people wrote, with styles for its levels, and pasted tables as tables."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.blocks import Level, Paragraph, Table, blocks
from app.reports.columns import pasted
from app.reports.docx.markup import Element
from app.reports.docx.sheet import Sheet
from app.reports.listing import Span
from app.reports.outcome import Role

_ROLES: dict[Level, Role] = {1: "heading", 2: "subheading"}
# A paragraph of no more characters, about three lines, stays with the table below it.
_INTRODUCTION = 84


def written(sheet: Sheet, text: str, opening: Sequence[Span] = ()) -> Element:
    """A text behind its `opening`; returns the first paragraph."""
    found = blocks(text)
    runs_in = isinstance(found[0], Paragraph) and not found[0].level
    first = len(sheet.body)
    if opening and not runs_in:
        sheet.spans(opening)
        sheet.keep_with_next()
    for number, block in enumerate(found):
        if isinstance(block, Table):
            sheet.table(pasted(block))
        else:
            _paragraph(sheet, block, opening if runs_in and not number else ())
            below = found[number + 1] if number + 1 < len(found) else None
            short = len(block.text) <= _INTRODUCTION
            if block.leads or (isinstance(below, Table) and short):
                sheet.keep_with_next()
    return sheet.body[first]


def _paragraph(sheet: Sheet, one: Paragraph, opening: Sequence[Span]) -> None:
    """The style indents it, whatever blanks were typed for that."""
    if one.head and one.head == len(one.text):
        sheet.spans([Span(one.text.lstrip())], f"Level{one.level}")
    elif one.head:
        head = Span(one.heading.lstrip(), role=_ROLES.get(one.level))
        sheet.spans([head, Span(one.rest)])
    else:
        sheet.spans([*opening, Span(one.text.lstrip())])
