"""The sections of the report one after the other: heading, facts, text, and what belongs there."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Spacer

from app.domain.report_sections import Section
from app.reports.model import PracticeEntry, RequirementEntry, SectionEntry
from app.reports.pdf import annexes, comparison, front, indicators, plan, requirements
from app.reports.pdf.story import PageKind, Story, evidence_key, requirement_key
from app.reports.pdf.textblock import Span

# Tables that need the width of a page on its side.
_WIDE = {
    Section.INDICATORS,
    Section.ANNEX_SCORES,
    Section.ANNEX_EVIDENCE,
    Section.ANNEX_STANDARDS,
    Section.ANNEX_PLAN,
    Section.ANNEX_COMPARISON,
}
_PRACTICE_FIELDS = ("what", "novelty", "effect", "reach")


def sections(story: Story) -> None:
    """All sections of the report in its order; pages of another kind and annexes begin anew."""
    present: PageKind = "upright"
    for entry in story.report.sections:
        kind: PageKind = "wide" if entry.key in _WIDE else "upright"
        if kind != present or entry.annex or entry.key in _BEGINNING:
            story.page(kind)
        present = kind
        _section(story, entry)


# Sections on a page of their own, where they are not annexes.
_BEGINNING = {Section.CHANGES}


def _section(story: Story, entry: SectionEntry) -> None:
    head = story.annex if entry.annex else story.section
    head(entry.heading, entry.key)
    for fact in entry.facts:
        story.text(fact, story.styles.body, entry.heading)
    if entry.text:
        story.text(entry.text, story.styles.body, entry.heading)
    body = _BODIES.get(entry.key)
    if body:
        body(story)


def _basics(story: Story) -> None:
    front.profile(story)


def _organisation(story: Story) -> None:
    requirements.articles(story, story.report.articles_of(Section.ORGANISATION))


def _changes(story: Story) -> None:
    front.overview(story)
    requirements.articles(story, story.report.articles_of(Section.CHANGES))
    requirements.own(story)


def _practices(story: Story) -> None:
    for entry in story.report.practices:
        _practice(story, entry)


def _practice(story: Story, entry: PracticeEntry) -> None:
    style = story.styles
    title = f"{entry.code} {entry.title}"
    story.heading(title, f"practice-{entry.code}", 1, style.requirement, 60)
    for name in _PRACTICE_FIELDS:
        if text := getattr(entry, name):
            story.text(story.label(f"practice.{name}"), style.label)
            story.text(text, style.body, title)
    links = (
        ("requirements", [(id_, requirement_key(id_)) for id_ in entry.requirements]),
        ("evidence", [(number, evidence_key(number)) for number in entry.evidence]),
    )
    for name, keys in links:
        if keys:
            label = story.label(f"practice.{name}") + story.word("colon")
            story.add(story.spans(_linked(story, label, keys), style.evidence))


def _linked(story: Story, label: str, keys: list[tuple[str, str]]) -> list[Span]:
    separator = story.word("separator")
    last = len(keys) - 1
    spans = [
        Span(text + (separator if index < last else ""), link=key)
        for index, (text, key) in enumerate(keys)
    ]
    return [Span(label, role="heading"), *spans]


def _problems(story: Story) -> None:
    _listed(story, "problems")


def _next_steps(story: Story) -> None:
    _listed(story, "next_steps")


def _listed(story: Story, name: str) -> None:
    """What the answers say in one field, each after its requirement."""
    items: list[RequirementEntry] = [one for one in story.report.requirements if getattr(one, name)]
    for item in items:
        head = Span(f"{item.id} {item.title}" + story.word("colon"), link=requirement_key(item.id))
        spans = [head, Span(getattr(item, name))]
        story.add(story.spans(spans, story.styles.body, item.id))
    if items:
        story.add(Spacer(0, 8))


_BODIES: dict[str, Callable[[Story], None]] = {
    Section.BASICS: _basics,
    Section.ORGANISATION: _organisation,
    Section.CHANGES: _changes,
    Section.INDICATORS: indicators.indicators,
    Section.PRACTICES: _practices,
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
