"""Numbers of headings and lists, which Word counts itself: 一、（一）1.（1）, I. A. 1. (1)."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from app import texts
from app.domain.vocabulary import Language
from app.reports.docx.markup import Element, child
from app.reports.outcome import ROLES
from app.reports.styles import styles

# Kinds of counting and what stands around the number, by level.
_LEVELS: dict[Language, tuple[tuple[str, str], ...]] = {
    "zh": (
        ("chineseCounting", "%1、"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "（%4）"),
    ),
    "en": (
        ("upperRoman", "%1."),
        ("upperLetter", "%2."),
        ("decimal", "%3."),
        ("decimal", "(%4)"),
    ),
}
# Ids of the definitions that are not in python-docx's template.
_HEADINGS, _ITEMS, _ANNEXES = 901, 902, 903


class Numbering:
    """Adds the definitions to a document, and lists that begin at 1."""

    def __init__(self, document: Any, language: Language) -> None:
        self._root: Element = document.part.numbering_part.element
        for old in list(self._root):
            self._root.remove(old)
        levels = _LEVELS[language]
        headings = self._definition(_HEADINGS, "multilevel")
        for number, (kind, text) in enumerate(levels):
            _level(headings, number, kind, text, f"Heading{number + 1}")
        items = self._definition(_ITEMS, "singleLevel")
        _level(items, 0, "decimal", "%1.")
        # As far in as the first line of the text, two characters.
        size = styles(language, ROLES).body.size
        child(child(items[-1], "w:pPr"), "w:ind", left=0, firstLine=round(40 * size))
        annexes = self._definition(_ANNEXES, "singleLevel")
        annex = texts.text("report.heading.annex", language, number="%1")
        _level(annexes, 0, "decimal", annex, "AnnexNumber", blank="nothing")
        self._next = 1
        # The list that the headings count, for texts that count on below them.
        self.headings = self._number_style(
            document, _HEADINGS, [f"Heading{n + 1}" for n in range(len(levels))]
        )
        self._number_style(document, _ANNEXES, ["AnnexNumber"])

    def items(self) -> int:
        """A list of its own that begins at 1; returns its id."""
        number = self._list(_ITEMS)
        begin = child(self._root[-1], "w:lvlOverride", ilvl=0)
        child(begin, "w:startOverride", val=1)
        return number

    def _definition(self, number: int, kind: str) -> Element:
        made = child(self._root, "w:abstractNum", abstractNumId=number)
        child(made, "w:multiLevelType", val=kind)
        return made

    def _list(self, definition: int) -> int:
        number = self._next
        self._next += 1
        made = child(self._root, "w:num", numId=number)
        child(made, "w:abstractNumId", val=definition)
        return number

    def _number_style(self, document: Any, definition: int, keys: list[str]) -> int:
        number = self._list(definition)
        for level, key in enumerate(keys):
            (style,) = (one.element for one in document.styles if one.style_id == key)
            told = style.find(qn("w:pPr"))
            # Its place in the schema is behind widow control.
            told.find(qn("w:widowControl")).addnext(numbered(told, number, level))
        return number


def numbered(told: Element, number: int, level: int = 0) -> Element:
    """Make a paragraph, or all of a style, an item of a list."""
    made = child(told, "w:numPr")
    if level:
        child(made, "w:ilvl", val=level)
    child(made, "w:numId", val=number)
    return made


def indented(told: Element, language: Language) -> None:
    """Indent a numbered text as one without a number is: a list would take that away."""
    size = styles(language, ROLES).body.size
    made = child(told, "w:ind", left=0, firstLine=round(40 * size))
    made.set(qn("w:firstLineChars"), "200")


def _level(
    definition: Element, number: int, kind: str, text: str, style: str = "", blank: str = ""
) -> None:
    made = child(definition, "w:lvl", ilvl=number)
    child(made, "w:start", val=1)
    child(made, "w:numFmt", val=kind)
    if style:
        child(made, "w:pStyle", val=style)
    full_width = text.endswith(("、", "）"))
    child(made, "w:suff", val=blank or ("nothing" if full_width else "space"))
    child(made, "w:lvlText", val=text)
    child(made, "w:lvlJc", val="left")
