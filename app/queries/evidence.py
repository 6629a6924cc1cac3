"""Evidence dossiers with their files and links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, select

from app.domain.own import OWN_ARTICLE, OWN_PREFIX
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.errors import UserError
from app.models import Attachment, Evidence, EvidenceLink
from app.models.base import columns
from app.queries.evidence_parts import FileRow, LinkRow, Parts, ReadingLink, TaskLink
from app.store.vault import StoredFile
from app.store.workbook import Workbook

_EVIDENCE = columns(Evidence)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A dossier with its files in order and its links by requirement id.

    `earlier` are former editions of the files.
    """

    id: str
    number: str
    title: str
    kind: EvidenceKind
    document_number: str
    issuing_body: str
    formed_on: date | None
    valid_until: date | None
    confidentiality: Confidentiality
    notes: str
    files: tuple[FileRow, ...]
    links: tuple[LinkRow, ...]
    earlier: tuple[FileRow, ...] = ()
    readings: tuple[ReadingLink, ...] = ()
    tasks: tuple[TaskLink, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether it serves anything."""
        return bool(self.links or self.readings or self.tasks)

    @property
    def size(self) -> int:
        """Bytes of the files in force."""
        return sum(file.size for file in self.files)


class EvidenceName(NamedTuple):
    """By what people know a dossier."""

    id: str
    number: str
    title: str


def evidence_names(workbook: Workbook) -> list[EvidenceName]:
    """All dossiers by number, without what belongs to them; none that lie in the bin.

    Where there are 100,000 it takes a moment: for beside the window.
    """
    names = select(_EVIDENCE.id, _EVIDENCE.number, _EVIDENCE.title)
    with workbook.read() as session:
        rows = session.execute(names.where(_EVIDENCE.binned_on.is_(None)))
        found = [EvidenceName(*row) for row in rows]
    return sorted(found, key=lambda name: number_key(name.number))


def evidence_list(workbook: Workbook, requirement_id: str = "") -> list[EvidenceRow]:
    """All dossiers by number, or those that serve one requirement; none that lie in the bin."""
    return _rows(workbook, _of_requirement(requirement_id))


def evidence_rows(workbook: Workbook, ids: Sequence[str]) -> list[EvidenceRow]:
    """Some hundred dossiers by id, in the order of their numbers; those that are gone are left out.

    Quick enough for the main thread: 100 take 6 ms, however many there are in all.
    """
    return _rows(workbook, ids)


def evidence(workbook: Workbook, evidence_id: str) -> EvidenceRow:
    """One dossier by id or number; UserError `evidence.unknown`."""
    only = select(Evidence.id).where(
        (Evidence.id == evidence_id) | (Evidence.number == evidence_id)
    )
    rows = _rows(workbook, only)
    if not rows:
        raise UserError("evidence.unknown", evidence=evidence_id)
    return rows[0]


def missing_files(workbook: Workbook) -> frozenset[str]:
    """Hashes of attachments that are not in the vault, or there with another size."""
    present = (
        select(Attachment.sha256, Attachment.size)
        .join(Evidence, Evidence.id == Attachment.evidence_id)
        .where(Evidence.binned_on.is_(None))
        .distinct()
    )
    with workbook.read() as session:
        stored = session.execute(present).all()
    return frozenset(
        sha256 for sha256, size in stored if not workbook.vault.is_there(StoredFile(sha256, size))
    )


def number_key(number: str) -> list[int]:
    """Sort key of an evidence number: 2.07-9 before 2.07-10, the region's own X-01-01 last."""
    parts = [int(part) for part in re.findall(r"\d+", number)]
    return [OWN_ARTICLE, *parts] if number.startswith(OWN_PREFIX) else parts


def _of_requirement(requirement_id: str) -> Select[Any] | None:
    if not requirement_id:
        return None
    return select(EvidenceLink.evidence_id).where(EvidenceLink.requirement_id == requirement_id)


def _rows(workbook: Workbook, only: Select[Any] | Sequence[str] | None) -> list[EvidenceRow]:
    # Plain columns, not mapped objects: thousands of rows are read at every refresh of the list.
    dossiers = select(*_EVIDENCE).where(_EVIDENCE.binned_on.is_(None))
    if only is not None:
        dossiers = dossiers.where(_EVIDENCE.id.in_(only))
    with workbook.read() as session:
        parts = Parts.of(session, only)
        rows = [_evidence(row, parts) for row in session.execute(dossiers)]
    return sorted(rows, key=lambda row: number_key(row.number))


def _evidence(row: Row[Any], parts: Parts) -> EvidenceRow:
    return EvidenceRow(
        id=row.id,
        number=row.number,
        title=row.title,
        kind=EvidenceKind(row.kind),
        document_number=row.document_number,
        issuing_body=row.issuing_body,
        formed_on=row.formed_on,
        valid_until=row.valid_until,
        confidentiality=Confidentiality(row.confidentiality),
        notes=row.notes,
        files=tuple(parts.files.get(row.id, ())),
        links=tuple(parts.links.get(row.id, ())),
        earlier=tuple(parts.earlier.get(row.id, ())),
        readings=tuple(parts.readings.get(row.id, ())),
        tasks=tuple(parts.tasks.get(row.id, ())),
    )
