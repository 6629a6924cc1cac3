"""The sections of the report one after the other: heading, facts, text, and what belongs there.

PDF and Word are written by this one walk; each gives only its pen, which sets what it is told, and
the bodies of its sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.report_sections import Section
from app.reports.destinations import evidence_key, requirement_key
from app.reports.lists import annexes, comparison, scores
from app.reports.model import ArticleEntry, PracticeEntry, RequirementEntry, SectionEntry
from app.reports.numerals import chinese_numeral
from app.reports.pen import Links, Part, Pen

# Annexes with tables that need the width of a page on its side.
_WIDE = {
    Section.ANNEX_SCORES,
    Section.ANNEX_EVIDENCE,
    Section.ANNEX_STANDARDS,
    Section.ANNEX_PLAN,
    Section.ANNEX_COMPARISON,
}
# What is written of a requirement, and the section that lists it where the report has that one.
_ANSWER = {
    "reason": None,
    "narrative": None,
    "problems": Section.PROBLEMS,
    "next_steps": Section.NEXT_STEPS,
}
_PRACTICE = ("what", "novelty", "effect", "reach")


P = TypeVar("P", bound=Pen)


@dataclass(frozen=True, slots=True)
class Bodies(Generic[P]):
    """What each writer sets in its own way: the page to be sealed, and parts of sections."""

    sign_off: Callable[[P], None]
    of: Mapping[str, Callable[[P], None]]


def sections(pen: P, bodies: Bodies[P]) -> Iterator[SectionEntry]:
    """Write all sections in their order, each of which is yielded when it is written.

    The page to be sealed comes before the annexes.
    """
    signed = not pen.report.sign_off
    for entry in pen.report.sections:
        if entry.annex:
            if not signed:
                bodies.sign_off(pen)
                signed = True
            pen.page("wide" if entry.key in _WIDE else "upright")
        else:
            pen.turn_to("upright")
        _section(pen, bodies, entry)
        yield entry
    if not signed:
        bodies.sign_off(pen)


def _section(pen: P, bodies: Bodies[P], entry: SectionEntry) -> None:
    head = pen.annex if entry.annex else pen.section
    head(entry.heading, entry.key)
    for fact in entry.facts:
        pen.plain(fact, entry.heading, entry.annex)
    if entry.text:
        pen.written(entry.text, entry.heading)
    own, shared = bodies.of.get(entry.key), _SHARED.get(entry.key)
    if own:
        own(pen)
    if shared:
        shared(pen)
    if not own and not shared and not entry.text:
        pen.plain(pen.word("empty-section"), entry.heading, entry.annex)


def _organisation(pen: Pen) -> None:
    _articles(pen, pen.report.articles_of(Section.ORGANISATION))


def _changes(pen: Pen) -> None:
    _articles(pen, pen.report.articles_of(Section.CHANGES))
    own = pen.report.own
    if own is not None:
        pen.part(own.heading, "own", running=True)
        pen.note(own.note)
        pen.plain(own.line)
        for item in own.requirements:
            _requirement(pen, item, 2)


def _articles(pen: Pen, entries: Iterable[ArticleEntry]) -> None:
    """Each article with each requirement."""
    for article in entries:
        numeral = chinese_numeral(article.number)
        title = pen.word(
            "heading.article", number=article.number, numeral=numeral, title=article.heading
        )
        pen.part(title, f"article-{article.number}", running=True)
        pen.note(article.introduction)
        for item in article.requirements:
            _requirement(pen, item, 2)


def _retired(pen: Pen) -> None:
    """Answers to requirements that the catalogue has no more."""
    pen.note(pen.word("retired.note"))
    for item in pen.report.retired:
        _requirement(pen, item, 1, whole=True)


def _requirement(pen: Pen, item: RequirementEntry, depth: int, whole: bool = False) -> None:
    """The facts, what was written, and the evidence.

    What a section of the report lists is left to it, unless the `whole` answer is asked for.
    """
    bare = not any(getattr(item, name) for name in _ANSWER)
    pen.requirement(item, depth, bare)
    if item.remark:
        pen.note(item.remark, item.id)
    if bare:
        pen.note(pen.word("no-narrative"))
    shown = [
        (pen.label(name), getattr(item, name))
        for name, section in _ANSWER.items()
        if whole or section is None or not pen.report.has(section)
    ]
    evidence = tuple((number, evidence_key(number)) for number in item.evidence)
    links = Links(pen.word("evidence-numbers"), evidence)
    pen.parts(4, _numbered(shown), (links,), item.id)


def _gaps(pen: Pen) -> None:
    """What the check before submission found."""
    if not pen.report.gaps:
        pen.plain(pen.word("gaps.none"))
        return
    pen.table(annexes.gaps(pen))


def _scores(pen: Pen) -> None:
    pen.note(pen.report.scheme_note)
    pen.table(scores.scores(pen))
    pen.signatures(pen.word("signatures"))


def _register(pen: Pen) -> None:
    if not pen.report.evidence:
        pen.plain(pen.word("register.none"))
        return
    pen.note(pen.word("register.note"))
    pen.table(annexes.register(pen))


def _standards(pen: Pen) -> None:
    pen.table(annexes.standards(pen))


def _plan(pen: Pen) -> None:
    pen.table(annexes.plan(pen))


def _comparison(pen: Pen) -> None:
    """Points, requirements, indicators and evidence, each where there is any difference."""
    entry = pen.report.comparison
    if entry is None:
        return
    pen.note(entry.name)
    for line in entry.lines:
        pen.plain(line, annex=True)
    for title, listing in comparison.compared(pen, entry):
        pen.table_title(pen.word(title))
        pen.table(listing)
    for key, titles in (("new", entry.new_evidence), ("gone", entry.gone_evidence)):
        if titles:
            pen.table_title(pen.word(f"comparison.{key}-evidence"))
            pen.small("\n".join(titles))


def _practices(pen: Pen) -> None:
    """Practices: what was done, why it is new, its effect, and where it can be repeated."""
    for entry in pen.report.practices:
        _practice(pen, entry)
    if not pen.report.practices:
        pen.plain(pen.word("practices.none"))


def _practice(pen: Pen, entry: PracticeEntry) -> None:
    name = pen.word("heading.coded", title=entry.title, code=entry.code)
    pen.part(name, f"practice-{entry.code}")
    fields = [(pen.label(f"practice.{name}"), getattr(entry, name)) for name in _PRACTICE]
    requirements = tuple((id_, requirement_key(id_)) for id_ in entry.requirements)
    evidence = tuple((number, evidence_key(number)) for number in entry.evidence)
    links = (
        Links(pen.label("practice.requirements"), requirements),
        Links(pen.label("practice.evidence"), evidence),
    )
    pen.parts(3, _numbered(fields), links, entry.code)


def _numbered(texts: Iterable[tuple[str, str]]) -> list[Part]:
    """The texts that there are, numbered where there are several."""
    found = [(label, text) for label, text in texts if text]
    return [
        Part(label, text, number if len(found) > 1 else 0)
        for number, (label, text) in enumerate(found, 1)
    ]


def _problems(pen: Pen) -> None:
    _listed(pen, "problems")


def _next_steps(pen: Pen) -> None:
    _listed(pen, "next_steps")


def _listed(pen: Pen, name: str) -> None:
    """What the answers say in one field, each under its requirement."""
    for item in pen.report.requirements:
        if text := getattr(item, name):
            head = pen.word("heading.coded", title=item.title, code=item.id)
            pen.listed_item(head, requirement_key(item.id), text)


_SHARED: dict[str, Callable[[Pen], None]] = {
    Section.ORGANISATION: _organisation,
    Section.CHANGES: _changes,
    Section.PRACTICES: _practices,
    Section.PROBLEMS: _problems,
    Section.NEXT_STEPS: _next_steps,
    Section.ANNEX_SCORES: _scores,
    Section.ANNEX_EVIDENCE: _register,
    Section.ANNEX_STANDARDS: _standards,
    Section.ANNEX_PLAN: _plan,
    Section.ANNEX_COMPARISON: _comparison,
    Section.ANNEX_GAPS: _gaps,
    Section.ANNEX_RETIRED: _retired,
}
