"""The bin: bringing dossiers back, and emptying it for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.errors import UserError
from app.models import (
    Attachment,
    Evidence,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    PracticeEvidence,
    Reading,
    Tracked,
)
from app.queries.references import EMPTYING, hashes_of, needed_hashes
from app.store.workbook import Workbook

# So many numbers name an operation in the history.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Emptied:
    """`files` and `size` (bytes) are of what was deleted from the disk.

    Files that other evidence has too are not among them.
    """

    changes: Changes
    files: int
    size: int


def restore(workbook: Workbook, evidence_ids: Sequence[str]) -> Changes:
    """Bring dossiers back with their files, links and number. UserError `bin.unknown`."""
    with workbook.write("bin.restore", count=len(evidence_ids)) as unit:
        rows = [_binned(unit.session, evidence_id) for evidence_id in evidence_ids]
        unit.params["number"] = _numbers(rows)
        for row in rows:
            row.binned_on = None
    return unit.changes


def empty(workbook: Workbook, evidence_ids: Sequence[str]) -> Emptied:
    """Delete dossiers of the bin for good, with the bytes that nothing else refers to.

    This can't be undone, nor can what was done to them before. Raises UserError `bin.unknown`,
    `workbook.read-only`.
    """
    with workbook.write(EMPTYING, count=len(evidence_ids)) as unit:
        session = unit.session
        rows = [_binned(session, evidence_id) for evidence_id in evidence_ids]
        unit.params["number"] = _numbers(rows)
        candidates = hashes_of(session, [row.id for row in rows])
        for row in rows:
            _delete(session, row)
    # Not before the record is on disk: after a crash in between the bytes are surplus, no loss.
    with workbook.read() as reading:
        free = candidates - needed_hashes(reading)
    files, size = workbook.vault.delete(free)
    return Emptied(unit.changes, files, size)


def _delete(session: Session, row: Evidence) -> None:
    for reading in session.scalars(select(Reading).where(Reading.evidence_id == row.id)):
        reading.evidence_id = None
    parts: list[Tracked] = []
    for cls in (EvidenceLink, EvidenceReading, EvidenceTask, PracticeEvidence, Attachment):
        parts += session.scalars(select(cls).where(cls.evidence_id == row.id))
    for part in (*parts, row):
        session.delete(part)


def _binned(session: Session, evidence_id: str) -> Evidence:
    """A dossier in the bin by id or number; UserError `bin.unknown`."""
    row = session.scalar(
        select(Evidence).where(
            (Evidence.id == evidence_id) | (Evidence.number == evidence_id),
            Evidence.binned_on.is_not(None),
        )
    )
    if row is None:
        raise UserError("bin.unknown", evidence=evidence_id)
    return row


def _numbers(rows: Sequence[Evidence]) -> str:
    return "、".join(row.number for row in rows[:_NAMED])
