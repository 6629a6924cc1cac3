"""The leaves of a report: what is written goes on them, upright or wide, one after the other."""

from __future__ import annotations

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from app.reports.fonts import FontSet
from app.reports.model import Report
from app.reports.pdf.setting import Setting
from app.reports.styles import LANDSCAPE, PORTRAIT, PageKind


class Leaves(Setting):
    """`first` is the kind of the first page."""

    def __init__(self, report: Report, fonts: FontSet) -> None:
        super().__init__(report, fonts)
        self.flowables: list[Flowable] = []
        self.first: PageKind = "cover"
        self._kind: PageKind = "cover"

    def add(self, *flowables: Flowable) -> None:
        self.flowables += flowables

    @property
    def width(self) -> float:
        """Width of the text on the present kind of page, in points."""
        return (LANDSCAPE if self._kind == "wide" else PORTRAIT).text_width

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
