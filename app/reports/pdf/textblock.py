"""A block of text as a flowable: paragraphs broken by the Chinese rules, drawn line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from app.reports.fonts import Face, FontSet
from app.reports.listing import Span
from app.reports.pdf.archive import PRINTED
from app.reports.pdf.linebreak import Ink, SetLine, Unit, break_lines, units
from app.reports.punctuation import SQUEEZE, parts
from app.reports.styles import INK, TextStyle

# A line is stretched to the full width by at most this much after each character, at size 1.
_MOST_STRETCH = 0.125
# What of a CJK character's square lies above the base line.
_ASCENT = 0.88
_FILL_AND_STROKE: Literal[2] = 2
_FILL: Literal[0] = 0


class TextBlock(Flowable):
    """Text in one style. Lines are kept for the width they were broken for.

    `leading` paragraphs, by their numbers, are never the last ones on a page.
    """

    def __init__(
        self,
        style: TextStyle,
        paragraphs: Sequence[Sequence[Unit]],
        leading: Collection[int] = (),
    ) -> None:
        super().__init__()
        self.style = style
        self._paragraphs = paragraphs
        self._leading = leading
        self._lines: list[SetLine] = []
        # Numbers of the lines that begin a paragraph.
        self._starts: frozenset[int] = frozenset()
        # Those of them before which no page may end.
        self._tied: frozenset[int] = frozenset()
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
        self._tied = frozenset(starts[one + 1] for one in self._leading if one + 1 < len(starts))

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Two blocks, the first of which fits; no line of a paragraph is left alone on a page."""
        self.wrap(avail_width, avail_height)
        count = int((avail_height + 1e-6) / self.style.leading)
        if count >= len(self._lines):
            return [self]
        count = self._split_after(count)
        return list(self.parts(count)) if count > 0 else []

    def _split_after(self, count: int) -> int:
        """The most lines, of `count` that fit, after which the block may be split."""
        while count > 0:
            if count in self._starts:
                if count not in self._tied:
                    return count
                count -= 1
                continue
            start = max((one for one in self._starts if one < count), default=0)
            end = min((one for one in self._starts if one > count), default=len(self._lines))
            count -= end - count == 1
            if count - start > 1 or start not in self._starts:
                return count
            count = start
        return 0

    def least_height(self, width: float) -> float:
        """Height of the fewest lines that may stand at the end of a page."""
        self.wrap(width, 0)
        whole = len(self._lines)
        least = next((count for count in range(1, whole) if self._split_after(count)), whole)
        return least * self.style.leading

    def parts(self, count: int) -> tuple[TextBlock, TextBlock]:
        """The first `count` lines as broken, and the rest."""
        return self._part(0, count), self._part(count, len(self._lines))

    def _part(self, start: int, end: int) -> TextBlock:
        part = TextBlock(self.style, ())
        part._lines = self._lines[start:end]
        part._starts = frozenset(number - start for number in self._starts if start <= number < end)
        part._tied = frozenset(number - start for number in self._tied if start < number < end)
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
        self.draw_at(self.canv, 0, 0)

    def draw_at(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw with the lower left corner at x, y; the fill colour is black before and after."""
        style = self.style
        text = canvas.beginText()
        if style.color is not INK:
            text.setFillColor(style.color)
        if style.embolden:
            canvas.setLineWidth(style.embolden)
            text.setStrokeColor(style.color)
            text.setTextRenderMode(_FILL_AND_STROKE)
        base = y + self.height - (style.leading - style.size) / 2 - _ASCENT * style.size
        pen = _Pen(canvas, text, style)
        for number, line in enumerate(self._lines):
            if line.runs:
                indented = number in self._starts
                indent = style.indent * (style.size + style.tracking) if indented else 0.0
                free = self.width - indent - line.width * style.size
                shift = {"center": free / 2, "right": free}.get(style.align, 0.0)
                left = x + indent + shift
                pen.line(line, left, base - number * style.leading, self._stretch(line, free))
        pen.end()
        if style.embolden:
            text.setTextRenderMode(_FILL)
        if style.color is not INK:
            text.setFillColor(INK)
        canvas.drawText(text)

    def _stretch(self, line: SetLine, free: float) -> float:
        """What is added after each character so that the line ends at the margin."""
        if self.style.align != "justify" or line.last or line.characters < 2:
            return 0.0
        stretch = free / (line.characters - 1)
        return stretch if stretch <= _MOST_STRETCH * self.style.size else 0.0


class _Pen:
    """Writes lines into a text object, and says only what changes from one to the next."""

    def __init__(self, canvas: Canvas, text: PDFTextObject, style: TextStyle) -> None:
        self._canvas = canvas
        self._text = text
        self._style = style
        self._face: Face | None = None
        self._spread = 0.0

    def line(self, line: SetLine, left: float, base: float, stretch: float) -> None:
        """`stretch` is added after each character, beyond the style's tracking."""
        text, style = self._text, self._style
        text.setTextOrigin(left, base)
        spread = style.tracking + stretch
        if spread != self._spread:
            text.setCharSpace(spread)
            self._spread = spread
        for run in line.runs:
            if run.ink.face is not self._face:
                text.setFont(run.ink.face.name, style.size, style.leading)
                self._face = run.ink.face
            first, *others = parts(run.text)
            text.textOut(first)
            for part in others:
                self._back(SQUEEZE)
                text.textOut(part)
            width = run.width * style.size + stretch * len(run.text)
            if run.ink.link:
                area = (left, base - 0.15 * style.size, left + width, base + style.size)
                self._canvas.linkRect("", run.ink.link, area, relative=1, thickness=0, F=PRINTED)
            left += width

    def _back(self, width: float) -> None:
        """Move back by a width at size 1."""
        code: list[str] = getattr(self._text, "_code")  # noqa: B009
        code.append(f"[{round(1000 * width)}] TJ")

    def end(self) -> None:
        """Character spacing would otherwise go on into the next text."""
        if self._spread:
            self._text.setCharSpace(0)


class Typesetter:
    """Makes blocks of text with the report's fonts."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts

    def block(self, text: str, style: TextStyle, place: str = "") -> TextBlock:
        """Plain text; each line of it is a paragraph. `place` is named where a glyph is missing."""
        return self.spans([Span(text)], style, place)

    def spans(self, spans: Sequence[Span], style: TextStyle, place: str = "") -> TextBlock:
        """Text of several fonts or links; a line feed in any span begins a new paragraph."""
        return TextBlock(style, self._paragraphs(spans, style, place))

    def paragraphs(
        self,
        paragraphs: Sequence[Sequence[Span]],
        style: TextStyle,
        place: str = "",
        leading: Collection[int] = (),
    ) -> TextBlock:
        """Paragraphs, of which the `leading` ones stay with the next; none has a line feed."""
        units = [self._paragraphs(spans, style, place)[0] for spans in paragraphs]
        return TextBlock(style, units, leading)

    def _paragraphs(self, spans: Sequence[Span], style: TextStyle, place: str) -> list[list[Unit]]:
        paragraphs: list[list[Unit]] = [[]]
        for span in spans:
            for text, ink in self._inked(span, style, place):
                first, *others = text.split("\n")
                paragraphs[-1] += self._units(first, ink, style)
                paragraphs += [self._units(other, ink, style) for other in others]
        return paragraphs

    def _inked(self, span: Span, style: TextStyle, place: str) -> Iterator[tuple[str, Ink]]:
        for face, text in self._fonts.runs(span.text, span.role or style.role, place):
            yield text, Ink(face, span.link)

    def _units(self, text: str, ink: Ink, style: TextStyle) -> list[Unit]:
        return units(text, ink, style.tracking / style.size)
