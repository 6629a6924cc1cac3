"""What a link in a report can lead to, by the same keys in every format."""

from __future__ import annotations

from app.domain.report_sections import Section
from app.reports.model import Report


def destinations(report: Report) -> set[str]:
    """What a link can lead to: only what the sections of the report show."""
    items = [
        item
        for section in (Section.ORGANISATION, Section.CHANGES)
        if report.has(section)
        for article in report.articles_of(section)
        for item in article.requirements
    ]
    if report.has(Section.CHANGES) and report.own:
        items += report.own.requirements
    if report.has(Section.ANNEX_RETIRED):
        items += report.retired
    shown = report.evidence if report.has(Section.ANNEX_EVIDENCE) else ()
    return {
        *(requirement_key(item.id) for item in items),
        *(evidence_key(entry.number) for entry in shown),
    }


def requirement_key(requirement_id: str) -> str:
    """The destination of a requirement's heading."""
    return f"requirement-{requirement_id}"


def evidence_key(number: str) -> str:
    """The destination of a dossier's row in the register."""
    return f"evidence-{number}"
