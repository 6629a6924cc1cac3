"""What people wrote, taken apart: paragraphs, those of the four levels of official documents, and
tables that were pasted from a spreadsheet or a word processor as lines with tabs.

Every writer of the report reads texts through `blocks`, so that all of them show the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from app.reports.plain_text import lines

Level = Literal[0, 1, 2, 3, 4]

# A table with more columns would have cells of two characters on a page; it stays text.
MOST_COLUMNS = 14
# Pieces of more characters are prose with a tab in it.
_LONGEST_CELL = 300
# The heading of a paragraph is no longer than two lines of a page.
_LONGEST_HEAD = 56
# Of fewer rows it cannot be told how many cells they should have.
_LEAST_ROWS = 3
# A column of such short cells is set in the middle.
_SHORT_CELL = 10
# Names of columns are no longer.
_SHORT_HEAD = 20

_HAN = "一二三四五六七八九十"
# 一、 is no level in 一、二等奖; 1. is none in 1.5倍.
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (1, re.compile(rf"\s*[{_HAN}]{{1,3}}、(?![{_HAN}])")),
    (2, re.compile(rf"\s*[（(][{_HAN}]{{1,3}}[）)]")),
    (3, re.compile(r"\s*\d{1,2}[.．](?!\d)")),
    (4, re.compile(r"\s*[（(]\d{1,2}[）)]")),
)
_SENTENCE = re.compile(r"[^。！？]*[。！？]?")
# What stands before the items of a list: a table of it and one more column is a list.
_ITEM = re.compile(rf"[（(]?(?:\d{{1,3}}|[{_HAN}]{{1,3}}|[a-zA-Z])[）).．、]?|[-–—•●○■□◆▪·*]")
_FIGURE = re.compile(r"[-+＋－<>＜＞≤≥≈约]*[\d０-９][\d０-９.,，％%‰/:：\-—~～]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text; `level` is 1 for 一、 to 4 for （1）, 0 for all others.

    The first `head` characters are its heading, which is all of it or its first sentence. A
    paragraph that `leads` is a heading of what follows it, and stays with that.
    """

    text: str
    level: Level = 0
    head: int = 0
    leads: bool = False

    @property
    def heading(self) -> str:
        return self.text[: self.head]

    @property
    def rest(self) -> str:
        return self.text[self.head :]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the same number of cells, of which the first is a head where `headed`."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def headed(self) -> bool:
        """Whether the first row names the columns: it is full but for its corner, of short words,
        and has no figures.
        """
        first, *others = self.rows
        named = all(first[1:]) and all(len(cell) <= _SHORT_HEAD for cell in first)
        return named and len(others) > 1 and not any(map(_FIGURE.fullmatch, first))

    @property
    def centred(self) -> tuple[bool, ...]:
        """Which columns hold nothing but figures and short words."""
        return tuple(
            all(len(cell) <= _SHORT_CELL for cell in one) for one in zip(*self.rows, strict=True)
        )


Block: TypeAlias = Paragraph | Table


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, one empty paragraph where there is none."""
    return tuple(_leading(list(_blocks(lines(text)))))


def as_lines(text: str) -> str:
    """The text for where no table can be set: cells stand on a line, parted from each other."""
    return "\n".join(
        one.text if isinstance(one, Paragraph) else "\n".join(map(" ｜ ".join, one.rows))
        for one in blocks(text)
    )


def _blocks(written: Sequence[str]) -> Iterator[Block]:
    start = 0
    while start < len(written):
        end = start
        while end < len(written) and "\t" in written[end]:
            end += 1
        if end == start:
            yield _paragraph(written[start])
            start += 1
            continue
        rows = [line.split("\t") for line in written[start:end]]
        _restore(rows, at_start=start == 0, at_end=end == len(written))
        if _is_table(rows):
            yield Table(tuple(tuple(cell.strip() for cell in row) for row in rows))
        else:
            yield from map(_paragraph, written[start:end])
        start = end


def _restore(rows: list[list[str]], at_start: bool, at_end: bool) -> None:
    """Give back the empty cell at either end of a text, which was taken for white space."""
    if len(rows) < _LEAST_ROWS:
        return
    short = len(rows[1]) - 1
    if at_start and len(rows[0]) == short:
        rows[0].insert(0, "")
    if at_end and len(rows[-1]) == short:
        rows[-1].append("")


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    columns = len(rows[0])
    if len(rows) < 2 or not 2 <= columns <= MOST_COLUMNS:
        return False
    if any(len(row) != columns or max(map(len, row)) > _LONGEST_CELL for row in rows):
        return False
    first = [row[0].strip() for row in rows]
    indented = not any(first)
    listed = columns == 2 and all(_ITEM.fullmatch(cell) for cell in first)
    return not indented and not listed


def _paragraph(line: str) -> Paragraph:
    for level, sign in _LEVELS:
        if sign.match(line):
            sentence = _SENTENCE.match(line)
            head = sentence.end() if sentence else len(line)
            return Paragraph(line, level, head if head <= _LONGEST_HEAD else 0)
    return Paragraph(line)


def _leading(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, told which of them are headings of what follows."""
    for one, following in zip(found, [*found[1:], None], strict=True):
        if isinstance(one, Paragraph) and one.level and one.head == len(one.text):
            yield replace(one, leads=_below(following, one.level))
        else:
            yield one


def _below(block: Block | None, level: Level) -> bool:
    """Whether a block can belong to a heading of a level."""
    if isinstance(block, Paragraph):
        return block.level == 0 or block.level > level
    return block is not None
