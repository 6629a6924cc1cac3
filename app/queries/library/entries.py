"""Everything in the library that can be read, found and referred to, one entry each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from app.catalog.library import Library, PlanDocument, Wording
from app.catalog.requirement import Requirement
from app.domain.vocabulary import Text

EntryKind = Literal[
    "requirement", "goal", "clause", "key-point", "plan-target", "plan-task", "indicator"
]
NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Entry:
    """`document` is the id of the document, "" for indicators of pilots that have none here.

    `heading` is "" for goals and targets, which are one sentence. `wording` is "working" where the
    Chinese is our own translation back from English.
    """

    id: str
    kind: EntryKind
    document: str
    heading: Text
    body: Text
    wording: Wording


def entries(requirements: Sequence[Requirement], library: Library) -> tuple[Entry, ...]:
    """All entries in the order of the documents; the requirements come first."""
    return tuple(_entries(requirements, library))


def _entries(requirements: Sequence[Requirement], library: Library) -> Iterator[Entry]:
    for item in requirements:
        parts = (item.statement, item.guidance, *item.anchors, *item.evidence, item.department)
        yield Entry(item.id, "requirement", NOTICE, item.title, _joined(parts), "official")
    outline, nothing = library.outline, Text("", "")
    for goal in outline.goals:
        yield Entry(goal.id, "goal", outline.id, nothing, goal.text, outline.wording)
    for clause in outline.clauses:
        yield Entry(clause.id, "clause", outline.id, clause.heading, clause.summary, clause.wording)
    for task in library.key_points.tasks:
        document = library.key_points.id
        yield Entry(task.id, "key-point", document, task.title, task.summary, task.wording)
    for plan in library.plans:
        yield from _of_plan(plan)
    known = {document.id for document in library.documents}
    for row in library.indicators:
        document = row.origin.value if row.origin in known else ""
        body = _joined((row.meaning, row.source))
        wording: Wording = "official" if row.origin == outline.id else "working"
        yield Entry(row.id, "indicator", document, row.name, body, wording)


def _of_plan(plan: PlanDocument) -> Iterator[Entry]:
    for target in plan.targets:
        yield Entry(target.id, "plan-target", plan.id, Text("", ""), target.text, plan.wording)
    for task in plan.tasks:
        yield Entry(task.id, "plan-task", plan.id, task.title, task.summary, task.wording)


def _joined(parts: Sequence[Text]) -> Text:
    return Text("\n".join(part.zh for part in parts), "\n".join(part.en for part in parts))
