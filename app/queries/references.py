"""What the stored bytes are still needed for: evidence, the bin, or a record that can be undone.

Emptying the bin is the one operation that is never taken back: what it deleted is gone for good,
and with it every earlier state of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Alteration, Attachment, Operation
from app.models.base import columns
from app.store.journal import DELETE

EMPTYING: Final = "bin.empty"
# Taking a snapshot can't be taken back either: papers may have been signed that it belongs to.
TAKING: Final = "snapshot.take"

_ALTERATION = columns(Alteration)
_OPERATION = columns(Operation)
_ATTACHMENT = columns(Attachment)


def purged_rows(session: Session) -> frozenset[tuple[str, str]]:
    """Table and id of every row that went when the bin was emptied."""
    rows = session.execute(
        select(_ALTERATION.table_name, _ALTERATION.row_id)
        .join(Operation.__table__, _OPERATION.seq == _ALTERATION.operation_seq)
        .where(_OPERATION.kind == EMPTYING, _ALTERATION.action == DELETE)
        .distinct()
    )
    return frozenset((table, row_id) for table, row_id in rows)


def purged_number(session: Session, evidence_id: str) -> str:
    """The number that a dossier had which is gone for good."""
    return str(
        session.scalar(
            select(_ALTERATION.before).where(
                _ALTERATION.table_name == "evidence",
                _ALTERATION.row_id == evidence_id,
                _ALTERATION.field == "number",
                _ALTERATION.action == DELETE,
            )
        )
    )


def needed_hashes(session: Session) -> frozenset[str]:
    """Hashes that evidence refers to, in the bin or not, or that undo or redo could bring back."""
    purged = {row_id for table, row_id in purged_rows(session) if table == "evidence"}
    present = session.scalars(select(_ATTACHMENT.sha256).distinct())
    return frozenset(present) | {
        sha256
        for hashes, dossiers in _recorded(session)
        if not dossiers <= purged
        for sha256 in hashes
    }


def hashes_of(session: Session, evidence_ids: Collection[str]) -> frozenset[str]:
    """Hashes of all files that these dossiers have or ever had."""
    wanted = set(evidence_ids)
    return frozenset(
        sha256 for hashes, dossiers in _recorded(session) if dossiers & wanted for sha256 in hashes
    )


def _recorded(session: Session) -> Iterable[tuple[set[str], set[str]]]:
    """The hashes and the dossiers of each attachment that the record knows."""
    found: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    rows = session.execute(
        select(_ALTERATION.row_id, _ALTERATION.field, _ALTERATION.before, _ALTERATION.after).where(
            _ALTERATION.table_name == Attachment.__tablename__,
            _ALTERATION.field.in_(("sha256", "evidence_id")),
        )
    )
    for row_id, field, *values in rows:
        hashes, dossiers = found[row_id]
        known = hashes if field == "sha256" else dossiers
        known.update(value for value in values if value is not None)
    return found.values()
