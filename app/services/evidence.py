"""Evidence: taking files in, describing them, and linking them with requirements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.domain.numbers import normal_name, normalize_document_number
from app.domain.steps import Step, Steps
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.errors import UserError
from app.models import Attachment, Evidence, EvidenceLink
from app.services.fields import assign, check_in_force, dossier
from app.services.numbering import next_number
from app.store.recorder import WriteUnit
from app.store.vault import StoredFile
from app.store.workbook import Workbook

Outcome = Literal["added", "linked", "already-there", "refused"]
_Taken: TypeAlias = tuple[Path, StoredFile | UserError]

_TEXTS = ("title", "document_number", "issuing_body", "notes")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; `error` says why it was refused.

    "linked": the same bytes were there already and their dossier now serves the requirement too;
    "already-there": it did so before.
    """

    path: Path
    outcome: Outcome
    evidence_id: str = ""
    number: str = ""
    error: UserError | None = None


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
        _check_target(session, target)
    taken: list[_Taken] = []
    try:
        yield from _store(workbook, paths, taken)
        names = [normal_name(path.name) for path, file in taken if isinstance(file, StoredFile)]
        with workbook.write(
            "evidence.add", requirement=target.requirement_id, count=len(names), names=names[:3]
        ) as unit:
            clerk = _Clerk(unit, target, title, locator)
            files = tuple(clerk.enter(path, stored) for path, stored in taken)
    except BaseException:
        for _, stored in taken:
            if isinstance(stored, StoredFile):
                workbook.vault.discard(stored)
        raise
    return Intake(files, unit.changes)


def _store(workbook: Workbook, paths: Sequence[Path], taken: list[_Taken]) -> Steps[None]:
    """Bring the bytes into the vault, file by file; what became of each is added to `taken`."""
    for done, path in enumerate(paths):
        yield Step(done * 1000, len(paths) * 1000, normal_name(path.name))
        try:
            stored: StoredFile | UserError = yield from _scaled(workbook, path, done, len(paths))
        except UserError as error:
            stored = error
        taken.append((path, stored))


def _scaled(workbook: Workbook, path: Path, done: int, total: int) -> Steps[StoredFile]:
    """The vault's byte steps as parts of one file among many, in thousandths."""
    inner = workbook.vault.add(path)
    try:
        while True:
            step = next(inner)
            part = step.done / step.total
            yield Step(round((done + part) * 1000), total * 1000, step.label)
    except StopIteration as stop:
        stored: StoredFile = stop.value
        return stored
    finally:
        inner.close()


class _Clerk:
    """Enters stored files into the database within one transaction."""

    def __init__(self, unit: WriteUnit, target: Target, title: str, locator: str) -> None:
        self._session = unit.session
        self._target = target
        self._title = title
        self._locator = locator

    def enter(self, path: Path, stored: StoredFile | UserError) -> FileResult:
        if isinstance(stored, UserError):
            return FileResult(path, "refused", error=stored)
        serves = (EvidenceLink.evidence_id == Evidence.id) & (
            EvidenceLink.requirement_id == self._target.requirement_id
        )
        # First those that serve the requirement already.
        known = self._session.execute(
            select(Evidence.id, Evidence.number)
            .join(Attachment, Attachment.evidence_id == Evidence.id)
            .outerjoin(EvidenceLink, serves)
            .where(Attachment.sha256 == stored.sha256, Evidence.binned_on.is_(None))
            .order_by(EvidenceLink.id.is_(None), Evidence.number)
        ).all()
        if self._target.evidence_id:
            result = self._enter_into_dossier(path, stored, {row.id for row in known})
        elif known:
            outcome: Outcome = "linked" if self._link(known[0].id) else "already-there"
            result = FileResult(path, outcome, known[0].id, known[0].number)
        else:
            result = self._enter_as_dossier(path, stored)
        self._session.flush()
        return result

    def _enter_as_dossier(self, path: Path, stored: StoredFile) -> FileResult:
        number = next_number(self._session, self._target.requirement_id)
        title = self._title or clean_text("title", normal_name(path.stem)) or number
        evidence = Evidence(id=str(uuid4()), number=number, title=title)
        self._session.add(evidence)
        self._attach(evidence.id, path, stored, position=1)
        self._link(evidence.id)
        return FileResult(path, "added", evidence.id, evidence.number)

    def _enter_into_dossier(self, path: Path, stored: StoredFile, holders: set[str]) -> FileResult:
        evidence = dossier(self._session, self._target.evidence_id)
        if evidence.id in holders:
            return FileResult(path, "already-there", evidence.id, evidence.number)
        last = self._session.scalar(
            select(func.max(Attachment.position)).where(Attachment.evidence_id == evidence.id)
        )
        self._attach(evidence.id, path, stored, position=(last or 0) + 1)
        return FileResult(path, "added", evidence.id, evidence.number)

    def _attach(self, evidence_id: str, path: Path, stored: StoredFile, position: int) -> None:
        self._session.add(
            Attachment(
                id=str(uuid4()),
                evidence_id=evidence_id,
                position=position,
                name=normal_name(path.name),
                sha256=stored.sha256,
                size=stored.size,
            )
        )

    def _link(self, evidence_id: str) -> bool:
        requirement_id = self._target.requirement_id
        if not requirement_id or _find_link(self._session, evidence_id, requirement_id):
            return False
        self._session.add(
            EvidenceLink(
                id=str(uuid4()),
                evidence_id=evidence_id,
                requirement_id=requirement_id,
                locator=self._locator,
            )
        )
        return True


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
    with workbook.write("evidence.edit", fields=sorted(values)) as unit:
        evidence = dossier(unit.session, evidence_id)
        unit.params["number"] = evidence.number
        assign(evidence, values)
    return unit.changes


def link(
    workbook: Workbook,
    evidence_id: str,
    requirement_id: str,
    locator: str = "",
    proves: str = "",
) -> Changes:
    """Let a dossier serve a requirement, or change where in it and what it proves.

    Raises UserError `evidence.unknown`, `requirement.unknown`, `field.too-long`.
    """
    values = {
        "locator": clean_text("locator", locator),
        "proves": clean_text("proves", proves),
    }
    with workbook.write("evidence.link", requirement=requirement_id) as unit:
        unit.params["number"] = dossier(unit.session, evidence_id).number
        check_in_force(unit.session, requirement_id)
        found = _find_link(unit.session, evidence_id, requirement_id)
        if found is None:
            unit.session.add(
                EvidenceLink(evidence_id=evidence_id, requirement_id=requirement_id, **values)
            )
        else:
            assign(found, values)
    return unit.changes


def unlink(workbook: Workbook, evidence_id: str, requirement_id: str) -> Changes:
    """Take a dossier away from a requirement; the dossier stays. No link is no error."""
    with workbook.write("evidence.unlink", requirement=requirement_id) as unit:
        unit.params["number"] = dossier(unit.session, evidence_id).number
        found = _find_link(unit.session, evidence_id, requirement_id)
        if found is not None:
            unit.session.delete(found)
    return unit.changes


def remove(workbook: Workbook, evidence_ids: Sequence[str], today: date) -> Changes:
    """Move dossiers to the bin, with their files, links and number; undo brings them back.

    The bytes stay in the vault. Raises UserError `evidence.unknown`.
    """
    with workbook.write("evidence.remove", count=len(evidence_ids)) as unit:
        rows = [dossier(unit.session, evidence_id) for evidence_id in evidence_ids]
        unit.params["number"] = "、".join(row.number for row in rows[:3])
        for row in rows:
            row.binned_on = today
    return unit.changes


def _find_link(session: Session, evidence_id: str, requirement_id: str) -> EvidenceLink | None:
    return session.scalar(
        select(EvidenceLink).where(
            EvidenceLink.evidence_id == evidence_id, EvidenceLink.requirement_id == requirement_id
        )
    )


def _check_target(session: Session, target: Target) -> None:
    if target.requirement_id:
        check_in_force(session, target.requirement_id)
    if target.evidence_id:
        dossier(session, target.evidence_id)
