"""Charts side by side, each with its caption below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from app.reports.pdf.textblock import TextBlock

_ABOVE = 12.0


class Figure(NamedTuple):
    """A chart with its caption."""

    caption: TextBlock
    drawing: Drawing


class FigureRow(Flowable):
    """Figures of one width, beside each other; never split. Lengths in points."""

    def __init__(self, figures: Sequence[Figure], gap: float) -> None:
        super().__init__()
        self._figures = tuple(figures)
        self._gap = gap

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        captions = [
            caption.wrap(drawing.width, 0)[1] + caption.style.before + caption.style.after
            for caption, drawing in self._figures
        ]
        self._drawn = max(drawing.height for _, drawing in self._figures)
        self._below = max(captions)
        self.width, self.height = avail_width, self._below + self._drawn + _ABOVE
        return self.width, self.height

    def draw(self) -> None:
        left = 0.0
        for caption, drawing in self._figures:
            caption_bottom = self._below - caption.style.before - caption.height
            caption.draw_at(self.canv, left, caption_bottom)
            renderPDF.draw(drawing, self.canv, left, self._below + self._drawn - drawing.height)
            left += drawing.width + self._gap
