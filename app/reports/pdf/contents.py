"""Contents, bookmarks and headings.

The contents come before what they list, so each page number is a named form that is drawn when the
pages are known: the document is laid out once, not twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.reports.pdf.archive import PRINTED
from app.reports.pdf.textblock import TextBlock
from app.reports.styles import INK, LANDSCAPE, MUTED, PORTRAIT, TextStyle

_GAP = 8.0
# Room for page numbers of four digits.
_NUMBER_ROOM = 40
# Sections and their parts have running heads.
_RUNNING_DEPTH = 1
# A heading that is nearer to the top of the text than this opens its page.
_TOP = 24.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: its text, the destination it is, and its depth in the bookmarks from 0.

    A `running` heading stands over the pages that it goes on for.
    """

    title: str
    key: str
    depth: int
    running: bool = False


@dataclass
class PageNumbers:
    """The pages that headings came to stand on, by destination, and the running heads."""

    pages: dict[str, int] = field(default_factory=dict)
    # Page, title or "" for none, and whether the heading opens the page.
    _heads: list[tuple[int, str, bool]] = field(default_factory=list)

    def note(self, entry: Entry, page: int, opens: bool) -> None:
        """A heading stands on a page, at its top or not."""
        self.pages[entry.key] = page
        if entry.depth <= _RUNNING_DEPTH:
            self._heads.append((page, entry.title if entry.running else "", opens))

    def running_head(self, page: int) -> str:
        """What the text of a page belongs to; nothing where that stands at the top of it."""
        title = ""
        for begun, head, opens in self._heads:
            if begun < page:
                title = head
            elif opens:
                return ""
        return title

    def draw_forms(self, canvas: Canvas, font: str, listed: list[tuple[Entry, TextStyle]]) -> None:
        """Fill in the numbers of the contents, after the last heading has been drawn."""
        for entry, style in listed:
            canvas.beginForm(_form(entry), -_NUMBER_ROOM, -20, 2, 40)
            canvas.setFont(font, style.size)
            canvas.setFillColor(INK)
            canvas.drawRightString(0, 0, str(self.pages[entry.key]))
            canvas.endForm()


class Heading(Flowable):
    """A heading: makes bookmark and destination, and notes its page."""

    def __init__(self, blocks: Sequence[TextBlock], entry: Entry, numbers: PageNumbers) -> None:
        super().__init__()
        self._blocks = tuple(blocks)
        self._entry = entry
        self._numbers = numbers

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.width = avail_width
        heights = (block.wrap(avail_width, avail_height)[1] for block in self._blocks)
        inner = (block.style.before for block in self._blocks[1:])
        self.height = sum(heights) + sum(inner)
        return self.width, self.height

    def getSpaceBefore(self) -> float:  # noqa: N802
        return self._blocks[0].style.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        return self._blocks[-1].style.after

    def draw(self) -> None:
        canvas, entry = self.canv, self._entry
        canvas.bookmarkHorizontal(entry.key, 0, self.height + 12)
        canvas.addOutlineEntry(entry.title, entry.key, entry.depth, closed=entry.depth > 0)
        _, top = canvas.absolutePosition(0, self.height)
        self._numbers.note(entry, canvas.getPageNumber(), top > _text_top(canvas) - _TOP)
        for block in self._blocks:
            if block is not self._blocks[0]:
                top -= block.style.before
            top -= block.height
            block.draw_at(canvas, 0, top - canvas.absolutePosition(0, 0)[1])


def _text_top(canvas: Canvas) -> float:
    """Where the text area of the present page ends above."""
    width, height = getattr(canvas, "_pagesize")  # noqa: B009
    return float(height - (LANDSCAPE if width > height else PORTRAIT).top)


class ContentsLine(Flowable):
    """A line of the contents: title, dots, page number; all of it leads to the heading."""

    def __init__(self, block: TextBlock, entry: Entry, indent: float = 0.0) -> None:
        super().__init__()
        self._block = block
        self._entry = entry
        self._indent = indent

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.width = avail_width
        room = avail_width - self._indent - _NUMBER_ROOM
        self.height = self._block.wrap(room, avail_height)[1]
        return self.width, self.height

    def draw(self) -> None:
        canvas, style = self.canv, self._block.style
        self._block.drawOn(canvas, self._indent, 0)
        # The last line's base line, as the block draws it.
        base = (style.leading + style.size) / 2 - 0.88 * style.size
        start = self._indent + self._block.last_line_width + _GAP
        end = self.width - _NUMBER_ROOM + _GAP
        if end > start:
            canvas.setStrokeColor(MUTED)
            canvas.setLineWidth(0.8)
            canvas.setLineCap(1)
            canvas.setDash(0.1, 4)
            canvas.line(start, base + 2, end, base + 2)
            canvas.setDash()
        canvas.saveState()
        canvas.translate(self.width, base)
        canvas.doForm(_form(self._entry))
        canvas.restoreState()
        area = (0, 0, self.width, self.height)
        canvas.linkRect("", self._entry.key, area, relative=1, thickness=0, F=PRINTED)


def _form(entry: Entry) -> str:
    return f"page-{entry.key}"
