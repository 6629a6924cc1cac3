"""Indicators: targets, values and how they stand, in a table and as charts."""

from __future__ import annotations

from app.reports.charts import PRINT
from app.reports.docx.paper import Paper
from app.reports.indicator_chart import indicator_chart, indicator_words
from app.reports.lists import indicators as lists

_CHART = (440.0, 160.0)


def indicators(paper: Paper) -> None:
    """What was to be reached and what has been, one row for each indicator."""
    report = paper.report
    if not report.indicators:
        paper.plain(paper.word("indicators.none"))
        return
    paper.page("wide")
    paper.note(paper.word("indicators.note"))
    paper.table(lists.indicators(paper))
    words = indicator_words(report.language)
    for entry in report.indicators:
        if not entry.curve.empty:
            drawing = indicator_chart(entry.curve, words, PRINT, *_CHART, paper.font)
            paper.figure(lists.chart_name(paper, entry), drawing)
