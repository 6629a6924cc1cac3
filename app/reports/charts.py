"""Charts as reportlab drawings: vectors for the PDF, and a picture of the same for the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth

from app.domain.numbers import format_points
from app.reports.fonts import MISSING

_GRID_POINTS = (0, 25, 50, 75, 100)
_ELLIPSIS = "…"

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a chart; `background` None leaves it transparent."""

    text: Color
    muted: Color
    grid: Color
    track: Color
    accent: Color
    done: Color
    started: Color
    background: Color | None = None


PRINT = Palette(
    text=HexColor(0x000000),
    muted=HexColor(0x595959),
    grid=HexColor(0xC9CDD3),
    track=HexColor(0xEEF0F3),
    accent=HexColor(0x1F5FA8),
    done=HexColor(0x1F5FA8),
    started=HexColor(0x9DBFE3),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its points of 100; None where nothing applies, shown as a dash."""

    label: str
    points: float | None


@dataclass(frozen=True, slots=True)
class ProgressBar:
    """Counts of an article's applicable requirements, and its points of 100."""

    label: str
    done: int
    started: int
    not_started: int
    points: float | None


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """What the legend of the progress chart says."""

    done: str
    started: str
    not_started: str
    points: str


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws text in one font, cut to the room there is."""

    font: str
    size: float

    def text(
        self, x: float, y: float, text: str, color: Color, room: float, anchor: Anchor = "start"
    ) -> String:
        shown = self._fitting(self._known(text), room)
        return String(
            x, y, shown, fontName=self.font, fontSize=self.size, fillColor=color, textAnchor=anchor
        )

    def _known(self, text: str) -> str:
        """The text with the sign for characters that the font does not have."""
        # The stubs of reportlab do not know what a font is made of.
        font: Any = getFont(self.font)
        glyphs = font.face.charToGlyph
        return "".join(one if ord(one) in glyphs else MISSING for one in text)

    def _fitting(self, text: str, room: float) -> str:
        if self.width(text) <= room:
            return text
        while text and self.width(text + _ELLIPSIS) > room:
            text = text[:-1]
        return text + _ELLIPSIS

    def width(self, text: str) -> float:
        return float(stringWidth(text, self.font, self.size))


def four_changes_chart(
    bars: Sequence[Bar], palette: Palette, width: float, height: float, font: str, size: float = 10
) -> Drawing:
    """Horizontal bars of the four changes on a scale of 0 to 100 points."""
    drawing = blank(width, height, palette, font)
    pen = Pen(font, size)
    label_room = min(max((pen.width(bar.label) for bar in bars), default=0) + size, width * 0.42)
    value_room = pen.width("100.0") + size
    scale = width - label_room - value_room
    foot = 1.8 * size
    for points in _GRID_POINTS:
        x = label_room + scale * points / 100
        drawing.add(Line(x, foot, x, height, strokeColor=palette.grid, strokeWidth=0.5))
        drawing.add(pen.text(x, 0.4 * size, str(points), palette.muted, 60, "middle"))
    pitch = (height - foot) / max(len(bars), 1)
    thick = min(pitch * 0.5, 2.2 * size)
    for number, bar in enumerate(bars):
        middle = height - pitch * (number + 0.5)
        text_y = middle - 0.36 * size
        drawing.add(pen.text(0, text_y, bar.label, palette.text, label_room - size / 2))
        drawing.add(_bar(label_room, middle, scale, thick, palette.track))
        length = scale * (bar.points or 0) / 100
        if length:
            drawing.add(_bar(label_room, middle, length, thick, palette.accent))
        value_x = label_room + scale + size / 2
        drawing.add(pen.text(value_x, text_y, _points(bar.points), palette.text, value_room))
    return drawing


def article_progress_chart(
    bars: Sequence[ProgressBar],
    words: ProgressWords,
    palette: Palette,
    width: float,
    height: float,
    font: str,
    size: float = 9,
) -> Drawing:
    """For each article the shares done, in progress and not started, with counts and points."""
    drawing = blank(width, height, palette, font)
    pen = Pen(font, size)
    label_room = min(max((pen.width(bar.label) for bar in bars), default=0) + size, width * 0.4)
    value_room = max(pen.width("100.0"), pen.width(words.points)) + size
    scale = width - label_room - value_room
    head = 2.2 * size
    _legend(drawing, pen, words, palette, label_room, height - size)
    drawing.add(pen.text(width, height - size, words.points, palette.muted, value_room, "end"))
    pitch = (height - head) / max(len(bars), 1)
    for number, bar in enumerate(bars):
        middle = height - head - pitch * (number + 0.5)
        text_y = middle - 0.36 * size
        drawing.add(pen.text(0, text_y, bar.label, palette.text, label_room - size / 2))
        _shares(drawing, pen, bar, palette, (label_room, middle, scale, min(pitch * 0.6, 2 * size)))
        value = _points(bar.points)
        drawing.add(pen.text(width, text_y, value, palette.text, value_room, "end"))
    return drawing


def _shares(
    drawing: Drawing,
    pen: Pen,
    bar: ProgressBar,
    palette: Palette,
    place: tuple[float, float, float, float],
) -> None:
    left, middle, scale, thick = place
    total = bar.done + bar.started + bar.not_started
    parts = (
        (bar.done, palette.done, palette.background or HexColor(0xFFFFFF)),
        (bar.started, palette.started, HexColor(0x000000)),
        (bar.not_started, palette.track, palette.muted),
    )
    if not total:
        drawing.add(_bar(left, middle, scale, thick, palette.track))
    for count, fill, ink in parts:
        if not count:
            continue
        length = scale * count / total
        drawing.add(_bar(left, middle, length, thick, fill))
        x = left + length / 2
        drawing.add(pen.text(x, middle - 0.36 * pen.size, str(count), ink, 60, "middle"))
        left += length


def _legend(
    drawing: Drawing, pen: Pen, words: ProgressWords, palette: Palette, x: float, y: float
) -> None:
    for word, fill in (
        (words.done, palette.done),
        (words.started, palette.started),
        (words.not_started, palette.track),
    ):
        square = Rect(x, y - 0.1 * pen.size, pen.size * 0.8, pen.size * 0.8)
        square.fillColor, square.strokeColor, square.strokeWidth = fill, palette.grid, 0.5
        drawing.add(square)
        drawing.add(pen.text(x + 1.2 * pen.size, y, word, palette.muted, 120))
        x += pen.width(word) + 3 * pen.size


def blank(width: float, height: float, palette: Palette, font: str) -> Drawing:
    # Without a first font, reportlab's own would be named in the file and not embedded.
    drawing = Drawing(width, height, initialFontName=font)
    if palette.background is not None:
        drawing.add(_rectangle(0, 0, width, height, palette.background))
    return drawing


def _bar(left: float, middle: float, length: float, thick: float, fill: Color) -> Rect:
    return _rectangle(left, middle - thick / 2, length, thick, fill)


def _rectangle(x: float, y: float, width: float, height: float, fill: Color) -> Rect:
    shape = Rect(x, y, width, height)
    shape.fillColor, shape.strokeColor = fill, None
    return shape


def _points(points: float | None) -> str:
    return "—" if points is None else format_points(points)
