"""Words and texts of a report, set with its fonts and styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app import texts
from app.domain.report_sections import Section
from app.reports.fonts import FontSet
from app.reports.model import ArticleEntry, Report
from app.reports.numerals import chinese_numeral
from app.reports.pdf.grid import Cell, Row
from app.reports.pdf.styles import TextStyle, styles
from app.reports.pdf.textblock import Span, TextBlock, Typesetter


class Setting:
    """What is set does not stand anywhere yet: see Story."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        self.report = report
        self.fonts = fonts
        official = {use.role for use in fonts.uses if use.official}
        self.styles = styles(report.language, official)
        self._setter = Typesetter(fonts)
        self._destinations = _destinations(report)

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
