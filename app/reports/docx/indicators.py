"""Indicators: targets, values and how they stand, in a table and as charts."""

from __future__ import annotations

from app.reports.docx.paper import Paper
from app.reports.drawings import indicator_drawings
from app.reports.lists import indicators as lists


def indicators(paper: Paper) -> None:
    """What was to be reached and what has been, one row for each indicator; charts two in a row."""
    if not paper.report.indicators:
        paper.plain(paper.word("indicators.none"))
        return
    paper.page("wide")
    paper.note(paper.word("indicators.note"))
    paper.table(lists.indicators(paper))
    figures = [(name, drawing) for _, name, drawing in indicator_drawings(paper, paper.font)]
    for first in range(0, len(figures), 2):
        paper.figure_row(figures[first : first + 2])
