"""The contents of the Word file, as a field that Word brings up to date."""

from __future__ import annotations

from app.reports.docx.markup import (
    Element,
    begin_field,
    child,
    end_field,
    field,
    paragraph,
    properties,
    write,
)
from app.reports.docx.paper import Paper
from app.reports.styles import PORTRAIT


def write_contents(paper: Paper, place: int) -> None:
    """The contents as a field, before what stands at `place` of the body; all is known now."""
    held = paper.body.makeelement("contents")
    head = paragraph(held, "ContentsTitle")
    write(head, paper.word("contents"))
    first = True
    for title, name, level in paper.contents:
        line = paragraph(held, f"TOC{level}")
        _tab(line)
        if first:
            begin_field(line, 'TOC \\o "1-2" \\f \\h \\z')
            first = False
        link = child(line, "w:hyperlink", anchor=name, history=1)
        write(link, f"{title}\t")
        field(link, f"PAGEREF {name} \\h", "…")
    hint = paragraph(held, "Note")
    write(hint, paper.term("docx.contents.hint"))
    if not first:
        end_field(hint)
    paper.body[place:place] = list(held)


def _tab(line: Element) -> None:
    tabs = child(properties(line), "w:tabs")
    position = round(PORTRAIT.text_width * 20)
    child(tabs, "w:tab", val="right", leader="dot", pos=position)
