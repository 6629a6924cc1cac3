"""Filters of the evidence: by article, kind, date, unit and state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from app.domain.own import OWN_ARTICLE, is_own_id
from app.domain.vocabulary import EvidenceKind
from app.models import Evidence, EvidenceLink, Response
from app.queries.search.dossier import Dossier
from app.store.workbook import Workbook


class State(StrEnum):
    """What may be wrong with a dossier."""

    UNLINKED = "unlinked"
    WITHOUT_FILE = "without-file"
    EXPIRED = "expired"
    ALTERED = "altered"  # a file that is missing or no longer what it was


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """What a dossier must be; an empty field asks for nothing.

    `article` is the number of a linked requirement's article, `unit` the responsible unit of a
    linked requirement; of several `kinds` or `states` one is enough. The dates are inclusive.
    """

    article: int | None = None
    requirement_id: str = ""
    kinds: frozenset[EvidenceKind] = frozenset()
    formed_from: date | None = None
    formed_to: date | None = None
    unit: str = ""
    states: frozenset[State] = frozenset()


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What there is to choose from, in order: of linked requirements and of the dates."""

    articles: tuple[int, ...]
    years: tuple[int, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rows themselves don't say: the day, bad files by hash, units by requirement."""

    today: date
    bad_files: frozenset[str] = frozenset()
    units: Mapping[str, str] | None = None


def filter_choices(workbook: Workbook) -> FilterChoices:
    """The articles, years and units by which the evidence can be filtered."""
    with workbook.read() as session:
        linked = set(session.scalars(select(EvidenceLink.requirement_id).distinct()))
        dates = session.scalars(
            select(Evidence.formed_on).where(Evidence.binned_on.is_(None)).distinct()
        ).all()
        units = session.execute(
            select(Response.requirement_id, Response.unit).where(Response.unit != "")
        ).all()
    return FilterChoices(
        articles=tuple(sorted({article_of(one) for one in linked})),
        years=tuple(sorted({day.year for day in dates if day is not None}, reverse=True)),
        units=tuple(sorted({unit for requirement_id, unit in units if requirement_id in linked})),
    )


def passes(row: Dossier, only: EvidenceFilter, about: Circumstances) -> bool:
    """Whether a dossier is what the filter asks for."""
    linked = row.requirements
    units = about.units or {}
    return (
        (only.article is None or only.article in map(article_of, linked))
        and (not only.requirement_id or only.requirement_id in linked)
        and (not only.kinds or row.kind in only.kinds)
        and _formed(row, only)
        and (not only.unit or any(units.get(one) == only.unit for one in linked))
        and (not only.states or bool(only.states & states(row, about)))
    )


def states(row: Dossier, about: Circumstances) -> frozenset[State]:
    """All that may be wrong with a dossier on a day."""
    found = {
        State.UNLINKED: not row.linked,
        State.WITHOUT_FILE: not row.files,
        State.EXPIRED: row.valid_until is not None and row.valid_until < about.today,
        State.ALTERED: any(sha256 in about.bad_files for _, sha256 in row.files),
    }
    return frozenset(state for state, holds in found.items() if holds)


def article_of(requirement_id: str) -> int:
    """2 of N29-2.07; that of the region's own requirements is 99."""
    if is_own_id(requirement_id):
        return OWN_ARTICLE
    return int(requirement_id.rpartition("-")[2].partition(".")[0])


def _formed(row: Dossier, only: EvidenceFilter) -> bool:
    if only.formed_from is None and only.formed_to is None:
        return True
    if row.formed_on is None:
        return False
    first, last = only.formed_from or date.min, only.formed_to or date.max
    return first <= row.formed_on <= last
