"""Turns errors of disk and database into EnvironmentProblems that a person can be told."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from app.errors import EnvironmentProblem

_BY_ERRNO = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.full",
    errno.EROFS: "disk.read-only",
    errno.EACCES: "disk.no-rights",
    errno.EPERM: "disk.no-rights",
    errno.ENOENT: "disk.gone",
    errno.ENOTDIR: "disk.gone",
    errno.ENODEV: "disk.gone",
    errno.EIO: "disk.failing",
    errno.ESTALE: "disk.gone",
}
_BY_SQLITE = {
    sqlite3.SQLITE_FULL: "disk.full",
    sqlite3.SQLITE_READONLY: "disk.read-only",
    sqlite3.SQLITE_IOERR: "disk.failing",
    sqlite3.SQLITE_CANTOPEN: "disk.gone",
    sqlite3.SQLITE_BUSY: "workbook.busy",
    sqlite3.SQLITE_LOCKED: "workbook.busy",
    sqlite3.SQLITE_CORRUPT: "workbook.damaged",
    sqlite3.SQLITE_NOTADB: "workbook.damaged",
}


def from_os_error(error: OSError, path: Path) -> EnvironmentProblem:
    code = _BY_ERRNO.get(error.errno or 0, "disk.failing")
    return EnvironmentProblem(code, path=str(path), detail=error.strerror or str(error))


def from_database_error(error: sqlite3.Error, path: Path) -> EnvironmentProblem | None:
    """None where the error is no fault of the environment, that is a bug of ours."""
    # The low byte of an extended result code is the primary one.
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    code = _BY_SQLITE.get(primary)
    return EnvironmentProblem(code, path=str(path), detail=str(error)) if code else None


@contextmanager
def environment(path: Path) -> Iterator[None]:
    """Raise EnvironmentProblem for faults of disk and database while working on `path`."""
    try:
        yield
    except DatabaseError as error:
        problem = (
            from_database_error(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        )
        if problem is None:
            raise
        raise problem from error
    except sqlite3.Error as error:
        problem = from_database_error(error, path)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        raise from_os_error(error, path) from error
