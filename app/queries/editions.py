"""What an edition would change in a workbook, and what earlier ones left behind."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.catalog.editions import Difference, differences
from app.catalog.requirement import Requirement, requirement_from_dict
from app.catalog.schema import Document
from app.domain.own import is_own_id
from app.errors import UserError
from app.models import RequirementRow
from app.queries.answers import Answer, answer
from app.queries.catalogue import document as present_document
from app.queries.catalogue import requirement_texts
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Retired:
    """A requirement that an edition left out, with its answer.

    `id` and `version` are those it was answered under; `into` are the requirements that took it
    up, none where it fell away.
    """

    id: str
    version: str
    into: tuple[str, ...]
    requirement: Requirement
    answer: Answer


def edition_differences(workbook: Workbook, document: Document) -> list[Difference]:
    """What taking an edition over would change. Raises UserError `edition.…` as that would."""
    present = present_document(workbook)
    if present.id != document.id:
        raise UserError("edition.other-document", document=document.id, present=present.id)
    items = [item for item in requirement_texts(workbook) if not is_own_id(item.id)]
    return differences(present.version, items, document)


def retired(workbook: Workbook) -> list[Retired]:
    """All retired requirements, by the edition that they were answered under."""
    with workbook.read() as session:
        rows = session.scalars(
            select(RequirementRow).where(RequirementRow.retired.is_not(None))
        ).all()
    found = [
        Retired(
            row.retired["id"],
            row.retired["version"],
            tuple(row.retired["into"]),
            requirement_from_dict(row.content),
            answer(workbook, row.id),
        )
        for row in rows
        if row.retired is not None
    ]
    return sorted(found, key=lambda one: (one.version, one.id, one.answer.requirement_id))
