"""What the parts of the Word file are written with: headings, texts, tables, pictures, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Literal

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import white

from app.reports.bitmap import png
from app.reports.docx.markup import (
    Element,
    Span,
    begin_field,
    child,
    end_field,
    entry_mark,
    field,
    paragraph,
    properties,
    write,
    write_spans,
)
from app.reports.docx.numbering import Numbering, numbered
from app.reports.docx.pages import PageKind, end_pages, wide
from app.reports.docx.tables import Row, table
from app.reports.model import Report
from app.reports.numerals import heading_number, part_number
from app.reports.styles import LANDSCAPE, PORTRAIT
from app.reports.words import Words

# Pixels to the point: sharp in print.
_SCALE = 3.0
ContentsLine = tuple[str, str, Literal[1, 2]]


class Paper(Words):
    """The body of a report as it is written, one part after the other."""

    def __init__(self, report: Report, document: Any, font: str) -> None:
        """`font` is the registered font that drawings are labelled in."""
        super().__init__(report)
        self.font = font
        self.body: Element = document.element.body
        self._document = document
        self._numbering = Numbering(document, report.language)
        # Destinations by key: name and number of the bookmark.
        self.marks: dict[str, tuple[str, int]] = {}
        self.contents: list[ContentsLine] = []
        self._kind: PageKind = "upright"
        self._break = False
        self._sections = self._parts = self._annexes = self._figures = 0
        self._items: int | None = None

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
        write_spans(made, spans)
        return made

    def gap(self) -> None:
        """What keeps a table from the next one, and from the text below it."""
        made = self.paragraph("Small")
        child(properties(made), "w:spacing", before=0, after=0, line=120, lineRule="exact")

    def labelled(self, label: str, text: str) -> None:
        """A text that begins with its name."""
        first, *rest = text.splitlines() or [""]
        self.spans([Span(label + self.word("colon"), role="heading"), Span(first)])
        for line in rest:
            self.text(line)

    def linked(self, label: str, links: Sequence[tuple[str, str]]) -> None:
        """A label with what it names: words, each with the destination that it leads to."""
        self._keep_with_next()
        separator, last = self.word("separator"), len(links) - 1
        spans = [Span(label + self.word("colon"), role="heading")]
        for index, (text, key) in enumerate(links):
            spans.append(Span(text, link=self.mark(key)[0]))
            if index < last:
                spans.append(Span(separator))
        self.spans(spans if links else [*spans, Span(self.word("none"))], "Evidence")

    def _keep_with_next(self) -> None:
        """What stands last so far does not end a page, so that what belongs to it isn't alone."""
        last = self.body[-1]
        if last.tag == qn("w:p"):
            told = properties(last)
            told[0].addnext(told.makeelement(qn("w:keepNext")))

    def mark(self, key: str) -> tuple[str, int]:
        """Name and number of the bookmark of a destination; names of Word's are short and plain."""
        return self.marks.setdefault(key, (f"_Report{len(self.marks) + 1}", len(self.marks) + 1))

    # -- headings

    def section(self, title: str, key: str) -> None:
        """A section, numbered 一、 or I."""
        self._sections += 1
        self._parts = 0
        self._items = None
        number = heading_number(self._sections, self.report.language)
        shown = self.word("heading.section", number=number, title=title)
        self._heading(title, key, "Heading1", shown)

    def part(self, title: str, key: str) -> None:
        """A part of a section, numbered （一） or A."""
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
        first, *rest = text.splitlines() or [""]
        name = Span(title + self.word("colon"), role="subheading", link=self.mark(link)[0])
        numbered(properties(self.spans([name, Span(first)])), self._items)
        for line in rest:
            self.text(line)

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

    # -- tables and pictures

    def table(
        self,
        widths: Sequence[float],
        head: Sequence[str],
        rows: Sequence[Row],
        ruled: bool = True,
        together: bool = False,
    ) -> None:
        """A table with the labels of its head; `together`: all of it stays on one page."""
        table(self.body, widths, head, rows, ruled, together)
        self.gap()

    def figure(self, caption: str, drawing: Drawing) -> None:
        """A drawing with its numbered caption below it; the caption is what is read aloud of it."""
        self._figures += 1
        whole = self.word("chart.caption", number=self._figures, caption=caption)
        self.picture(drawing, whole)
        self.text(whole, "Caption")

    def table_title(self, title: str) -> None:
        """What stands over a table and stays with it."""
        made = self.spans([Span(title)], "Caption")
        child(properties(made), "w:keepNext")

    def picture(self, drawing: Drawing, description: str) -> None:
        image = BytesIO(png(drawing, _SCALE, white))
        run = Paragraph(self.paragraph("Figure"), self._document).add_run()
        shape = run.add_picture(image, width=Pt(min(drawing.width, self.width)))
        shape._inline.docPr.set("descr", description)

    # -- contents

    def write_contents(self, place: int) -> None:
        """The contents as a field, before what stands at `place` of the body; all is known now."""
        held = self.body.makeelement("contents")
        head = paragraph(held, "ContentsTitle")
        write(head, self.word("contents"))
        first = True
        for title, name, level in self.contents:
            line = paragraph(held, f"TOC{level}")
            self._contents_tab(line)
            if first:
                begin_field(line, 'TOC \\o "1-2" \\f \\h \\z')
                first = False
            link = child(line, "w:hyperlink", anchor=name, history=1)
            write(link, f"{title}\t")
            field(link, f"PAGEREF {name} \\h", "…")
        hint = paragraph(held, "Note")
        write(hint, self.term("docx.contents.hint"))
        if not first:
            end_field(hint)
        self.body[place:place] = list(held)

    def _contents_tab(self, line: Element) -> None:
        tabs = child(properties(line), "w:tabs")
        position = round(PORTRAIT.text_width * 20)
        child(tabs, "w:tab", val="right", leader="dot", pos=position)
