"""Words and texts of a report, set with its fonts and styles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.reports.destinations import destinations
from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.pdf.grid import Cell, Row
from app.reports.pdf.textblock import Span, TextBlock, Typesetter
from app.reports.styles import TextStyle, styles
from app.reports.words import Words


class Setting(Words):
    """What is set does not stand anywhere yet: see Story."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        super().__init__(report)
        self.fonts = fonts
        official = {use.role for use in fonts.uses if use.official}
        self.styles = styles(report.language, official)
        self._setter = Typesetter(fonts)
        self._destinations = destinations(report)

    @property
    def font(self) -> str:
        """The font that drawings name, so that none is named that is not embedded."""
        return self.fonts.chains["body"][0].name

    def block(self, text: str, style: TextStyle, place: str = "") -> TextBlock:
        return self._setter.block(text, style, place)

    def spans(self, spans: Sequence[Span], style: TextStyle, place: str = "") -> TextBlock:
        """Text with links; one that leads nowhere in this report is set as plain text."""
        return self._setter.spans(self._leading_somewhere(spans), style, place)

    def paragraphs(
        self,
        paragraphs: Sequence[Sequence[Span]],
        style: TextStyle,
        place: str = "",
        leading: Collection[int] = (),
    ) -> TextBlock:
        """Paragraphs, of which the `leading` ones stay with the next."""
        known = [self._leading_somewhere(spans) for spans in paragraphs]
        return self._setter.paragraphs(known, style, place, leading)

    def _leading_somewhere(self, spans: Sequence[Span]) -> list[Span]:
        return [
            span if span.link in self._destinations else replace(span, link="") for span in spans
        ]

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
