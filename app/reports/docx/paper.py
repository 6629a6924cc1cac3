"""What the parts of the Word file are written with: headings and figures, with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from reportlab.graphics.shapes import Drawing

from app.reports.destinations import requirement_key
from app.reports.docx.markup import (
    Element,
    child,
    entry_mark,
    paragraph,
    properties,
    write,
)
from app.reports.docx.numbering import Numbering, indented, numbered
from app.reports.docx.sheet import Sheet
from app.reports.docx.tables import bare_row
from app.reports.docx.written import written
from app.reports.drawings import CHART_GAP
from app.reports.listing import Span
from app.reports.lists import profile as lists
from app.reports.model import Report, RequirementEntry
from app.reports.numerals import heading_number, part_number
from app.reports.pen import Links, Part, Pen

# Pixels to the point: sharp in print.
_SCALE = 3.0
ContentsLine = tuple[str, str, Literal[1, 2]]


class Paper(Sheet, Pen):
    """The body of a report as it is written: its headings count, and stand in the contents."""

    def __init__(self, report: Report, document: Any, font: str) -> None:
        """`font` is the registered font that drawings are labelled in."""
        super().__init__(report, document, font)
        self._numbering = Numbering(document, report.language)
        self.contents: list[ContentsLine] = []
        self._sections = self._parts = self._annexes = self._figures = 0
        self._items: int | None = None

    def section(self, title: str, key: str) -> None:
        """A section, numbered 一、 or I."""
        self._sections += 1
        self._parts = 0
        self._items = None
        number = heading_number(self._sections, self.report.language)
        shown = self.word("heading.section", number=number, title=title)
        self._heading(title, key, "Heading1", shown)

    def part(self, title: str, key: str, running: bool = False) -> None:
        """A part of a section, numbered （一） or A; Word's files have no `running` heads."""
        self._parts += 1
        number = part_number(self._parts, self.report.language)
        shown = self.word("heading.part", number=number, title=title)
        self._heading(title, key, "Heading2", shown)

    def item(self, title: str, key: str) -> None:
        """An item of a part, numbered 1."""
        made = self._heading(title, key, "Heading3")
        if self._items is not None:
            numbered(properties(made), self._items)

    def listed_item(self, title: str, link: str, text: str) -> None:
        """A numbered paragraph; its name leads to what it speaks of."""
        if self._items is None:
            self._items = self._numbering.items()
        name = Span(title + self.word("colon"), role="subheading", link=link)
        numbered(properties(written(self, text, [name])), self._items)

    def plain(self, text: str, place: str = "", annex: bool = False) -> None:
        self.text(text, "Cell" if annex else "Normal")

    def note(self, text: str, place: str = "") -> None:
        self.text(text, "Note")

    def small(self, text: str) -> None:
        self.text(text, "Small")

    def signatures(self, text: str) -> None:
        self.text(text, "Cell")

    def written(self, text: str, place: str) -> None:
        written(self, text)

    def requirement(self, item: RequirementEntry, depth: int, bare: bool) -> None:
        self.item(
            self.word("heading.coded", title=item.title, code=item.id), requirement_key(item.id)
        )
        self.table(lists.box(self, item))

    def parts(self, level: int, parts: Sequence[Part], links: Sequence[Links], place: str) -> None:
        """Texts with their labels, and below them what they name."""
        for part in parts:
            name = Span(part.label + self.word("colon"), role="heading")
            made = written(self, part.text, [name])
            if part.number:
                numbered(properties(made), self._numbering.headings, level - 1)
                indented(properties(made), self.report.language)
        for one in links:
            self.linked(one.label, one.targets)

    def annex(self, title: str, key: str) -> None:
        """An annex: 附件1 in the corner, and its title over the text."""
        self._annexes += 1
        # Items of an annex are counted apart from those of the sections.
        self._items = self._numbering.items()
        number = self.word("heading.annex", number=self._annexes)
        entry_mark(self.paragraph("AnnexNumber"), f"{number} {title}", 1)
        self._heading(title, key, "AnnexTitle")
        self.contents.append((f"{number} {title}", self.mark(key)[0], 1))

    def plain_heading(self, title: str, key: str, style: str) -> None:
        """A heading without a number, which stands in the contents."""
        made = self._heading(title, key, style, title)
        if style.startswith("Heading"):
            # Number 0 is Word's way of taking the number of a style away.
            numbered(properties(made), 0)
        else:
            entry_mark(made, title, 1)

    def _heading(self, title: str, key: str, style: str, shown: str = "") -> Element:
        made = self.paragraph(style)
        name, number = self.mark(key)
        child(made, "w:bookmarkStart", id=number, name=name)
        write(made, title)
        child(made, "w:bookmarkEnd", id=number)
        if shown:
            self.contents.append((shown, name, 2 if style == "Heading2" else 1))
        return made

    def figure(self, caption: str, drawing: Drawing) -> None:
        """A drawing with its numbered caption below it; the caption is what is read aloud of it."""
        whole = self._caption(caption)
        self.picture(drawing, whole)
        self.text(whole, "Caption")

    def figure_row(self, figures: Sequence[tuple[str, Drawing]]) -> None:
        """Drawings of one width beside each other, each with its numbered caption below it."""
        width = figures[0][1].width + CHART_GAP
        for held, (caption, drawing) in zip(
            bare_row(self.body, [width] * len(figures)), figures, strict=True
        ):
            whole = self._caption(caption)
            self.picture(drawing, whole, held)
            write(paragraph(held, "Caption"), whole)
        self.gap()

    def _caption(self, caption: str) -> str:
        self._figures += 1
        return self.word("chart.caption", number=self._figures, caption=caption)
