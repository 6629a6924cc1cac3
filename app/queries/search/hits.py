"""What was found as it is shown: the dossier, and what surrounds the finding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.queries.library.folding import Span, folded, merged
from app.queries.library.initials import spans_of
from app.queries.library.search import Marked
from app.queries.search.dossier import Dossier
from app.queries.search.index import TextIndex
from app.queries.search.tokens import pattern

# Signs that surround what was found, before and after.
_BEFORE, _AFTER = 24, 96
# A folded word, or what finds it by its initials.
Word: TypeAlias = str | re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EvidenceHit:
    """A dossier that was found; `file` names the file in whose text, "" for the fields."""

    id: str
    number: str
    heading: Marked
    file: str
    surroundings: Marked


@dataclass(frozen=True, slots=True)
class Showing:
    """What is looked for; `inside` are the hashes of the files in whose text a word stands."""

    index: TextIndex
    words: Sequence[Word]
    inside: Mapping[str, frozenset[str]]

    def hit(self, row: Dossier) -> EvidenceHit:
        """A dossier that was found; the text of its files is read only where it is needed."""
        file, surroundings = self._surroundings(row)
        return EvidenceHit(row.id, row.number, self._marked(row.title), file, surroundings)

    def _surroundings(self, row: Dossier) -> tuple[str, Marked]:
        """Where it was found: the text of a file, else the first field that holds a word."""
        plain = [word for word in self.words if isinstance(word, str)]
        only_inside = [word for word in plain if word not in row.heading and word not in row.rest]
        for name, sha256 in row.files:
            if any(sha256 in self.inside[word] for word in only_inside):
                return name, _around(self.index.text(sha256), only_inside, plain)
        for text in row.fields:
            marked = self._marked(text)
            if marked.spans:
                return "", marked
        return "", Marked("", ())

    def _marked(self, text: str) -> Marked:
        compared = folded(text)
        spans: list[Span] = []
        for word in self.words:
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
