"""What to do next, out of the findings of the check and the due dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from typing import Literal, get_args

from app.domain.checks import Finding, Place
from app.domain.vocabulary import Progress, Severity
from app.queries.answers import Answer
from app.queries.overview import Overview

MOST = 6
# Of one kind at most this many, so that the list shows what there is to do and not one heap.
_OF_ONE_KIND = 2
_SOON = timedelta(days=30)

# In the order in which they are suggested.
Kind = Literal["profile", "finding", "overdue", "evidence", "soon", "unanswered"]
_KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do and where.

    `answer` is the requirement it is about, `finding` what it comes from, each where there is one.
    """

    kind: Kind
    place: Place
    answer: Answer | None = None
    finding: Finding | None = None


def next_steps(state: Overview, findings: Iterable[Finding], today: date) -> tuple[NextStep, ...]:
    """The first few things to do, the most pressing kinds first."""
    steps = [
        *_profile(state),
        *_gravest(state, findings),
        *_by_date(state.answers, today),
        *_unanswered(state.answers),
    ]
    ordered = sorted(steps, key=lambda step: _KINDS.index(step.kind))
    groups = groupby(ordered, key=lambda step: step.kind)
    few = (step for _, group in groups for step in islice(group, _OF_ONE_KIND))
    return tuple(islice(few, MOST))


def _profile(state: Overview) -> Iterator[NextStep]:
    if state.profile.missing:
        yield NextStep("profile", Place("profile", field=state.profile.missing[0]))


def _gravest(state: Overview, findings: Iterable[Finding]) -> Iterator[NextStep]:
    """What must be fixed; the missing fields of the profile are one step already."""
    answers = {row.requirement_id: row for row in state.answers}
    for finding in findings:
        answer = answers.get(finding.place.id)
        if finding.code == "achieved-without-evidence":
            yield NextStep("evidence", finding.place, answer, finding)
        elif finding.severity is Severity.ERROR and finding.code != "profile-incomplete":
            yield NextStep("finding", finding.place, answer, finding)


def _by_date(answers: Iterable[Answer], today: date) -> Iterator[NextStep]:
    unfinished = (Progress.NOT_STARTED, Progress.IN_PROGRESS)
    dated = [(row.due, row) for row in answers if row.due and row.progress in unfinished]
    for due, row in sorted(dated, key=lambda pair: pair[0]):
        place = Place("requirement", row.requirement_id, "progress")
        if due < today:
            yield NextStep("overdue", place, row)
        elif due <= today + _SOON:
            yield NextStep("soon", place, row)


def _unanswered(answers: Iterable[Answer]) -> Iterator[NextStep]:
    for row in answers:
        if row.progress is Progress.NOT_STARTED and row.level is None and not row.narrative:
            place = Place("requirement", row.requirement_id, "progress")
            yield NextStep("unanswered", place, row)
            return
