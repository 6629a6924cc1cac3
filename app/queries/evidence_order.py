"""Which dossiers a list shows and in which order: their ids, without their contents.

The work is SQLite's, and so runs beside the window without holding Python's lock for long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, Integer, Select, case, cast, func, select
from sqlalchemy.orm import Session

from app.domain.numbers import folded
from app.domain.own import OWN_PREFIX
from app.domain.vocabulary import EvidenceKind
from app.models import (
    ArticleRow,
    Attachment,
    Evidence,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    Reading,
    RequirementRow,
)
from app.models.base import columns
from app.queries.evidence_words import EvidenceWords
from app.store.workbook import Workbook

OrderBy: TypeAlias = Literal[
    "number",
    "title",
    "kind",
    "document_number",
    "formed_on",
    "valid_until",
    "files",
    "size",
    "links",
]

_EVIDENCE = columns(Evidence)
_FILE = columns(Attachment)
_LINK = columns(EvidenceLink)
_REQUIREMENT = columns(RequirementRow)
_ARTICLE = columns(ArticleRow)
_LISTED = _EVIDENCE.binned_on.is_(None)
# Rows fetched at once, so that a hundred thousand are not held twice.
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the lists above the table choose; 0, None, "all" and "" let everything through.

    `unlinked_with` is a requirement: only dossiers that do not serve it.
    """

    article: int = 0
    kind: EvidenceKind | None = None
    state: str = "all"
    unlinked_with: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be listed: dossiers that hold all words of `text`, in an order.

    `missing` are the hashes of files that are not on disk, `today` decides what has expired. The
    answer says whether the dossier `watched` is still there.
    """

    today: date
    text: str = ""
    narrowing: Narrowing = Narrowing()
    by: OrderBy = "number"
    descending: bool = False
    missing: frozenset[str] = frozenset()
    watched: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids in order; `total` counts the dossiers without any filter but `unlinked_with`.

    `gone` is the dossier that was watched, if it lies in the bin or is there no more, else "".
    """

    ids: tuple[str, ...]
    total: int
    gone: str = ""


class EvidenceOrder:
    """Answers for one list; `kinds` are the names of the kinds as the list shows them."""

    def __init__(self, workbook: Workbook, kinds: Mapping[str, str]) -> None:
        self._workbook = workbook
        self._kinds = {str(kind): folded(name) for kind, name in kinds.items()}
        self._words = EvidenceWords(kinds)

    def prepare(self) -> None:
        """Read what the filter looks into, before the first word is typed."""
        with self._workbook.read() as session:
            self._words.prepare(session)

    def find(self, wanted: Listing) -> Listed:
        """The dossiers that are to be listed."""
        words = folded(wanted.text).split()
        all_ = select(_EVIDENCE.id).where(_LISTED, *_free_of(wanted.narrowing.unlinked_with))
        with self._workbook.read() as session:
            held = self._words.holding(session, words) if words else None
            narrowed = all_.where(*_conditions(wanted))
            if held is not None:
                narrowed = narrowed.where(func.is_held(_EVIDENCE.id))
            with _functions(
                session,
                folded=folded,
                is_held=(held or set()).__contains__,
                is_missing=wanted.missing.__contains__,
            ):
                ordered = narrowed.order_by(*self._order(wanted))
                ids = tuple(session.scalars(ordered.execution_options(yield_per=_AT_ONCE)))
            total = session.scalar(select(func.count()).select_from(all_.subquery())) or 0
            watched = select(_EVIDENCE.id).where(_LISTED, _EVIDENCE.id == wanted.watched)
            there = not wanted.watched or session.scalar(watched) is not None
        return Listed(ids, total, "" if there else wanted.watched)

    def starting(self, by: OrderBy, text: str) -> frozenset[str]:
        """Ids of the dossiers of which a column begins with a text; other than texts: the number.

        Width and case are the same to it, as they are to the filter.
        """
        start = folded(text)
        shown: ColumnElement[str] = {
            "title": _EVIDENCE.title,
            "kind": self._kind(),
            "document_number": _EVIDENCE.document_number,
        }.get(by, _EVIDENCE.number)
        begins = func.substr(func.folded(shown), 1, len(start)) == start
        with self._workbook.read() as session, _functions(session, folded=folded):
            return frozenset(session.scalars(select(_EVIDENCE.id).where(_LISTED, begins)))

    def _order(self, wanted: Listing) -> list[ColumnElement[Any]]:
        by_number = natural_order(_EVIDENCE.number)
        if wanted.by == "number":
            return [key.desc() for key in by_number] if wanted.descending else by_number
        keys = self._keys(wanted.by)
        # What is equal stays in the order of the numbers, in both directions.
        return [*([key.desc() for key in keys] if wanted.descending else keys), *by_number]

    def _keys(self, by: OrderBy) -> list[ColumnElement[Any]]:
        in_force = (_FILE.evidence_id == _EVIDENCE.id, _FILE.replaced_by.is_(None))
        links = _LINK.evidence_id == _EVIDENCE.id
        match by:
            case "kind":
                return [self._kind()]
            case "formed_on" | "valid_until":
                return [_EVIDENCE[by]]
            case "files":
                return [_of(func.count(), *in_force)]
            case "size":
                return [func.coalesce(_of(func.sum(_FILE.size), *in_force), 0)]
            case "links":
                # One after the other as the index of the links has them, which is by id.
                return [
                    _of(func.count(), links),
                    _of(func.group_concat(_LINK.requirement_id), links),
                ]
            case _:
                return [func.folded(_EVIDENCE[by])]

    def _kind(self) -> ColumnElement[str]:
        return case(self._kinds, value=_EVIDENCE.kind, else_=_EVIDENCE.kind)


def natural_order(number: ColumnElement[str]) -> list[ColumnElement[Any]]:
    """Order of evidence numbers in SQL, as app.queries.evidence.number_key has it."""
    own = number.startswith(OWN_PREFIX)
    rest = case((own, func.substr(number, len(OWN_PREFIX) + 1)), else_=number)
    after = (func.substr(rest, func.instr(rest, sign) + 1) for sign in ".-")
    return [own, *(cast(part, Integer) for part in (rest, *after))]


def _of(value: ColumnElement[Any], *where: ColumnElement[bool]) -> ColumnElement[Any]:
    """Something counted over the rows that belong to a dossier."""
    return select(value).where(*where).correlate(Evidence.__table__).scalar_subquery()


def _free_of(requirement_id: str) -> list[ColumnElement[bool]]:
    linked = select(_LINK.evidence_id).where(_LINK.requirement_id == requirement_id)
    return [_EVIDENCE.id.not_in(linked)] if requirement_id else []


def _conditions(wanted: Listing) -> list[ColumnElement[bool]]:
    narrowing = wanted.narrowing
    found: list[ColumnElement[bool]] = []
    if narrowing.kind is not None:
        found.append(_EVIDENCE.kind == narrowing.kind.value)
    if narrowing.article:
        found.append(_EVIDENCE.id.in_(_of_article(narrowing.article)))
    files = select(_FILE.evidence_id).where(_FILE.replaced_by.is_(None))
    match narrowing.state:
        case "unlinked":
            found.append(_EVIDENCE.id.not_in(_linked()))
        case "without-file":
            found.append(_EVIDENCE.id.not_in(files))
        case "expired":
            found.append(_EVIDENCE.valid_until < wanted.today)
        case "file-missing":
            found.append(_EVIDENCE.id.in_(files.where(func.is_missing(_FILE.sha256))))
    return found


def _of_article(number: int) -> Select[Any]:
    """Dossiers that serve a requirement in force of an article."""
    return (
        select(_LINK.evidence_id)
        .join_from(
            EvidenceLink.__table__,
            RequirementRow.__table__,
            _REQUIREMENT.id == _LINK.requirement_id,
        )
        .join(ArticleRow.__table__, _ARTICLE.id == _REQUIREMENT.article_id)
        .where(_ARTICLE.number == number, _REQUIREMENT.retired.is_(None))
    )


def _linked() -> Any:
    """Dossiers that serve anything."""
    of_reading, of_task, reading = map(columns, (EvidenceReading, EvidenceTask, Reading))
    return select(_LINK.evidence_id).union(
        select(of_reading.evidence_id),
        select(of_task.evidence_id),
        select(reading.evidence_id).where(reading.evidence_id.is_not(None)),
    )


@contextmanager
def _functions(session: Session, **functions: Callable[[Any], object]) -> Iterator[None]:
    """Let SQL of this session call functions of one value."""
    connection: Any = session.connection().connection.driver_connection
    for name, function in functions.items():
        connection.create_function(name, 1, function, deterministic=True)
    try:
        yield
    finally:
        for name in functions:
            connection.create_function(name, 1, None)


def next_of(ids: Sequence[str], found: frozenset[str], start: int) -> str:
    """The first found id from a place in a list on, then from its beginning; "" for none."""
    turned = (ids[(start + step) % len(ids)] for step in range(len(ids)))
    return next((id_ for id_ in turned if id_ in found), "")
