"""What the documents say on the matter of one requirement, and which indicators measure it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import Text
from app.queries.indicators import IndicatorRow, indicators
from app.queries.library.content import library_content
from app.queries.library.entries import Entry
from app.services.workbooks import Workbook


@dataclass(frozen=True, slots=True)
class Saying:
    """An entry of the library, and why it speaks of the same matter."""

    entry: Entry
    number: int
    why: Text


@dataclass(frozen=True, slots=True)
class Policy:
    """`unmatched` says why there are no clauses, where there are none. `offered` are indicators of
    the library that the workbook has not taken up.
    """

    requirement_id: str
    clauses: tuple[Saying, ...]
    unmatched: Text | None
    key_points: tuple[Saying, ...]
    indicators: tuple[IndicatorRow, ...]
    offered: tuple[Saying, ...]


def policy(workbook: Workbook, requirement_id: str, today: date) -> Policy:
    """Reads the library: to be done beside the window."""
    content = library_content(workbook)
    library = content.library
    numbers = {clause.id: clause.number for clause in library.outline.clauses}
    numbers |= {task.id: task.number for task in library.key_points.tasks}
    found = [
        Saying(content.entries[one.id], numbers.get(one.id, 0), one.why)
        for one in content.relations(requirement_id)
    ]
    rows = indicators(workbook, today, requirement_id)
    taken = {row.code for row in rows}
    return Policy(
        requirement_id,
        tuple(one for one in found if one.entry.kind == "clause"),
        content.why_unmatched(requirement_id),
        tuple(one for one in found if one.entry.kind == "key-point"),
        tuple(rows),
        tuple(one for one in found if one.entry.kind == "indicator" and one.entry.id not in taken),
    )
