"""The sections of the report one after the other: heading, facts, text, and what belongs there.

PDF and Word are written by this one walk; each gives only its pen, which sets what it is told, and
the bodies of its sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from app.domain.report_sections import Section
from app.reports.destinations import evidence_key, requirement_key
from app.reports.model import (
    ArticleEntry,
    PracticeEntry,
    Report,
    RequirementEntry,
    SectionEntry,
)
from app.reports.numerals import chinese_numeral
from app.reports.styles import PageKind

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


@dataclass(frozen=True, slots=True)
class Part:
    """A text under its label; `number` is its place among several, 0 where it is alone."""

    label: str
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Links:
    """A label with what it names: words, each with the destination that it leads to."""

    label: str
    targets: tuple[tuple[str, str], ...]


class Pen(Protocol):
    """What a report is written with, whatever the format."""

    @property
    def report(self) -> Report: ...
    def word(self, key: str, **params: object) -> str: ...
    def label(self, name: str) -> str: ...
    def page(self, kind: PageKind) -> None: ...
    def turn_to(self, kind: PageKind) -> None: ...
    def section(self, title: str, key: str) -> None: ...
    def part(self, title: str, key: str, running: bool = False) -> None: ...
    def annex(self, title: str, key: str) -> None: ...
    def plain(self, text: str, place: str = "", annex: bool = False) -> None:
        """A generated sentence, in the body or, smaller, in an annex."""

    def note(self, text: str, place: str = "") -> None:
        """A small explanation."""

    def written(self, text: str, place: str) -> None:
        """What people wrote; `place` says where it stands."""

    def listed_item(self, title: str, link: str, text: str) -> None:
        """A numbered text; its name leads to what it speaks of."""

    def requirement(self, item: RequirementEntry, depth: int, bare: bool) -> None:
        """Heading and box of a requirement; `depth` is that of its bookmark.

        A `bare` one has nothing below but that nothing is written.
        """

    def parts(self, level: int, parts: Sequence[Part], links: Sequence[Links], place: str) -> None:
        """Texts with their labels, numbered on a level, and below them what they name."""


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
    Section.ANNEX_RETIRED: _retired,
}
