"""Where the workbook lies on disk and how much room it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from app.store.problems import environment
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Storage:
    """Sizes in bytes; `files` is how many evidence files are kept, each once."""

    folder: Path
    schema: int
    database: int
    evidence: int
    files: int
    backups: int

    @property
    def total(self) -> int:
        return self.database + self.evidence + self.backups


def storage(workbook: Workbook) -> Storage:
    """Measures every file: to be called off the main thread."""
    with workbook.read() as session:
        schema = int(session.scalar(text("SELECT version_num FROM alembic_version")))
    with environment(workbook.folder):
        evidence = [workbook.vault.path(sha256) for sha256 in workbook.vault.hashes()]
        return Storage(
            folder=workbook.folder,
            schema=schema,
            # With the write-ahead log beside it.
            database=_size(workbook.folder.glob(f"{workbook.database.name}*")),
            evidence=_size(evidence),
            files=len(evidence),
            backups=_size(workbook.backups.rglob("*")),
        )


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())
