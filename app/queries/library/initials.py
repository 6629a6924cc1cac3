"""Pinyin initials: ttbz for 团体标准. A sign with several readings is found by each of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from app.queries.library.folding import Folded, Span

_HAN = re.compile("[\u4e00-\u9fff]")
_INITIALS = re.compile("[a-z]{2,}")


class Initials:
    """The initials of all Han characters of some texts; found out at the first search by them."""

    def __init__(self, texts: Iterable[Folded]) -> None:
        self._texts = tuple(texts)

    def prepare(self) -> None:
        """Find the initials out now."""
        self._classes  # noqa: B018

    def pattern(self, word: str) -> re.Pattern[str] | None:
        """What finds a word by its initials; None where the word can't be initials."""
        if not _INITIALS.fullmatch(word) or any(letter not in self._classes for letter in word):
            return None
        return re.compile("".join(self._classes[letter] for letter in word))

    @cached_property
    def _classes(self) -> dict[str, str]:
        """For each letter the characters whose pinyin begins with it, as a character class."""
        from pypinyin import Style, pinyin

        signs: defaultdict[str, set[str]] = defaultdict(set)
        used = sorted({sign for text in self._texts for sign in _HAN.findall(text.text)})
        for sign in used:
            (readings,) = pinyin(sign, style=Style.FIRST_LETTER, heteronym=True)
            for letter in readings:
                signs[letter].add(sign)
        return {letter: f"[{''.join(sorted(group))}]" for letter, group in signs.items()}


def spans_of(pattern: re.Pattern[str], text: Folded) -> list[Span]:
    """Where the initials stand in a text."""
    return [match.span() for match in pattern.finditer(text.text)]
