"""The charts of the whole report as drawings, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.graphics.shapes import Drawing

from app.reports.charts import PRINT, ProgressBar, ProgressWords, article_progress_chart
from app.reports.figures import Radar, Timeline
from app.reports.indicator_chart import indicator_chart, indicator_words
from app.reports.model import IndicatorEntry
from app.reports.radar_chart import radar_chart
from app.reports.styles import LANDSCAPE, PORTRAIT
from app.reports.timeline_chart import TimelineWords, timeline_chart
from app.reports.words import Words, chart_name

_WIDTH = PORTRAIT.text_width
# Charts of indicators stand two in a row on a wide page, so far apart.
CHART_GAP = 24.0
_CHART_WIDTH, _CHART_HEIGHT = (LANDSCAPE.text_width - CHART_GAP) / 2, 160.0


def timeline_drawing(words: Words, timeline: Timeline, font: str) -> Drawing:
    """The time that the pilot takes."""
    names = TimelineWords(words.term("chart.timeline.done"), words.term("chart.timeline.open"))
    return timeline_chart(timeline, names, PRINT, _WIDTH, 135, font)


def radar_drawing(radar: Radar, font: str) -> Drawing:
    """The four changes."""
    return radar_chart(radar, PRINT, _WIDTH, 250, font)


def progress_drawing(words: Words, font: str) -> Drawing:
    """For each article how much is done."""
    bars = [
        ProgressBar(
            words.article_name(article),
            done=article.tally.done,
            started=article.tally.started - article.tally.done,
            not_started=article.tally.applicable - article.tally.started,
            points=article.points,
        )
        for article in words.report.articles
    ]
    names = ProgressWords(
        done=words.term("progress.done"),
        started=words.term("progress.in-progress"),
        not_started=words.term("progress.not-started"),
        points=words.word("points"),
    )
    return article_progress_chart(bars, names, PRINT, _WIDTH, 24 + 22 * len(bars), font)


def indicator_drawings(words: Words, font: str) -> Iterator[tuple[IndicatorEntry, str, Drawing]]:
    """Each indicator that has been measured, with the name of its chart."""
    said = indicator_words(words.report.language)
    for entry in words.report.indicators:
        if entry.curve.measured:
            name = chart_name(entry, words.report.language)
            size = (_CHART_WIDTH, _CHART_HEIGHT)
            yield entry, name, indicator_chart(entry.curve, said, PRINT, *size, font)
