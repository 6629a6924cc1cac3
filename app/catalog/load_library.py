"""Reads resources/catalog/library into a validated Library."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from app import paths
from app.catalog.library import (
    Chapter,
    Clause,
    DevelopmentGoal,
    DocumentKind,
    KeyPoint,
    KeyPoints,
    Library,
    Outline,
    PlanDocument,
    PlanTarget,
    Section,
)
from app.catalog.load import load_notice
from app.catalog.load_references import Known, load_indicators, load_references
from app.catalog.reader import Node, read_yaml

_HEAD = ("id", "version", "title", "wording", "number", "issuer", "issued", "kind", "note")
_PLANS = {"shanghai": "SH", "chongqing": "CQ"}
_WORDINGS = ("official", "working")


@cache
def library() -> Library:
    """The library that the program brings; read at its first use."""
    return load_library(library_folder(), [item.id for item in load_notice().requirements])


def library_folder() -> Path:
    return paths.resources() / "catalog" / "library"


def load_library(folder: Path, requirements: Collection[str]) -> Library:
    """The documents, references and indicators of a folder.

    `requirements` are the ids that references may name. Raises EnvironmentProblem `catalog.…`
    naming file, item and field of the first mistake.
    """
    outline = _outline(read_yaml(folder / "outline.yaml"))
    key_points = _key_points(read_yaml(folder / "key-points-2023.yaml"))
    plans = tuple(
        _plan(read_yaml(folder / f"{name}.yaml"), prefix) for name, prefix in _PLANS.items()
    )
    clauses = [clause.id for clause in outline.clauses]
    indicators = load_indicators(
        read_yaml(folder / "indicators.yaml"),
        clauses,
        [target.id for plan in plans for target in plan.targets],
    )
    references, unmatched = load_references(
        read_yaml(folder / "references.yaml"),
        Known(
            requirement=tuple(requirements),
            clause=tuple(clauses),
            key_point=tuple(task.id for task in key_points.tasks),
            indicator=tuple(row.id for row in indicators),
        ),
    )
    return Library(outline, key_points, plans, references, unmatched, indicators)


def _head(node: Node, kind: DocumentKind, *fields: str) -> dict[str, Any]:
    """The fields that every document has; `fields` are those of its kind."""
    node.only(*_HEAD, *fields)
    return {
        "id": node.string("id"),
        "kind": node.choice("kind", (kind,)),
        "version": node.string("version"),
        "title": node.text("title"),
        "wording": _wording(node),
        "number": node.value("number", str),
        "issuer": node.text("issuer"),
        "issued": node.day("issued"),
        "note": node.text("note"),
    }


def _wording(node: Node) -> Any:
    return node.choice("wording", _WORDINGS)


def _outline(node: Node) -> Outline:
    goals = node.nodes("goals", "id")
    for number, goal in enumerate(goals, 1):
        goal.only("id", "year", "text")
        _expect(goal, "id", f"OUT-G{goal.integer('year')}")
        if goal.item in [other.item for other in goals[: number - 1]]:
            goal.fail("id", "repeated")
    clauses = count(1)
    return Outline(
        **_head(node, "outline", "goals", "chapters"),
        goals=tuple(
            DevelopmentGoal(goal.string("id"), goal.integer("year"), goal.text("text"))
            for goal in goals
        ),
        chapters=tuple(
            _chapter(row, number, clauses)
            for number, row in enumerate(node.nodes("chapters", "number"), 1)
        ),
    )


def _chapter(node: Node, number: int, clauses: count[int]) -> Chapter:
    node.only("number", "heading", "wording", "clauses")
    _expect(node, "number", number)
    return Chapter(
        number=number,
        heading=node.text("heading"),
        wording=_wording(node),
        clauses=tuple(_clause(row, next(clauses)) for row in node.nodes("clauses", "id")),
    )


def _clause(node: Node, number: int) -> Clause:
    node.only("id", "number", "heading", "wording", "summary")
    _expect(node, "id", f"OUT-{number:02}")
    _expect(node, "number", number)
    return Clause(
        id=node.string("id"),
        number=number,
        heading=node.text("heading"),
        wording=_wording(node),
        summary=node.text("summary"),
    )


def _key_points(node: Node) -> KeyPoints:
    tasks = count(1)
    return KeyPoints(
        **_head(node, "key-points", "sections"),
        sections=tuple(
            _section(row, number, tasks)
            for number, row in enumerate(node.nodes("sections", "number"), 1)
        ),
    )


def _section(node: Node, number: int, tasks: count[int]) -> Section:
    node.only("number", "heading", "wording", "tasks")
    _expect(node, "number", number)
    return Section(
        number=number,
        heading=node.text("heading"),
        wording=_wording(node),
        tasks=tuple(_task(row, next(tasks), "KP23-{:02}") for row in node.nodes("tasks", "id")),
    )


def _task(node: Node, number: int, id_pattern: str) -> KeyPoint:
    node.only("id", "number", "title", "wording", "summary")
    _expect(node, "id", id_pattern.format(number))
    _expect(node, "number", number)
    return KeyPoint(
        id=node.string("id"),
        number=number,
        title=node.text("title"),
        wording=_wording(node),
        summary=node.text("summary"),
    )


def _plan(node: Node, prefix: str) -> PlanDocument:
    return PlanDocument(
        **_head(node, "plan", "targets", "tasks"),
        targets=_targets(node.nodes("targets", "id"), prefix),
        tasks=tuple(
            _task(row, number, prefix + "-{}")
            for number, row in enumerate(node.nodes("tasks", "id"), 1)
        ),
    )


def _targets(nodes: Sequence[Node], prefix: str) -> tuple[PlanTarget, ...]:
    for number, node in enumerate(nodes, 1):
        node.only("id", "text")
        _expect(node, "id", f"{prefix}-T{number}")
    return tuple(PlanTarget(node.string("id"), node.text("text")) for node in nodes)


def _expect(node: Node, field: str, expected: str | int) -> None:
    """Ids and numbers run on without a gap, so that none can be lost or stand twice."""
    if node.value(field, type(expected)) != expected:
        problem = "wrong-number" if isinstance(expected, int) else "wrong-id"
        node.fail(field, problem, expected=expected)
