"""What has changed since an earlier snapshot, each kind in a table of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.reports.destinations import requirement_key
from app.reports.listing import Cell, Listing, Row, Span, cell, columns, middle
from app.reports.model import ComparedItem, ComparisonEntry
from app.reports.words import Words


def compared(words: Words, entry: ComparisonEntry) -> Iterator[tuple[str, Listing]]:
    """The tables that have rows, each behind the key of its title."""
    points = [_plain((one.name, one.before, one.after, one.difference)) for one in entry.points]
    items = [_item(words, one) for one in entry.items]
    indicators = [
        _plain((f"{one.code} {one.title}", one.trend_label, one.before, one.after))
        for one in entry.indicators
    ]
    then = ("trend", "before", "after")
    for key, widths, rows, names in (
        ("points", (None, 40, 40, 40), points, ("article", "before", "after", "difference")),
        (
            "items",
            (None, 16, 42, 42, 36, 26),
            items,
            ("requirement", *then, "new-evidence", "remark"),
        ),
        ("indicators", (None, 18, 60, 60), indicators, ("indicator", *then)),
    ):
        if rows:
            yield f"comparison.{key}", Listing(widths, rows, columns(words, names))


def _plain(values: Sequence[str]) -> Row:
    first = values[0]
    others = (cell(value, "SmallCenter", place=first) for value in values[1:])
    return Row((cell(first, place=first), *others))


def _item(words: Words, one: ComparedItem) -> Row:
    name = (Span(one.id, link=requirement_key(one.id)), Span(f" {one.title}"))
    evidence = words.word("separator").join(one.evidence)
    return Row(
        (
            Cell(name, place=one.id),
            middle(one.trend_label),
            *(cell(text, place=one.id) for text in (one.before, one.after, evidence)),
            cell(one.remark),
        )
    )
