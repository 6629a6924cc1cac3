"""Which sheets a workbook has, in which order and under which names: those of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app import texts
from app.domain.report_sections import Section
from app.domain.score_sheet import IDS_SHEET
from app.reports.model import Report

# What is there whatever the template says: the region's data, and what experts work on.
ALWAYS = ("overview", "scores")
# The sections that a sheet shows; it stands where the first of them does that the report has.
SHOWS: Mapping[str, tuple[Section, ...]] = {
    "overview": (),
    "scores": (Section.ANNEX_SCORES,),
    "indicators": (Section.INDICATORS,),
    "charts": (Section.INDICATORS, Section.CHANGES),
    "practices": (Section.PRACTICES,),
    "problems": (Section.PROBLEMS, Section.NEXT_STEPS, Section.ANNEX_GAPS),
    "register": (Section.ANNEX_EVIDENCE,),
    "standards": (Section.ANNEX_STANDARDS,),
    "plan": (Section.ANNEX_PLAN,),
    "comparison": (Section.ANNEX_COMPARISON,),
    "retired": (Section.ANNEX_RETIRED,),
}

# What Excel takes for a name: no such signs, no more characters, and not its own word.
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31
_RESERVED = "history"


def sheets(report: Report) -> tuple[str, ...]:
    """Keys of the sheets in their order."""
    places = [section.key for section in report.sections]

    def place(key: str) -> int:
        return next(places.index(one) for one in SHOWS[key] if one in places)

    shown = [key for key in SHOWS if key not in ALWAYS and any(map(report.has, SHOWS[key]))]
    return (*ALWAYS, *sorted(shown, key=place))


def titles(report: Report) -> dict[str, str]:
    """The usual titles of the sheets, or the template's where it renames the one section."""
    headings = {section.key: section.heading for section in report.sections}
    found: dict[str, str] = {}
    for key, sections in SHOWS.items():
        found[key] = texts.text(f"report.sheet.{key}", report.language)
        given = [one for one in sections if one in headings]
        if len(given) == 1 and key != "charts":
            heading = headings[given[0]]
            usual = texts.text(f"section.{given[0]}", report.language)
            found[key] = found[key] if heading == usual else heading
    return found


def names(report: Report) -> dict[str, str]:
    """The titles as names of sheets, each of them once."""
    found: dict[str, str] = {}
    taken = {IDS_SHEET, _RESERVED}
    for key, title in titles(report).items():
        usual = texts.text(f"report.sheet.{key}", report.language)
        found[key] = next(name for name in _candidates(title, usual) if name.lower() not in taken)
        taken.add(found[key].lower())
    return found


def _candidates(title: str, usual: str) -> Iterator[str]:
    name = _cut(_FORBIDDEN.sub("_", title), _LONGEST).strip(" '") or usual
    yield name
    number = 2
    while True:
        ending = f"_{number}"
        yield _cut(name, _LONGEST - len(ending)) + ending
        number += 1


def _cut(name: str, length: int) -> str:
    """Excel counts in units of UTF-16."""
    return name.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
