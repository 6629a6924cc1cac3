"""An open workbook: the handle that services and queries take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.errors import UserError
from app.store.layout import BACKUPS, EVIDENCE, database
from app.store.lock import FolderLock, Holder, current_user
from app.store.problems import environment
from app.store.vault import Vault

if TYPE_CHECKING:
    from app.store.recorder import WriteUnit

ReadOnlyReason = Literal["", "locked", "medium"]


class Workbook:
    """Made by app.store.opening; `read_only_reason` is "" when it can be written.

    `holder` names who has it open elsewhere when the reason is "locked".
    """

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        lock: FolderLock | None,
        read_only_reason: ReadOnlyReason = "",
        holder: Holder | None = None,
    ) -> None:
        self.folder = folder
        self.database = database(folder)
        self.backups = folder / BACKUPS
        self.vault = Vault(folder / EVIDENCE)
        self.read_only_reason = read_only_reason
        self.holder = holder
        self.actor = current_user()
        self._engine = engine
        self._lock = lock

    @property
    def read_only(self) -> bool:
        return bool(self.read_only_reason)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the workbook; it can't write."""
        with environment(self.folder), Session(self._engine, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self, kind: str, **params: object) -> Iterator[WriteUnit]:
        """One recorded transaction: committed at the end of the block, rolled back by any error.

        `kind` and `params` say in the history what was done. UserError `workbook.read-only`.
        """
        if self.read_only:
            raise UserError("workbook.read-only")
        # Reading does without all that writing needs: start-up time.
        from app.models import load_all
        from app.store.recorder import RecordingSession, WriteUnit

        load_all()
        with environment(self.folder):
            # SQLite would go on writing to a folder that was moved away, or to a stick's remains.
            self.database.stat()
        with (
            environment(self.folder),
            RecordingSession(self._engine, autoflush=False, expire_on_commit=False) as session,
        ):
            unit = WriteUnit(session, kind, self.actor, params)
            yield unit
            unit.commit()

    def close(self) -> None:
        """Give back connections and lock; the last connection folds the WAL into the database."""
        try:
            self._engine.dispose()
        finally:
            if self._lock is not None:
                self._lock.release()
