"""What has changed since an earlier snapshot, as an annex."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak

from app.reports.destinations import requirement_key
from app.reports.model import ComparedItem
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.pdf.textblock import Span
from app.reports.styles import LANDSCAPE, column_widths


def comparison(story: Story) -> None:
    """Points, requirements, indicators and evidence, each where there is any difference."""
    report, style = story.report, story.styles
    entry = report.comparison
    if entry is None:
        return
    story.text(entry.name, style.note)
    for line in entry.lines:
        story.text(line, style.cell)
    points = [(one.name, one.before, one.after, one.difference) for one in entry.points]
    columns = ("article", "before", "after", "difference")
    _table(story, "points", columns, (None, 40, 40, 40), points)
    if entry.items:
        _title(story, "items")
        names = ("requirement", "trend", "before", "after", "new-evidence", "remark")
        widths = column_widths(LANDSCAPE.text_width, (None, 16, 42, 42, 36, 26))
        rows = [_item_row(story, one) for one in entry.items]
        story.add(Grid(widths, [_head(story, names)], rows))
    indicators = [
        (f"{one.code} {one.title}", one.trend_label, one.before, one.after)
        for one in entry.indicators
    ]
    columns = ("indicator", "trend", "before", "after")
    _table(story, "indicators", columns, (None, 18, 60, 60), indicators)
    for name, rows_ in (
        ("new-evidence", entry.new_evidence),
        ("gone-evidence", entry.gone_evidence),
    ):
        if rows_:
            _title(story, name)
            story.text("\n".join(rows_), style.small)


def _item_row(story: Story, one: ComparedItem) -> Row:
    style = story.styles
    name = [Span(one.id, link=requirement_key(one.id)), Span(f" {one.title}")]
    return Row(
        (
            Cell(story.spans(name, style.small, one.id)),
            Cell(story.block(one.trend_label, style.small_center)),
            Cell(story.block(one.before, style.small, one.id)),
            Cell(story.block(one.after, style.small, one.id)),
            Cell(story.block(story.word("separator").join(one.evidence), style.small, one.id)),
            Cell(story.block(one.remark, style.small)),
        )
    )


def _table(
    story: Story,
    key: str,
    names: Sequence[str],
    widths: Sequence[float | None],
    values: Sequence[Sequence[str]],
) -> None:
    if not values:
        return
    _title(story, key)
    style = story.styles
    rows = [
        Row(
            (
                Cell(story.block(line[0], style.small, line[0])),
                *(Cell(story.block(value, style.small_center, line[0])) for value in line[1:]),
            )
        )
        for line in values
    ]
    story.add(Grid(column_widths(LANDSCAPE.text_width, widths), [_head(story, names)], rows))


def _title(story: Story, key: str) -> None:
    title = story.block(story.word(f"comparison.{key}"), story.styles.caption)
    # The title stays with the head of its table and some rows.
    story.add(CondPageBreak(100), title)


def _head(story: Story, names: Sequence[str]) -> Row:
    return story.head([story.word(f"column.{name}") for name in names], story.styles.small_head)
