"""SQLite as the workbook uses it: WAL, foreign keys, full sync, and a door that is shut.

Every connection is set to `query_only`; only the recorder opens it for the moment of a flush
(app.store.recorder), so that no write can pass beside the change record.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from json.encoder import encode_basestring
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

BUSY_TIMEOUT_MS = 5_000
# Execution option of a connection that is going to write: it takes the write lock at BEGIN.
WRITES = "workbook_writes"


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_text(value: object) -> str:
    """JSON as the database keeps it; quick where a value is a text or none, as most are."""
    if value is None:
        return "null"
    return encode_basestring(value) if type(value) is str else _ENCODER.encode(value)


def open_door(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA query_only=OFF")


def shut_door(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA query_only=ON")


def connect(database: Path, mode: str = "rw", *, immutable: bool = False) -> sqlite3.Connection:
    """A bare connection in autocommit; `mode` is SQLite's rw, rwc or ro."""
    options = f"mode={mode}" + ("&immutable=1" if immutable else "")
    uri = f"file:{quote(os.fsencode(database.absolute().as_posix()))}?{options}"
    return sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_MS / 1000,
    )


def way_to_read(file: Path) -> tuple[str, bool]:
    """Mode and immutability (see `connect`) for a database that is only read.

    "rw" where it goes, behind the shut door: only such a connection takes the files beside the
    database away at its end. "ro" on a medium that can't be written; immutable where, as on a
    write-protected stick, the files beside it are missing and none can be made.
    """
    for mode in ("rw", "ro"):
        try:
            with closing(connect(file, mode)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            continue
        return mode, False
    return "ro", True


def connect_to_read(file: Path) -> sqlite3.Connection:
    """A bare connection that only reads, on whatever medium."""
    mode, immutable = way_to_read(file)
    connection = connect(file, mode, immutable=immutable)
    connection.execute("PRAGMA query_only=ON")
    return connection


def make_engine(database: Path, *, writable: bool = True) -> Engine:
    """Engine over one workbook's database; of one to be written nothing is read yet."""
    mode, immutable = ("rw", False) if writable else way_to_read(database)
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(database, mode, immutable=immutable),
        # A creator hides the file name, so the pool for files has to be named.
        poolclass=QueuePool,
        json_serializer=json_text,
    )

    @event.listens_for(engine, "connect")
    def _set_up(dbapi: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        dbapi.execute("PRAGMA foreign_keys=ON")
        if writable:
            dbapi.execute("PRAGMA journal_mode=WAL")
            # FULL: what has been acknowledged survives a power cut.
            dbapi.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "checkout")
    def _shut(dbapi: sqlite3.Connection, *_: object) -> None:
        dbapi.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES, False):
            # Not even the lock can be taken while the door is shut.
            open_door(connection)
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            shut_door(connection)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine
