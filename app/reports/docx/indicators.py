"""Indicators: targets, values and how they stand, in a table and as charts."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.charts import PRINT
from app.reports.destinations import requirement_key
from app.reports.docx.markup import Span
from app.reports.docx.paper import Paper
from app.reports.docx.tables import Cell, Row, cell
from app.reports.indicator_chart import indicator_chart, indicator_words
from app.reports.model import IndicatorEntry
from app.reports.styles import column_widths

_WIDTHS = (21, 29, None, 32, 42, 42, 19)
_COLUMNS = ("code", "title", "meaning", "data", "targets", "readings", "measured")
_CHART = (440.0, 160.0)


def indicators(paper: Paper) -> None:
    """What was to be reached and what has been, one row for each indicator."""
    report = paper.report
    if not report.indicators:
        paper.text(paper.word("indicators.none"))
        return
    paper.page("wide")
    paper.text(paper.word("indicators.note"), "Note")
    head = [paper.word(f"indicators.column.{name}") for name in _COLUMNS]
    rows = [_row(paper, entry) for entry in report.indicators]
    paper.table(column_widths(paper.width, _WIDTHS), head, rows)
    words = indicator_words(report.language)
    for entry in report.indicators:
        if not entry.curve.empty:
            name = paper.word(
                "chart.indicator", code=entry.code, title=entry.title, unit=entry.unit
            )
            paper.figure(name, indicator_chart(entry.curve, words, PRINT, *_CHART, paper.font))


def _row(paper: Paper, entry: IndicatorEntry) -> Row:
    texts = (
        "\n".join((entry.title, *entry.remarks)),
        entry.meaning,
        entry.source,
        "\n".join(_targets(paper, entry)),
        "\n".join(_readings(paper, entry)),
    )
    return Row(
        (
            cell(entry.code, "SmallCenter"),
            *(cell(text) for text in texts),
            Cell(requirement_links(paper, entry.requirements), "SmallCenter"),
        )
    )


def requirement_links(paper: Paper, ids: tuple[str, ...]) -> tuple[Span, ...]:
    """Requirements below each other, each leading to its heading."""
    return tuple(
        Span(("\n" if number else "") + id_, link=paper.mark(requirement_key(id_))[0])
        for number, id_ in enumerate(ids)
    ) or (Span("—"),)


def _targets(paper: Paper, entry: IndicatorEntry) -> Iterator[str]:
    for target in entry.targets:
        yield f"{target.origin}{paper.word('colon')}{target.goal}"
        yield paper.word("clause").join(part for part in (target.attainment, target.pace) if part)


def _readings(paper: Paper, entry: IndicatorEntry) -> Iterator[str]:
    if entry.baseline:
        yield paper.label("baseline") + paper.word("colon") + entry.baseline
    for one in entry.readings:
        parts = (one.value, one.source, one.notes, one.evidence)
        yield paper.word("clause").join(part for part in parts if part)
    if not entry.readings:
        yield paper.word("indicators.no-reading")
