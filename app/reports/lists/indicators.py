"""The table of indicators: what was to be reached and what has been."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.destinations import requirement_key
from app.reports.listing import Cell, Listing, Row, cell, linked_lines, middle
from app.reports.model import IndicatorEntry
from app.reports.words import Words

_COLUMNS = ("code", "title", "meaning", "data", "targets", "readings", "measured")


def indicators(words: Words) -> Listing:
    """One row for each indicator."""
    head = [words.word(f"indicators.column.{name}") for name in _COLUMNS]
    rows = [_row(words, entry) for entry in words.report.indicators]
    return Listing((21, 29, None, 32, 42, 42, 19), rows, head)


def _row(words: Words, entry: IndicatorEntry) -> Row:
    texts = (
        "\n".join((entry.title, *entry.remarks)),
        entry.meaning,
        entry.source,
        "\n".join(_targets(words, entry)),
        "\n".join(_readings(words, entry)),
    )
    requirements = linked_lines((id_, requirement_key(id_)) for id_ in entry.requirements)
    return Row(
        (
            middle(entry.code),
            *(cell(text, place=entry.code) for text in texts),
            Cell(requirements, "SmallCenter"),
        )
    )


def _targets(words: Words, entry: IndicatorEntry) -> Iterator[str]:
    for target in entry.targets:
        yield f"{target.origin}{words.word('colon')}{target.goal}"
        yield words.word("clause").join(part for part in (target.attainment, target.pace) if part)


def _readings(words: Words, entry: IndicatorEntry) -> Iterator[str]:
    if entry.baseline:
        yield words.label("baseline") + words.word("colon") + entry.baseline
    for one in entry.readings:
        parts = (one.value, one.source, one.notes, one.evidence)
        yield words.word("clause").join(part for part in parts if part)
    if not entry.readings:
        yield words.word("indicators.no-reading")
