"""The check before submission (体检): rules over facts, each finding with severity and place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.dates import exceeds_pilot_period
from app.domain.indicators import Goal, Point, format_value, is_overdue, is_stale
from app.domain.vocabulary import Period, Progress, Severity

# From this level up a rating claims an achievement that has to be shown.
ACHIEVED_LEVEL = 3

PlaceKind = Literal["profile", "requirement", "evidence", "indicator", "library", "plan", "report"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is; `field` names the field to go to."""

    kind: PlaceKind
    id: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the rule, `label` the thing it was found at, `params` fill the sentence."""

    code: str
    severity: Severity
    place: Place
    label: str = ""
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """`missing` are the required fields of the profile that are empty."""

    start: date | None
    end: date | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResponseFacts:
    requirement_id: str
    progress: Progress
    level: int | None
    reason: str
    narrative: str
    due: date | None
    evidence_count: int
    to_review: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """`missing_files` and `altered_files` are original names of attachments that are not intact."""

    evidence_id: str
    number: str
    valid_until: date | None
    file_count: int
    link_count: int
    missing_files: tuple[str, ...] = ()
    altered_files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """`goals` are those that count; `own` says that the region set them itself.

    `last` is the newest reading.
    """

    indicator_id: str
    code: str
    period: Period
    verified: bool
    last: Point | None
    goals: tuple[Goal, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A task of the annual plan."""

    task_id: str
    code: str
    state: Progress
    due: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    today: date
    profile: ProfileFacts
    responses: tuple[ResponseFacts, ...]
    evidence: tuple[EvidenceFacts, ...]
    indicators: tuple[IndicatorFacts, ...] = ()
    tasks: tuple[TaskFacts, ...] = ()


def run_checks(facts: Facts) -> list[Finding]:
    """All findings, gravest first, then by profile, requirements, evidence, indicators, plan."""
    order = list(Severity)
    findings = [
        *check_profile(facts.profile),
        *(f for item in facts.responses for f in check_response(item, facts.today)),
        *(f for item in facts.evidence for f in check_evidence(item, facts.today)),
        *(f for item in facts.indicators for f in check_indicator(item, facts.today)),
        *(f for item in facts.tasks for f in check_task(item, facts.today)),
    ]
    return sorted(findings, key=lambda finding: order.index(finding.severity))


def check_profile(profile: ProfileFacts) -> Iterator[Finding]:
    for name in profile.missing:
        yield Finding(
            "profile-incomplete", Severity.ERROR, Place("profile", field=name), "", {"field": name}
        )
    if profile.start and profile.end:
        place = Place("profile", field="end")
        if profile.end < profile.start:
            yield Finding("period-reversed", Severity.ERROR, place)
        elif exceeds_pilot_period(profile.start, profile.end):
            yield Finding("pilot-too-long", Severity.ERROR, place)


def check_response(item: ResponseFacts, today: date) -> Iterator[Finding]:
    def found(code: str, severity: Severity, place_field: str, **params: object) -> Finding:
        place = Place("requirement", item.requirement_id, place_field)
        return Finding(code, severity, place, item.requirement_id, params)

    if item.to_review:
        yield found("answer-to-review", Severity.WARNING, "review")
    if item.progress is Progress.NOT_APPLICABLE:
        if not item.reason:
            yield found("not-applicable-without-reason", Severity.ERROR, "reason")
        return
    yield from _check_claims(item, found)
    if item.due and item.due < today and item.progress is not Progress.DONE:
        yield found("due-passed", Severity.WARNING, "due", due=item.due)


def _check_claims(item: ResponseFacts, found: Callable[..., Finding]) -> Iterator[Finding]:
    done = item.progress is Progress.DONE
    claims = done or (item.level is not None and item.level >= ACHIEVED_LEVEL)
    if claims and not item.evidence_count:
        yield found("achieved-without-evidence", Severity.ERROR, "evidence")
    if item.level is not None and not item.narrative:
        yield found("rating-without-narrative", Severity.WARNING, "narrative")
    if done and item.level is None:
        yield found("done-without-rating", Severity.WARNING, "level")
    if item.level is not None and item.level > 0 and item.progress is Progress.NOT_STARTED:
        yield found("rated-but-not-started", Severity.WARNING, "progress")
    if item.progress is Progress.NOT_STARTED and item.level is None and not item.narrative:
        yield found("not-answered", Severity.HINT, "progress")


def check_evidence(item: EvidenceFacts, today: date) -> Iterator[Finding]:
    def found(code: str, severity: Severity, place_field: str, **params: object) -> Finding:
        place = Place("evidence", item.evidence_id, place_field)
        return Finding(code, severity, place, item.number, params)

    if not item.file_count:
        yield found("evidence-without-file", Severity.ERROR, "files")
    for name in item.missing_files:
        yield found("file-missing", Severity.ERROR, "files", name=name)
    for name in item.altered_files:
        yield found("file-altered", Severity.ERROR, "files", name=name)
    if item.valid_until and item.valid_until < today:
        yield found("evidence-expired", Severity.WARNING, "valid_until", until=item.valid_until)
    if not item.link_count:
        yield found("evidence-unlinked", Severity.HINT, "links")


def check_indicator(item: IndicatorFacts, today: date) -> Iterator[Finding]:
    def found(code: str, severity: Severity, place_field: str, **params: object) -> Finding:
        place = Place("indicator", item.indicator_id, place_field)
        return Finding(code, severity, place, item.code, params)

    if item.last is None:
        yield found("no-reading", Severity.HINT, "readings")
    elif is_stale(item.period, item.last, today):
        yield found("reading-stale", Severity.WARNING, "readings", on=item.last.on)
    for goal in item.goals:
        if is_overdue(goal, item.last, today):
            params = {"year": goal.year, "target": format_value(goal.value)}
            if item.own:
                yield found("target-missed", Severity.WARNING, "targets", **params)
            else:
                yield found("others-target-not-met", Severity.HINT, "targets", **params)
    if not item.verified:
        yield found("indicator-unverified", Severity.HINT, "verified")


def check_task(item: TaskFacts, today: date) -> Iterator[Finding]:
    def found(code: str, severity: Severity, place_field: str, **params: object) -> Finding:
        return Finding(code, severity, Place("plan", item.task_id, place_field), item.code, params)

    open_ = item.state in (Progress.NOT_STARTED, Progress.IN_PROGRESS)
    if item.due and item.due < today and open_:
        yield found("task-overdue", Severity.WARNING, "due", due=item.due)
