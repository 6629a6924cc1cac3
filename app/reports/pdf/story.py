"""What the parts of the report are set with: fonts, styles, words, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from app import texts
from app.domain.report_sections import Section
from app.reports.fonts import FontSet
from app.reports.model import ArticleEntry, Report
from app.reports.numerals import chinese_numeral, heading_number, part_number
from app.reports.pdf.contents import Entry, Heading, PageNumbers
from app.reports.pdf.grid import Cell, Row
from app.reports.pdf.styles import LANDSCAPE, PORTRAIT, TextStyle, styles
from app.reports.pdf.tailed import Tailed
from app.reports.pdf.textblock import Span, TextBlock, Typesetter

PageKind = Literal["cover", "upright", "wide"]

# A longer line at the end of a text is set for itself.
_SHORT_TAIL = 64.0


class Story:
    """The flowables of a report as they are written, one after the other."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        self.report = report
        self.fonts = fonts
        official = {use.role for use in fonts.uses if use.official}
        self.styles = styles(report.language, official)
        self.flowables: list[Flowable] = []
        self.entries: list[Entry] = []
        self.numbers = PageNumbers()
        self._setter = Typesetter(fonts)
        self._destinations = _destinations(report)
        # How many of each so far; parts are counted within a section, items within a part.
        self._sections = self._parts = self._items = self._annexes = self._figures = 0
        self._kind: PageKind = "cover"
        # Of what kind the first page is.
        self.first: PageKind = "cover"

    def word(self, key: str, **params: object) -> str:
        """A word or sentence of the report (report.… in the text files)."""
        return texts.text(f"report.{key}", self.report.language, **params)

    def term(self, key: str) -> str:
        """A word of the field, such as a progress or a change."""
        return texts.text(key, self.report.language)

    def article_name(self, article: ArticleEntry) -> str:
        """第二条, Article 2."""
        numeral = chinese_numeral(article.number)
        return self.word("article", number=article.number, numeral=numeral)

    @property
    def listed(self) -> list[tuple[Entry, TextStyle]]:
        """The headings that stand in the contents, with the style of their line."""
        lines = (self.styles.contents, self.styles.contents_article)
        return [(entry, lines[entry.depth]) for entry in self.entries if entry.depth < len(lines)]

    def label(self, name: str) -> str:
        """The name of a field."""
        return texts.text(f"field.{name}", self.report.language)

    def block(self, text: str, style: TextStyle, place: str = "") -> TextBlock:
        return self._setter.block(text, style, place)

    def spans(self, spans: Sequence[Span], style: TextStyle, place: str = "") -> TextBlock:
        """Text with links; one that leads nowhere in this report is set as plain text."""
        spans = [
            span if span.link in self._destinations else replace(span, link="") for span in spans
        ]
        return self._setter.spans(spans, style, place)

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

    def labelled(self, label: str, text: str, place: str) -> TextBlock:
        """A text that begins with its name."""
        name = Span(label + self.word("colon"), role="heading")
        return self.spans([name, Span(text)], self.styles.body, place)

    def linked(self, label: str, links: Sequence[tuple[str, str]], style: TextStyle) -> TextBlock:
        """A label with what it names: words, each with the destination that it leads to."""
        separator, last = self.word("separator"), len(links) - 1
        spans = [
            Span(text + (separator if index < last else ""), link=key)
            for index, (text, key) in enumerate(links)
        ]
        name = Span(label + self.word("colon"), role="heading")
        return self.spans([name, *(spans or [Span(self.word("none"))])], style)

    def add_with_tail(self, texts: Sequence[TextBlock], tail: TextBlock) -> None:
        """Texts, the last of which takes a short line along that belongs to its end."""
        short = tail.wrap(self.width, 0)[1] <= _SHORT_TAIL
        if texts and short:
            self.add(*texts[:-1], Tailed(texts[-1], tail))
        else:
            self.add(*texts, tail)

    def head(self, labels: Sequence[str], style: TextStyle) -> Row:
        """The head row of a table."""
        return Row(tuple(Cell(self.block(label, style)) for label in labels))


def _destinations(report: Report) -> set[str]:
    """What a link can lead to: only what the sections of the report show."""
    items = [
        item
        for section in (Section.ORGANISATION, Section.CHANGES)
        if report.has(section)
        for article in report.articles_of(section)
        for item in article.requirements
    ]
    if report.has(Section.CHANGES) and report.own:
        items += report.own.requirements
    if report.has(Section.ANNEX_RETIRED):
        items += report.retired
    shown = report.evidence if report.has(Section.ANNEX_EVIDENCE) else ()
    return {
        *(requirement_key(item.id) for item in items),
        *(evidence_key(entry.number) for entry in shown),
    }


def requirement_key(requirement_id: str) -> str:
    """The destination of a requirement's heading."""
    return f"requirement-{requirement_id}"


def evidence_key(number: str) -> str:
    """The destination of a dossier's row in the register."""
    return f"evidence-{number}"
