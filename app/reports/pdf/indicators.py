"""Indicators: targets, values and how they stand, in a table and as charts."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Spacer

from app.reports.drawings import CHART_GAP, indicator_drawings
from app.reports.lists import indicators as lists
from app.reports.pdf.figures import Figure, FigureRow
from app.reports.pdf.story import Story


def indicators(story: Story) -> None:
    """What was to be reached and what has been, one row for each indicator."""
    style = story.styles
    if not story.report.indicators:
        story.text(story.word("indicators.none"), style.body)
        return
    story.page("wide")
    story.note(story.word("indicators.note"))
    story.table(lists.indicators(story))
    story.add(Spacer(0, 8), *_charts(story))


def _charts(story: Story) -> Iterator[FigureRow]:
    """Two in a row."""
    figures = [
        Figure(story.block(story.figure_caption(name), story.styles.caption, entry.code), drawing)
        for entry, name, drawing in indicator_drawings(story, story.font)
    ]
    for first in range(0, len(figures), 2):
        yield FigureRow(figures[first : first + 2], CHART_GAP)
