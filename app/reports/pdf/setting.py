"""Words and texts of a report, set with its fonts and styles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportlab.lib.colors import Color

from app.reports.destinations import destinations
from app.reports.fonts import FontSet
from app.reports.listing import Fill, Listing, Look, Span
from app.reports.model import Report
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.textblock import TextBlock, Typesetter
from app.reports.styles import (
    HEAD_FILL,
    SUBTOTAL_FILL,
    TextStyle,
    column_widths,
    styles,
)
from app.reports.words import Words

_FILLS: dict[Fill, Color | None] = {"": None, "head": HEAD_FILL, "subtotal": SUBTOTAL_FILL}


class Setting(Words):
    """What is set does not stand anywhere yet: see Story."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        super().__init__(report)
        self.fonts = fonts
        official = {use.role for use in fonts.uses if use.official}
        self.styles = styles(report.language, official)
        shown = self.styles
        self._looks: dict[Look, TextStyle] = {
            "Small": shown.small,
            "SmallCenter": shown.small_center,
            "SmallHead": shown.small_head,
            "SmallLabel": shown.small_label,
            "Cell": shown.cell,
            "CellCenter": shown.cell_center,
            "CellHead": shown.cell_head,
            "CellLabel": shown.cell_label,
            "CoverLabel": shown.cover_label,
            "CoverLine": shown.cover_line,
        }
        self._setter = Typesetter(fonts)
        self._destinations = destinations(report)
        # The place that is told for what is set without one: the heading above it.
        self.under = report.title

    @property
    def font(self) -> str:
        """The font that drawings name, so that none is named that is not embedded."""
        return self.fonts.chains["body"][0].name

    def block(self, text: str, style: TextStyle, place: str = "") -> TextBlock:
        return self._setter.block(text, style, place or self.under)

    def spans(self, spans: Sequence[Span], style: TextStyle, place: str = "") -> TextBlock:
        """Text with links; one that leads nowhere in this report is set as plain text."""
        return self._setter.spans(self._leading_somewhere(spans), style, place or self.under)

    def paragraphs(
        self,
        paragraphs: Sequence[Sequence[Span]],
        style: TextStyle,
        place: str = "",
        leading: Collection[int] = (),
    ) -> TextBlock:
        """Paragraphs, of which the `leading` ones stay with the next."""
        known = [self._leading_somewhere(spans) for spans in paragraphs]
        return self._setter.paragraphs(known, style, place or self.under, leading)

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

    def grid(self, listing: Listing, width: float) -> Grid:
        """A table over so many points."""
        head = self._looks["CellHead" if listing.large else "SmallHead"]
        heads = [self.head(listing.head, head)] if listing.head else []
        rows = [
            Row(
                tuple(
                    Cell(
                        self.spans(one.spans, self._looks[one.look], one.place),
                        one.span,
                        _FILLS[one.fill],
                    )
                    for one in row.cells
                ),
                row.anchor,
                row.closes,
            )
            for row in listing.rows
        ]
        return Grid(column_widths(width, listing.widths), heads, rows, listing.ruled)
