"""Practices: what was done, why it is new, its effect, and where it can be repeated."""

from __future__ import annotations

from app.reports.destinations import evidence_key, requirement_key
from app.reports.model import PracticeEntry
from app.reports.pdf.story import Story

_FIELDS = ("what", "novelty", "effect", "reach")


def practices(story: Story) -> None:
    """All practices, each a part of the section."""
    for entry in story.report.practices:
        _practice(story, entry)
    if not story.report.practices:
        story.text(story.word("practices.none"), story.styles.body)


def _practice(story: Story, entry: PracticeEntry) -> None:
    name = story.word("heading.coded", title=entry.title, code=entry.code)
    story.part(name, f"practice-{entry.code}")
    written = [
        story.labelled(label, text, f"{entry.code} {label}")
        for field in _FIELDS
        if (text := getattr(entry, field)) and (label := story.label(f"practice.{field}"))
    ]
    requirements = [(id_, requirement_key(id_)) for id_ in entry.requirements]
    evidence = [(number, evidence_key(number)) for number in entry.evidence]
    style = story.styles.evidence
    served = story.linked(story.label("practice.requirements"), requirements, style)
    story.add_with_tail(written, served)
    story.add(story.linked(story.label("practice.evidence"), evidence, style))
