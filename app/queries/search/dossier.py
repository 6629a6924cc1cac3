"""A dossier as the search needs it, read from the workbook in few objects.

Twenty thousand rows of app.queries.evidence, with one more for each file and link, keep the garbage
collector busy so long at a time that a person who types would notice. Here the parts of a dossier
are texts and tuples of texts, which it passes over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from app.models import (
    Attachment,
    Evidence,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    Reading,
)
from app.models.base import columns
from app.queries.evidence import number_key
from app.queries.evidence_fields import LINK_TEXTS, TEXTS
from app.queries.library.folding import fold
from app.store.workbook import Workbook

_EVIDENCE = columns(Evidence)
_FILE = columns(Attachment)
_LINK = columns(EvidenceLink)
_OF_READING = columns(EvidenceReading)
_OF_TASK = columns(EvidenceTask)
_READING = columns(Reading)


class Dossier(NamedTuple):
    """`fields` are the texts beside number and title, those that are not empty.

    `heading` and `rest` are number and title, and the fields, folded for comparing. `files` are
    name and SHA-256 of those in force. `linked` says whether it serves anything.
    """

    key: tuple[int, ...]
    id: str
    number: str
    title: str
    kind: str
    formed_on: date | None
    valid_until: date | None
    requirements: tuple[str, ...]
    linked: bool
    files: tuple[tuple[str, str], ...]
    fields: tuple[str, ...]
    heading: str
    rest: str


def read_dossiers(workbook: Workbook, ids: Collection[str] | None = None) -> list[Dossier]:
    """All dossiers by number, or some hundred of them by their ids; none that lie in the bin."""
    statement = select(
        _EVIDENCE.id,
        _EVIDENCE.number,
        _EVIDENCE.title,
        _EVIDENCE.kind,
        _EVIDENCE.formed_on,
        _EVIDENCE.valid_until,
        *(_EVIDENCE[name] for name in TEXTS),
    ).where(_EVIDENCE.binned_on.is_(None))
    with workbook.read() as session:
        parts = _Parts(session, ids)
        rows = [_dossier(row, parts) for row in session.execute(_narrowed(statement, ids))]
    return sorted(rows, key=lambda row: row.key)


class _Parts:
    """What belongs to the dossiers, by their ids."""

    def __init__(self, session: Session, ids: Collection[str] | None) -> None:
        def rows(statement: Select[Any]) -> Iterator[Row[Any]]:
            return iter(session.execute(_narrowed(statement, ids)))

        self.files: dict[str, tuple[tuple[str, str], ...]] = {}
        self.requirements: dict[str, tuple[str, ...]] = {}
        self.texts: dict[str, tuple[str, ...]] = {}
        self.serving: set[str] = set()
        for id_, name, sha256 in rows(
            select(_FILE.evidence_id, _FILE.name, _FILE.sha256)
            .where(_FILE.replaced_by.is_(None))
            .order_by(_FILE.position, _FILE.edition)
        ):
            self.files[id_] = (*self.files.get(id_, ()), (name, sha256))
        for id_, requirement_id, *texts in rows(
            select(_LINK.evidence_id, _LINK.requirement_id, *_texts(_LINK)).order_by(
                _LINK.requirement_id
            )
        ):
            self.requirements[id_] = (*self.requirements.get(id_, ()), requirement_id)
            self._serves(id_, texts)
        for link in (_OF_READING, _OF_TASK):
            for id_, *texts in rows(select(link.evidence_id, *_texts(link)).order_by(link.id)):
                self._serves(id_, texts)
        self.serving.update(
            id_
            for (id_,) in rows(
                select(_READING.evidence_id).where(_READING.evidence_id.is_not(None))
            )
        )

    def _serves(self, id_: str, texts: Collection[str]) -> None:
        self.serving.add(id_)
        if any(texts):
            self.texts[id_] = (*self.texts.get(id_, ()), *filter(None, texts))


def _texts(link: Any) -> list[ColumnElement[str]]:
    return [link[name] for name in LINK_TEXTS]


def _narrowed(statement: Select[Any], ids: Collection[str] | None) -> Select[Any]:
    """The statement for some dossiers, whose id is its first column."""
    return statement if ids is None else statement.where(statement.selected_columns[0].in_(ids))


def _dossier(row: Row[Any], parts: _Parts) -> Dossier:
    id_, number, title, kind, formed_on, valid_until, *texts = row
    files = parts.files.get(id_, ())
    names = (name for name, _ in files)
    fields = tuple(filter(None, (*texts, *names, *parts.texts.get(id_, ()))))
    return Dossier(
        tuple(number_key(number)),
        id_,
        number,
        title,
        kind,
        formed_on,
        valid_until,
        parts.requirements.get(id_, ()),
        id_ in parts.serving,
        files,
        fields,
        # What a person knows it by comes first.
        fold(f"{number}\n{title}"),
        fold("\n".join(fields)),
    )
