"""Contents, bookmarks and headings.

The contents come before what they list, so each page number is a named form that is drawn when the
pages are known: the document is laid out once, not twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.reports.pdf.archive import PRINTED
from app.reports.pdf.styles import INK, MUTED, TextStyle
from app.reports.pdf.textblock import TextBlock

_GAP = 8.0
# Room for page numbers of four digits.
_NUMBER_ROOM = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: its text, the destination it is, and its depth in the bookmarks from 0."""

    title: str
    key: str
    depth: int


@dataclass
class PageNumbers:
    """The pages that headings came to stand on, by destination."""

    pages: dict[str, int] = field(default_factory=dict)

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

    def __init__(self, block: TextBlock, entry: Entry, numbers: PageNumbers) -> None:
        super().__init__()
        self._block = block
        self._entry = entry
        self._numbers = numbers

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.width, self.height = self._block.wrap(avail_width, avail_height)
        return self.width, self.height

    def getSpaceBefore(self) -> float:  # noqa: N802
        return self._block.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        return self._block.style.after

    def draw(self) -> None:
        canvas = self.canv
        canvas.bookmarkHorizontal(self._entry.key, 0, self.height + 12)
        canvas.addOutlineEntry(
            self._entry.title, self._entry.key, self._entry.depth, closed=self._entry.depth > 0
        )
        self._numbers.pages[self._entry.key] = canvas.getPageNumber()
        self._block.drawOn(canvas, 0, 0)


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
