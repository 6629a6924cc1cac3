"""Practices with what they are linked with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select

from app.errors import UserError
from app.models import Evidence, Practice, PracticeEvidence, PracticeLink
from app.models.base import columns
from app.queries.evidence import number_key
from app.store.workbook import Workbook

_PRACTICE = columns(Practice)
_LINK = columns(PracticeLink)
_SHOWN = columns(PracticeEvidence)
_EVIDENCE = columns(Evidence)


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice; `requirements` are ids, `evidence` numbers of dossiers that are not binned."""

    id: str
    code: str
    title: str
    what: str
    novelty: str
    effect: str
    reach: str
    requirements: tuple[str, ...]
    evidence: tuple[str, ...]


def practices(workbook: Workbook) -> list[PracticeRow]:
    """All practices by code."""
    linked: defaultdict[str, list[str]] = defaultdict(list)
    shown: defaultdict[str, list[str]] = defaultdict(list)
    with workbook.read() as session:
        for practice_id, requirement_id in session.execute(
            select(_LINK.practice_id, _LINK.requirement_id).order_by(_LINK.requirement_id)
        ):
            linked[practice_id].append(requirement_id)
        for practice_id, number in session.execute(
            select(_SHOWN.practice_id, _EVIDENCE.number)
            .join_from(
                PracticeEvidence.__table__, Evidence.__table__, _EVIDENCE.id == _SHOWN.evidence_id
            )
            .where(_EVIDENCE.binned_on.is_(None))
        ):
            shown[practice_id].append(number)
        # E-99 before E-100.
        rows = session.execute(
            select(*_PRACTICE).order_by(func.length(_PRACTICE.code), _PRACTICE.code)
        ).all()
    return [
        PracticeRow(
            id=row.id,
            code=row.code,
            title=row.title,
            what=row.what,
            novelty=row.novelty,
            effect=row.effect,
            reach=row.reach,
            requirements=tuple(linked[row.id]),
            evidence=tuple(sorted(shown[row.id], key=number_key)),
        )
        for row in rows
    ]


def practice(workbook: Workbook, code: str) -> PracticeRow:
    """One practice by code or id; UserError `practice.unknown`."""
    for row in practices(workbook):
        if code in (row.code, row.id):
            return row
    raise UserError("practice.unknown", practice=code)
