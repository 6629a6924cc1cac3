"""What the filter of the list of evidence looks into: the folded texts of all dossiers.

They stand in a temporary database of SQLite's, which it keeps on the disk and deletes itself: so
they fill no memory, and looking through them never holds Python's lock.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from pathlib import Path
from tempfile import gettempdir
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from app.domain.numbers import folded
from app.models import (
    Alteration,
    Attachment,
    Evidence,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    Indicator,
    Operation,
    PlanTask,
    Reading,
)
from app.models.base import columns
from app.store.problems import environment

_EVIDENCE = columns(Evidence)
_FILE = columns(Attachment)
_LINK = columns(EvidenceLink)
_OF_READING = columns(EvidenceReading)
_OF_TASK = columns(EvidenceTask)
_READING = columns(Reading)
_INDICATOR = columns(Indicator)
_TASK = columns(PlanTask)
_ALTERATION = columns(Alteration)
# What belongs to dossiers. The codes of indicators and tasks are given once and never change.
_PARTS = {
    "attachment": _FILE,
    "evidence_link": _LINK,
    "evidence_reading": _OF_READING,
    "evidence_task": _OF_TASK,
    "reading": _READING,
}
_AT_ONCE = 500
# From so many altered fields on all texts are read anew.
_MANY = 5_000
_SCHEMA = """
PRAGMA journal_mode=MEMORY;
CREATE TABLE words (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
"""


class EvidenceWords:
    """Filled at the first question, and brought up to date before each by the change record.

    `kinds` are the names of the kinds in a language.
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._kinds = dict(kinds)
        self._seen: int | None = None
        self._lock = Lock()
        self._texts = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._texts.executescript(_SCHEMA)
        weakref.finalize(self, self._texts.close)

    def prepare(self, session: Session) -> None:
        """Bring all up to date, so that the next question is answered at once."""
        with self._lock, environment(Path(gettempdir())):
            self._catch_up(session)

    def holding(self, session: Session, words: Collection[str]) -> set[str]:
        """Ids of the dossiers in whose texts all words stand; at least one word, all folded.

        EnvironmentProblem where the temporary folder has no room.
        """
        with self._lock, environment(Path(gettempdir())):
            self._catch_up(session)
            found = (
                self._texts.execute("SELECT id FROM words WHERE instr(text, ?)", (word,))
                for word in words
            )
            return set.intersection(*({id_ for (id_,) in rows} for rows in found))

    def _catch_up(self, session: Session) -> None:
        newest = session.scalar(select(func.max(Operation.seq))) or 0
        if newest == self._seen:
            return
        altered = None if self._seen is None else _altered(session, self._seen)
        with self._texts:
            self._texts.execute("BEGIN")
            if altered is None:
                self._texts.execute("DELETE FROM words")
                self._put(session, self._all())
            else:
                gone = [(id_,) for id_ in altered]
                self._texts.executemany("DELETE FROM words WHERE id = ?", gone)
                for ids in _batches(altered):
                    self._put(session, self._all().where(_EVIDENCE.id.in_(ids)))
        self._seen = newest

    def _put(self, session: Session, statement: Select[Any]) -> None:
        rows = session.execute(statement).yield_per(_AT_ONCE)
        for part in rows.partitions():
            texts = [(id_, folded(text)) for id_, text in part]
            self._texts.executemany("INSERT INTO words VALUES (?, ?)", texts)

    def _all(self) -> Select[Any]:
        """Ids and texts of all dossiers that do not lie in the bin."""
        own = (
            _EVIDENCE.number,
            _EVIDENCE.title,
            case(self._kinds, value=_EVIDENCE.kind, else_=_EVIDENCE.kind),
            _EVIDENCE.document_number,
            _EVIDENCE.issuing_body,
            _EVIDENCE.notes,
        )
        text = _lines(
            (
                *own,
                _of_all(_FILE.name, _FILE.evidence_id == _EVIDENCE.id),
                _of_all(_link(_LINK.requirement_id, _LINK), _LINK.evidence_id == _EVIDENCE.id),
                _of_all(
                    _link(_INDICATOR.code, _OF_READING),
                    _OF_READING.evidence_id == _EVIDENCE.id,
                    _READING.id == _OF_READING.reading_id,
                    _INDICATOR.id == _READING.indicator_id,
                ),
                # Readings name a dossier also without a link.
                _of_all(
                    _INDICATOR.code,
                    _READING.evidence_id == _EVIDENCE.id,
                    _INDICATOR.id == _READING.indicator_id,
                ),
                _of_all(
                    _link(_TASK.code, _OF_TASK),
                    _OF_TASK.evidence_id == _EVIDENCE.id,
                    _TASK.id == _OF_TASK.task_id,
                ),
            )
        )
        return select(_EVIDENCE.id, text).where(_EVIDENCE.binned_on.is_(None))


def _lines(texts: Iterable[ColumnElement[str]]) -> ColumnElement[str]:
    return reduce(lambda lines, text: lines + "\n" + text, texts)


def _link(code: ColumnElement[str], link: Any) -> ColumnElement[str]:
    """What is said of a link: with what, where in the dossier, and what it proves."""
    return reduce(lambda said, text: said + " " + text, (code, link.locator, link.proves))


def _of_all(text: ColumnElement[str], *where: ColumnElement[bool]) -> ColumnElement[str]:
    """The texts of all rows that belong to a dossier."""
    joined = select(func.group_concat(text, "\n")).where(*where).correlate(Evidence.__table__)
    return func.coalesce(joined.scalar_subquery(), "")


def _altered(session: Session, since: int) -> set[str] | None:
    """Ids of the dossiers whose texts may have changed after an operation; None for all."""
    rows = session.execute(
        select(
            _ALTERATION.table_name,
            _ALTERATION.row_id,
            _ALTERATION.field,
            _ALTERATION.before,
            _ALTERATION.after,
        )
        .where(_ALTERATION.operation_seq > since)
        .limit(_MANY)
    ).all()
    if len(rows) == _MANY:
        return None
    found = {row.row_id for row in rows if row.table_name == "evidence"}
    for row in rows:
        if row.table_name in _PARTS and row.field == "evidence_id":
            found |= {row.before, row.after}
    for name, part in _PARTS.items():
        ids = {row.row_id for row in rows if row.table_name == name}
        for some in _batches(ids):
            found |= set(session.scalars(select(part.evidence_id).where(part.id.in_(some))))
    return {id_ for id_ in found if id_ is not None}


def _batches(ids: Collection[str]) -> Iterable[list[str]]:
    """Ids in lists that a statement can hold."""
    listed = list(ids)
    return (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE))
