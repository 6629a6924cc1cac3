"""What people wrote, as it is set: levels in their type, pasted tables as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.reports.blocks import Level, Paragraph, Table, blocks
from app.reports.columns import pasted
from app.reports.listing import Span
from app.reports.outcome import Role
from app.reports.pdf.setting import Setting
from app.reports.pdf.textblock import TextBlock
from app.reports.styles import PORTRAIT

ROLES: dict[Level, Role] = {1: "heading", 2: "subheading"}
# A paragraph of no more lines stays with the table below it.
_INTRODUCTION = 3
_BELOW_TABLE = 6.0


def written(
    setting: Setting, text: str, place: str, opening: Sequence[Span] = ()
) -> list[Flowable]:
    """A text on upright pages, behind its `opening`; `place` is named where a glyph is missing."""
    return list(_Written(setting, place).flowables(text, opening))


class _Written:
    def __init__(self, setting: Setting, place: str) -> None:
        self._setting = setting
        self._place = place
        # Paragraphs that are not set yet, and the numbers of those that stay with the next.
        self._paragraphs: list[list[Span]] = []
        self._leading: set[int] = set()

    def flowables(self, text: str, opening: Sequence[Span]) -> Iterator[Flowable]:
        found = blocks(text)
        runs_in = isinstance(found[0], Paragraph) and not found[0].level
        if opening and not runs_in:
            self._add(opening, leads=True)
        for number, block in enumerate(found):
            if isinstance(block, Table):
                yield from self._table(block)
            else:
                before = opening if runs_in and not number else ()
                self._add([*before, *_spans(block)], block.leads)
        if self._paragraphs:
            yield self._block(0)

    def _add(self, spans: Sequence[Span], leads: bool) -> None:
        if leads:
            self._leading.add(len(self._paragraphs))
        self._paragraphs.append(list(spans))

    def _block(self, start: int, end: int | None = None) -> TextBlock:
        """The paragraphs of these numbers."""
        leading = {one - start for one in self._leading if one >= start}
        shown, style = self._paragraphs[start:end], self._setting.styles.body
        return self._setting.paragraphs(shown, style, self._place, leading)

    def _table(self, table: Table) -> Iterator[Flowable]:
        """The text so far, the last of which stays with the table if it is short."""
        grid = self._setting.grid(pasted(table, self._place), PORTRAIT.text_width)
        last = len(self._paragraphs) - 1
        while last - 1 in self._leading:
            last -= 1
        if self._paragraphs:
            introduction = self._block(last)
            height = introduction.wrap(PORTRAIT.text_width, 0)[1]
            if height > _INTRODUCTION * introduction.style.leading:
                yield self._block(0)
            else:
                if last:
                    yield self._block(0, last)
                yield CondPageBreak(height + grid.least_height)
                yield introduction
        self._paragraphs.clear()
        self._leading.clear()
        yield grid
        yield Spacer(0, _BELOW_TABLE)


def _spans(paragraph: Paragraph) -> Iterator[Span]:
    if paragraph.head:
        yield Span(paragraph.heading, role=ROLES.get(paragraph.level))
    yield Span(paragraph.rest)
