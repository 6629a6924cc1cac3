"""The date on which a document was formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from app.domain.numerals import SIGNS, chinese_number

_DATE = (
    r"(?:(?<!\d)(?P<y1>(?:19|20)\d\d)\s?年\s?(?P<m1>\d{1,2})\s?月\s?(?P<d1>\d{1,2})\s?日"
    r"|(?<!\d)(?P<y2>(?:19|20)\d\d)\s?(?P<sign>[-/.])\s?(?P<m2>\d{1,2})\s?(?P=sign)\s?(?P<d2>\d{1,2})(?!\d)"
    rf"|(?P<y3>[{SIGNS}]{{4}})年(?P<m3>[{SIGNS}]{{1,2}})月(?P<d3>[{SIGNS}]{{1,3}})日)"
)
_ANYWHERE = re.compile(_DATE)
_PUBLISHED = re.compile(rf"{_DATE}\s*发\s*布")
# The line below the name of the body; in brackets below the title where a meeting decided.
_ALONE = re.compile(rf"[（(]?\s*{_DATE}\s*(?:通过|印发)?\s*[）)]?")
_LABELLED = re.compile(
    r"(?:成文日期|发布日期|发布时间|印发日期|发文日期|签订日期|签署日期|发证日期|颁发日期|会议时间|时间|日期)"
    rf"\s*[:：]?\s*{_DATE}"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def find_dates(text: str) -> list[date]:
    """The days that a text names, in its order; 2月30日 is none."""
    return list(_dates(_ANYWHERE, text))


def formed_on(name: str, lines: list[str]) -> date | None:
    """The day on which a document was formed, from its lines; else the one in the file's name.

    The lines name it as the day of issue, alone in a line, or behind a word such as 发布日期.
    """
    for pattern in (_PUBLISHED, _ALONE, _LABELLED):
        for line in lines:
            match = pattern.fullmatch(line) if pattern is _ALONE else pattern.search(line)
            day = _day(match) if match else None
            if day is not None:
                return day
    return next(iter([*find_dates(name), *_compact(name)]), None)


def _compact(name: str) -> Iterator[date]:
    for match in _COMPACT.finditer(name):
        with suppress(ValueError):
            yield date(*(int(part) for part in match.groups()))


def _dates(pattern: re.Pattern[str], text: str) -> Iterator[date]:
    for match in pattern.finditer(text):
        day = _day(match)
        if day is not None:
            yield day


def _day(match: re.Match[str]) -> date | None:
    for form in "123":
        if match[f"y{form}"]:
            parts = [match[f"{part}{form}"] for part in "ymd"]
            numbers = [chinese_number(part) if form == "3" else int(part) for part in parts]
            with suppress(ValueError, TypeError):
                year, month, day = numbers
                return date(year, month, day)  # type: ignore[arg-type]  # None is a TypeError
    return None
