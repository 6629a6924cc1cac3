"""Findings as lines of the table; made off the main thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app import texts
from app.domain.checks import Finding
from app.domain.vocabulary import Language, Severity
from app.queries.answers import answers
from app.queries.checks import check
from app.queries.evidence import evidence_names
from app.queries.indicators import indicators
from app.queries.plan import tasks
from app.services.workbooks import Workbook


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in the reader's language; `order` is its place in the check."""

    key: str
    order: int
    finding: Finding
    severity: str
    place: str
    sentence: str


def finding_rows(
    workbook: Workbook, today: date, altered: frozenset[str], language: Language
) -> tuple[FindingRow, ...]:
    """All findings, gravest first; `altered` as in app.queries.checks."""
    findings = check(workbook, today, altered)
    titles = {row.requirement_id: row.title.in_(language) for row in answers(workbook)}
    titles |= {row.id: row.title for row in evidence_names(workbook)}
    titles |= {row.id: row.title for row in tasks(workbook)}
    titles |= {row.id: row.title.in_(language) for row in indicators(workbook, today)}
    seen: Counter[str] = Counter()
    return tuple(
        FindingRow(
            key=_key(finding, seen),
            order=order,
            finding=finding,
            severity=texts.text(f"severity.{finding.severity}", language),
            place=_place(finding, titles, language),
            sentence=texts.text(f"check.{finding.code}", language, **finding.params),
        )
        for order, finding in enumerate(findings)
    )


def counts(rows: Iterable[FindingRow]) -> dict[Severity, int]:
    """How many findings of each severity there are."""
    found = Counter(row.finding.severity for row in rows)
    return {severity: found[severity] for severity in Severity}


def _key(finding: Finding, seen: Counter[str]) -> str:
    """What a finding is known by from one check to the next."""
    key = "\n".join((finding.code, finding.place.kind, finding.place.id, finding.place.field))
    seen[key] += 1
    return f"{key}\n{seen[key]}"


def _place(finding: Finding, titles: dict[str, str], language: Language) -> str:
    if finding.place.kind == "profile":
        return texts.text("report.profile", language)
    # What was removed between two queries has no title any more.
    return f"{finding.label} {titles.get(finding.place.id, '')}".strip()
