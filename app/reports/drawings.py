"""The charts of the whole report as drawings, the same in every format."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from app.reports.charts import PRINT, ProgressBar, ProgressWords, article_progress_chart
from app.reports.figures import Radar, Timeline
from app.reports.radar_chart import radar_chart
from app.reports.styles import PORTRAIT
from app.reports.timeline_chart import TimelineWords, timeline_chart
from app.reports.words import Words

_WIDTH = PORTRAIT.text_width


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
