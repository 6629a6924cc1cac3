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
    Attachment,
    Evidence,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    Indicator,
    PlanTask,
    Reading,
)
from app.models.base import AT_ONCE, batches, columns
from app.queries.evidence_fields import LINK_TEXTS, TEXTS
from app.queries.touched import newest_operation, touched_dossiers
from app.store.problems import environment

_EVIDENCE = columns(Evidence)
_FILE = columns(Attachment)
_LINK = columns(EvidenceLink)
_OF_READING = columns(EvidenceReading)
_OF_TASK = columns(EvidenceTask)
_READING = columns(Reading)
_INDICATOR = columns(Indicator)
_TASK = columns(PlanTask)
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
        newest = newest_operation(session)
        if newest == self._seen:
            return
        touched = None if self._seen is None else touched_dossiers(session, self._seen)
        with self._texts:
            self._texts.execute("BEGIN")
            if touched is None:
                self._texts.execute("DELETE FROM words")
                self._put(session, self._all())
            else:
                gone = [(id_,) for id_ in touched]
                self._texts.executemany("DELETE FROM words WHERE id = ?", gone)
                for ids in batches(touched):
                    self._put(session, self._all().where(_EVIDENCE.id.in_(ids)))
        self._seen = newest

    def _put(self, session: Session, statement: Select[Any]) -> None:
        rows = session.execute(statement).yield_per(AT_ONCE)
        for part in rows.partitions():
            texts = [(id_, folded(text)) for id_, text in part]
            self._texts.executemany("INSERT INTO words VALUES (?, ?)", texts)

    def _all(self) -> Select[Any]:
        """Ids and texts of all dossiers that do not lie in the bin."""
        own = (
            _EVIDENCE.number,
            _EVIDENCE.title,
            case(self._kinds, value=_EVIDENCE.kind, else_=_EVIDENCE.kind),
            *(_EVIDENCE[name] for name in TEXTS),
        )
        text = _lines(
            (
                *own,
                _of_all(_FILE.name, _FILE.evidence_id == _EVIDENCE.id),
                _of_all(_link(_LINK.requirement_id, _LINK), _LINK.evidence_id == _EVIDENCE.id),
                # The codes of indicators and tasks are given once and never change.
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
    texts = (link[name] for name in LINK_TEXTS)
    return reduce(lambda said, text: said + " " + text, texts, code)


def _of_all(text: ColumnElement[str], *where: ColumnElement[bool]) -> ColumnElement[str]:
    """The texts of all rows that belong to a dossier."""
    joined = select(func.group_concat(text, "\n")).where(*where).correlate(Evidence.__table__)
    return func.coalesce(joined.scalar_subquery(), "")
