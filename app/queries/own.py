"""The region's own requirements as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.domain.own import OWN_DOCUMENT
from app.models import RequirementRow, Response
from app.models.base import columns
from app.store.workbook import Workbook

_REQUIREMENT = columns(RequirementRow)
_RESPONSE = columns(Response)


@dataclass(frozen=True, slots=True)
class OwnRequirement:
    """`unit` and `due` are of its answer."""

    id: str
    title: str
    statement: str
    unit: str
    due: date | None
    notes: str


def own_requirements(workbook: Workbook) -> list[OwnRequirement]:
    """All of them by id."""
    tables = RequirementRow.__table__.join(
        Response.__table__, _RESPONSE.requirement_id == _REQUIREMENT.id
    )
    with workbook.read() as session:
        rows = session.execute(
            select(_REQUIREMENT.id, _REQUIREMENT.content, _RESPONSE.unit, _RESPONSE.due)
            .select_from(tables)
            .where(_REQUIREMENT.article_id == OWN_DOCUMENT)
            .order_by(_REQUIREMENT.position)
        )
        return [
            OwnRequirement(
                row.id,
                row.content["title"]["zh"],
                row.content["statement"]["zh"],
                row.unit,
                row.due,
                row.content["notes"]["zh"],
            )
            for row in rows
        ]
