"""Turns the rows of a state into the entries of a report, in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app import texts
from app.catalog.requirement import Requirement
from app.domain.checks import Finding
from app.domain.dates import format_date
from app.domain.numbers import format_points
from app.domain.scheme import Scheme
from app.domain.scoring import item_points
from app.domain.vocabulary import Confidentiality, Language, Progress, Text
from app.queries.answers import Answer
from app.queries.editions import Retired
from app.queries.evidence import EvidenceRow
from app.queries.overview import ArticleStatus, Overview
from app.queries.plan import TaskRow
from app.queries.practices import PracticeRow
from app.queries.snapshots.content import Content, StandardRow
from app.reports.model import (
    ArticleEntry,
    EvidenceEntry,
    FileEntry,
    GapEntry,
    OwnEntry,
    PracticeEntry,
    Proof,
    RequirementEntry,
    StandardEntry,
    TaskEntry,
)


@dataclass
class Titles:
    """Names of requirements and evidence, for naming where a finding is."""

    requirements: dict[str, Text]
    evidence: dict[str, str]
    indicators: dict[str, str]
    tasks: dict[str, str]


class Entries:
    """Entries of the report on `content`."""

    def __init__(self, content: Content, language: Language) -> None:
        self.content = content
        self.stage = content.stage
        self.language = language
        self.today = content.day
        self.scheme: Scheme = content.scheme

    def _t(self, key: str, **params: object) -> str:
        return texts.text(key, self.language, **params)

    def _in(self, text: Text) -> str:
        return text.in_(self.language)

    def _date(self, value: date | None) -> str:
        return format_date(value, self.language)

    def _requirements(
        self,
        state: Overview,
        status: ArticleStatus,
        catalogue: dict[str, Requirement],
        numbers: dict[str, list[str]],
    ) -> tuple[RequirementEntry, ...]:
        return tuple(
            self._requirement(row, catalogue[row.requirement_id], numbers)
            for row in state.answers
            if row.article == status.info.number
        )

    def _article(
        self, status: ArticleStatus, requirements: tuple[RequirementEntry, ...]
    ) -> ArticleEntry:
        info = status.info
        return ArticleEntry(
            number=info.number,
            change=info.change,
            change_label=self._t(f"change.{info.change}") if info.change else "",
            heading=self._in(info.heading),
            introduction=self._in(info.introduction),
            weight=status.score.weight,
            points=status.score.points,
            tally=status.score.tally,
            requirements=requirements,
        )

    def _own(self, status: ArticleStatus, requirements: tuple[RequirementEntry, ...]) -> OwnEntry:
        counts, points = status.score.tally, status.score.points
        notes = {row.id: row.notes for row in self.content.own_requirements}
        return OwnEntry(
            heading=self._in(status.info.heading),
            note=self._in(status.info.introduction),
            line=self._t(
                "report.own.line",
                total=counts.total,
                applicable=counts.applicable,
                started=counts.started,
                done=counts.done,
                rated=counts.rated,
                points="—" if points is None else format_points(points),
            ),
            points=points,
            requirements=tuple(replace(item, remark=notes[item.id]) for item in requirements),
        )

    def _task(self, row: TaskRow) -> TaskEntry:
        state = self._t(f"progress.{row.state}")
        late = row.is_overdue(self.today)
        return TaskEntry(
            code=row.code,
            year=str(row.year),
            title=row.title,
            unit=row.unit,
            due=self._date(row.due),
            state=self._t("report.plan.overdue", state=state) if late else state,
            requirements=row.requirements,
            notes=row.notes,
        )

    def _practice(self, row: PracticeRow) -> PracticeEntry:
        return PracticeEntry(
            code=row.code,
            title=row.title,
            what=row.what,
            novelty=row.novelty,
            effect=row.effect,
            reach=row.reach,
            requirements=row.requirements,
            evidence=row.evidence,
        )

    def _retired(self, row: Retired, numbers: dict[str, list[str]]) -> RequirementEntry:
        item = replace(row.requirement, id=row.answer.requirement_id)
        entry = self._requirement(row.answer, item, numbers)
        into = self._t("report.separator").join(row.into)
        key = "report.retired.merged" if row.into else "report.retired.removed"
        remark = self._t(key, id=row.id, version=row.version, into=into)
        return replace(entry, points=None, remark=remark)

    def _requirement(
        self, row: Answer, item: Requirement, numbers: dict[str, list[str]]
    ) -> RequirementEntry:
        label = "" if row.level is None else self._in(self.scheme.level(row.level).label)
        return RequirementEntry(
            id=item.id,
            title=self._in(item.title),
            statement=self._in(item.statement),
            department=self._in(item.department),
            progress=self._t(f"progress.{row.progress}"),
            applicable=row.progress is not Progress.NOT_APPLICABLE,
            level=row.level,
            level_label=label,
            weight=self.scheme.item_weight(item.id),
            points=item_points(self.scheme, row.state),
            reason=row.reason,
            narrative=row.narrative,
            problems=row.problems,
            next_steps=row.next_steps,
            unit=row.unit,
            due=self._date(row.due),
            evidence=tuple(numbers.get(item.id, ())),
        )

    def _evidence(self, row: EvidenceRow) -> EvidenceEntry:
        marked = row.confidentiality is not Confidentiality.NONE
        return EvidenceEntry(
            number=row.number,
            title=row.title,
            kind=self._t(f"kind.{row.kind}"),
            document_number=row.document_number,
            issuing_body=row.issuing_body,
            formed_on=self._date(row.formed_on),
            valid_until=self._date(row.valid_until),
            confidentiality=self._t(f"confidentiality.{row.confidentiality}") if marked else "",
            notes=row.notes,
            files=tuple(FileEntry(file.name, file.size, file.sha256) for file in row.files),
            proofs=tuple(
                Proof(proof.requirement_id, proof.locator, proof.proves) for proof in row.links
            ),
            internal=row.confidentiality is Confidentiality.INTERNAL,
        )

    def _gap(self, finding: Finding, titles: Titles) -> GapEntry:
        place = {
            "profile": lambda: self._t("report.profile"),
            "requirement": lambda: (
                f"{finding.label} {self._in(titles.requirements[finding.place.id])}"
            ),
            "evidence": lambda: titles.evidence[finding.place.id],
            "indicator": lambda: titles.indicators[finding.place.id],
            "plan": lambda: titles.tasks[finding.place.id],
        }[finding.place.kind]()
        return GapEntry(
            severity=finding.severity,
            severity_label=self._t(f"severity.{finding.severity}"),
            place=place,
            sentence=self._t(f"check.{finding.code}", **finding.params),
        )

    def _titles(self) -> Titles:
        content = self.content
        return Titles(
            {item.id: item.title for item in content.requirements},
            {row.id: f"{row.number} {row.title}" for row in content.evidence},
            {row.id: f"{row.code} {self._in(row.title)}" for row in content.indicators},
            {row.id: f"{row.code} {row.title}" for row in content.tasks},
        )

    def _standard(self, row: StandardRow) -> StandardEntry:
        kind = self._t(f"standards.level.{row.kind}")
        return StandardEntry(row.number, row.title, kind, row.evidence)


def evidence_numbers(evidence: Sequence[EvidenceRow]) -> dict[str, list[str]]:
    """The numbers of the evidence for each requirement."""
    numbers: dict[str, list[str]] = {}
    for row in evidence:
        for proof in row.links:
            numbers.setdefault(proof.requirement_id, []).append(row.number)
    return numbers
