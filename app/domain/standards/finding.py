"""Numbers of standards in running text, and a number by itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.domain.standards.codes import FILM_SPEEDS
from app.domain.standards.grammar import FORMS, plain
from app.domain.standards.number import Force, Level, Standard

# What stands between the numbers of one regional standard.
_BETWEEN = re.compile(r"[\s、,;/和及与]{0,4}")
# After an undated number these make it a count or a date: ISO 2023年会, GB/T 100项.
_COUNTED = re.compile(
    r"\s?(?:年|月|日|项|个|家|名|位|人|次|届|件|种|份|条|元|万|亿|%|余|多)|[A-Z]", re.IGNORECASE
)
_UNDATED_GROUP = re.compile(r"T/[A-Z]{3,8} \d{1,5}(?:\.\d+)?")
# Written small in a number that is otherwise in capitals.
_WORDS = re.compile(r"Guide|Rec\.?")
_MORE = re.compile(r"\s?-\s?\d")
_FIGURE_BEFORE = re.compile(r"\d[ \u00a0]{0,2}$")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
# A number whose prefix is of none of the six forms: ASTM D638-14, IEEE 802.3-2018.
_OTHER = re.compile(
    r"(?P<prefix>[A-Z]{2,10}(?:/[A-Z]{1,10})*)\s?"
    r"(?P<number>[A-Z]?\d{1,6}(?:[.-]\d{1,4}){0,3}?[A-Z]?)(?:[-:](?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    start: int
    end: int
    standard: Standard


def parse_standard(text: str) -> Standard | None:
    """The standard that a text names and nothing else; None where it is no number of one.

    A prefix on no list is taken too, with `known` False.
    """
    number = " ".join(plain(text).split())
    for form in FORMS:
        match = form.pattern.fullmatch(number)
        if match is not None:
            return form.build(match)
    for found in _found(number):
        if (found.start, found.end) == (0, len(number)):
            return found.standard
    other = _OTHER.fullmatch(number)
    if other is None:
        return None
    year = int(other["year"]) if other["year"] else None
    return Standard(
        Level.OTHER, (other["prefix"].upper(),), other["number"].upper(), year, known=False
    )


def normalize_standard(text: str) -> str:
    """The number in its form; a text that is none comes back only trimmed."""
    standard = parse_standard(text)
    return text.strip() if standard is None else standard.designation


def find_standards(text: str) -> tuple[Standard, ...]:
    """The standards that a running text names, each once, in the order of the text.

    Only what can hardly be anything else is taken: 16 GB 2023 is none. The numbers of a regional
    standard that stand side by side are one.
    """
    return tuple(dict.fromkeys(found.standard for found in _found(plain(text))))


def leading_standard(text: str) -> tuple[Standard, int] | None:
    """The standard that a text begins with, and where its number ends; None where it doesn't."""
    for found in _found(plain(text))[:1]:
        # Signs that become several in NFKC move the places; then the number is not at a place.
        if found.start == 0 and len(plain(text)) == len(text):
            return found.standard, found.end
    return None


def _found(text: str) -> list[_Found]:
    """What a plain text names, in its order, with places."""
    found: list[_Found] = []
    taken = bytearray(len(text))
    for form in FORMS:
        of_form = []
        for match in form.pattern.finditer(text):
            start, end = match.span()
            # What an earlier form took is no part of another's number.
            if taken.find(1, start, end) < 0:
                standard = form.build(match)
                if _is_plausible(standard, match):
                    of_form.append(_Found(start, end, standard))
        for start, end, _ in of_form:
            taken[start:end] = b"\x01" * (end - start)
        found += of_form
    return _joined(sorted(found, key=lambda one: one.start), text)


def _joined(found: list[_Found], text: str) -> list[_Found]:
    """Neighbours that are one regional standard as one."""
    result: list[_Found] = []
    for one in found:
        last = result[-1] if result else None
        if (
            last is not None
            and one.standard.level is last.standard.level is Level.LOCAL
            and (one.standard.number, one.standard.year)
            == (last.standard.number, last.standard.year)
            and _BETWEEN.fullmatch(text, last.end, one.start)
        ):
            both = together(last.standard, one.standard)
            result[-1] = _Found(last.start, one.end, both)
        else:
            result.append(one)
    return result


def together(first: Standard, other: Standard) -> Standard:
    """One regional standard of two local ones with the same number."""
    return Standard(
        level=first.level,
        prefixes=tuple(sorted({*first.prefixes, *other.prefixes})),
        number=first.number,
        year=other.year if first.year is None else first.year,
        force=first.force,
        known=first.known and other.known,
        regions=tuple(sorted({*first.regions, *other.regions})),
    )


def _is_plausible(standard: Standard, match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    written = _WORDS.sub("", match[0])
    dated = standard.year is not None
    # Without its slash the letter says nothing by itself: GMT 0800.
    marked = standard.force in (Force.RECOMMENDED, Force.GUIDE) and (
        dated or any(sign in written for sign in "/_")
    )
    if written != written.upper() and not (marked and dated):
        return False
    if not dated and (_COUNTED.match(text, end) or (not marked and _MORE.match(text, end))):
        return False
    match standard.level:
        case Level.NATIONAL:
            return marked or _is_plain_national(standard, text[max(start - 4, 0) : start], written)
        case Level.INDUSTRY:
            if not standard.known:
                return marked and dated and "/" in written
            return marked or (dated and not _YEAR_LIKE.fullmatch(standard.number))
        case Level.LOCAL:
            return dated or marked
        case Level.GROUP:
            return dated or _UNDATED_GROUP.fullmatch(standard.designation) is not None
        case Level.ENTERPRISE:
            return dated
        case _:
            return dated or standard.number not in FILM_SPEEDS


def _is_plain_national(standard: Standard, before: str, written: str) -> bool:
    """Whether GB without /T is a standard and no size: 16 GB 2023, GB 1024."""
    number = standard.number
    if standard.year is not None:
        return not (_FIGURE_BEFORE.search(before) and _YEAR_LIKE.fullmatch(number))
    if standard.prefixes != ("GB",):
        return "/" not in standard.prefixes[0] and len(number) > 1
    whole = number.split(".")[0]
    is_power = int(whole) & (int(whole) - 1) == 0
    return (
        len(whole) >= 4
        and not is_power
        and not _YEAR_LIKE.fullmatch(whole)
        and not _FIGURE_BEFORE.search(before)
        and "\n" not in written
    )
