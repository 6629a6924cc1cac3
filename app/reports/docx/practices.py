"""Practices: what was done, why it is new, its effect, and where it can be repeated."""

from __future__ import annotations

from app.reports.destinations import evidence_key, requirement_key
from app.reports.docx.paper import Paper
from app.reports.model import PracticeEntry

_FIELDS = ("what", "novelty", "effect", "reach")


def practices(paper: Paper) -> None:
    """All practices, each a part of the section."""
    for entry in paper.report.practices:
        _practice(paper, entry)
    if not paper.report.practices:
        paper.text(paper.word("practices.none"))


def _practice(paper: Paper, entry: PracticeEntry) -> None:
    name = paper.word("heading.coded", title=entry.title, code=entry.code)
    paper.part(name, f"practice-{entry.code}")
    for field in _FIELDS:
        if text := getattr(entry, field):
            paper.labelled(paper.label(f"practice.{field}"), text)
    requirements = [(id_, requirement_key(id_)) for id_ in entry.requirements]
    evidence = [(number, evidence_key(number)) for number in entry.evidence]
    paper.linked(paper.label("practice.requirements"), requirements)
    paper.linked(paper.label("practice.evidence"), evidence)
