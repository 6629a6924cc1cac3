"""A block of text as a flowable: paragraphs broken by the Chinese rules, drawn line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from app.reports.fonts import FontSet, Role
from app.reports.pdf.linebreak import Ink, SetLine, Unit, break_lines, units
from app.reports.pdf.styles import TextStyle

# A line is stretched to the full width by at most this much after each character, at size 1.
_MOST_STRETCH = 0.25
# What of a CJK character's square lies above the base line.
_ASCENT = 0.88
_FILL_AND_STROKE = 2
_FILL = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Text within a block; `role` "" is the block's own, `link` a destination in the document."""

    text: str
    role: Role | None = None
    link: str = ""


class TextBlock(Flowable):
    """Text in one style. Lines are kept for the width they were broken for."""

    def __init__(self, style: TextStyle, paragraphs: Sequence[Sequence[Unit]]) -> None:
        super().__init__()
        self.style = style
        self._paragraphs = paragraphs
        self._lines: list[SetLine] = []
        # Numbers of the lines that begin a paragraph.
        self._starts: frozenset[int] = frozenset()
        self._broken_for = -1.0
        self.width = 0.0
        self.height = 0.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        if avail_width != self._broken_for:
            self._break(avail_width)
        self.width = avail_width
        self.height = len(self._lines) * self.style.leading
        return avail_width, self.height

    def _break(self, width: float) -> None:
        style = self.style
        room = width / style.size
        tracking = style.tracking / style.size
        indent = style.indent * (1 + tracking)
        lines: list[SetLine] = []
        starts: list[int] = []
        for paragraph in self._paragraphs:
            starts.append(len(lines))
            lines += break_lines(paragraph, room - indent, room, tracking)
        self._lines, self._starts, self._broken_for = lines, frozenset(starts), width

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Two blocks, the first of which fits; no line of a paragraph is left alone."""
        self.wrap(avail_width, avail_height)
        count = int((avail_height + 1e-6) / self.style.leading)
        if count >= len(self._lines):
            return [self]
        if count == len(self._lines) - 1 and count not in self._starts:
            count -= 1
        if count == 1 and 1 not in self._starts:
            count = 0
        return list(self.parts(count)) if count > 0 else []

    def parts(self, count: int) -> tuple[TextBlock, TextBlock]:
        """The first `count` lines as broken, and the rest."""
        return self._part(0, count), self._part(count, len(self._lines))

    def _part(self, start: int, end: int) -> TextBlock:
        part = TextBlock(self.style, ())
        part._lines = self._lines[start:end]
        part._starts = frozenset(number - start for number in self._starts if start <= number < end)
        part._broken_for = self._broken_for
        part.wrap(self._broken_for, 0)
        return part

    def lines_within(self, height: float) -> int:
        """How many lines fit into a height."""
        return min(int((height + 1e-6) / self.style.leading), len(self._lines))

    @property
    def last_line_width(self) -> float:
        """Width of the last line's text as broken."""
        return self._lines[-1].width * self.style.size if self._lines else 0.0

    # Space around the block, for the frame.
    def getSpaceBefore(self) -> float:  # noqa: N802
        return self.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        return self.style.after

    def draw(self) -> None:
        style = self.style
        canvas = self.canv
        text = canvas.beginText()
        text.setFillColor(style.color)
        if style.embolden:
            canvas.setLineWidth(style.embolden)
            text.setStrokeColor(style.color)
            text.setTextRenderMode(_FILL_AND_STROKE)
        base = self.height - (style.leading - style.size) / 2 - _ASCENT * style.size
        for number, line in enumerate(self._lines):
            self._draw_line(text, number, line, base - number * style.leading)
        if style.embolden:
            text.setTextRenderMode(_FILL)
        canvas.drawText(text)

    def _draw_line(self, text: PDFTextObject, number: int, line: SetLine, base: float) -> None:
        if not line.runs:
            return
        style = self.style
        indent = style.indent * (style.size + style.tracking) if number in self._starts else 0.0
        free = self.width - indent - line.width * style.size
        left = indent + {"center": free / 2, "right": free}.get(style.align, 0.0)
        spread = style.tracking + self._stretch(line, free)
        text.setTextOrigin(left, base)
        text.setCharSpace(spread)
        for run in line.runs:
            text.setFont(run.ink.face.name, style.size, style.leading)
            text.textOut(run.text)
            width = run.width * style.size + (spread - style.tracking) * len(run.text)
            if run.ink.link:
                area = (left, base - 0.15 * style.size, left + width, base + style.size)
                self.canv.linkRect("", run.ink.link, area, relative=1, thickness=0)
            left += width

    def _stretch(self, line: SetLine, free: float) -> float:
        """What is added after each character so that the line ends at the margin."""
        if self.style.align != "justify" or line.last or line.characters < 2:
            return 0.0
        stretch = free / (line.characters - 1)
        return stretch if stretch <= _MOST_STRETCH * self.style.size else 0.0


class Typesetter:
    """Makes blocks of text with the report's fonts."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts

    def block(self, text: str, style: TextStyle, place: str = "") -> TextBlock:
        """Plain text; each line of it is a paragraph. `place` is named where a glyph is missing."""
        return self.spans([Span(text)], style, place)

    def spans(self, spans: Sequence[Span], style: TextStyle, place: str = "") -> TextBlock:
        """Text of several fonts or links; a line feed in any span begins a new paragraph."""
        paragraphs: list[list[Unit]] = [[]]
        for span in spans:
            for text, ink in self._inked(span, style, place):
                first, *others = text.split("\n")
                paragraphs[-1] += self._units(first, ink, style)
                paragraphs += [self._units(other, ink, style) for other in others]
        return TextBlock(style, paragraphs)

    def _inked(self, span: Span, style: TextStyle, place: str) -> Iterator[tuple[str, Ink]]:
        for face, text in self._fonts.runs(span.text, span.role or style.role, place):
            yield text, Ink(face, span.link)

    def _units(self, text: str, ink: Ink, style: TextStyle) -> list[Unit]:
        return units(text, ink, style.tracking / style.size)
