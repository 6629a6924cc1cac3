"""Moving rows from one requirement to another, when several change places at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy.orm import Session

from app.models import EvidenceLink, IndicatorLink, PlanLink, PracticeLink, Response

# The column by which answers and links belong to a requirement.
REQUIREMENT = "requirement_id"

Belonging: TypeAlias = Response | EvidenceLink | IndicatorLink | PlanLink | PracticeLink


def aside(row_id: str) -> str:
    """A place that no other row has, for the moment in which rows change places."""
    return f"~{row_id}"


def move(session: Session, rows: Sequence[Belonging], places: Mapping[str, str]) -> None:
    """Take each row to the requirement that `places` names for its present one.

    Of a requirement there is one answer, so rows are taken off all of them before they are put.
    """
    moved = [(row, places[row.requirement_id]) for row in rows if row.requirement_id in places]
    moved = [(row, place) for row, place in moved if row.requirement_id != place]
    for row, _ in moved:
        row.requirement_id = aside(row.id)
    session.flush()
    for row, place in moved:
        row.requirement_id = place
    session.flush()
