"""The search over the evidence of a workbook."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from app.domain.steps import Steps
from app.queries.answers import answers
from app.queries.evidence import EvidenceRow, evidence_list, missing_files
from app.queries.library.folding import Folded, Span, fold, folded, merged
from app.queries.library.initials import Initials, spans_of
from app.queries.library.search import Marked
from app.queries.search.filling import Filled, fill
from app.queries.search.filters import Circumstances, EvidenceFilter, State, passes
from app.queries.search.index import TextIndex
from app.queries.search.place import open_index
from app.queries.search.tokens import pattern
from app.store.workbook import Workbook

MOST_HITS = 100
# Signs that surround what was found, before and after.
_BEFORE, _AFTER = 24, 96
_Word: TypeAlias = str | re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EvidenceHit:
    """A dossier that was found; `file` names the file in whose text, "" for the fields."""

    id: str
    number: str
    heading: Marked
    file: str
    surroundings: Marked


@dataclass(frozen=True, slots=True)
class FoundEvidence:
    """The first hits, best first, and how many there are in all."""

    hits: tuple[EvidenceHit, ...]
    total: int


class _Dossier:
    """A row with its fields folded for comparing."""

    def __init__(self, row: EvidenceRow) -> None:
        self.row = row
        # What a person knows it by comes first.
        self.heading = fold(f"{row.number}\n{row.title}")
        links = [
            *(text for link in row.links for text in (link.locator, link.proves)),
            *(text for link in row.readings for text in (link.locator, link.proves)),
            *(text for link in row.tasks for text in (link.locator, link.proves)),
        ]
        self.fields = [
            text
            for text in (
                row.document_number,
                row.issuing_body,
                *(file.name for file in row.files),
                row.notes,
                *links,
            )
            if text
        ]
        self.rest = fold("\n".join(self.fields))


class EvidenceSearch:
    """The search of an open workbook; `refresh` after every change, `fill` in the background.

    All but `refresh` may be called on any thread.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._index: TextIndex | None = None
        self._opening = threading.Lock()
        self._dossiers: list[_Dossier] | None = None
        self._initials: Initials | None = None

    @property
    def index(self) -> TextIndex:
        """The index, opened when it is first used, by whichever thread."""
        with self._opening:
            if self._index is None:
                self._index = open_index(self._workbook)
            return self._index

    def close(self) -> None:
        with self._opening:
            if self._index is not None:
                self._index.close()

    def refresh(self) -> None:
        """Read the dossiers anew at the next search; what hasn't changed is kept."""
        self._dossiers = None

    def fill(self) -> Steps[Filled]:
        """Read the files that are new; see app.queries.search.filling."""
        return fill(self._workbook, self.index)

    def find(
        self,
        query: str,
        today: date,
        only: EvidenceFilter | None = None,
        limit: int = MOST_HITS,
    ) -> FoundEvidence:
        """The dossiers in which all words of the query stand and which pass the filter.

        Found by title or number comes first, then by the other fields, then by the text inside
        their files. Letters that stand nowhere are taken as pinyin initials of the fields. An
        empty query finds all that pass.
        """
        dossiers = self._read()
        words = [self._word(word, dossiers) for word in fold(query).split()]
        inside = {word: self.index.matching(word) for word in words if isinstance(word, str)}
        passing = self._passing(dossiers, only or EvidenceFilter(), today)
        ranked = [
            (rank, dossier)
            for dossier in passing
            if (rank := _rank(dossier, words, inside)) is not None
        ]
        ranked.sort(key=lambda found: found[0])
        hits = tuple(self._hit(dossier, words, inside) for _, dossier in ranked[:limit])
        return FoundEvidence(hits, len(ranked))

    def _read(self) -> list[_Dossier]:
        dossiers = self._dossiers
        if dossiers is None:
            dossiers = [_Dossier(row) for row in evidence_list(self._workbook)]
            self._dossiers, self._initials = dossiers, None
        return dossiers

    def _word(self, word: str, dossiers: Sequence[_Dossier]) -> _Word:
        """The word itself where it stands anywhere, else what finds it by initials."""
        if not word.isascii() or not word.isalpha():
            return word
        if any(word in one.heading or word in one.rest for one in dossiers):
            return word
        if self.index.matching(word):
            return word
        if self._initials is None:
            self._initials = Initials(
                # Initials look at the characters themselves, which folding leaves as they are.
                Folded(f"{one.row.title}\n{one.rest}", one.rest)
                for one in dossiers
            )
        return self._initials.pattern(word) or word

    def _passing(
        self, dossiers: Sequence[_Dossier], only: EvidenceFilter, today: date
    ) -> Iterable[_Dossier]:
        if only == EvidenceFilter():
            return dossiers
        altered = State.ALTERED in only.states
        about = Circumstances(
            today=today,
            bad_files=missing_files(self._workbook) if altered else frozenset(),
            units=self._units() if only.unit else None,
        )
        return (one for one in dossiers if passes(one.row, only, about))

    def _units(self) -> dict[str, str]:
        return {row.requirement_id: row.unit for row in answers(self._workbook)}

    def _hit(
        self, dossier: _Dossier, words: Sequence[_Word], inside: dict[str, frozenset[str]]
    ) -> EvidenceHit:
        row = dossier.row
        file, surroundings = self._surroundings(dossier, words, inside)
        return EvidenceHit(row.id, row.number, _marked(row.title, words), file, surroundings)

    def _surroundings(
        self, dossier: _Dossier, words: Sequence[_Word], inside: dict[str, frozenset[str]]
    ) -> tuple[str, Marked]:
        """Where it was found: the text of a file, else the field that holds the most words."""
        plain = [word for word in words if isinstance(word, str)]
        only_inside = [
            word for word in plain if word not in dossier.heading and word not in dossier.rest
        ]
        for file in dossier.row.files:
            if any(file.sha256 in inside[word] for word in only_inside):
                return file.name, _around(self.index.text(file.sha256), only_inside, plain)
        for text in dossier.fields:
            marked = _marked(text, words)
            if marked.spans:
                return "", marked
        return "", Marked("", ())


def _rank(
    dossier: _Dossier, words: Sequence[_Word], inside: dict[str, frozenset[str]]
) -> int | None:
    """0 for all words in title or number, 1 in the fields, 2 with the text; None: one lacks."""
    rank = 0
    for word in words:
        if _stands(word, dossier.heading, dossier.row.title):
            continue
        if _stands(word, dossier.rest, dossier.rest):
            rank = max(rank, 1)
        elif isinstance(word, str) and any(f.sha256 in inside[word] for f in dossier.row.files):
            rank = 2
        else:
            return None
    return rank


def _stands(word: _Word, folded_text: str, text: str) -> bool:
    return word in folded_text if isinstance(word, str) else word.search(text) is not None


def _marked(text: str, words: Sequence[_Word]) -> Marked:
    compared = folded(text)
    spans: list[Span] = []
    for word in words:
        spans += compared.spans(word) if isinstance(word, str) else spans_of(word, compared)
    return Marked(text, merged(spans))


def _around(text: str, looked_for: Sequence[str], words: Sequence[str]) -> Marked:
    """The text around the first finding on one line, all words marked in it."""
    patterns = [pattern(word) for word in words]
    places = [match.start() for word in looked_for if (match := pattern(word).search(text))]
    first = min(places, default=0)
    start, end = max(first - _BEFORE, 0), min(first + _AFTER, len(text))
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shown = head + re.sub(r"\s", " ", text[start:end]) + tail
    return Marked(shown, merged([m.span() for one in patterns for m in one.finditer(shown)]))
