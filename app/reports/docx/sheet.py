"""The body of the Word file: pages, and texts, tables and pictures one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import white

from app.reports.bitmap import png
from app.reports.docx.markup import (
    Element,
    child,
    paragraph,
    properties,
    text_of,
    write,
    write_spans,
)
from app.reports.docx.pages import end_pages, wide
from app.reports.docx.tables import table
from app.reports.listing import Listing, Span
from app.reports.model import Report
from app.reports.styles import LANDSCAPE, PORTRAIT, PageKind
from app.reports.words import Words

# Pixels to the point: sharp in print.
_SCALE = 3.0
# A longer paragraph, about ten lines, may end a page without what it names: office suites other
# than Word move all of a paragraph that stays with the next one.
_KEPT = 280


class Sheet(Words):
    """Knows nothing of headings and their numbers: see Paper."""

    def __init__(self, report: Report, document: Any, font: str) -> None:
        """`font` is the registered font that drawings are labelled in."""
        super().__init__(report)
        self.font = font
        self.body: Element = document.element.body
        self._document = document
        # Destinations by key: name and number of the bookmark.
        self.marks: dict[str, tuple[str, int]] = {}
        self._kind: PageKind = "upright"
        self._break = False

    # -- pages

    @property
    def width(self) -> float:
        """Width of the text on the present kind of page, in points."""
        return (LANDSCAPE if wide(self._kind) else PORTRAIT).text_width

    def page(self, kind: PageKind) -> None:
        """Begin a new page of a kind."""
        if kind == self._kind:
            self._break = True
        else:
            end_pages(self._document, self._kind, self.report)
            self._kind = kind

    def turn_to(self, kind: PageKind) -> None:
        """Go on on pages of a kind, on a new page unless it is of that kind already."""
        if kind != self._kind:
            self.page(kind)

    def begin_with(self, kind: PageKind) -> None:
        self._kind = kind

    def close(self) -> None:
        """Furnish the last pages."""
        end_pages(self._document, self._kind, self.report, last=True)

    # -- texts

    def paragraph(self, style: str) -> Element:
        """A new paragraph at the end; it begins a page where one was asked for."""
        made = paragraph(self.body, style)
        if self._break:
            child(properties(made), "w:pageBreakBefore")
            self._break = False
        return made

    def text(self, text: str, style: str = "Normal") -> None:
        """A text, each of its lines a paragraph."""
        for line in text.splitlines() or [""]:
            write(self.paragraph(style), line)

    def spans(self, spans: Iterable[Span], style: str = "Normal") -> Element:
        made = self.paragraph(style)
        write_spans(made, spans, self.mark)
        return made

    def gap(self) -> None:
        """What keeps a table from the next one, and from the text below it."""
        made = self.paragraph("Small")
        child(properties(made), "w:spacing", before=0, after=0, line=120, lineRule="exact")

    def linked(self, label: str, links: Sequence[tuple[str, str]]) -> None:
        """A label with what it names: words, each with the destination that it leads to."""
        if len(text_of(self.body[-1])) <= _KEPT:
            self.keep_with_next()
        separator, last = self.word("separator"), len(links) - 1
        spans = [Span(label + self.word("colon"), role="heading")]
        for index, (text, key) in enumerate(links):
            spans.append(Span(text, link=key))
            if index < last:
                spans.append(Span(separator))
        self.spans(spans if links else [*spans, Span(self.word("none"))], "Evidence")

    def keep_with_next(self) -> None:
        """What stands last so far does not end a page, so that what belongs to it isn't alone."""
        last = self.body[-1]
        if last.tag == qn("w:p"):
            told = properties(last)
            if told.find(qn("w:keepNext")) is None:
                told[0].addnext(told.makeelement(qn("w:keepNext")))

    def mark(self, key: str) -> tuple[str, int]:
        """Name and number of the bookmark of a destination; names of Word's are short and plain."""
        return self.marks.setdefault(key, (f"_Report{len(self.marks) + 1}", len(self.marks) + 1))

    def table(self, listing: Listing) -> None:
        """A table over the width of the page."""
        table(self.body, listing, self.width, self.mark)
        self.gap()

    def table_title(self, title: str) -> None:
        """What stands over a table and stays with it."""
        made = self.spans([Span(title)], "Caption")
        child(properties(made), "w:keepNext")

    def picture(self, drawing: Drawing, description: str, held: Element = None) -> None:
        """A drawing in a paragraph of its own, at the end or in what holds it."""
        image = BytesIO(png(drawing, _SCALE, white))
        place = self.paragraph("Figure") if held is None else paragraph(held, "Figure")
        run = Paragraph(place, self._document).add_run()
        shape = run.add_picture(image, width=Pt(min(drawing.width, self.width)))
        shape._inline.docPr.set("descr", description)
