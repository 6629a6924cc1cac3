"""Text in columns of a console, where a Chinese character is two columns wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

# One breakable piece: a word or a single Han character, with the closing marks that stay with it.
_PIECE = re.compile(r"\s+|(?:[^\s⺀-￯]+|[（《“〔「][^\s⺀-￯]*|[⺀-￯])[，。；：、！？）》”〕」…]*")
_GAP = 2


def width(text: str) -> int:
    """Columns that a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most `columns`, broken between words or Han characters; longer words stay whole.

    No line begins with closing punctuation.
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if width(lines[-1] + piece.rstrip()) > columns and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += " " if piece.isspace() else piece
    return [*lines[:-1], lines[-1].rstrip()]


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as aligned lines; the last column is left ragged."""
    lines = [tuple(row) for row in rows]
    if not lines:
        return []
    widths = [max(width(cell) for cell in column) for column in zip(*lines, strict=True)]
    return [
        "".join(
            pad(cell, columns + _GAP) for cell, columns in zip(row, widths, strict=True)
        ).rstrip()
        for row in lines
    ]


def definitions(rows: Sequence[tuple[str, str]], columns: int, indent: int = 2) -> list[str]:
    """Terms with their explanations beside them, wrapped; a long term has a line of its own."""
    left = min(max((width(term) for term, _ in rows), default=0), columns // 3) + indent + _GAP
    lines = []
    for term, explanation in rows:
        head = " " * indent + term
        parts = wrap(explanation, columns - left)
        if width(head) + _GAP > left:
            lines.append(head)
            head = ""
        lines.append(pad(head, left) + parts[0])
        lines.extend(" " * left + part for part in parts[1:])
    return [line.rstrip() for line in lines]
