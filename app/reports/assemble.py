"""Makes the report model out of the workbook's present state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app import texts
from app.catalog.requirement import Requirement
from app.domain.checks import Finding
from app.domain.dates import format_date
from app.domain.numbers import format_points
from app.domain.regions import region_name
from app.domain.report_template import USUAL_TEMPLATE, ReportTemplate
from app.domain.scheme import Scheme
from app.domain.scoring import item_points
from app.domain.vocabulary import Confidentiality, Language, Progress, Stage, Text
from app.queries.answers import Answer
from app.queries.catalogue import DocumentInfo
from app.queries.editions import Retired
from app.queries.evidence import EvidenceRow
from app.queries.overview import ArticleStatus, Overview
from app.queries.plan import TaskRow
from app.queries.practices import PracticeRow
from app.queries.profile import Profile
from app.queries.snapshots.content import Content, live_content
from app.queries.snapshots.reading import SnapshotRow, read_snapshot, snapshot, snapshots
from app.reports.charted import radar_of, timeline_of
from app.reports.differences import comparison_entry
from app.reports.make_up import made_up
from app.reports.measures import indicator_entry
from app.reports.model import (
    ArticleEntry,
    EvidenceEntry,
    FileEntry,
    GapEntry,
    Line,
    OwnEntry,
    PracticeEntry,
    Proof,
    Report,
    RequirementEntry,
    StandardEntry,
    TaskEntry,
    Verification,
)
from app.reports.outcome import LIVE, Source
from app.store.workbook import Workbook


def assemble(
    workbook: Workbook, stage: Stage, language: Language, today: date, source: Source = LIVE
) -> Report:
    """The report of the workbook as it stands on `today`, or of a snapshot.

    `stage` is that of a report on the live state; a snapshot has its own. Raises UserError
    `snapshot.…`, EnvironmentProblem `snapshot.damaged`.
    """
    rows = snapshots(workbook)
    taken = snapshot(workbook, source.snapshot) if source.snapshot else None
    content = read_snapshot(workbook, taken) if taken else live_content(workbook, stage, today)
    earlier = _earlier(workbook, rows, taken, source.compare_with)
    before = read_snapshot(workbook, earlier) if earlier else None
    report = report_of(content, language, source.template, taken, (earlier, before))
    frozen = rows[: rows.index(taken) + 1] if taken else rows
    return replace(report, timeline=timeline_of(content, frozen, language))


def report_of(
    content: Content,
    language: Language,
    template: ReportTemplate = USUAL_TEMPLATE,
    taken: SnapshotRow | None = None,
    earlier: tuple[SnapshotRow | None, Content | None] = (None, None),
) -> Report:
    """The report on a state; without a snapshot `taken` it is a draft."""
    report = _Assembler(content, language).report()
    compared, before = earlier
    if compared is not None and before is not None:
        entry = comparison_entry(compared, before, content, language)
        report = replace(report, comparison=entry)
    report = replace(report, radar=radar_of(report, content.scheme))
    if taken is None:
        report = replace(report, draft=texts.text("report.draft", language))
    else:
        report = replace(report, verification=_verification(taken, language))
    return made_up(report, content, template)


def _earlier(
    workbook: Workbook, rows: list[SnapshotRow], taken: SnapshotRow | None, wanted: str | None
) -> SnapshotRow | None:
    """The snapshot to compare with: the one named, or the last one before; "" for none."""
    if wanted == "":
        return None
    if wanted is not None:
        return snapshot(workbook, wanted)
    before = rows if taken is None else rows[: rows.index(taken)]
    return before[-1] if before else None


def _verification(taken: SnapshotRow, language: Language) -> Verification:
    day = format_date(taken.taken_on, language)
    return Verification(taken.code, taken.title, day, taken.sha256)


@dataclass
class _Titles:
    """Names of requirements and evidence, for naming where a finding is."""

    requirements: dict[str, Text]
    evidence: dict[str, str]
    indicators: dict[str, str]
    tasks: dict[str, str]


class _Assembler:
    def __init__(self, content: Content, language: Language) -> None:
        self.content = content
        self.stage = content.stage
        self.language = language
        self.today = content.day
        self.scheme: Scheme = content.scheme

    def report(self) -> Report:
        content = self.content
        state = content.overview()
        source = content.document
        catalogue = {item.id: item for item in content.requirements}
        evidence, measured, planned = content.evidence, content.indicators, content.tasks
        titles = _Titles(
            {id_: item.title for id_, item in catalogue.items()},
            {row.id: f"{row.number} {row.title}" for row in evidence},
            {row.id: f"{row.code} {self._in(row.title)}" for row in measured},
            {row.id: f"{row.code} {row.title}" for row in planned},
        )
        numbers = _numbers(evidence)
        pilot = state.profile
        return Report(
            language=self.language,
            stage=self.stage,
            stage_label=self._t(f"stage.{self.stage}"),
            title=self._t("report.title", stage=self._t(f"stage.{self.stage}")),
            region=self._in(region_name(pilot.region)),
            pilot_name=pilot.name,
            lead_unit=pilot.lead_unit,
            contact_name=pilot.contact_name,
            contact_phone=pilot.contact_phone,
            made_on=self.today,
            made_on_text=format_date(self.today, self.language),
            sample=pilot.sample,
            profile=self._profile(pilot),
            summary=self._summary(state, evidence),
            tally=state.score.tally,
            points=state.score.points,
            grade=self._in(state.score.grade) if state.score.grade else "",
            scheme_name=self._in(self.scheme.name),
            scheme_note=self._t("report.scheme-note"),
            source_note=self._source_note(source),
            document_title=self._in(source.title),
            document_number=source.number,
            catalogue=f"{source.id} {source.version}",
            data_mark=content.mark,
            workbook_id=pilot.id,
            articles=tuple(
                self._article(status, self._requirements(state, status, catalogue, numbers))
                for status in state.articles
            ),
            evidence=tuple(self._evidence(row) for row in evidence),
            indicators=tuple(indicator_entry(row, self.language, self.today) for row in measured),
            gaps=tuple(self._gap(finding, titles) for finding in content.findings),
            own=None
            if state.own is None
            else self._own(state.own, self._requirements(state, state.own, catalogue, numbers)),
            plan=tuple(self._task(row) for row in planned),
            retired=tuple(self._retired(row, numbers) for row in content.retired),
            practices=tuple(self._practice(row) for row in content.practices),
            standards=tuple(
                StandardEntry(
                    row.number, row.title, self._t(f"standards.level.{row.kind}"), row.evidence
                )
                for row in content.standards
            ),
        )

    def _t(self, key: str, **params: object) -> str:
        return texts.text(key, self.language, **params)

    def _in(self, text: Text) -> str:
        return text.in_(self.language)

    def _date(self, value: date | None) -> str:
        return format_date(value, self.language)

    def _source_note(self, source: DocumentInfo) -> str:
        issued = self._date(date.fromisoformat(source.issued))
        return self._t(
            "report.source-note", title=self._in(source.title), number=source.number, issued=issued
        )

    def _profile(self, pilot: Profile) -> tuple[Line, ...]:
        period = self._t("report.period", start=pilot.start or "", end=pilot.end or "")
        values = {
            "name": pilot.name,
            "region": self._in(region_name(pilot.region)),
            "lead_unit": pilot.lead_unit,
            "approval_number": pilot.approval_number,
            "period": period if pilot.start or pilot.end else "",
            "contact_name": pilot.contact_name,
            "contact_phone": pilot.contact_phone,
            "contact_email": pilot.contact_email,
        }
        return tuple(Line(self._t(f"field.{name}"), value) for name, value in values.items())

    def _summary(self, state: Overview, evidence: Sequence[EvidenceRow]) -> tuple[Line, ...]:
        counts = state.score.tally
        points = state.score.points
        values = {
            "requirements": str(counts.total),
            "applicable": str(counts.applicable),
            "done": f"{counts.done}（{counts.done_share:.0%}）"
            if self.language == "zh"
            else f"{counts.done} ({counts.done_share:.0%})",
            "started": str(counts.started),
            "rated": str(counts.rated),
            "evidence": str(len(evidence)),
            "files": str(sum(len(row.files) for row in evidence)),
            "score": "—" if points is None else format_points(points),
            "grade": self._in(state.score.grade) if state.score.grade else "—",
            "days-left": self._days(state.days_left),
        }
        return tuple(
            Line(self._t(f"report.summary.{name}"), value) for name, value in values.items()
        )

    def _days(self, left: int | None) -> str:
        if left is None:
            return ""
        return self._t("report.days" if left >= 0 else "report.days-over", days=abs(left))

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

    def _gap(self, finding: Finding, titles: _Titles) -> GapEntry:
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


def _numbers(evidence: Sequence[EvidenceRow]) -> dict[str, list[str]]:
    """The numbers of the evidence for each requirement."""
    numbers: dict[str, list[str]] = {}
    for row in evidence:
        for proof in row.links:
            numbers.setdefault(proof.requirement_id, []).append(row.number)
    return numbers
