"""Taking single files out of a dossier."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.errors import UserError
from app.models import Attachment
from app.services.fields import dossier
from app.store.workbook import Workbook


def remove_file(workbook: Workbook, attachment_id: str, *, all_editions: bool) -> Changes:
    """Take a file out of its dossier, alone or with all its editions; undo brings it back.

    Alone, the edition before it follows in its place: where it was in force that one is so again.
    The bytes stay as long as undo could need them, which ends when the dossier is emptied from the
    bin. Raises UserError `attachment.unknown`, `evidence.unknown`.
    """
    with workbook.write("evidence.remove-file") as unit:
        session = unit.session
        row = session.get(Attachment, attachment_id)
        if row is None:
            raise UserError("attachment.unknown")
        evidence = dossier(session, row.evidence_id)
        editions = _editions(session, row)
        if not all_editions:
            for former in editions:
                if former.replaced_by == row.id:
                    former.replaced_by = row.replaced_by
            editions = [row]
        unit.params.update(number=evidence.number, name=row.name, count=len(editions))
        for edition in editions:
            session.delete(edition)
    return unit.changes


def _editions(session: Session, row: Attachment) -> list[Attachment]:
    """All editions of a file, itself among them, oldest first."""
    return list(
        session.scalars(
            select(Attachment)
            .where(Attachment.evidence_id == row.evidence_id, Attachment.position == row.position)
            .order_by(Attachment.edition)
        )
    )
