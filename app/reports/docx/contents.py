"""The contents of the Word file, as a field that Word brings up to date."""

from __future__ import annotations

from app.reports.columns import text_width
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
from app.reports.docx.styles import PART_INDENT
from app.reports.styles import PORTRAIT, TextStyle, styles

_TWIPS = 20
# Room for page numbers, and for the hint below the contents, in points.
_NUMBER_ROOM, _HINT = 40.0, 24.0
# Nearer to each other than this lines are not brought.
_CLOSEST = 0.8


def write_contents(paper: Paper, place: int) -> None:
    """The contents as a field, before what stands at `place` of the body; all is known now."""
    held = paper.body.makeelement("contents")
    head = paragraph(held, "ContentsTitle")
    write(head, paper.word("contents"))
    first = True
    share = _share(paper)
    for title, name, level in paper.contents:
        line = paragraph(held, f"TOC{level}")
        _tab(line)
        if share < 1:
            pitch = round(_look(paper, level).leading * share * _TWIPS)
            child(properties(line), "w:spacing", line=pitch, lineRule="exact")
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


def _share(paper: Paper) -> float:
    """The share of their pitch to which lines are brought together so that they fit on a page."""
    needed = sum(_height(paper, title, level) for title, _, level in paper.contents)
    head, hint = styles(paper.report.language, ()).contents_title, _HINT
    share = (PORTRAIT.text_height - head.leading - head.after - hint) / (needed or 1)
    return share if _CLOSEST <= share < 1 else 1.0


def _height(paper: Paper, title: str, level: int) -> float:
    look = _look(paper, level)
    room = PORTRAIT.text_width - _NUMBER_ROOM - (PART_INDENT if level > 1 else 0)
    return look.leading * -(-text_width(title) * look.size // room)


def _look(paper: Paper, level: int) -> TextStyle:
    shown = styles(paper.report.language, ())
    return shown.contents if level == 1 else shown.contents_article


def _tab(line: Element) -> None:
    tabs = child(properties(line), "w:tabs")
    position = round(PORTRAIT.text_width * 20)
    child(tabs, "w:tab", val="right", leader="dot", pos=position)
