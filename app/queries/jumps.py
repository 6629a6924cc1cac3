"""What one can go to by its number or name: requirements, evidence, indicators, pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import select

from app.domain.vocabulary import Language
from app.models import Evidence, Indicator, RequirementRow
from app.models.base import columns
from app.queries.evidence import number_key
from app.queries.library.folding import Folded, Span, fold, folded, merged
from app.queries.library.initials import Initials, spans_of
from app.store.workbook import Workbook

JumpKind = Literal["page", "requirement", "indicator", "evidence"]
MOST_JUMPS = 50

_EVIDENCE = columns(Evidence)
_INDICATOR = columns(Indicator)
_REQUIREMENT = columns(RequirementRow)
_Word: TypeAlias = str | re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Jump:
    """A place: `id` is what the window knows it by, `number` what people know it by."""

    kind: JumpKind
    id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class FoundJump:
    """A place with the pieces of its title that were found."""

    jump: Jump
    spans: tuple[Span, ...]


def jumps(workbook: Workbook, language: Language) -> list[Jump]:
    """All requirements in force, indicators and dossiers, each in its order."""
    with workbook.read() as session:
        requirements = session.execute(
            select(_REQUIREMENT.id, _REQUIREMENT.content["title"])
            .where(_REQUIREMENT.retired.is_(None))
            .order_by(_REQUIREMENT.id)
        ).all()
        indicators = session.execute(
            select(_INDICATOR.id, _INDICATOR.code, _INDICATOR.title).order_by(_INDICATOR.code)
        ).all()
        dossiers = session.execute(select(_EVIDENCE.id, _EVIDENCE.number, _EVIDENCE.title)).all()
    return [
        *(Jump("requirement", id_, id_, title[language]) for id_, title in requirements),
        *(Jump("indicator", id_, code, title[language]) for id_, code, title in indicators),
        *(
            Jump("evidence", id_, number, title)
            for id_, number, title in sorted(dossiers, key=lambda row: number_key(row[1]))
        ),
    ]


class JumpIndex:
    """Places prepared for finding by words, numbers and pinyin initials."""

    def __init__(self, places: Iterable[Jump]) -> None:
        self._rows = [(jump, fold(jump.number), folded(jump.title)) for jump in places]
        self._initials = Initials(title for _, _, title in self._rows)

    def find(self, query: str, limit: int = MOST_JUMPS) -> list[FoundJump]:
        """The places in whose number or title all words stand, best first.

        A number that begins with the query, then a title that does, then the order of the places.
        Letters that stand nowhere are taken as initials. Nothing asked for finds the first places.
        """
        words = [self._word(word) for word in fold(query).split()]
        whole = " ".join(fold(query).split())
        found = []
        for jump, number, title in self._rows:
            if all(_stands(word, number, title) for word in words):
                found.append((_rank(whole, words, number, title), jump, title))
        found.sort(key=lambda one: one[0])
        return [FoundJump(jump, _spans(words, title)) for _, jump, title in found[:limit]]

    def _word(self, word: str) -> _Word:
        if not word.isascii() or not word.isalpha():
            return word
        if any(word in number or word in title.folded for _, number, title in self._rows):
            return word
        return self._initials.pattern(word) or word


def _stands(word: _Word, number: str, title: Folded) -> bool:
    if isinstance(word, str):
        return word in number or word in title.folded
    return word.search(title.text) is not None


def _rank(whole: str, words: list[_Word], number: str, title: Folded) -> int:
    """0 for the number as a whole or without its mark (2.07), 1 for its beginning, 2 and 3."""
    if whole and whole in (number, number.removeprefix("n29-")):
        return 0
    if whole and number.removeprefix("n29-").startswith(whole):
        return 1
    first = words[0] if words else ""
    begins = title.folded.startswith(first) if isinstance(first, str) else first.match(title.text)
    return 2 if begins else 3


def _spans(words: list[_Word], title: Folded) -> tuple[Span, ...]:
    return merged(
        [
            span
            for word in words
            for span in (title.spans(word) if isinstance(word, str) else spans_of(word, title))
        ]
    )
