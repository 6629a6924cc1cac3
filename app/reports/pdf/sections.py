"""The sections of the report one after the other: heading, facts, text, and what belongs there."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Spacer

from app.domain.report_sections import Section
from app.reports.destinations import requirement_key
from app.reports.model import SectionEntry
from app.reports.pdf import annexes, comparison, front, indicators, plan, requirements
from app.reports.pdf.practices import practices
from app.reports.pdf.sign_off import sign_off
from app.reports.pdf.story import Story

# Annexes with tables that need the width of a page on its side.
_WIDE = {
    Section.ANNEX_SCORES,
    Section.ANNEX_EVIDENCE,
    Section.ANNEX_STANDARDS,
    Section.ANNEX_PLAN,
    Section.ANNEX_COMPARISON,
}


def sections(story: Story) -> None:
    """All sections of the report in its order; the page to be sealed comes before the annexes."""
    signed = not story.report.sign_off
    for entry in story.report.sections:
        if entry.annex:
            if not signed:
                sign_off(story)
                signed = True
            story.page("wide" if entry.key in _WIDE else "upright")
        else:
            story.turn_to("upright")
        _section(story, entry)
    if not signed:
        sign_off(story)


def _section(story: Story, entry: SectionEntry) -> None:
    head = story.annex if entry.annex else story.section
    head(entry.heading, entry.key)
    style = story.styles.cell if entry.annex else story.styles.body
    for fact in entry.facts:
        story.text(fact, style, entry.heading)
    if entry.text:
        story.text(entry.text, style, entry.heading)
    if entry.annex and entry.facts:
        story.add(Spacer(0, 4))
    body = _BODIES.get(entry.key)
    if body:
        body(story)
    elif not entry.text:
        story.text(story.word("empty-section"), style)


def _organisation(story: Story) -> None:
    requirements.articles(story, story.report.articles_of(Section.ORGANISATION))


def _changes(story: Story) -> None:
    front.overview(story)
    requirements.articles(story, story.report.articles_of(Section.CHANGES))
    requirements.own(story)


def _problems(story: Story) -> None:
    _listed(story, "problems")


def _next_steps(story: Story) -> None:
    _listed(story, "next_steps")


def _listed(story: Story, name: str) -> None:
    """What the answers say in one field, each under its requirement."""
    for item in story.report.requirements:
        if text := getattr(item, name):
            head = story.word("heading.coded", title=item.title, code=item.id)
            story.listed_item(head, requirement_key(item.id), text)


_BODIES: dict[str, Callable[[Story], None]] = {
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
    Section.ANNEX_PLAN: plan.plan,
    Section.ANNEX_COMPARISON: comparison.comparison,
    Section.ANNEX_GAPS: annexes.gaps,
    Section.ANNEX_RETIRED: requirements.retired,
}
