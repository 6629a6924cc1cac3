"""Evidence: taking files in, describing dossiers, moving them to the bin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.document_numbers import normalize_document_number
from app.domain.limits import clean_text
from app.domain.numbers import normal_name
from app.domain.proposing.kinds import kind_of_picture
from app.domain.steps import Steps
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.errors import UserError
from app.services.evidence_clerk import Clerk, FileResult, NewDossier, Outcome
from app.services.fields import assign, check_in_force, dossier, dossiers
from app.services.storing import stored_files
from app.store.vault import StoredFile
from app.store.workbook import Workbook

__all__ = ["FileResult", "Intake", "Outcome", "Target", "add_files", "edit_evidence", "remove"]

_TEXTS = ("title", "document_number", "issuing_body", "notes")


@dataclass(frozen=True, slots=True)
class Intake:
    """Result of taking files in: one row for each file, in the order given."""

    files: tuple[FileResult, ...]
    changes: Changes


class EvidenceFields(TypedDict, total=False):
    """What of a dossier is changed."""

    title: str
    kind: EvidenceKind
    document_number: str
    issuing_body: str
    formed_on: date | None
    valid_until: date | None
    confidentiality: Confidentiality
    notes: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where new evidence belongs: a requirement with locator, or a dossier that exists."""

    requirement_id: str = ""
    title: str = ""
    locator: str = ""
    evidence_id: str = ""


def add_files(workbook: Workbook, paths: Sequence[Path], target: Target) -> Steps[Intake]:
    """Take files in, each as a dossier of its own, or all into the dossier `target.evidence_id`.

    A picture is a photograph, unless its name says that it is a certificate or an award.
    A file that can't be taken is refused with its reason, the others go on. Steps count files in
    thousandths and name the one in work. Bytes are in the vault before the database is written, in
    one operation; closing the generator earlier leaves nothing. Raises UserError
    `requirement.unknown`, `evidence.unknown`, `workbook.read-only`, and EnvironmentProblem when
    the disk gives way.
    """
    if workbook.read_only:
        raise UserError("workbook.read-only")
    title = clean_text("title", target.title)
    locator = clean_text("locator", target.locator)
    with workbook.read() as session:
        check_target(session, target)
    with stored_files(workbook) as taken:
        yield from taken.store(paths)
        names = [normal_name(path.name) for path, file in taken if isinstance(file, StoredFile)]
        with workbook.write(
            "evidence.add", requirement=target.requirement_id, count=len(names), names=names[:3]
        ) as unit:
            clerk = Clerk(unit.session)
            new = NewDossier(target.requirement_id, title, locator)
            files = tuple(_enter(clerk, path, stored, target, new) for path, stored in taken)
    return Intake(files, unit.changes)


def _enter(
    clerk: Clerk, path: Path, stored: StoredFile | UserError, target: Target, new: NewDossier
) -> FileResult:
    if isinstance(stored, UserError):
        return FileResult(path, "refused", error=stored)
    if target.evidence_id:
        return clerk.enter_into(path, stored, target.evidence_id)
    kind = kind_of_picture(path.stem, path.suffix) or new.kind
    return clerk.enter(path, stored, replace(new, kind=kind))


def edit_evidence(
    workbook: Workbook, evidence_id: str, **fields: Unpack[EvidenceFields]
) -> Changes:
    """Change what is said of a dossier. Raises UserError `evidence.unknown`, `evidence.title`."""
    values: dict[str, object] = dict(fields)
    for name in _TEXTS:
        if name in values:
            values[name] = clean_text(name, str(values[name]))
    if "title" in values and not values["title"]:
        raise UserError("evidence.title")
    if "document_number" in values:
        values["document_number"] = normalize_document_number(str(values["document_number"]))
    with workbook.write("evidence.edit") as unit:
        evidence = dossier(unit.session, evidence_id)
        unit.params["number"] = evidence.number
        unit.params["fields"] = assign(evidence, values)
    return unit.changes


def remove(workbook: Workbook, evidence_ids: Sequence[str], today: date) -> Changes:
    """Move dossiers to the bin, with their files, links and number; undo brings them back.

    The bytes stay in the vault. Raises UserError `evidence.unknown`.
    """
    with workbook.write("evidence.remove", count=len(evidence_ids)) as unit:
        rows = dossiers(unit.session, evidence_ids)
        unit.params["number"] = "、".join(row.number for row in rows[:3])
        for row in rows:
            row.binned_on = today
    return unit.changes


def check_target(session: Session, target: Target) -> None:
    """Raises UserError `requirement.unknown`, `requirement.retired`, `evidence.unknown`."""
    if target.requirement_id:
        check_in_force(session, target.requirement_id)
    if target.evidence_id:
        dossier(session, target.evidence_id)
