"""Which dossiers writes have touched, so that what is kept of all need not be read anew."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import (
    Alteration,
    Attachment,
    Evidence,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    Operation,
    Reading,
)
from app.models.base import batches, columns

_ALTERATION = columns(Alteration)
# What belongs to a dossier; each row names it.
_PARTS = {
    cls.__tablename__: columns(cls)
    for cls in (Attachment, EvidenceLink, EvidenceReading, EvidenceTask, Reading)
}
# The tables whose rows make up a dossier.
TABLES = (Evidence.__tablename__, *_PARTS)
# From so many altered fields on it is as quick to read all dossiers.
_MANY = 20_000


def newest_operation(session: Session) -> int:
    """The number of the last operation; 0 before the first."""
    return session.scalar(select(func.max(Operation.seq))) or 0


def touched_dossiers(session: Session, since: int) -> frozenset[str] | None:
    """Ids of the dossiers that were changed after an operation, with their files and links.

    Also those that are gone, and those that a file or link belonged to before. None for too many.
    """
    # By the operation alone: asked for tables, or for each row once, SQLite goes through all that
    # was ever altered.
    after = _ALTERATION.operation_seq > since
    altered = session.execute(
        select(_ALTERATION.table_name, _ALTERATION.row_id).where(after).limit(_MANY)
    ).all()
    if len(altered) == _MANY:
        return None
    rows = set(altered)
    found = {row_id for table, row_id in rows if table == Evidence.__tablename__}
    owners = select(_ALTERATION.before, _ALTERATION.after).where(
        after, _ALTERATION.field == "evidence_id"
    )
    for before_and_after in session.execute(owners):
        found.update(before_and_after)
    for name, part in _PARTS.items():
        for some in batches([row_id for table, row_id in rows if table == name]):
            found.update(session.scalars(select(part.evidence_id).where(part.id.in_(some))))
    return frozenset(id_ for id_ in found if id_ is not None)
