"""The text inside the files, in an SQLite file of its own: it can be made anew at any time.

It is no part of the workbook's database and in no backup. One that is damaged, or of another
format, is made anew without a word.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.domain.standards.finding import find_standards
from app.extraction.text import Extract, Reason
from app.queries.search.tokens import TOKENIZER, phrase, tokens

T = TypeVar("T")
# Changed whenever what is stored is no longer what would be stored.
_FORMAT = 1
_BUSY_MS = 2_000
# Of how many words it is kept where they stand: those that are being typed.
_MOST_KEPT = 16
_SCHEMA = f"""
CREATE TABLE text (
    id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE NOT NULL, reason TEXT NOT NULL,
    cut INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE TABLE standard (text_id INTEGER NOT NULL, designation TEXT NOT NULL);
CREATE INDEX standard_of ON standard (text_id);
CREATE VIRTUAL TABLE inside USING fts5(
    tokens, content='', columnsize=0, prefix='1', tokenize='{TOKENIZER}'
);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text made ready for the index."""

    content: bytes
    tokens: str
    standards: Sequence[str]
    reason: Reason = Reason.NONE
    cut: bool = False

    @staticmethod
    def of(extract: Extract) -> Entry:
        return Entry(
            zlib.compress(extract.text.encode("utf-8"), 1),
            tokens(extract.text),
            [one.designation for one in find_standards(extract.text)],
            extract.reason,
            extract.cut,
        )


class TextIndex:
    """Texts by the SHA-256 of their file. May be used from several threads."""

    def __init__(self, file: Path | None) -> None:
        """`file` None keeps the index in memory. OSError or sqlite3.Error where it can't be."""
        self.file = file
        self._lock = threading.RLock()
        # The hashes by the numbers of the texts, these as SQLite writes them.
        self._hashes: dict[str, str] = {}
        self._matching: dict[str, frozenset[str]] = {}
        self._connection = self._open()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def known(self) -> frozenset[str]:
        """Hashes of the files that were read, with or without text."""
        return frozenset(self._hashes.values())

    def put(self, sha256: str, extract: Extract) -> None:
        """Keep the text of a file; one that is there already stays."""
        # Made ready before the lock is taken: a search need not wait for it.
        self.put_entries([(sha256, Entry.of(extract))])

    def put_entries(self, entries: Sequence[tuple[str, Entry]]) -> None:
        """Keep the texts of several files, by their hashes, in one transaction."""
        self._used(lambda: self._put(entries))

    def remove(self, hashes: Iterable[str]) -> None:
        """Forget the texts of files, so that nothing of them stays."""
        for sha256 in hashes:
            self._used(partial(self._remove, sha256))

    def matching(self, word: str) -> frozenset[str]:
        """Hashes of the files in whose text a word stands."""
        wanted = phrase(word)
        if not wanted:
            return frozenset()
        kept = self._matching.get(wanted)
        return self._used(lambda: self._match(wanted)) or frozenset() if kept is None else kept

    def text(self, sha256: str) -> str:
        """The text of a file; "" where it has none or was not read yet."""
        row = self._used(
            lambda: self._connection.execute(
                "SELECT content FROM text WHERE sha256 = ?", (sha256,)
            ).fetchone()
        )
        return _unpacked(row[0]) if row else ""

    def reasons(self) -> dict[str, Reason]:
        """Why files have no text, for those that have none."""
        rows = self._used(
            lambda: self._connection.execute(
                "SELECT sha256, reason FROM text WHERE reason != ''"
            ).fetchall()
        )
        return {sha256: Reason(reason) for sha256, reason in rows or ()}

    def standards(self) -> Iterator[tuple[str, str]]:
        """Hash and number of each standard that the texts name."""
        rows = self._used(
            lambda: self._connection.execute(
                "SELECT sha256, designation FROM standard JOIN text ON text.id = text_id"
            ).fetchall()
        )
        yield from rows or ()

    def _match(self, wanted: str) -> frozenset[str]:
        # In one row: SQLite then does all of it without Python, beside the other threads.
        (found,) = self._connection.execute(
            "SELECT group_concat(rowid) FROM inside WHERE inside MATCH ?", (wanted,)
        ).fetchone()
        if len(self._matching) == _MOST_KEPT:
            self._matching.clear()
        # A text that another process has put there since is not known yet.
        numbers = found.split(",") if found else ()
        self._matching[wanted] = matching = frozenset(filter(None, map(self._hashes.get, numbers)))
        return matching

    def _put(self, entries: Sequence[tuple[str, Entry]]) -> None:
        hashes = {}
        with self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            for sha256, entry in entries:
                hashes[str(_inserted(connection, sha256, entry))] = sha256
        self._hashes.update(hashes)
        self._matching.clear()

    def _remove(self, sha256: str) -> None:
        with self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            row = connection.execute(
                "SELECT id, content FROM text WHERE sha256 = ?", (sha256,)
            ).fetchone()
            if row is not None:
                self._hashes.pop(str(row[0]), None)
                # What keeps no content has to be told what it forgets.
                connection.execute(
                    "INSERT INTO inside (inside, rowid, tokens) VALUES ('delete', ?, ?)",
                    (row[0], tokens(_unpacked(row[1]))),
                )
                connection.execute("DELETE FROM standard WHERE text_id = ?", (row[0],))
                connection.execute("DELETE FROM text WHERE id = ?", (row[0],))
        self._matching.clear()

    def _used(self, work: Callable[[], T]) -> T | None:
        """What the work gives; None where the index had to be made anew for it."""
        with self._lock:
            try:
                return work()
            except (sqlite3.DatabaseError, zlib.error, UnicodeDecodeError) as error:
                if isinstance(error, sqlite3.ProgrammingError):
                    return None  # closed in the meantime
                if not _is_busy(error):
                    self._make_anew()
                return None

    def _make_anew(self) -> None:
        self._connection.close()
        if self.file is not None:
            try:
                _delete(self.file)
            except OSError:
                # In use elsewhere, or on a medium that is gone: without a file for this time.
                self.file = None
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            connection = _connected(self.file)
        except sqlite3.DatabaseError as error:
            if self.file is None or isinstance(error, sqlite3.OperationalError):
                raise
            _delete(self.file)
            connection = _connected(self.file)
        self._hashes = dict(connection.execute("SELECT CAST(id AS TEXT), sha256 FROM text"))
        self._matching.clear()
        return connection


def _inserted(connection: sqlite3.Connection, sha256: str, entry: Entry) -> int:
    """The number of the text in the index; of one that another process brought, its number."""
    row = connection.execute(
        "INSERT OR IGNORE INTO text (sha256, reason, cut, content) VALUES (?, ?, ?, ?)",
        (sha256, entry.reason.value, entry.cut, entry.content),
    )
    if row.rowcount == 0:
        (number,) = connection.execute("SELECT id FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        return int(number)
    number = row.lastrowid or 0
    connection.execute("INSERT INTO inside (rowid, tokens) VALUES (?, ?)", (number, entry.tokens))
    connection.executemany(
        "INSERT INTO standard VALUES (?, ?)", [(number, one) for one in entry.standards]
    )
    return number


def _connected(file: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(
        file or ":memory:",
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_MS / 1000,
    )
    try:
        # What is lost in a power cut is read again.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA secure_delete=ON")
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found != _FORMAT:
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise sqlite3.DatabaseError("another format")
            connection.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version={_FORMAT};COMMIT;")
        connection.execute("SELECT count(*) FROM text").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_busy(error: Exception) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def _unpacked(content: bytes) -> str:
    return zlib.decompress(content).decode("utf-8")


def _delete(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + suffix).unlink()
