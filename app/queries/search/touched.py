"""Which dossiers writes have changed, so that the search need not read all of them anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from app.domain.changes import Changes
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
from app.models.base import columns
from app.store.workbook import Workbook

_EVIDENCE = Evidence.__tablename__
# What belongs to a dossier; each row names it.
_PARTS = {
    cls.__tablename__: columns(cls)
    for cls in (Attachment, EvidenceLink, EvidenceReading, EvidenceTask, Reading)
}
_ALTERATION, _OPERATION = columns(Alteration), columns(Operation)
# The tables whose rows a search compares.
TABLES = (_EVIDENCE, *_PARTS)
# Beyond these it is as quick to read all dossiers; SQLite also limits the parameters of a query.
_MOST = 500


def touched_dossiers(workbook: Workbook, changes: Iterable[Changes]) -> frozenset[str] | None:
    """The ids of the dossiers whose fields, files or links were changed; None for too many."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    operations = set()
    for one in changes:
        operations.add(one.operation_id)
        for table, row_id in one.rows:
            rows[table].add(row_id)
    if any(len(rows[table]) > _MOST for table in TABLES):
        return None
    ids = set(rows[_EVIDENCE])
    with workbook.read() as session:
        for table, part in _PARTS.items():
            if rows[table]:
                ids.update(
                    session.scalars(select(part.evidence_id).where(part.id.in_(rows[table])))
                )
        # The dossier of a row that is gone, or that belonged to another one.
        for before in session.scalars(
            select(_ALTERATION.before)
            .join_from(
                Alteration.__table__,
                Operation.__table__,
                _OPERATION.seq == _ALTERATION.operation_seq,
            )
            .where(
                _OPERATION.id.in_(operations),
                _ALTERATION.table_name.in_(_PARTS),
                _ALTERATION.field == "evidence_id",
            )
        ):
            ids.add(before)
    found = frozenset(id_ for id_ in ids if id_)
    return found if len(found) <= _MOST else None
