"""Texts as they are compared: full-width signs and capitals made plain, sign by sign."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeAlias

# Start and end of a found piece.
Span: TypeAlias = tuple[int, int]


@cache
def _fold_sign(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).casefold()


def fold(text: str) -> str:
    """NFKC and casefold; each sign by itself, so that places in the text can be found again."""
    if unicodedata.is_normalized("NFKC", text):
        return text.casefold()  # which looks at each sign by itself: several times as quick
    return "".join(map(_fold_sign, text))


@dataclass(frozen=True)
class Folded:
    """A text with its folded form, both as they are."""

    text: str
    folded: str

    def first(self, word: str) -> int | None:
        """Where a folded word stands first."""
        start = self.folded.find(word)
        return None if start < 0 else self._place(start)

    def spans(self, word: str) -> list[Span]:
        """Where a folded word stands in the text."""
        found = []
        start = self.folded.find(word)
        while start >= 0:
            end = start + len(word)
            found.append((self._place(start), self._place(end - 1) + 1))
            start = self.folded.find(word, end)
        return found

    def _place(self, place: int) -> int:
        """The sign of the text from which a sign of the folded text comes."""
        return self._origins[place] if self._origins else place

    @cached_property
    def _origins(self) -> Sequence[int]:
        """For each folded sign the place it comes from; empty where they are the same."""
        if len(self.text) == len(self.folded):
            return ()
        return [place for place, sign in enumerate(self.text) for _ in _fold_sign(sign)]


def folded(text: str) -> Folded:
    return Folded(text, fold(text))


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap as one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
