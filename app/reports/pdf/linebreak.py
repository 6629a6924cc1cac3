"""Chinese line breaking (GB/T 15834): text into units that stay whole, units into lines.

No line begins with closing punctuation or ends with an opening bracket; numbers, Latin words,
standard numbers and document numbers are not split, unless one alone is wider than a line: then
behind a hyphen, where that is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.reports.fonts import Face
from app.reports.punctuation import BLANK_BEFORE, BLANK_BEHIND, NO_END, NO_START, SQUEEZE, squeezed

OPENING = re.escape(NO_END)
CLOSING = re.escape(NO_START)
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_WORD = rf"[-+±≤≥≈＜＞￥¥$№#]?[{_LETTER}]+(?:(?:[-–‑/.,:'’_@&+%#=~\\*×·]+|—(?=\d))[{_LETTER}]+)*"
_NUMBER = r"\d[\d.,]*(?:[—–~～-]\d[\d.,]*)?"
# A number and the measure it counts: 18个月, 3—5页, 第12条, 3.5亿元, 25.5 KB, 220 kV.
_MEASURES = (
    "平方公里|平方米|立方米|公里|公顷|千克|小时|分钟|周年|个月|[个项年月日号家件次条份类种批名位人元倍级"
    "分度天周吨米亩秒岁册篇章场期届所处县市区国省套台座组层轮户则部节员起例点页字]元?"
)
_SYMBOLS = "[KMG]?B|k?[mgVW]|[cm]m|kg|k?Wh|MW|Hz|℃"
_COUNT = rf"第?{_NUMBER}(?:[十百千万亿]*(?:{_MEASURES})|[十百千万亿]+| ?(?:{_SYMBOLS})(?![A-Za-z]))"
_DATE = r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日"
_STANDARD = r"[A-Z]{1,4}\d{0,6}(?:/[A-Z]+)* \d[\d.]*(?:[-—–:]\d{2,4})?"
_DOCUMENT = r"(?<=〔)\d{4}〕\d+号"
# What follows the last point of a file name: 年度报告.pdf.
_EXTENSION = rf"(?:(?<=\.)[A-Za-z][A-Za-z0-9]{{1,4}}(?![A-Za-z0-9])[{CLOSING}]*)?"
# A straight quotation mark clings to the word that it opens or closes.
_OPENS, _CLOSES = r"(?:(?<![^\s(（])[\"'](?=\S))?", rf"(?:[\"'](?![{_LETTER}]))?"
_WHOLE = rf"{_DOCUMENT}|{_DATE}|{_STANDARD}|{_COUNT}|{_WORD}|\S"
_UNIT = re.compile(
    rf"\s+|[{OPENING}]*{_OPENS}(?:{_WHOLE})[{CLOSING}]*{_CLOSES}[{CLOSING}]*{_EXTENSION}"
)

_SIGNS = BLANK_BEHIND | BLANK_BEFORE

# What a unit wider than a line is cut into: words behind their hyphens, as in market-developed,
# and where these are too wide, characters with the punctuation that clings to them.
_HYPHENED = re.compile(r"(?<=[a-z]{2}-)(?=[a-z]{2})")
_PIECE = re.compile(rf"[{OPENING}]*\S[{CLOSING}]*|\s")


@dataclass(frozen=True, slots=True)
class Ink:
    """What a run of text is set in, and the destination it links to, if any."""

    face: Face
    link: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one line in one ink; `width` at font size 1."""

    text: str
    ink: Ink
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line; `characters` counts all of it, `last` says that its paragraph ends here."""

    runs: tuple[Run, ...]
    width: float
    characters: int
    last: bool


# Text, width at size 1, ink; a unit of white space disappears at the end of a line.
Unit = tuple[str, float, Ink]


def units(text: str, ink: Ink, tracking: float = 0.0) -> list[Unit]:
    """Units of a run; `tracking` is added after every character, at size 1."""
    width = ink.face.width
    if not tracking:
        return [(unit, width(unit), ink) for unit in _UNIT.findall(text)]
    return [(unit, width(unit) + tracking * len(unit), ink) for unit in _UNIT.findall(text)]


def break_lines(
    paragraph: Sequence[Unit], first: float, other: float, tracking: float = 0.0
) -> list[SetLine]:
    """Lines of a paragraph; `first` and `other` are the widths there are, at size 1."""
    lines: list[SetLine] = []
    line: list[Unit] = []
    used = 0.0
    room = first
    for unit in _fitting(paragraph, min(first, other), tracking):
        text, width, ink = unit
        if line and text[0] in _SIGNS and _meet(line[-1], text[0], ink):
            width -= SQUEEZE
        # The blank of a closing sign may fall over the end of the line.
        least = used + width - (SQUEEZE if text[-1] in BLANK_BEHIND else 0.0)
        if least > room + 1e-6 and line:
            if text.isspace():
                continue
            kept = _last_allowed(line, text)
            line, rest = line[:kept], line[kept:]
            lines.append(_line(line, room, last=False))
            line, used, room = rest, _width(rest), other
            width = unit[1]
        if line or not text.isspace():
            line.append(unit)
            used += width
    if line or not lines:
        lines.append(_line(line, room, last=True))
    return lines


def _meet(before: Unit, sign: str, ink: Ink) -> bool:
    """Whether blank is squeezed out between a unit and the sign that follows it."""
    return before[2] is ink and squeezed(before[0][-1], sign)


def _width(line: Sequence[Unit]) -> float:
    """Width of units side by side."""
    squeezes = sum(_meet(one, two[0][0], two[2]) for one, two in pairwise(line))
    return sum(unit[1] for unit in line) - SQUEEZE * squeezes


def _last_allowed(line: list[Unit], following: str) -> int:
    """How many units of a full line may stay when `following` comes next.

    Units keep the rules within one font; this keeps them where the font changes.
    """
    for count in range(len(line), 0, -1):
        if following[0] not in NO_START and line[count - 1][0][-1] not in NO_END:
            return count
        following = line[count - 1][0]
    return len(line)


def _fitting(paragraph: Sequence[Unit], room: float, tracking: float) -> Sequence[Unit]:
    """The units, with those that are wider than a line cut as far as needed."""
    if all(width <= room for _, width, _ in paragraph):
        return paragraph
    fitting: list[Unit] = []
    for unit in paragraph:
        text, width, ink = unit
        if width <= room:
            fitting.append(unit)
        else:
            fitting += _cut(text, ink, room, tracking)
    return fitting


def _cut(text: str, ink: Ink, room: float, tracking: float) -> Iterator[Unit]:
    def wide(piece: str) -> float:
        return ink.face.width(piece) + tracking * len(piece)

    for word in _HYPHENED.split(text):
        pieces = [word] if wide(word) <= room else _PIECE.findall(word)
        for piece in pieces:
            ones = [piece] if wide(piece) <= room else piece
            yield from ((one, wide(one), ink) for one in ones)


def _line(line: list[Unit], room: float, last: bool) -> SetLine:
    while line and line[-1][0].isspace():
        line.pop()
    runs: list[Run] = []
    start = 0
    for index in range(1, len(line) + 1):
        if index == len(line) or line[index][2] is not line[start][2]:
            part = line[start:index]
            text = "".join(unit[0] for unit in part)
            runs.append(Run(text, part[0][2], _width(part)))
            start = index
    width = sum(run.width for run in runs)
    if width > room and line and line[-1][0][-1] in BLANK_BEHIND:
        width -= SQUEEZE
    return SetLine(tuple(runs), width, sum(len(run.text) for run in runs), last)
