"""How much room text takes in a cell, and how it is cut where no row can show all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Line:
    """A text that leads to a file beside this one; `target` is the file's address, or ""."""

    text: str
    target: str = ""


# Lines stand in rows of their own, as a cell leads to one place only.
Value: TypeAlias = str | int | float | tuple[Line, ...] | None
Piece: TypeAlias = str | int | float | Line | None

# Text of more lines goes on in a further row: Excel shows and prints no row of more than 409
# points, and breaks no row at the end of a page.
MOST_LINES = 20
_CLAUSE = re.compile(r"[^。；！？\s]*[。；！？\s]?")


def line_count(text: str, width: float) -> int:
    """Lines that text takes in a column; a Chinese character is two bytes and two columns wide."""
    if 2 * len(text) < width and "\n" not in text:
        return 1
    room = _room(width)
    return sum(-(-line_width(line) // room) or 1 for line in text.split("\n"))


def line_width(text: str) -> int:
    """Columns that a text takes on one line."""
    return len(text.encode("gb18030", "replace"))


def _room(width: float) -> int:
    """Columns of a line that may be counted on: a sign that begins no line takes one down."""
    return max(int(width) - 2, 4)


def pieces_of(value: Value, width: float) -> Sequence[Piece]:
    """What stands in the row and in those below it."""
    if isinstance(value, tuple):
        return value or ("",)
    return _cut(value, width) if isinstance(value, str) else (value,)


def _cut(text: str, width: float) -> list[str]:
    """The text in pieces of so many lines as a row holds, cut between sentences or words."""
    if len(text) <= MOST_LINES or line_count(text, width) <= MOST_LINES:
        return [text]
    # No character takes more than four bytes, so such a slice fits whatever it holds.
    slice_ = MOST_LINES * _room(width) // 4
    pieces: list[str] = []
    piece = ""
    for clause in _CLAUSE.findall(text):
        for start in range(0, len(clause), slice_):
            part = clause[start : start + slice_]
            if piece and line_count(piece + part, width) > MOST_LINES:
                pieces.append(piece)
                piece = ""
            piece += part
    return [*pieces, piece]
