"""What belongs to dossiers: files with their editions, and what they are linked with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import Text
from app.models import (
    Attachment,
    EvidenceLink,
    EvidenceReading,
    EvidenceTask,
    Indicator,
    PlanTask,
    Reading,
)
from app.models.base import columns

_FILE = columns(Attachment)
_LINK = columns(EvidenceLink)
_READING = columns(Reading)
_OF_READING = columns(EvidenceReading)
_OF_TASK = columns(EvidenceTask)
_INDICATOR = columns(Indicator)
_TASK = columns(PlanTask)


@dataclass(frozen=True, slots=True)
class FileRow:
    """An attachment; `name` is the original file name, `edition` counts from 1.

    Editions of one file have the same `position`.
    """

    id: str
    name: str
    sha256: str
    size: int
    edition: int = 1
    position: int = 0


@dataclass(frozen=True, slots=True)
class LinkRow:
    requirement_id: str
    locator: str
    proves: str


@dataclass(frozen=True, slots=True)
class ReadingLink:
    """A reading that the dossier supports: of which indicator, and of which day."""

    reading_id: str
    indicator_id: str
    code: str
    title: Text
    on: date
    locator: str
    proves: str


@dataclass(frozen=True, slots=True)
class TaskLink:
    """A task of the plan that the dossier documents."""

    task_id: str
    code: str
    title: str
    locator: str
    proves: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to dossiers, by their ids."""

    files: defaultdict[str, list[FileRow]] = field(default_factory=lambda: defaultdict(list))
    earlier: defaultdict[str, list[FileRow]] = field(default_factory=lambda: defaultdict(list))
    links: defaultdict[str, list[LinkRow]] = field(default_factory=lambda: defaultdict(list))
    readings: defaultdict[str, list[ReadingLink]] = field(default_factory=lambda: defaultdict(list))
    tasks: defaultdict[str, list[TaskLink]] = field(default_factory=lambda: defaultdict(list))

    @staticmethod
    def of(session: Session, only: Select[Any] | Sequence[str] | None) -> Parts:
        """Of the dossiers whose ids are selected or listed, or of all."""
        parts = Parts()
        for evidence_id, replaced_by, *file in session.execute(_narrowed(_files(), only)):
            group = parts.earlier if replaced_by else parts.files
            group[evidence_id].append(FileRow(*file))
        for evidence_id, *link in session.execute(_narrowed(_links(), only)):
            parts.links[evidence_id].append(LinkRow(*link))
        for evidence_id, reading, indicator, code, title, *rest in session.execute(
            _narrowed(_readings(), only)
        ):
            parts.readings[evidence_id].append(
                ReadingLink(reading, indicator, code, Text(**title), *rest)
            )
        for evidence_id, *task in session.execute(_narrowed(_tasks(), only)):
            parts.tasks[evidence_id].append(TaskLink(*task))
        return parts


def _narrowed(statement: Select[Any], only: Select[Any] | Sequence[str] | None) -> Select[Any]:
    """The statement for the dossiers that are selected; their id is its first column."""
    return statement if only is None else statement.where(statement.selected_columns[0].in_(only))


def _files() -> Select[Any]:
    shown = (_FILE.id, _FILE.name, _FILE.sha256, _FILE.size, _FILE.edition, _FILE.position)
    return select(_FILE.evidence_id, _FILE.replaced_by, *shown).order_by(
        _FILE.position, _FILE.edition
    )


def _links() -> Select[Any]:
    shown = (_LINK.requirement_id, _LINK.locator, _LINK.proves)
    return select(_LINK.evidence_id, *shown).order_by(_LINK.requirement_id)


def _readings() -> Select[Any]:
    """The readings that dossiers support: those linked, and those that name a dossier."""
    named = select(
        _READING.evidence_id.label("evidence_id"), _READING.id.label("reading_id")
    ).where(_READING.evidence_id.is_not(None))
    linked = select(_OF_READING.evidence_id, _OF_READING.reading_id)
    both = named.union(linked).subquery()
    tables = (
        both.join(Reading.__table__, _READING.id == both.c.reading_id)
        .join(Indicator.__table__, _INDICATOR.id == _READING.indicator_id)
        .outerjoin(
            EvidenceReading.__table__,
            (_OF_READING.evidence_id == both.c.evidence_id)
            & (_OF_READING.reading_id == both.c.reading_id),
        )
    )
    return (
        select(
            both.c.evidence_id,
            _READING.id,
            _INDICATOR.id,
            _INDICATOR.code,
            _INDICATOR.title,
            _READING.on,
            func.coalesce(_OF_READING.locator, ""),
            func.coalesce(_OF_READING.proves, ""),
        )
        .select_from(tables)
        .order_by(_INDICATOR.code, _READING.on)
    )


def _tasks() -> Select[Any]:
    shown = (_TASK.id, _TASK.code, _TASK.title, _OF_TASK.locator, _OF_TASK.proves)
    return (
        select(_OF_TASK.evidence_id, *shown)
        .join_from(EvidenceTask.__table__, PlanTask.__table__, _TASK.id == _OF_TASK.task_id)
        .order_by(_TASK.year, func.length(_TASK.code), _TASK.code)
    )
