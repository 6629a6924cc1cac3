"""What has changed since an earlier snapshot, as an annex."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.destinations import requirement_key
from app.reports.docx.markup import Span
from app.reports.docx.paper import Paper
from app.reports.docx.tables import Cell, Row, cell
from app.reports.model import ComparedItem
from app.reports.styles import column_widths

# Widths of columns in millimetres; what is left goes to the one without.
_POINTS = (None, 40, 40, 40)
_ITEMS = (None, 16, 42, 42, 36, 26)
_INDICATORS = (None, 18, 60, 60)
_ITEM_COLUMNS = ("requirement", "trend", "before", "after", "new-evidence", "remark")


def comparison(paper: Paper) -> None:
    """Points, requirements, indicators and evidence, each where there is any difference."""
    entry = paper.report.comparison
    if entry is None:
        return
    paper.text(entry.name, "Note")
    for line in entry.lines:
        paper.text(line, "Cell")
    points = [_plain_row((one.name, one.before, one.after, one.difference)) for one in entry.points]
    _table(paper, "points", ("article", "before", "after", "difference"), _POINTS, points)
    items = [_item_row(paper, one) for one in entry.items]
    _table(paper, "items", _ITEM_COLUMNS, _ITEMS, items)
    indicators = [
        _plain_row((f"{one.code} {one.title}", one.trend_label, one.before, one.after))
        for one in entry.indicators
    ]
    _table(paper, "indicators", ("indicator", "trend", "before", "after"), _INDICATORS, indicators)
    for name, lines in (
        ("new-evidence", entry.new_evidence),
        ("gone-evidence", entry.gone_evidence),
    ):
        if lines:
            paper.table_title(paper.word(f"comparison.{name}"))
            paper.text("\n".join(lines), "Small")


def _plain_row(values: Sequence[str]) -> Row:
    return Row((cell(values[0]), *(cell(value, "SmallCenter") for value in values[1:])))


def _item_row(paper: Paper, one: ComparedItem) -> Row:
    name = (Span(one.id, link=paper.mark(requirement_key(one.id))[0]), Span(f" {one.title}"))
    return Row(
        (
            Cell(name),
            cell(one.trend_label, "SmallCenter"),
            cell(one.before),
            cell(one.after),
            cell(paper.word("separator").join(one.evidence)),
            cell(one.remark),
        )
    )


def _table(
    paper: Paper,
    key: str,
    names: Sequence[str],
    widths: Sequence[float | None],
    rows: Sequence[Row],
) -> None:
    if rows:
        paper.table_title(paper.word(f"comparison.{key}"))
        head = [paper.word(f"column.{name}") for name in names]
        paper.table(column_widths(paper.width, widths), head, rows)
