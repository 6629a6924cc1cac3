"""Practices (典型经验) with the requirements that they came from and the evidence for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.errors import UserError
from app.models import Evidence, Practice, PracticeEvidence, PracticeLink
from app.services.fields import assign, check_in_force, dossier
from app.services.numbering import next_practice_code
from app.store.workbook import Workbook

_TEXTS = ("title", "what", "novelty", "effect", "reach")


class PracticeFields(TypedDict, total=False):
    """What of a practice is given; requirements by id, evidence by id or number, all there are."""

    title: str
    what: str
    novelty: str
    effect: str
    reach: str
    requirements: Iterable[str]
    evidence: Iterable[str]


def add_practice(workbook: Workbook, **fields: Unpack[PracticeFields]) -> Changes:
    """Add a practice, which needs a title; its code E-01 is in the params of the changes.

    Raises UserError `practice.title`, `field.too-long`, `requirement.unknown`,
    `requirement.retired`, `evidence.unknown`.
    """
    values = _cleaned(fields)
    if not values.get("title"):
        raise UserError("practice.title")
    with workbook.write("practice.add") as unit:
        session = unit.session
        row = Practice(
            id=str(uuid4()),
            code=next_practice_code(session),
            **{name: values.get(name, "") for name in _TEXTS},
        )
        session.add(row)
        _link(session, row.id, values)
        unit.params["code"] = row.code
    return unit.changes


def edit_practice(workbook: Workbook, code: str, **fields: Unpack[PracticeFields]) -> Changes:
    """Change a practice. Raises UserError `practice.unknown`, else as `add_practice`."""
    values = _cleaned(fields)
    with workbook.write("practice.edit", code=code) as unit:
        row = _existing(unit.session, code)
        changed = assign(row, {name: values[name] for name in _TEXTS if name in values})
        changed += _link(unit.session, row.id, values)
        unit.params["fields"] = [f"practice.{name}" for name in sorted(changed)]
    return unit.changes


def remove_practice(workbook: Workbook, code: str) -> Changes:
    """Remove a practice with its links. UserError `practice.unknown`."""
    with workbook.write("practice.remove", code=code) as unit:
        session = unit.session
        row = _existing(session, code)
        for cls in (PracticeLink, PracticeEvidence):
            for link in session.scalars(select(cls).where(cls.practice_id == row.id)):
                session.delete(link)
        session.delete(row)
    return unit.changes


def _cleaned(fields: PracticeFields) -> dict[str, Any]:
    values: dict[str, Any] = dict(fields)
    for name in _TEXTS:
        if name in values:
            values[name] = clean_text(name, values[name])
    if not values.get("title", "-"):
        raise UserError("practice.title")
    return values


def _link(session: Session, practice_id: str, values: dict[str, Any]) -> list[str]:
    """Link a practice with what is given and nothing else; the names of what that changes."""
    changed = []
    if "requirements" in values:
        wanted = set(values["requirements"])
        links = session.scalars(
            select(PracticeLink).where(PracticeLink.practice_id == practice_id)
        ).all()
        present = {link.requirement_id for link in links}
        for requirement_id in sorted(wanted - present):
            check_in_force(session, requirement_id)
            session.add(PracticeLink(practice_id=practice_id, requirement_id=requirement_id))
        for link in links:
            if link.requirement_id not in wanted:
                session.delete(link)
        if wanted != present:
            changed.append("requirements")
    if "evidence" in values and _show(session, practice_id, values["evidence"]):
        changed.append("evidence")
    return changed


def _show(session: Session, practice_id: str, given: Iterable[str]) -> bool:
    """Let these dossiers show a practice; links with dossiers in the bin stay with them."""
    wanted = {_evidence_id(session, one) for one in given}
    rows = session.execute(
        select(PracticeEvidence, Evidence.binned_on)
        .join(Evidence, Evidence.id == PracticeEvidence.evidence_id)
        .where(PracticeEvidence.practice_id == practice_id)
    ).all()
    present = {link.evidence_id for link, binned_on in rows if binned_on is None}
    for evidence_id in sorted(wanted - present):
        session.add(PracticeEvidence(practice_id=practice_id, evidence_id=evidence_id))
    for link, binned_on in rows:
        if binned_on is None and link.evidence_id not in wanted:
            session.delete(link)
    return wanted != present


def _evidence_id(session: Session, given: str) -> str:
    by_number = session.scalar(select(Evidence.id).where(Evidence.number == given))
    return dossier(session, by_number or given).id


def _existing(session: Session, code: str) -> Practice:
    row = session.scalar(select(Practice).where((Practice.code == code) | (Practice.id == code)))
    if row is None:
        raise UserError("practice.unknown", practice=code)
    return row
