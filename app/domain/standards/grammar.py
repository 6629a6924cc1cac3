"""The six forms of standard numbers as patterns over texts made plain (see `plain`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.regions import REGIONS
from app.domain.standards.codes import INDUSTRIES, NATIONAL
from app.domain.standards.number import Level, Standard, force_of

# Marks of footnotes, which NFKC would glue to the number as digits.
_FOOTNOTES = re.compile("[⁰¹²³⁴-⁹₀-₉①-⒛⓪-⓿❶-➓]")
_DASHES = re.compile("[‐‑‒–—―−]")
_SLASHES = re.compile("[∕⁄⧸╱]")

_APART = r"[\s_]{0,3}"
_NUMBER = r"(?P<number>\d{1,6}(?:\.\d{1,4}){0,3})(?!\d|\.\d)"
_YEAR = r"(?:\s?[-:]{1,2}\s?(?P<year>(?:19|20)\d\d(?!\d)|[5-9]\d(?!\d|[-.]\d)))?"
# The letter of a recommended standard or a guide; names of files can't have the slash.
_MARK = r"(?:(?:\s?[/_]\s?|[-\s]?)(?P<mark>[TZ])(?![A-Z]))?"
# Not inside a word; another standard may stand before it, as in GB/T 19001-2016/ISO 9001:2015.
_START = r"(?<![A-Z0-9])(?<![TQ]/)"

# The code stands apart from the number; DB331234-2020 is read only with the code of a province.
_PROVINCES = "|".join(REGIONS)
_LOCAL_PREFIX = (
    rf"DB[SJ]?(?:\s?\d\d(?:\d\d)?(?:\s?[/_]\s?[TZ]?|[-\s]?[TZ]|(?=[\s_、,;和及与]))"
    rf"|(?:{_PROVINCES})(?=\d))(?![A-Z])"
)
_LOCAL_PART = re.compile(
    r"(?P<kind>DB[SJ]?)\s?(?P<code>\d{2,4})(?:[\s/_-]*(?P<mark>[TZ]))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing numbers: what finds it and what makes the standard of a match."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Standard]


def plain(text: str) -> str:
    """The text in NFKC with plain dashes and slashes and without the marks of footnotes."""
    # Far quicker than str.translate, which looks at every sign of a long text.
    normal = unicodedata.normalize("NFKC", _FOOTNOTES.sub(" ", text))
    return _SLASHES.sub("/", _DASHES.sub("-", normal))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _year(match: re.Match[str]) -> int | None:
    """The year; those of two digits are of the last century (GB 2312-80)."""
    year = match["year"]
    if year is None:
        return None
    return int(year) + 1900 if len(year) == 2 else int(year)


def _prefix(match: re.Match[str], name: str = "prefix") -> tuple[str, str]:
    """The prefix with its letter, and the letter alone."""
    mark = (match["mark"] or "").upper()
    prefix = match[name].upper()
    return (f"{prefix}/{mark}" if mark else prefix), mark


def _local(match: re.Match[str]) -> Standard:
    prefixes, regions, mark = [], [], ""
    for part in _LOCAL_PART.finditer(match["prefixes"]):
        mark = (part["mark"] or "").upper()
        prefix = f"{part['kind'].upper()}{part['code']}"
        prefixes.append(f"{prefix}/{mark}" if mark else prefix)
        regions.append(part["code"][:2])
    return Standard(
        level=Level.LOCAL,
        prefixes=tuple(dict.fromkeys(prefixes)),
        number=match["number"],
        year=_year(match),
        force=force_of(mark),
        known=all(region in REGIONS for region in regions),
        regions=tuple(dict.fromkeys(regions)),
    )


def _national(match: re.Match[str]) -> Standard:
    prefix, mark = _prefix(match)
    number = (match["class"] or "") + match["number"]
    return Standard(Level.NATIONAL, (prefix,), number, _year(match), force_of(mark))


def _group(match: re.Match[str]) -> Standard:
    return Standard(
        Level.GROUP, (f"T/{match['code'].upper()}",), match["number"].upper(), _year(match)
    )


def _enterprise(match: re.Match[str]) -> Standard:
    code = " ".join(match["code"].upper().split())
    return Standard(Level.ENTERPRISE, (f"Q/{code}",), match["number"], _year(match))


def _international(match: re.Match[str]) -> Standard:
    prefix = re.sub(r"\s?[/_]\s?", "/", match["prefix"].upper())
    kind = match["kind"]
    if kind is not None:
        # The first slash stands before the kind: ISO/TR, but ISO/IEC TR.
        kind = "Guide" if kind.upper() == "GUIDE" else kind.upper()
        prefix += (" " if "/" in prefix else "/") + kind
    return Standard(Level.INTERNATIONAL, (prefix,), match["number"], _year(match))


def _telecommunication(match: re.Match[str]) -> Standard:
    return Standard(
        Level.INTERNATIONAL,
        (f"ITU-{match['sector'].upper()}",),
        match["number"].upper(),
        _year(match),
    )


def _industry(match: re.Match[str]) -> Standard:
    prefix, mark = _prefix(match)
    first = prefix.split("/", maxsplit=1)[0]
    number = (match["class"] or "").upper() + match["number"]
    return Standard(
        Level.INDUSTRY, (prefix,), number, _year(match), force_of(mark), first in INDUSTRIES
    )


_LONG_INDUSTRIES = "|".join(sorted(code for code in INDUSTRIES if len(code) > 2))

# In the order in which they are tried.
FORMS = (
    Form(
        _pattern(
            rf"{_START}(?P<prefixes>(?>{_LOCAL_PREFIX}(?:[\s、,;和及与]{{1,3}}{_LOCAL_PREFIX}){{0,30}}))"
            rf"{_APART}{_NUMBER}{_YEAR}"
        ),
        _local,
    ),
    Form(
        _pattern(
            rf"{_START}(?P<prefix>{'|'.join(NATIONAL)}){_MARK}(?:{_APART}|-)"
            rf"(?P<class>(?<=GSB\s)\d\d-)?{_NUMBER}{_YEAR}"
        ),
        _national,
    ),
    Form(
        _pattern(
            rf"(?<![A-Z0-9/])(?<![A-Z]_)T\s?[/_]\s?"
            rf"(?P<code>(?=\d*[A-Z])[A-Z0-9]{{2,12}}(?=[\s_]{{1,3}}[A-Z]?\d)|[A-Z]{{2,12}})"
            rf"{_APART}(?P<number>[A-Z]?\d{{1,6}}(?:\.\d{{1,4}}){{0,3}})(?!\d|\.\d){_YEAR}"
        ),
        _group,
    ),
    Form(
        _pattern(
            rf"(?<![A-Z0-9/])(?<![A-Z]_)Q\s?[/_]\s?"
            rf"(?P<code>(?=\d*[A-Z])[A-Z0-9]{{2,12}}(?:\s[A-Z]{{1,4}})?(?=[\s_])"
            rf"|\d{{2,6}}\s?[A-Z]{{1,8}}|[A-Z]{{2,12}})"
            rf"{_APART}{_NUMBER}{_YEAR}"
        ),
        _enterprise,
    ),
    Form(
        _pattern(
            rf"(?<![A-Z0-9])(?P<prefix>ISO\s?[/_]\s?IEC(?:\s?/\s?IEEE)?|IEC/IEEE|ISO|IEC)"
            rf"(?:(?:\s?[/_]\s?|\s?)(?P<kind>TS|TR|PAS|Guide|IWA))?(?:{_APART}|-)"
            rf"(?P<number>\d{{1,6}}(?:-\d{{1,3}}(?!\d)|-\d{{4}}(?=:))*)(?!\d|\.\d){_YEAR}"
        ),
        _international,
    ),
    Form(
        _pattern(
            rf"(?<![A-Z0-9])ITU-(?P<sector>[TR])\s?(?:Rec\.?\s?)?"
            rf"(?P<number>[A-Z]{{1,3}}\.\d{{1,5}}(?:\.\d{{1,3}})*)(?!\d|\.\d){_YEAR}"
        ),
        _telecommunication,
    ),
    Form(
        _pattern(
            rf"{_START}(?P<prefix>NB/SH|{_LONG_INDUSTRIES}|[A-Z]{{2}}){_MARK}(?:{_APART}|-)"
            rf"(?P<class>(?:(?<=JTG\s)|(?<=JTG/T\s))[A-Z])?{_NUMBER}{_YEAR}"
        ),
        _industry,
    ),
)
