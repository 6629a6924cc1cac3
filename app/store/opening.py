"""Opening and creating workbook folders."""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from app.errors import EnvironmentProblem, UserError
from app.store import migrate
from app.store.engine import connect, connect_to_read, make_engine
from app.store.layout import APPLICATION_ID, BACKUPS, DATABASE, EVIDENCE, SCHEMA, database
from app.store.lock import FolderLock
from app.store.problems import environment, from_database_error
from app.store.workbook import ReadOnlyReason, Workbook

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
# Places in the header of an SQLite file (SQLite database file format, 1.3).
_PAGE_SIZE_AT = 16
_PAGES_AT = 28
_APPLICATION_ID_AT = 68


def open_workbook(folder: Path, *, read_only: bool = False, thorough: bool = True) -> Workbook:
    """Open a workbook; read-only when somebody else has it open or the medium can't be written.

    `thorough` reads the whole database for damage first; who opens without has `check_integrity`
    called beside (the window does, so that it need not wait). A database that is cut off is found
    either way.

    Older schemas are backed up and migrated. Raises UserError `workbook.…` for a folder that is
    none or that a newer program made, EnvironmentProblem where disk or database are damaged.
    """
    with environment(folder):
        if folder.name == DATABASE and folder.is_file():
            folder = folder.parent
        check_is_workbook(folder)
    reason: ReadOnlyReason = "medium" if read_only else ""
    lock = None if read_only else FolderLock(folder)
    holder = None
    try:
        if lock is not None and not os.access(database(folder), os.W_OK):
            reason, lock = "medium", None
        elif lock is not None and not lock.acquire():
            reason, holder, lock = "locked", lock.holder(), None
    except OSError:
        reason, lock = "medium", None
    try:
        with environment(folder):
            engine = _ready_engine(folder, writable=not reason, thorough=thorough)
            workbook = Workbook(folder, engine, lock, reason, holder)
            if not reason:
                workbook.vault.sweep()
            return workbook
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def prepare_folder(folder: Path) -> None:
    """Lay out an empty folder as a workbook, with a database of the newest schema."""
    with environment(folder):
        (folder / EVIDENCE).mkdir()
        (folder / BACKUPS).mkdir()
        with closing(connect(database(folder), "rwc")) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrate.upgrade(database(folder))


def check_is_workbook(folder: Path) -> None:
    """Raise where the folder is no workbook or its database can't be one, without opening it.

    Raises OSError where the folder can't be looked at.
    """
    file = database(folder)
    if not folder.exists():
        raise UserError("workbook.not-found", path=str(folder))
    if not file.is_file():
        raise UserError("workbook.not-a-workbook", path=str(folder))
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise EnvironmentProblem("workbook.damaged", path=str(folder), detail="header")
    if _is_cut(file, header):
        raise EnvironmentProblem("workbook.damaged", path=str(folder), detail="cut")
    (mark,) = struct.unpack_from(">I", header, _APPLICATION_ID_AT)
    if mark != APPLICATION_ID:
        raise UserError("workbook.not-a-workbook", path=str(folder))


def _is_cut(file: Path, header: bytes) -> bool:
    """Whether the database is shorter than its header says.

    With a write-ahead log beside it that is no damage: the log holds what a checkpoint that was
    broken off had not yet brought over.
    """
    log = file.with_name(file.name + "-wal")
    if log.exists() and log.stat().st_size:
        return False
    (page_size,) = struct.unpack_from(">H", header, _PAGE_SIZE_AT)
    (pages,) = struct.unpack_from(">I", header, _PAGES_AT)
    # 1 stands for 65,536, which does not fit into two bytes.
    size: int = pages * (65_536 if page_size == 1 else page_size)
    return file.stat().st_size < size


def check_integrity(workbook: Workbook) -> None:
    """Read the whole database for damage; EnvironmentProblem `workbook.damaged`."""
    with environment(workbook.folder):
        check_database(workbook.database, writable=False, thorough=True)


def _ready_engine(folder: Path, *, writable: bool, thorough: bool) -> Engine:
    file = database(folder)
    found = check_database(file, writable=writable, thorough=thorough)
    if found > SCHEMA:
        raise UserError("workbook.newer-schema", found=found, known=SCHEMA)
    if found < SCHEMA:
        if not writable:
            raise UserError("workbook.must-be-migrated", found=found, known=SCHEMA)
        migrate.back_up(folder, found)
        migrate.upgrade(file)
    return make_engine(file, writable=writable)


def check_database(file: Path, *, writable: bool, thorough: bool) -> int:
    """The schema's number after an integrity check; EnvironmentProblem `workbook.damaged`."""
    try:
        with closing(connect(file) if writable else connect_to_read(file)) as connection:
            verdict = "ok"
            if thorough:
                verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if verdict == "ok":
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                return int(row[0])
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:
        problem = from_database_error(error, file) if isinstance(error, sqlite3.Error) else None
        if problem is not None and problem.code != "workbook.damaged":
            raise problem from error
        verdict = str(error)
    raise EnvironmentProblem("workbook.damaged", path=str(file.parent), detail=verdict)
