"""The annual plan as an annex."""

from __future__ import annotations

from app.reports.destinations import requirement_key
from app.reports.model import TaskEntry
from app.reports.pdf.grid import Cell, Grid, Row
from app.reports.pdf.story import Story
from app.reports.pdf.textblock import Span
from app.reports.styles import LANDSCAPE, column_widths

_WIDTHS = (14, 12, None, 36, 28, 24, 25, 34)
_COLUMNS = ("code", "year", "title", "unit", "due", "state", "requirements", "notes")


def plan(story: Story) -> None:
    """All tasks by year, one row for each."""
    style = story.styles
    head = story.head(
        [story.term(f"field.plan_task.{name}") for name in _COLUMNS], style.small_head
    )
    rows = [_row(story, entry) for entry in story.report.plan]
    story.add(Grid(column_widths(LANDSCAPE.text_width, _WIDTHS), [head], rows))


def _row(story: Story, entry: TaskEntry) -> Row:
    style = story.styles
    requirements = [
        Span(("\n" if number else "") + id_, link=requirement_key(id_))
        for number, id_ in enumerate(entry.requirements)
    ] or [Span("—")]
    return Row(
        (
            Cell(story.block(entry.code, style.small_center)),
            Cell(story.block(entry.year, style.small_center)),
            Cell(story.block(entry.title, style.small, entry.code)),
            Cell(story.block(entry.unit, style.small, entry.code)),
            Cell(story.block(entry.due, style.small_center)),
            Cell(story.block(entry.state, style.small_center)),
            Cell(story.spans(requirements, style.small_center)),
            Cell(story.block(entry.notes, style.small, entry.code)),
        )
    )
