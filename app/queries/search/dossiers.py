"""The dossiers as the search compares them: their fields folded, one list for each kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, cast

from app.queries.library.folding import Folded
from app.queries.library.initials import Initials
from app.queries.search.dossier import Dossier

# Rows of `Dossiers`, from 0.
Rows = frozenset[int]


class Places(NamedTuple):
    """The dossiers in which a word stands: in title or number, and in any of the fields."""

    headings: Rows
    fields: Rows


class Dossiers:
    """A state of all dossiers, by number; never changed, so that any thread may read it."""

    def __init__(self, rows: Sequence[Dossier]) -> None:
        self.rows = rows
        self.all: Rows = frozenset(range(len(rows)))
        self._headings = [one.heading for one in rows]
        self._rests = [one.rest for one in rows]

    def changed(self, ids: Collection[str], rows: Iterable[Dossier]) -> Dossiers:
        """The state in which the dossiers with these ids are these rows, or are gone."""
        every = [*(one for one in self.rows if one.id not in ids), *rows]
        made = Dossiers(sorted(every, key=lambda one: one.key))
        if made._signs <= self._signs:
            # No sign whose pinyin is not known yet: the dictionary need not be asked again.
            made._signs, made.initials = self._signs, self.initials
        return made

    @cached_property
    def _signs(self) -> frozenset[str]:
        """All signs of the fields; initials look at those that folding leaves as they are."""
        return frozenset("".join(self._headings)) | frozenset("".join(self._rests))

    @cached_property
    def initials(self) -> Initials:
        signs = "".join(self._signs)
        return Initials([Folded(signs, signs)])

    @cached_property
    def _of_file(self) -> dict[str, int]:
        """The dossier that holds a file, by its SHA-256; the last of several."""
        return {sha256: number for number, row in enumerate(self.rows) for _, sha256 in row.files}

    @cached_property
    def _shared(self) -> dict[str, list[int]]:
        """The dossiers of the few files that several hold."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            for _, sha256 in row.files:
                if self._of_file[sha256] != number:
                    found[sha256].append(number)
        return dict(found)

    def with_word(self, word: str) -> Places:
        """Where a folded word stands."""
        headings = frozenset(at for at, text in enumerate(self._headings) if word in text)
        rests = frozenset(at for at, text in enumerate(self._rests) if word in text)
        return Places(headings, headings | rests)

    def with_initials(self, pattern: re.Pattern[str]) -> Places:
        """Where it stands what is meant by initials; see Initials."""
        search = pattern.search
        headings = frozenset(at for at, row in enumerate(self.rows) if search(row.title))
        rests = frozenset(at for at, text in enumerate(self._rests) if search(text))
        return Places(headings, headings | rests)

    def with_files(self, hashes: frozenset[str]) -> Rows:
        """The dossiers that hold one of these files, in force."""
        found = set(map(self._of_file.get, hashes))
        for sha256 in self._shared.keys() & hashes:
            found.update(self._shared[sha256])
        found.discard(None)
        return cast("Rows", frozenset(found))
