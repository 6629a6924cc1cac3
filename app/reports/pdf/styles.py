"""Page and type of the report, after GB/T 9704-2012 where it speaks of them. Lengths in points."""

from __future__ import annotations

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
SAMPLE = HexColor(0xB00020)


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
# Wide tables: the binding edge of the portrait page is the upper one here.
LANDSCAPE = PageShape(A4[1], A4[0], left=22 * mm, right=22 * mm, top=26 * mm, bottom=24 * mm)


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
    cover_label: TextStyle
    cover_line: TextStyle
    contents: TextStyle
    contents_article: TextStyle
    section: TextStyle
    section_center: TextStyle
    article: TextStyle
    requirement: TextStyle
    body: TextStyle
    label: TextStyle
    note: TextStyle
    note_above: TextStyle
    caption: TextStyle
    cell: TextStyle
    cell_label: TextStyle
    small: TextStyle
    evidence: TextStyle
    small_label: TextStyle
    small_center: TextStyle
    small_head: TextStyle


def styles(language: Language, title_is_official: bool) -> Styles:
    """Chinese body text 三号 (16 pt) at 28.9 pt: 22 lines of 28 characters; English smaller."""
    chinese = language == "zh"
    body = (
        # 28 characters of 16 pt have to share 156 mm.
        TextStyle("body", 16, 28.9, indent=2, align="justify", tracking=156 * mm / 28 - 16.001)
        if chinese
        else TextStyle("body", 12, 18, indent=2, after=4)
    )
    cell = TextStyle("body", 10.5, 15)
    small = TextStyle("body", 9, 12.5)
    section = TextStyle("heading", 16, 28.9, before=6, after=6)
    note = TextStyle("body", 10.5, 16, color=MUTED, after=4)
    return Styles(
        title=TextStyle(
            "title",
            22,
            36,
            align="center",
            after=18,
            embolden=0 if title_is_official else 0.45,
        ),
        cover_label=TextStyle("heading", 14, 28.9, align="right"),
        cover_line=TextStyle("body", 16, 28.9),
        contents=TextStyle("heading", 14, 24),
        contents_article=TextStyle("body", 12, 20),
        section=section,
        section_center=replace(section, align="center", after=14),
        article=TextStyle("subheading", 16 if chinese else 14, 28.9 if chinese else 22, after=4),
        requirement=TextStyle(
            "heading", 14 if chinese else 12, 22 if chinese else 17, before=10, after=4
        ),
        body=body,
        label=replace(body, role="heading", size=body.size - 2, indent=0, before=6, tracking=0),
        note=note,
        note_above=replace(note, before=4, after=8),
        caption=TextStyle("subheading", 10.5, 16, align="center", before=10, after=6),
        cell=cell,
        cell_label=replace(cell, role="subheading"),
        evidence=TextStyle("body", 10.5, 16, before=4, after=8),
        small=small,
        small_label=replace(small, role="subheading"),
        small_center=replace(small, align="center"),
        small_head=TextStyle("heading", 9, 12.5, align="center"),
    )
