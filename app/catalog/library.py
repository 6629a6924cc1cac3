"""The policy library as frozen dataclasses: the documents beside the Notice, and their links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from app.domain.indicators import Goal
from app.domain.vocabulary import Direction, Origin, Text, Unit

# Whether the Chinese wording is the document's, or our own translation back from English.
Wording = Literal["official", "working"]
DocumentKind = Literal["notice", "outline", "key-points", "plan"]


@dataclass(frozen=True)
class LibraryDocument:
    """What every document of the library has; `number` is "" where none is known."""

    id: str
    kind: DocumentKind
    version: str
    title: Text
    wording: Wording
    number: str
    issuer: Text
    issued: date
    note: Text


@dataclass(frozen=True)
class DevelopmentGoal:
    """What the Outline wants to have reached by the end of a year."""

    id: str
    year: int
    text: Text


@dataclass(frozen=True)
class Clause:
    """A clause of the Outline; the summary is in our own words."""

    id: str
    number: int
    heading: Text
    wording: Wording
    summary: Text


@dataclass(frozen=True)
class Chapter:
    number: int
    heading: Text
    wording: Wording
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Outline(LibraryDocument):
    goals: tuple[DevelopmentGoal, ...]
    chapters: tuple[Chapter, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for chapter in self.chapters for clause in chapter.clauses)


@dataclass(frozen=True)
class KeyPoint:
    """A task of the Key Points or, with another number, of a provincial plan."""

    id: str
    number: int
    title: Text
    wording: Wording
    summary: Text


@dataclass(frozen=True)
class Section:
    number: int
    heading: Text
    wording: Wording
    tasks: tuple[KeyPoint, ...]


@dataclass(frozen=True)
class KeyPoints(LibraryDocument):
    sections: tuple[Section, ...]

    @property
    def tasks(self) -> tuple[KeyPoint, ...]:
        return tuple(task for section in self.sections for task in section.tasks)


@dataclass(frozen=True)
class PlanTarget:
    """A target in figures as a plan states it."""

    id: str
    text: Text


@dataclass(frozen=True)
class PlanDocument(LibraryDocument):
    """A provincial plan that carries out the Outline; it is no pilot plan."""

    targets: tuple[PlanTarget, ...]
    tasks: tuple[KeyPoint, ...]


@dataclass(frozen=True)
class Reference:
    """Two entries that speak of the same matter, and why; the other two ids are ""."""

    requirement: str
    clause: str
    key_point: str
    indicator: str
    why: Text

    @property
    def ends(self) -> tuple[str, str]:
        first, second = filter(
            None, (self.requirement, self.clause, self.key_point, self.indicator)
        )
        return first, second


@dataclass(frozen=True)
class Unmatched:
    """A requirement for which no clause of the Outline fits, and why."""

    requirement: str
    why: Text


@dataclass(frozen=True)
class IndicatorPreset:
    """An indicator that can be taken into a workbook, with the target its document sets.

    `clause` or `plan_target` is where it comes from, "" where not known; `verified` is False where
    the figures were not checked against the document.
    """

    id: str
    origin: Origin
    name: Text
    unit: Unit
    direction: Direction
    strict: bool
    target: float
    year: int | None
    meaning: Text
    source: Text
    clause: str
    plan_target: str
    verified: bool

    @property
    def goal(self) -> Goal:
        return Goal(self.target, self.year, self.direction, self.strict)


@dataclass(frozen=True)
class Library:
    """All documents but the Notice, with the references among them and the Notice."""

    outline: Outline
    key_points: KeyPoints
    plans: tuple[PlanDocument, ...]
    references: tuple[Reference, ...]
    unmatched: tuple[Unmatched, ...]
    indicators: tuple[IndicatorPreset, ...]

    @property
    def documents(self) -> tuple[LibraryDocument, ...]:
        return (self.outline, self.key_points, *self.plans)

    @cached_property
    def references_of(self) -> dict[str, tuple[tuple[str, Text], ...]]:
        """For each entry the ids of those it is related to, each with why; both ways."""
        found: dict[str, list[tuple[str, Text]]] = {}
        for one, other, why in self._pairs():
            found.setdefault(one, []).append((other, why))
        return {id_: tuple(pairs) for id_, pairs in found.items()}

    def preset(self, preset_id: str) -> IndicatorPreset | None:
        return next((row for row in self.indicators if row.id == preset_id), None)

    def _pairs(self) -> Iterator[tuple[str, str, Text]]:
        for reference in self.references:
            first, second = reference.ends
            yield first, second, reference.why
            yield second, first, reference.why
