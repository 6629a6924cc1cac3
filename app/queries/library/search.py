"""Full-text search over the library in Chinese and English, and by pinyin initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.catalog.library import Wording
from app.domain.vocabulary import LANGUAGES, Language
from app.queries.library.entries import Entry, EntryKind
from app.queries.library.folding import Folded, Span, fold, folded, merged
from app.queries.library.initials import Initials, spans_of

# Signs that surround what was found, before and after.
_BEFORE, _AFTER = 24, 96
MOST_HITS = 100

_Word: TypeAlias = str | re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the pieces that were found in it."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: its heading and the text around the first finding."""

    id: str
    kind: EntryKind
    document: str
    wording: Wording
    heading: Marked
    surroundings: Marked


@dataclass(frozen=True, slots=True)
class _Page:
    """An entry in one language, ready to be searched."""

    heading: Folded
    body: Folded


@dataclass(frozen=True, slots=True)
class _Indexed:
    entry: Entry
    id: str
    pages: dict[Language, _Page]


class Index:
    """The entries, prepared once; each search then takes a few milliseconds."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._rows = [
            _Indexed(
                entry,
                fold(entry.id),
                {
                    language: _Page(
                        folded(entry.heading.in_(language)), folded(entry.body.in_(language))
                    )
                    for language in LANGUAGES
                },
            )
            for entry in entries
        ]
        self._initials = Initials(
            text for row in self._rows for text in (row.pages["zh"].heading, row.pages["zh"].body)
        )

    def prepare(self) -> None:
        """Learn the pinyin initials now, so that the first search by them need not wait."""
        self._initials.prepare()

    def search(self, query: str, language: Language, limit: int = MOST_HITS) -> list[Hit]:
        """The entries in which all words of the query stand, best first.

        Found in the heading or by id comes first, then the order of the documents. Shown in the
        reader's language where all words stand there, else in the other. Letters that stand
        nowhere are taken as pinyin initials.
        """
        words = [self._word(word) for word in fold(query).split()]
        if not words:
            return []
        order: tuple[Language, ...] = (language, *(one for one in LANGUAGES if one != language))
        ranked: list[tuple[int, _Indexed, Language]] = []
        for row in self._rows:
            for shown in order:
                rank = _rank(row, row.pages[shown], words)
                if rank is not None:
                    ranked.append((rank, row, shown))
                    break
        ranked.sort(key=lambda found: found[0])
        return [_hit(row, shown, words) for _, row, shown in ranked[:limit]]

    def _word(self, word: str) -> _Word:
        if any(_stands(word, row) for row in self._rows):
            return word
        return self._initials.pattern(word) or word


def _stands(word: str, row: _Indexed) -> bool:
    return word in row.id or any(
        word in page.heading.folded or word in page.body.folded for page in row.pages.values()
    )


def _rank(row: _Indexed, page: _Page, words: Sequence[_Word]) -> int | None:
    """0 for all words in heading or id, 1 for some in the body; None where one is missing."""
    rank = 0
    for word in words:
        if isinstance(word, str):
            if word in row.id or word in page.heading.folded:
                continue
            if word not in page.body.folded:
                return None
        else:
            if word.search(page.heading.text):
                continue
            if not word.search(page.body.text):
                return None
        rank = 1
    return rank


def _hit(row: _Indexed, language: Language, words: Sequence[_Word]) -> Hit:
    page = row.pages[language]
    return Hit(
        id=row.entry.id,
        kind=row.entry.kind,
        document=row.entry.document,
        wording=row.entry.wording,
        heading=Marked(page.heading.text, _spans(page.heading, words)),
        surroundings=_surroundings(page.body, words),
    )


def _spans(text: Folded, words: Sequence[_Word]) -> tuple[Span, ...]:
    return merged(
        [
            span
            for word in words
            for span in (text.spans(word) if isinstance(word, str) else spans_of(word, text))
        ]
    )


def _surroundings(body: Folded, words: Sequence[_Word]) -> Marked:
    """The text around the first finding on one line; its beginning where nothing was found."""
    places = [place for word in words if (place := _first(body, word)) is not None]
    first = min(places, default=0)
    start, end = max(first - _BEFORE, 0), min(first + _AFTER, len(body.text))
    head, tail = "…" if start else "", "…" if end < len(body.text) else ""
    shown = folded(head + body.text[start:end].replace("\n", " ") + tail)
    return Marked(shown.text, _spans(shown, words))


def _first(text: Folded, word: _Word) -> int | None:
    if isinstance(word, str):
        return text.first(word)
    match = word.search(text.text)
    return match.start() if match else None
