"""Indicators: targets, values and how they stand, in a table and as charts."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Spacer

from app.reports.charts import PRINT
from app.reports.indicator_chart import indicator_chart, indicator_words
from app.reports.lists import indicators as lists
from app.reports.pdf.figures import Figure, FigureRow
from app.reports.pdf.story import Story
from app.reports.styles import LANDSCAPE

_GAP = 24.0
_CHART_WIDTH = (LANDSCAPE.text_width - _GAP) / 2
_CHART_HEIGHT = 160.0


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
    """A chart of each indicator of which there is anything to draw, two in a row."""
    words = indicator_words(story.report.language)
    font = story.fonts.chains["body"][0].name
    figures = [
        Figure(
            story.block(
                story.figure_caption(lists.chart_name(story, entry)),
                story.styles.caption,
                entry.code,
            ),
            indicator_chart(entry.curve, words, PRINT, _CHART_WIDTH, _CHART_HEIGHT, font),
        )
        for entry in story.report.indicators
        if not entry.curve.empty
    ]
    for first in range(0, len(figures), 2):
        yield FigureRow(figures[first : first + 2], _GAP)
