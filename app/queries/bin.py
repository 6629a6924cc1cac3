"""What lies in the bin: dossiers that were removed and can be brought back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Alteration, Attachment, Evidence, Operation
from app.models.base import columns
from app.queries.evidence import number_key
from app.store.workbook import Workbook

_EVIDENCE = columns(Evidence)
_ATTACHMENT = columns(Attachment)
_ALTERATION = columns(Alteration)
_OPERATION = columns(Operation)
_BINNED = _EVIDENCE.binned_on.is_not(None)
_IDS = select(_EVIDENCE.id).where(_BINNED)


@dataclass(frozen=True, slots=True)
class BinnedFile:
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class BinnedRow:
    """A dossier in the bin; `actor` is who removed it. Earlier editions are among its files."""

    id: str
    number: str
    title: str
    binned_on: date
    actor: str
    files: tuple[BinnedFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def bin_list(workbook: Workbook) -> list[BinnedRow]:
    """All dossiers in the bin, those removed last first."""
    with workbook.read() as session:
        dossiers = session.execute(
            select(_EVIDENCE.id, _EVIDENCE.number, _EVIDENCE.title, _EVIDENCE.binned_on).where(
                _BINNED
            )
        ).all()
        files = _files(session)
        removed = _removed(session)
        actors = _actors(session, set(removed.values()))
    rows = [
        BinnedRow(
            row.id,
            row.number,
            row.title,
            row.binned_on,
            actors.get(removed.get(row.id, 0), ""),
            tuple(files[row.id]),
        )
        for row in dossiers
    ]
    rows.sort(key=lambda row: number_key(row.number))
    return sorted(rows, key=lambda row: removed.get(row.id, 0), reverse=True)


def _files(session: Session) -> defaultdict[str, list[BinnedFile]]:
    """Files of the dossiers in the bin, by the dossiers' ids."""
    statement = (
        select(_ATTACHMENT.evidence_id, _ATTACHMENT.name, _ATTACHMENT.sha256, _ATTACHMENT.size)
        .where(_ATTACHMENT.evidence_id.in_(_IDS))
        .order_by(_ATTACHMENT.position, _ATTACHMENT.edition)
    )
    files: defaultdict[str, list[BinnedFile]] = defaultdict(list)
    for evidence_id, *values in session.execute(statement):
        files[evidence_id].append(BinnedFile(*values))
    return files


def _removed(session: Session) -> dict[str, int]:
    """The operations that last moved the dossiers to the bin, by the dossiers' ids."""
    statement = (
        select(_ALTERATION.row_id, func.max(_ALTERATION.operation_seq))
        .where(
            _ALTERATION.table_name == "evidence",
            _ALTERATION.field == "binned_on",
            _ALTERATION.row_id.in_(_IDS),
        )
        .group_by(_ALTERATION.row_id)
    )
    return dict(session.execute(statement).tuples().all())


def _actors(session: Session, operations: Collection[int]) -> dict[int, str]:
    statement = select(_OPERATION.seq, _OPERATION.actor).where(_OPERATION.seq.in_(operations))
    return dict(session.execute(statement).tuples().all())
