"""Texts as the index holds them: Han characters in overlapping pairs, other words as they are.

SQLite's own tokenizers take a run of Han characters for one word or find nothing shorter than
three. With pairs a word of two characters is one token, and a longer one a phrase. The last
character of a run stands by itself too, so that a single character is found as the beginning of a
token, wherever it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# A line ends in the middle of a word; between Han characters a space says nothing.
_BROKEN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
# Letters and figures are words of their own, so that GB/T19001 and GB/T 19001 are alike.
_WORDS = re.compile(rf"(?P<han>[{_HAN}]+)|\d+(?:\.\d+)*|[^\W\d_{_HAN}]+")
# The tokenizer that leaves our tokens as they are.
TOKENIZER = "unicode61 remove_diacritics 0 tokenchars ''.''"


def plain(text: str) -> str:
    """Full and half width alike, small letters, no breaks inside Han words."""
    return _BROKEN.sub("", unicodedata.normalize("NFKC", text).casefold())


def tokens(text: str) -> str:
    """The tokens of a text, apart by spaces."""
    return " ".join(_tokens(plain(text)))


def phrase(word: str) -> str:
    """What finds a word in FTS5; "" where nothing of it is looked for (—)."""
    found = list(_tokens(plain(word)))
    if not found:
        return ""
    last = found[-1]
    if _WORDS.fullmatch(last) and not re.match(f"[{_HAN}]", last):
        # A word in letters may be meant to go on.
        return f'"{" ".join(found)}" *'
    if len(found) > 1 and found[-2].endswith(last):
        # The single character behind the last pair: the run may go on in the text.
        return f'"{" ".join(found[:-1])}"'
    return f'"{" ".join(found)}" *'


def _tokens(text: str) -> Iterator[str]:
    for match in _WORDS.finditer(text):
        word = match[0]
        if match["han"] is None:
            yield word
        else:
            yield from (word[place : place + 2] for place in range(len(word)))


@lru_cache(maxsize=64)
def pattern(word: str) -> re.Pattern[str]:
    """What finds a word in the text as it was read: in any width, across ends of lines."""
    signs = [sign for sign in unicodedata.normalize("NFKC", word).casefold() if not sign.isspace()]
    return re.compile(r"\s*".join(map(_sign, signs)), re.IGNORECASE)


def _sign(sign: str) -> str:
    wide = ord(sign) + 0xFEE0
    if "!" <= sign <= "~":
        return f"[{re.escape(sign)}{chr(wide)}]"
    return re.escape(sign)
