"""Tables of the report as every format sets them: cells with their looks, links and fills."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.reports.outcome import Role
from app.reports.words import Words

# How the text of a cell looks; the writers have a style for each.
Look = Literal[
    "Small",
    "SmallCenter",
    "SmallHead",
    "SmallLabel",
    "Cell",
    "CellCenter",
    "CellHead",
    "CellLabel",
    "CoverLabel",
    "CoverLine",
]
Fill = Literal["", "head", "subtotal"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text; `link` is the destination it leads to, `role` None its block's own type."""

    text: str
    role: Role | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text over so many columns; `place` is named where a glyph is missing."""

    spans: tuple[Span, ...]
    look: Look = "Small"
    span: int = 1
    fill: Fill = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `anchor` makes it a destination.

    A row that `closes` the ones above it, such as their sum, never begins a page.
    """

    cells: tuple[Cell, ...]
    anchor: str = ""
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A table; `widths` of its columns in millimetres, None takes what is left.

    A `large` one has a head for cells of the body's boxes. `together`: Word keeps all of it on one
    page; the PDF does so with every small table.
    """

    widths: Sequence[float | None]
    rows: Sequence[Row]
    head: Sequence[str] = ()
    ruled: bool = True
    large: bool = False
    together: bool = False


def cell(text: str, look: Look = "Small", span: int = 1, fill: Fill = "", place: str = "") -> Cell:
    """A cell of plain text."""
    return Cell((Span(text),), look, span, fill, place)


def middle(text: str) -> Cell:
    """A cell for a number or a short word."""
    return cell(text, "SmallCenter")


def columns(words: Words, names: Iterable[str]) -> list[str]:
    """The labels of a head."""
    return [words.word(f"column.{name}") for name in names]


def linked_lines(links: Iterable[tuple[str, str]]) -> tuple[Span, ...]:
    """Words with their destinations, below each other."""
    return tuple(
        Span(("\n" if number else "") + text, link=key) for number, (text, key) in enumerate(links)
    ) or (Span("—"),)


def joined(*parts: str) -> str:
    """The parts that there are, below each other."""
    return "\n".join(part for part in parts if part)
