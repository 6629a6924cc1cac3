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
from app.reports.numerals import chinese_numeral, heading_number
from app.reports.pdf.contents import Entry, Heading, PageNumbers
from app.reports.pdf.grid import Cell, Row
from app.reports.pdf.styles import PORTRAIT, TextStyle, styles
from app.reports.pdf.textblock import Span, TextBlock, Typesetter

PageKind = Literal["cover", "upright", "wide"]


class Story:
    """The flowables of a report as they are written, one after the other."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        self.report = report
        self.fonts = fonts
        official = next(use.official for use in fonts.uses if use.role == "title")
        self.styles = styles(report.language, official)
        self.flowables: list[Flowable] = []
        self.entries: list[Entry] = []
        self.numbers = PageNumbers()
        self._setter = Typesetter(fonts)
        self._destinations = _destinations(report)
        self._sections = 0
        self._annexes = 0

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
        self.add(NextPageTemplate(kind), PageBreak())

    def section(self, title: str, key: str) -> None:
        """A section, numbered 一、 or I."""
        self._sections += 1
        number = heading_number(self._sections, self.report.language)
        title = self.word("heading.section", number=number, title=title)
        self.heading(title, key, 0, self.styles.section, 120)

    def annex(self, title: str, key: str) -> None:
        """An annex, numbered 附件1."""
        self._annexes += 1
        title = self.word("heading.annex", number=self._annexes, title=title)
        self.heading(title, key, 0, self.styles.section, 120)

    def heading(self, title: str, key: str, depth: int, style: TextStyle, room: float) -> None:
        """A heading that has at least `room` points below it on its page."""
        entry = Entry(title, key, depth)
        self.entries.append(entry)
        block = self.block(title, style, title)
        height = block.wrap(PORTRAIT.text_width, 0)[1] + style.before
        self.add(CondPageBreak(room + height), Heading(block, entry, self.numbers))

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
