"""The generated summary of a section: sentences of counts, shares and changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app import texts
from app.domain.numbers import format_points
from app.domain.report_sections import Section
from app.domain.vocabulary import Pace, Progress, Severity
from app.queries.snapshots.content import Content
from app.reports.model import ArticleEntry, Report
from app.reports.numerals import chinese_numeral


def section_facts(key: str, report: Report, content: Content) -> tuple[str, ...]:
    """What the workbook says of a section's subject; nothing of a section of the region's own."""
    writer = _Facts(report, content)
    of_section = {
        Section.BASICS: writer.basics,
        Section.ORGANISATION: writer.organisation,
        Section.CHANGES: writer.changes,
        Section.INDICATORS: writer.indicators,
        Section.PRACTICES: writer.practices,
        Section.PROBLEMS: writer.problems,
        Section.NEXT_STEPS: writer.next_steps,
        Section.ANNEX_EVIDENCE: writer.evidence,
        Section.ANNEX_PLAN: writer.plan,
    }
    found = of_section.get(key)  # type: ignore[call-overload]
    return tuple(found()) if found else ()


class _Facts:
    def __init__(self, report: Report, content: Content) -> None:
        self.report = report
        self.content = content

    def basics(self) -> Iterator[str]:
        counts = self.report.tally
        if self.content.profile.start or self.content.profile.end:
            yield self._t("period", start=self._day("start"), end=self._day("end"))
        yield self._t(
            "requirements",
            title=self.report.document_title,
            total=counts.total,
            applicable=counts.applicable,
            done=counts.done,
            started=counts.started,
            share=f"{counts.done_share:.0%}",
        )
        if self.report.points is not None:
            points, grade = format_points(self.report.points), self.report.grade
            yield self._t("points", points=points, grade=grade)
        if self.report.comparison is not None:
            yield self._t("compared", name=self.report.comparison.name)
            yield from self.report.comparison.lines

    def organisation(self) -> Iterator[str]:
        yield from self._articles(self.report.articles_of(Section.ORGANISATION))

    def changes(self) -> Iterator[str]:
        yield from self._articles(self.report.articles_of(Section.CHANGES))
        if self.report.own is not None:
            yield self.report.own.line

    def indicators(self) -> Iterator[str]:
        rows = self.content.indicators
        paces = [row.pace_on(self.content.day) for row in rows]
        yield self._t(
            "indicators",
            total=len(rows),
            read=sum(bool(row.readings) for row in rows),
            reached=paces.count(Pace.REACHED),
            on_track=paces.count(Pace.ON_TRACK),
            behind=paces.count(Pace.BEHIND),
        )

    def practices(self) -> Iterator[str]:
        rows = self.content.practices
        yield self._t(
            "practices",
            total=len(rows),
            shown=sum(bool(row.evidence) for row in rows),
            requirements=len({id_ for row in rows for id_ in row.requirements}),
        )

    def problems(self) -> Iterator[str]:
        found = [finding.severity for finding in self.content.findings]
        yield self._t("problems", total=sum(bool(row.problems) for row in self.content.answers))
        yield self._t(
            "findings",
            errors=found.count(Severity.ERROR),
            warnings=found.count(Severity.WARNING),
            hints=found.count(Severity.HINT),
        )

    def next_steps(self) -> Iterator[str]:
        planned = [row for row in self.content.answers if row.next_steps]
        dated = sum(row.due is not None for row in planned)
        yield self._t("next-steps", total=len(planned), dated=dated)
        if self.content.tasks:
            yield from self.plan()

    def evidence(self) -> Iterator[str]:
        rows = self.content.evidence
        served = {link.requirement_id for row in rows for link in row.links}
        files = sum(len(row.files) for row in rows)
        yield self._t("evidence", total=len(rows), files=files, requirements=len(served))

    def plan(self) -> Iterator[str]:
        rows = self.content.tasks
        yield self._t(
            "plan",
            total=sum(row.state is not Progress.NOT_APPLICABLE for row in rows),
            done=sum(row.state is Progress.DONE for row in rows),
            overdue=sum(row.is_overdue(self.content.day) for row in rows),
        )

    def _articles(self, articles: Iterable[ArticleEntry]) -> Iterator[str]:
        for one in articles:
            name = texts.text(
                "report.article",
                self.report.language,
                number=one.number,
                numeral=chinese_numeral(one.number),
            )
            points = "—" if one.points is None else format_points(one.points)
            yield self._t(
                "article",
                article=name,
                change=one.change_label or one.heading,
                applicable=one.tally.applicable,
                done=one.tally.done,
                started=one.tally.started,
                points=points,
            )

    def _day(self, name: str) -> date | str:
        """A day of the pilot's period as texts take it."""
        return getattr(self.content.profile, name) or "—"

    def _t(self, key: str, **params: object) -> str:
        return texts.text(f"fact.{key}", self.report.language, **params)
