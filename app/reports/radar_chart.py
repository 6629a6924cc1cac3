"""The four changes as a radar: self-rating now, at the last snapshot, and the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon
from reportlab.lib.colors import Color, HexColor

from app.domain.numbers import format_points
from app.reports.charts import Anchor, Palette, Pen, blank
from app.reports.figures import Axis, Radar

_RINGS = (25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a series is drawn: the first is an area with dots, the others are dashed outlines."""

    color: Color
    width: float
    dashes: tuple[float, ...]
    filled: bool


def radar_chart(
    radar: Radar, palette: Palette, width: float, height: float, font: str, size: float = 10
) -> Drawing:
    """Rings at 25, 50, 75 and 100 points; the legend stands below. None counts as the centre."""
    drawing = blank(width, height, palette, font)
    pen = Pen(font, size)
    shown = [
        number
        for number in range(len(radar.series))
        if any(axis.points[number] is not None for axis in radar.axes)
    ]
    foot = 2.6 * size
    web = _Web(width / 2, foot + (height - foot) / 2, (height - foot) / 2 - 3.4 * size, radar.axes)
    _rings(drawing, pen, web, palette)
    for number in reversed(shown):
        web.draw_series(drawing, number, _look(number, palette), size)
    _labels(drawing, pen, web, palette, width)
    _legend(drawing, pen, radar, shown, palette, width)
    return drawing


@dataclass(frozen=True, slots=True)
class _Web:
    """Where the axes are: the first points upwards, the others follow clockwise."""

    x: float
    y: float
    radius: float
    axes: Sequence[Axis]

    def at(self, axis: int, points: float) -> tuple[float, float]:
        angle = pi / 2 - 2 * pi * axis / len(self.axes)
        reach = self.radius * points / 100
        return self.x + reach * cos(angle), self.y + reach * sin(angle)

    def corners(self, points: Sequence[float]) -> list[float]:
        return [part for axis, one in enumerate(points) for part in self.at(axis, one)]

    def draw_series(self, drawing: Drawing, number: int, look: _Look, size: float) -> None:
        corners = self.corners([axis.points[number] or 0 for axis in self.axes])
        shape = Polygon(corners, strokeColor=look.color, strokeWidth=look.width, fillColor=None)
        if look.dashes:
            shape.strokeDashArray = look.dashes
        drawing.add(shape)
        if look.filled:
            for x, y in zip(corners[::2], corners[1::2], strict=True):
                dot = Circle(x, y, size * 0.3)
                dot.fillColor = dot.strokeColor = look.color
                drawing.add(dot)


def _look(number: int, palette: Palette) -> _Look:
    return (
        _Look(palette.accent, 2, (), filled=True),
        _Look(palette.muted, 1.2, (4, 3), filled=False),
        _Look(palette.text, 1, (1, 2.5), filled=False),
    )[number]


def _rings(drawing: Drawing, pen: Pen, web: _Web, palette: Palette) -> None:
    for ring in reversed(_RINGS):
        shape = Polygon(web.corners([ring] * len(web.axes)))
        shape.strokeColor, shape.strokeWidth = palette.grid, 0.5
        # Pale rings in turns, so that points can be told far from an axis.
        paper = palette.background or HexColor(0xFFFFFF)
        shape.fillColor = palette.track if ring in (100, 50) else paper
        drawing.add(shape)
    for axis in range(len(web.axes)):
        x, y = web.at(axis, 100)
        drawing.add(Line(web.x, web.y, x, y, strokeColor=palette.grid, strokeWidth=0.5))
    small = Pen(pen.font, pen.size * 0.8)
    for ring in _RINGS:
        x, y = web.at(0, ring)
        drawing.add(small.text(x + 3, y - pen.size, str(ring), palette.muted, 40))


def _labels(drawing: Drawing, pen: Pen, web: _Web, palette: Palette, width: float) -> None:
    """Name and present points beside the end of each axis."""
    for number, axis in enumerate(web.axes):
        x, y = web.at(number, 100)
        points = axis.points[0]
        shown = "—" if points is None else format_points(points)
        anchor: Anchor = "middle"
        room = width
        if abs(x - web.x) > 1:
            anchor = "start" if x > web.x else "end"
            x += pen.size if x > web.x else -pen.size
            room = (width - x) if anchor == "start" else x
            y -= 0.1 * pen.size
        else:
            y += 1.9 * pen.size if y > web.y else -1.5 * pen.size
        drawing.add(pen.text(x, y, axis.label, palette.text, room, anchor))
        drawing.add(pen.text(x, y - 1.3 * pen.size, shown, palette.accent, room, anchor))


def _legend(
    drawing: Drawing, pen: Pen, radar: Radar, shown: list[int], palette: Palette, width: float
) -> None:
    mark = 2.4 * pen.size
    needed = sum(mark + pen.width(radar.series[number]) + 2 * pen.size for number in shown)
    pen = Pen(pen.font, pen.size * min(1.0, width / max(needed, 1)))
    x, middle = (width - min(needed, width)) / 2 + pen.size, 0.8 * pen.size
    for number in shown:
        look = _look(number, palette)
        line = Line(x, middle, x + 2 * pen.size, middle)
        line.strokeColor, line.strokeWidth = look.color, look.width
        if look.dashes:
            line.strokeDashArray = look.dashes
        drawing.add(line)
        word = radar.series[number]
        x += mark
        drawing.add(pen.text(x, 0.45 * pen.size, word, palette.muted, width))
        x += pen.width(word) + 2 * pen.size
