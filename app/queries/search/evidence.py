"""The search over the evidence of a workbook."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import chain, count, islice
from typing import NamedTuple

from app.domain.steps import Steps
from app.queries.answers import answers
from app.queries.evidence import missing_files
from app.queries.library.folding import fold
from app.queries.search.dossier import read_dossiers
from app.queries.search.dossiers import Dossiers, Places, Rows
from app.queries.search.filling import Filled, fill
from app.queries.search.filters import Circumstances, EvidenceFilter, State, passes
from app.queries.search.hits import EvidenceHit, Showing, Word
from app.queries.search.index import TextIndex
from app.queries.search.place import open_index
from app.queries.touched import newest_operation, touched_dossiers
from app.store.workbook import Workbook

MOST_HITS = 100
# Beyond these it is as quick to read all dossiers anew.
_MOST_TOUCHED = 500


@dataclass(frozen=True, slots=True)
class FoundEvidence:
    """The first hits, best first, and how many there are in all."""

    hits: tuple[EvidenceHit, ...]
    total: int


class _Found(NamedTuple):
    """A word, the dossiers in whose fields it stands, and in whose files, by the hashes too."""

    word: Word
    places: Places
    in_files: Rows = frozenset()
    hashes: frozenset[str] = frozenset()

    @property
    def anywhere(self) -> Rows:
        return self.places.fields | self.in_files


class _Filtered(NamedTuple):
    """What passed a filter, kept while one types."""

    state: int
    only: EvidenceFilter
    today: date
    passing: Rows


class EvidenceSearch:
    """The search of an open workbook; `refresh` after every change, `fill` in the background.

    All may be called on any thread.
    """

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._index: TextIndex | None = None
        self._opening = threading.Lock()
        self._reading = threading.Lock()
        self._dossiers: Dossiers | None = None
        # The states of the workbook that a search may see, counted; that of the dossiers, and the
        # number of the last operation that they know.
        self._states = count()
        self._state = next(self._states)
        self._state_read = self._state
        self._seen = 0
        self._filtered: _Filtered | None = None

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
        """Something was written: at the next search, read anew the dossiers that it touched.

        Takes no time by itself: reading is left to whoever searches.
        """
        self._state = next(self._states)

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
        state = self._state
        dossiers = self._read()
        passing = left = self._passing(dossiers, state, only or EvidenceFilter(), today)
        found = []
        for word in dict.fromkeys(fold(query).split()):
            found.append(self._found(word, dossiers, left))
            left &= found[-1].anywhere
        ranks = _ranked(found, passing)
        first = islice(chain.from_iterable(map(sorted, ranks)), limit)
        inside = {one.word: one.hashes for one in found if isinstance(one.word, str)}
        showing = Showing(self.index, [one.word for one in found], inside)
        hits = tuple(showing.hit(dossiers.rows[number]) for number in first)
        return FoundEvidence(hits, sum(map(len, ranks)))

    def _read(self) -> Dossiers:
        with self._reading:
            # Before anything is read: what is written meanwhile is for the next search.
            state = self._state
            if self._dossiers is None or self._state_read != state:
                self._dossiers = self._read_anew(self._dossiers)
                self._state_read = state
            return self._dossiers

    def _read_anew(self, former: Dossiers | None) -> Dossiers:
        with self._workbook.read() as session:
            newest = newest_operation(session)
            touched = None if former is None else touched_dossiers(session, self._seen)
        if former is None or touched is None or len(touched) > _MOST_TOUCHED:
            read = Dossiers(read_dossiers(self._workbook))
        elif touched:
            read = former.changed(touched, read_dossiers(self._workbook, touched))
        else:
            read = former
        self._seen = newest
        return read

    def _found(self, word: str, dossiers: Dossiers, left: Rows) -> _Found:
        """Where the word stands, as to the dossiers that are left; nowhere: taken as initials."""
        places = dossiers.with_word(word)
        if left and left <= places.fields:
            return _Found(word, places)  # the texts can add none
        hashes = self.index.matching(word)
        if not places.fields and not hashes and word.isascii() and word.isalpha():
            pattern = dossiers.initials.pattern(word)
            if pattern is not None:
                return _Found(pattern, dossiers.with_initials(pattern))
        return _Found(word, places, dossiers.with_files(hashes), hashes)

    def _passing(self, dossiers: Dossiers, state: int, only: EvidenceFilter, today: date) -> Rows:
        if only == EvidenceFilter():
            return dossiers.all
        kept = self._filtered
        if kept is not None and kept[:3] == (state, only, today):
            return kept.passing
        altered = State.ALTERED in only.states
        about = Circumstances(
            today=today,
            bad_files=missing_files(self._workbook) if altered else frozenset(),
            units=self._units() if only.unit else None,
        )
        passing = frozenset(
            number for number, row in enumerate(dossiers.rows) if passes(row, only, about)
        )
        if not altered:  # which no change of the workbook tells of
            self._filtered = _Filtered(state, only, today, passing)
        return passing

    def _units(self) -> dict[str, str]:
        return {row.requirement_id: row.unit for row in answers(self._workbook)}


def _ranked(found: Sequence[_Found], passing: Rows) -> tuple[Rows, Rows, Rows]:
    """Those with all words in title or number, in the fields, and with the text of their files."""
    headings = reduce(Rows.__and__, (one.places.headings for one in found), passing)
    fields = reduce(Rows.__and__, (one.places.fields for one in found), passing)
    every = reduce(Rows.__and__, (one.anywhere for one in found), passing)
    return headings, fields - headings, every - fields
