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


def needs_immutable(file: Path) -> bool:
    """Whether SQLite must be told that the medium can't change, as on a write-protected stick.

    A WAL database without its side files can otherwise not be opened where none can be made.
    """
    try:
        with closing(connect(file, "ro")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return True
    return False


def connect_to_read(file: Path) -> sqlite3.Connection:
    """A bare connection that only reads, on whatever medium."""
    return connect(file, "ro", immutable=needs_immutable(file))


def make_engine(database: Path, mode: str = "rw", *, immutable: bool = False) -> Engine:
    """Engine over one workbook's database; nothing is read before the first use."""
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
        if mode != "ro":
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
