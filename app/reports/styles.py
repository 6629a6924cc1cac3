"""Page and type of the report, after GB/T 9704-2012 where it speaks of them. Lengths in points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from app.domain.vocabulary import Language
from app.reports.outcome import Role

INK = HexColor(0x000000)
MUTED = HexColor(0x595959)
RULE = HexColor(0x8C8C8C)
HEAD_FILL = HexColor(0xEDEFF2)
SUBTOTAL_FILL = HexColor(0xF6F7F9)
MARK = HexColor(0xB00020)


# What a page is for, and how it stands.
PageKind = Literal["cover", "upright", "wide"]


# 五号 in the boxes of requirements, and a smaller one in lists.
CELL_SIZE, SMALL_SIZE = 10.5, 9.0


@dataclass(frozen=True, slots=True)
class PageShape:
    """A page and its text area."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


PORTRAIT = PageShape(*A4, left=28 * mm, right=26 * mm, top=37 * mm, bottom=35 * mm)
# Wide tables stand on the same page turned: its binding edge is the upper one, so that the page
# number keeps its place in the bound report.
LANDSCAPE = PageShape(A4[1], A4[0], left=35 * mm, right=37 * mm, top=28 * mm, bottom=26 * mm)


def column_widths(total: float, columns: Sequence[float | None]) -> list[float]:
    """Column widths in points from millimetres; None takes what is left."""
    given = sum(width * mm for width in columns if width is not None)
    return [total - given if width is None else width * mm for width in columns]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a block of text is set.

    `indent` is that of a paragraph's first line in characters; `tracking` is added after every
    character, in points; `embolden` thickens the strokes where no bold cut of the font exists.
    """

    role: Role
    size: float
    leading: float
    indent: float = 0.0
    align: Literal["left", "center", "right", "justify"] = "left"
    tracking: float = 0.0
    before: float = 0.0
    after: float = 0.0
    color: Color = INK
    embolden: float = 0.0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a report in one language."""

    title: TextStyle
    cover_mark: TextStyle
    cover_label: TextStyle
    cover_line: TextStyle
    contents_title: TextStyle
    contents: TextStyle
    contents_article: TextStyle
    section: TextStyle
    annex: TextStyle
    annex_title: TextStyle
    article: TextStyle
    requirement: TextStyle
    body: TextStyle
    note: TextStyle
    note_above: TextStyle
    running: TextStyle
    caption: TextStyle
    cell: TextStyle
    cell_label: TextStyle
    cell_center: TextStyle
    cell_head: TextStyle
    small: TextStyle
    evidence: TextStyle
    small_label: TextStyle
    small_center: TextStyle
    small_head: TextStyle


def styles(language: Language, official: Collection[Role]) -> Styles:
    """The styles; of roles that are not `official` bold cuts are imitated.

    Chinese text is 三号 (16 pt) at 28.9 pt, 22 lines of 28 characters, its headings are of the
    same size and pitch and indented by two characters; English text is smaller.
    """
    chinese = language == "zh"
    body = _body(chinese)
    head = replace(body, align="left") if chinese else replace(body, indent=0, before=8)
    cell = TextStyle("body", CELL_SIZE, 15)
    small = TextStyle("body", SMALL_SIZE, 12.5)
    note = TextStyle("body", 10.5, 16, color=MUTED, after=4)
    bold = 0.0 if "title" in official else 0.45
    title = TextStyle("title", 22, 36, align="center", after=18, embolden=bold)
    return Styles(
        title=title,
        cover_mark=TextStyle("subheading", 16, 28.9, align="center"),
        cover_label=TextStyle("heading", 14, 28.9, align="right"),
        cover_line=TextStyle("body", 16, 28.9),
        contents_title=replace(title, leading=30, after=12),
        contents=TextStyle("heading", 14, 21),
        contents_article=TextStyle("body", 12, 17.5),
        section=replace(head, role="heading", size=head.size if chinese else 15),
        annex=TextStyle("heading", 16, 28.9),
        annex_title=replace(title, leading=32, after=8),
        article=replace(head, role="subheading", size=head.size if chinese else 13.5),
        # The level 1. is of the same type as the text; a little bolder, it is found again.
        requirement=replace(head, embolden=0.25),
        body=body,
        note=note,
        note_above=replace(note, before=4, after=8),
        running=TextStyle("body", 9, 12, color=MUTED),
        caption=TextStyle("subheading", 10.5, 16, align="center", before=6, after=6),
        cell=cell,
        cell_label=replace(cell, role="subheading"),
        cell_center=replace(cell, align="center"),
        cell_head=replace(cell, role="heading", align="center"),
        evidence=TextStyle("body", 10.5, 16, before=4, after=8),
        small=small,
        small_label=replace(small, role="subheading"),
        small_center=replace(small, align="center"),
        small_head=TextStyle("heading", SMALL_SIZE, 12.5, align="center"),
    )


def _body(chinese: bool) -> TextStyle:
    if not chinese:
        return TextStyle("body", 12, 18, indent=2, after=4)
    # 28 characters of 16 pt have to share 156 mm.
    tracking = 156 * mm / 28 - 16.001
    return TextStyle("body", 16, 28.9, indent=2, align="justify", tracking=tracking)
