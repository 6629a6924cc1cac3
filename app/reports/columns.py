"""Tables that people pasted: how wide their columns are made, and how their cells look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from app.reports.blocks import Table
from app.reports.listing import Listing, Look, Row, cell
from app.reports.styles import CELL_SIZE, PORTRAIT, SMALL_SIZE

# Beside the text of a cell, in points.
_BESIDE = 9.0
# What is not broken at the end of a line, if it can be helped.
_WORD = re.compile(r"[!-~]+")
_WIDE, _NARROW = 1.0, 0.56
# In characters: a column is at least so wide for its words, and asks for no more for its lines.
_LEAST, _LONGEST_WORD, _LONGEST_LINE = 2.0, 10.0, 20.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Widths of columns in points, and the size of type that they are for."""

    size: float
    widths: tuple[float, ...]


def pasted(table: Table, place: str = "") -> Listing:
    """The table over the width of an upright page; `place` says where it stands."""
    fit = fitted(table, PORTRAIT.text_width, (CELL_SIZE, SMALL_SIZE))
    usual: tuple[Look, Look] = ("Small", "SmallCenter")
    if fit.size == CELL_SIZE:
        usual = ("Cell", "CellCenter")
    looks = [usual[centred] for centred in table.centred]
    rows = [
        Row(tuple(cell(text, look, place=place) for text, look in zip(row, looks, strict=True)))
        for row in table.rows[table.headed :]
    ]
    head = table.rows[0] if table.headed else ()
    return Listing([width / mm for width in fit.widths], rows, head, large=fit.size == CELL_SIZE)


def fitted(table: Table, total: float, sizes: Sequence[float]) -> Fit:
    """The columns over `total` points, in the first of the sizes in which no word is broken."""
    columns = [list(column) for column in zip(*table.rows, strict=True)]
    words = [max(_LEAST, min(_longest(_words(one)), _LONGEST_WORD)) for one in columns]
    whole = [
        max(word, min(_longest(one), _LONGEST_LINE))
        for word, one in zip(words, columns, strict=True)
    ]
    fitting = (one for one in sizes if sum(words) * one + _BESIDE * len(columns) <= total)
    size = next(fitting, sizes[-1])
    return Fit(size, tuple(_shared(words, whole, size, total)))


def _shared(
    words: Sequence[float], whole: Sequence[float], size: float, total: float
) -> list[float]:
    """What is there, shared out: room for words, then for whole lines; what is left, alike."""
    least = [word * size + _BESIDE for word in words]
    wanted = [one * size + _BESIDE for one in whole]
    if sum(least) >= total:
        return [one * total / sum(least) for one in least]
    if sum(wanted) <= total:
        return [one * total / sum(wanted) for one in wanted]
    widths = list(least)
    room = total - sum(least)
    # The columns that ask for least more are served first, the others alike.
    asking = sorted(range(len(least)), key=lambda number: wanted[number] - least[number])
    for served, number in enumerate(asking):
        more = min(wanted[number] - least[number], room / (len(asking) - served))
        widths[number] += more
        room -= more
    return widths


def _words(column: Iterable[str]) -> Iterable[str]:
    return (word for cell in column for word in _WORD.findall(cell))


def _longest(texts: Iterable[str]) -> float:
    return max(map(text_width, texts), default=0.0)


def text_width(text: str) -> float:
    """About the width of a text at size 1."""
    return sum(_WIDE if unicodedata.east_asian_width(sign) in "WFA" else _NARROW for sign in text)
