"""A report as it is written: texts one below the other, pages, and headings with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.numerals import heading_number, part_number
from app.reports.pdf.contents import Entry, Heading, PageNumbers
from app.reports.pdf.setting import Setting
from app.reports.pdf.tailed import Tailed
from app.reports.pdf.textblock import Span, TextBlock
from app.reports.styles import LANDSCAPE, PORTRAIT, TextStyle

PageKind = Literal["cover", "upright", "wide"]

# A longer line at the end of a text is set for itself.
_SHORT_TAIL = 64.0


class Story(Setting):
    """The flowables of a report as they are written, one after the other."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        super().__init__(report, fonts)
        self.flowables: list[Flowable] = []
        self.entries: list[Entry] = []
        self.numbers = PageNumbers()
        # How many of each so far; parts are counted within a section, items within a part.
        self._sections = self._parts = self._items = self._annexes = self._figures = 0
        self._kind: PageKind = "cover"
        # Of what kind the first page is.
        self.first: PageKind = "cover"

    @property
    def listed(self) -> list[tuple[Entry, TextStyle]]:
        """The headings that stand in the contents, with the style of their line."""
        lines = (self.styles.contents, self.styles.contents_article)
        return [(entry, lines[entry.depth]) for entry in self.entries if entry.depth < len(lines)]

    def add(self, *flowables: Flowable) -> None:
        self.flowables += flowables

    def text(self, text: str, style: TextStyle, place: str = "") -> None:
        self.add(self.block(text, style, place))

    def page(self, kind: PageKind) -> None:
        """Begin a new page of a kind."""
        if self.flowables:
            self.add(NextPageTemplate(kind), PageBreak())
            self._kind = kind
        else:
            self.begin_with(kind)

    def turn_to(self, kind: PageKind) -> None:
        """Go on on pages of a kind, on a new page unless it is of that kind already."""
        if kind != self._kind:
            self.page(kind)

    def begin_with(self, kind: PageKind) -> None:
        """Say of what kind the first page is."""
        self._kind = self.first = kind

    def section(self, title: str, key: str) -> None:
        """A section, numbered 一、 or I."""
        self._sections += 1
        self._parts = self._items = 0
        number = heading_number(self._sections, self.report.language)
        title = self.word("heading.section", number=number, title=title)
        self.heading(Entry(title, key, 0), self.styles.section, 120)

    def part(self, title: str, key: str, running: bool = False) -> None:
        """A part of a section, numbered （一） or A."""
        self._parts += 1
        self._items = 0
        number = part_number(self._parts, self.report.language)
        title = self.word("heading.part", number=number, title=title)
        self.heading(Entry(title, key, 1, running), self.styles.article, 120)

    def item(self, title: str, key: str, depth: int, room: float) -> None:
        """An item of a part, numbered 1."""
        self._items += 1
        title = self.word("heading.item", number=self._items, title=title)
        self.heading(Entry(title, key, depth), self.styles.requirement, room)

    def listed_item(self, title: str, link: str, text: str) -> None:
        """A numbered paragraph; its name leads to what it speaks of."""
        self._items += 1
        name = self.word("heading.item", number=self._items, title=title) + self.word("colon")
        spans = [Span(name, role="subheading", link=link), Span(text)]
        self.add(self.spans(spans, self.styles.body, title))

    def annex(self, title: str, key: str) -> None:
        """An annex: 附件1 in the corner, and its title over the text."""
        self._annexes += 1
        self._items = 0
        number = self.word("heading.annex", number=self._annexes)
        entry = Entry(f"{number} {title}", key, 0, running=True)
        self.entries.append(entry)
        blocks = (
            self.block(number, self.styles.annex, number),
            self.block(title, self.styles.annex_title, title),
        )
        self.add(Heading(blocks, entry, self.numbers))

    def heading(self, entry: Entry, style: TextStyle, room: float) -> None:
        """A heading that has at least `room` points below it on its page."""
        self.entries.append(entry)
        block = self.block(entry.title, style, entry.title)
        height = block.wrap(self.width, 0)[1] + style.before
        self.add(CondPageBreak(room + height), Heading((block,), entry, self.numbers))

    @property
    def width(self) -> float:
        """Width of the text on the present kind of page, in points."""
        return (LANDSCAPE if self._kind == "wide" else PORTRAIT).text_width

    def figure_caption(self, caption: str) -> str:
        """The caption of the next figure, with its number."""
        self._figures += 1
        return self.word("chart.caption", number=self._figures, caption=caption)

    def add_with_tail(self, texts: Sequence[TextBlock], tail: TextBlock) -> None:
        """Texts, the last of which takes a short line along that belongs to its end."""
        short = tail.wrap(self.width, 0)[1] <= _SHORT_TAIL
        if texts and short:
            self.add(*texts[:-1], Tailed(texts[-1], tail))
        else:
            self.add(*texts, tail)
