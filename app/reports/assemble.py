"""Makes the report model out of the workbook's present state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app import texts
from app.domain.dates import format_date
from app.domain.numbers import format_points
from app.domain.regions import region_name
from app.domain.report_template import USUAL_TEMPLATE, ReportTemplate
from app.domain.vocabulary import Language, Stage
from app.queries.catalogue import DocumentInfo
from app.queries.evidence import EvidenceRow
from app.queries.overview import Overview
from app.queries.profile import Profile
from app.queries.snapshots.content import Content, live_content
from app.queries.snapshots.reading import SnapshotRow, read_snapshot, snapshot, snapshots
from app.reports.charted import radar_of, timeline_of
from app.reports.differences import comparison_entry
from app.reports.entries import Entries, evidence_numbers
from app.reports.make_up import made_up
from app.reports.measures import indicator_entry
from app.reports.model import (
    Line,
    Report,
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
    title = taken.title or texts.text(f"stage.{taken.stage}", language)
    return Verification(taken.code, title, day, taken.sha256)


class _Assembler(Entries):
    def report(self) -> Report:
        content = self.content
        state = content.overview()
        source = content.document
        catalogue = {item.id: item for item in content.requirements}
        evidence, measured, planned = content.evidence, content.indicators, content.tasks
        titles = self._titles()
        numbers = evidence_numbers(evidence)
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
            catalogue=f"{source.id.upper()} {source.version}",
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
            standards=tuple(self._standard(row) for row in content.standards),
        )

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
