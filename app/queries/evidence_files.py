"""Which files of the evidence are not on disk, found piece by piece.

Each file is looked for by itself, which takes long where there are many or the disk is slow.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app.models import Attachment
from app.models.base import columns
from app.store.vault import StoredFile
from app.store.workbook import Workbook

AT_ONCE = 500

_FILE = columns(Attachment)


@dataclass(frozen=True, slots=True)
class FilesPiece:
    """Hashes of missing files up to `last`; "" where there are no more files."""

    missing: frozenset[str]
    last: str


def missing_after(workbook: Workbook, last: str, limit: int = AT_ONCE) -> FilesPiece:
    """What is missing of the files that follow by hash, those of dossiers in the bin included."""
    following = (
        select(_FILE.sha256, _FILE.size)
        .where(_FILE.sha256 > last)
        .order_by(_FILE.sha256)
        .distinct()
        .limit(limit)
    )
    with workbook.read() as session:
        files = session.execute(following).all()
    missing = _missing(workbook, [StoredFile(sha256, size) for sha256, size in files])
    return FilesPiece(missing, files[-1].sha256 if len(files) == limit else "")


def missing_of(
    workbook: Workbook, attachments: Collection[str], hashes: Collection[str]
) -> frozenset[str]:
    """What is missing of some files, given by the ids of attachments or by their hashes.

    Of as many as one statement can name: AT_ONCE of each.
    """
    named = _FILE.id.in_(attachments) | _FILE.sha256.in_(hashes)
    with workbook.read() as session:
        files = session.execute(select(_FILE.sha256, _FILE.size).where(named).distinct()).all()
    return _missing(workbook, [StoredFile(sha256, size) for sha256, size in files])


def _missing(workbook: Workbook, files: Collection[StoredFile]) -> frozenset[str]:
    return frozenset(file.sha256 for file in files if not workbook.vault.is_there(file))
