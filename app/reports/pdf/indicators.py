"""Indicators: targets, values and how they stand, in a table and as charts."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Spacer

from app.reports.charts import PRINT
from app.reports.destinations import requirement_key
from app.reports.indicator_chart import indicator_chart, indicator_words
from app.reports.model import IndicatorEntry
from app.reports.pdf.figures import Figure, FigureRow
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.pdf.textblock import Span
from app.reports.styles import LANDSCAPE, column_widths

_WIDTHS = (21, 29, None, 32, 42, 42, 19)
_GAP = 24.0
_CHART_WIDTH = (LANDSCAPE.text_width - _GAP) / 2
_CHART_HEIGHT = 160.0
_COLUMNS = ("code", "title", "meaning", "data", "targets", "readings", "measured")


def indicators(story: Story) -> None:
    """What was to be reached and what has been, one row for each indicator."""
    style = story.styles
    if not story.report.indicators:
        story.text(story.word("indicators.none"), style.body)
        return
    story.page("wide")
    story.text(story.word("indicators.note"), style.note)
    head = story.head(
        [story.word(f"indicators.column.{name}") for name in _COLUMNS], style.small_head
    )
    rows = [_row(story, entry) for entry in story.report.indicators]
    story.add(Grid(column_widths(LANDSCAPE.text_width, _WIDTHS), [head], rows), Spacer(0, 8))
    story.add(*_charts(story))


def _charts(story: Story) -> Iterator[FigureRow]:
    """A chart of each indicator of which there is anything to draw, two in a row."""
    words = indicator_words(story.report.language)
    font = story.fonts.chains["body"][0].name
    figures = [
        Figure(
            story.block(_caption(story, entry), story.styles.caption, entry.code),
            indicator_chart(entry.curve, words, PRINT, _CHART_WIDTH, _CHART_HEIGHT, font),
        )
        for entry in story.report.indicators
        if not entry.curve.empty
    ]
    for first in range(0, len(figures), 2):
        yield FigureRow(figures[first : first + 2], _GAP)


def _caption(story: Story, entry: IndicatorEntry) -> str:
    name = story.word("chart.indicator", code=entry.code, title=entry.title, unit=entry.unit)
    return story.figure_caption(name)


def _row(story: Story, entry: IndicatorEntry) -> Row:
    style = story.styles
    title = "\n".join((entry.title, *entry.remarks))
    cells = (
        entry.meaning,
        entry.source,
        "\n".join(_targets(story, entry)),
        "\n".join(_readings(story, entry)),
    )
    return Row(
        (
            Cell(story.block(entry.code, style.small_center)),
            Cell(story.block(title, style.small, entry.code)),
            *(Cell(story.block(text, style.small, entry.code)) for text in cells),
            Cell(story.spans(_requirements(entry), style.small_center)),
        )
    )


def _targets(story: Story, entry: IndicatorEntry) -> Iterator[str]:
    for target in entry.targets:
        yield f"{target.origin}{story.word('colon')}{target.goal}"
        yield story.word("clause").join(part for part in (target.attainment, target.pace) if part)


def _readings(story: Story, entry: IndicatorEntry) -> Iterator[str]:
    if entry.baseline:
        yield story.label("baseline") + story.word("colon") + entry.baseline
    for one in entry.readings:
        parts = (one.value, one.source, one.notes, one.evidence)
        yield story.word("clause").join(part for part in parts if part)
    if not entry.readings:
        yield story.word("indicators.no-reading")


def _requirements(entry: IndicatorEntry) -> list[Span]:
    return [
        Span(("\n" if number else "") + id_, link=requirement_key(id_))
        for number, id_ in enumerate(entry.requirements)
    ] or [Span("—")]
