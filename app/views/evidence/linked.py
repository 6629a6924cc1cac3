"""What a dossier is linked with, of whatever kind, as one row; and how such a link is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.dates import format_date
from app.domain.vocabulary import Language
from app.queries.evidence import EvidenceRow, evidence
from app.services.evidence_links import (
    link,
    link_reading,
    link_task,
    unlink,
    unlink_reading,
    unlink_task,
)
from app.services.workbooks import Workbook

LinkKind: TypeAlias = Literal["requirement", "reading", "task"]
LINK_FIELDS = ("locator", "proves")
_LINKING: dict[LinkKind, Callable[..., Changes]] = {
    "requirement": link,
    "reading": link_reading,
    "task": link_task,
}
_UNLINKING: dict[LinkKind, Callable[..., Changes]] = {
    "requirement": unlink,
    "reading": unlink_reading,
    "task": unlink_task,
}


@dataclass(frozen=True, slots=True)
class Linked:
    """`id` is that of the requirement, reading or task, `mark` how people call it."""

    kind: LinkKind
    id: str
    mark: str
    title: str
    locator: str
    proves: str
    place: Place

    @property
    def key(self) -> str:
        return f"{self.kind} {self.id}"


def linked(row: EvidenceRow, titles: Mapping[str, str], language: Language) -> list[Linked]:
    """Everything a dossier is linked with; `titles` are those of requirements, by id."""
    requirements = [
        Linked(
            "requirement",
            item.requirement_id,
            item.requirement_id,
            titles.get(item.requirement_id, ""),
            item.locator,
            item.proves,
            Place("requirement", item.requirement_id, "evidence"),
        )
        for item in row.links
    ]
    readings = [
        Linked(
            "reading",
            item.reading_id,
            item.code,
            f"{item.title.in_(language)} {format_date(item.on, language)}",
            item.locator,
            item.proves,
            Place("indicator", item.indicator_id),
        )
        for item in row.readings
    ]
    tasks = [
        Linked(
            "task",
            item.task_id,
            item.code,
            item.title,
            item.locator,
            item.proves,
            Place("plan", item.code),
        )
        for item in row.tasks
    ]
    return [*requirements, *readings, *tasks]


def linking(workbook: Workbook, evidence_id: str, kind: LinkKind, id_: str) -> Changes:
    """Link a dossier with something."""
    return _LINKING[kind](workbook, evidence_id, id_)


def unlinking(workbook: Workbook, evidence_id: str, item: Linked) -> Changes:
    return _UNLINKING[item.kind](workbook, evidence_id, item.id)


def edit_link(workbook: Workbook, thing: str, name: str, value: object) -> Changes:
    """Change one field of a link; nothing where the link is gone by now."""
    evidence_id, kind, id_ = thing.split(" ", 2)
    rows = linked(evidence(workbook, evidence_id), {}, "zh")
    found = next((item for item in rows if (item.kind, item.id) == (kind, id_)), None)
    if found is None:
        return Changes()
    values = {each: getattr(found, each) for each in LINK_FIELDS} | {name: str(value)}
    return _LINKING[found.kind](workbook, evidence_id, id_, **values)
