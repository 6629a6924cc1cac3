"""The requirement that the names of folders and file propose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.numerals import SIGNS, chinese_number

_ID = re.compile(r"N29-(?P<article>[1-8])\.(?P<item>\d{2})(?!\d)", re.IGNORECASE)
_OWN_ID = re.compile(r"(?<![A-Z0-9])X-(?P<item>\d{2,4})(?!\d)")
# 2.07 团体标准, 2.07-01 名称.pdf (as the program hands files over), 2.7团体标准; not 2.07.2023.
_NUMBER = re.compile(r"(?:N29[-_ ])?(?P<article>[1-8])[.．](?P<item>\d{1,2})(?![\d.．年月日万亿%])")
_ARTICLE = re.compile(rf"(?:第(?P<one>[{SIGNS}]{{1,3}})条|(?P<other>[{SIGNS}]{{1,3}})\s?[、.．])")
_ITEM = re.compile(rf"[（(](?P<item>[{SIGNS}]{{1,3}}|\d{{1,2}})[）)]")
# The title of a file without the number that proposed the requirement.
_LEADING = re.compile(
    r"(?:N29[-_ ]?)?[1-8][.．]\d{1,2}(?:[-_]\d{1,4})?(?![\d.．年月日万亿%])[\s_\-、.]*",
    re.IGNORECASE,
)
LAST_ARTICLE = 8


def requirement_id(parts: Sequence[str]) -> str:
    """N29-2.07 from 2.07 …, 二、…/（七）…, 第二条/（七）… or N29-2.07; X-01 as it is; else "".

    The innermost name that says it counts. Whether there is such a requirement is not asked.
    """
    item = None
    for part in reversed(parts):
        found = _written(part)
        if found:
            return found
        if item is None:
            match = _ITEM.match(part.strip())
            item = _number(match["item"]) if match else None
        article = _article(part)
        if article is not None:
            # 二、…（七）: both in one name.
            inside = _ITEM.search(part)
            item = item if item is not None or inside is None else _number(inside["item"])
            return f"N29-{article}.{item:02d}" if item else ""
    return ""


def without_number(stem: str) -> str:
    """The name of a file without the requirement's number at its beginning."""
    return _LEADING.sub("", stem, count=1) if _LEADING.match(stem) else stem


def _written(part: str) -> str:
    match = _ID.search(part) or _NUMBER.match(part.strip())
    if match and int(match["item"]):
        return f"N29-{match['article']}.{int(match['item']):02d}"
    own = _OWN_ID.search(part)
    return f"X-{own['item']}" if own and int(own["item"]) else ""


def _article(part: str) -> int | None:
    match = _ARTICLE.match(part.strip())
    number = chinese_number(match["one"] or match["other"]) if match else None
    return number if number and number <= LAST_ARTICLE else None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)
