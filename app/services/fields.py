"""Taking edited values over into rows, and finding what they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.models import Evidence, RequirementRow, Tracked
from app.models.base import batches


def assign(row: Tracked, values: Mapping[str, object]) -> list[str]:
    """Set the fields that differ, and name them; enumeration members as their plain text."""
    changed = []
    for name, value in values.items():
        plain = value.value if isinstance(value, StrEnum) else value
        if getattr(row, name) != plain:
            setattr(row, name, plain)
            changed.append(name)
    return sorted(changed)


def check_in_force(session: Session, requirement_id: str) -> None:
    """UserError `requirement.unknown`, `requirement.retired` where nothing can be entered."""
    row = session.get(RequirementRow, requirement_id)
    if row is None:
        raise UserError("requirement.unknown", requirement=requirement_id)
    if row.retired is not None:
        raise UserError("requirement.retired", requirement=requirement_id)


def dossiers(session: Session, evidence_ids: Sequence[str]) -> list[Evidence]:
    """Dossiers in the order of their ids as given; errors as `dossier` has them."""
    found: dict[str, Evidence] = {}
    for some in batches(evidence_ids):
        rows = session.scalars(select(Evidence).where(Evidence.id.in_(some)))
        found |= {row.id: row for row in rows}
    for id_ in evidence_ids:
        if id_ not in found or found[id_].binned_on is not None:
            raise UserError("evidence.unknown", evidence=id_)
    return [found[id_] for id_ in evidence_ids]


def dossier(session: Session, evidence_id: str) -> Evidence:
    """A dossier that does not lie in the bin; UserError `evidence.unknown`."""
    evidence = session.get(Evidence, evidence_id)
    if evidence is None or evidence.binned_on is not None:
        raise UserError("evidence.unknown", evidence=evidence_id)
    return evidence
