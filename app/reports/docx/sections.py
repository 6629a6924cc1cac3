"""The sections of the report one after the other: heading, facts, text, and what belongs there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.report_sections import Section
from app.reports.destinations import requirement_key
from app.reports.docx import annexes, comparison, front, indicators, requirements
from app.reports.docx.paper import Paper
from app.reports.docx.practices import practices
from app.reports.docx.sign_off import sign_off
from app.reports.model import SectionEntry

# Annexes with tables that need the width of a page on its side.
_WIDE = {
    Section.ANNEX_SCORES,
    Section.ANNEX_EVIDENCE,
    Section.ANNEX_STANDARDS,
    Section.ANNEX_PLAN,
    Section.ANNEX_COMPARISON,
}


def sections(paper: Paper) -> Iterator[SectionEntry]:
    """Write all sections in their order, each of which is yielded when it is written.

    The page to be sealed comes before the annexes.
    """
    signed = not paper.report.sign_off
    for entry in paper.report.sections:
        if entry.annex:
            if not signed:
                sign_off(paper)
                signed = True
            paper.page("wide" if entry.key in _WIDE else "upright")
        else:
            paper.turn_to("upright")
        _section(paper, entry)
        yield entry
    if not signed:
        sign_off(paper)


def _section(paper: Paper, entry: SectionEntry) -> None:
    head = paper.annex if entry.annex else paper.section
    head(entry.heading, entry.key)
    style = "Cell" if entry.annex else "Normal"
    for fact in entry.facts:
        paper.text(fact, style)
    if entry.text:
        paper.text(entry.text, style)
    body = _BODIES.get(entry.key)
    if body:
        body(paper)
    elif not entry.text:
        paper.text(paper.word("empty-section"), style)


def _organisation(paper: Paper) -> None:
    requirements.articles(paper, paper.report.articles_of(Section.ORGANISATION))


def _changes(paper: Paper) -> None:
    front.overview(paper)
    requirements.articles(paper, paper.report.articles_of(Section.CHANGES))
    requirements.own(paper)


def _problems(paper: Paper) -> None:
    _listed(paper, "problems")


def _next_steps(paper: Paper) -> None:
    _listed(paper, "next_steps")


def _listed(paper: Paper, name: str) -> None:
    """What the answers say in one field, each under its requirement."""
    for item in paper.report.requirements:
        if text := getattr(item, name):
            head = paper.word("heading.coded", title=item.title, code=item.id)
            paper.listed_item(head, requirement_key(item.id), text)


_BODIES: dict[str, Callable[[Paper], None]] = {
    Section.BASICS: front.profile,
    Section.ORGANISATION: _organisation,
    Section.CHANGES: _changes,
    Section.INDICATORS: indicators.indicators,
    Section.PRACTICES: practices,
    Section.PROBLEMS: _problems,
    Section.NEXT_STEPS: _next_steps,
    Section.ANNEX_SCORES: annexes.score_table,
    Section.ANNEX_EVIDENCE: annexes.register,
    Section.ANNEX_STANDARDS: annexes.standards,
    Section.ANNEX_PLAN: annexes.plan,
    Section.ANNEX_COMPARISON: comparison.comparison,
    Section.ANNEX_GAPS: annexes.gaps,
    Section.ANNEX_RETIRED: requirements.retired,
}
