"""An indicator over time as a reportlab drawing, for the report and the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from math import ceil, floor, log10

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect
from reportlab.lib.colors import HexColor

from app import texts
from app.domain.indicators import Point, format_value
from app.domain.vocabulary import Language
from app.reports.charts import Palette, Pen, blank
from app.reports.label_room import LabelRoom
from app.reports.model import IndicatorCurve, TargetMark


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """What the legend of an indicator's chart says, and what stands where nothing is known."""

    baseline: str
    readings: str
    line: str
    target: str
    nothing: str


def indicator_words(language: Language) -> IndicatorWords:
    names = (field.name for field in fields(IndicatorWords))
    return IndicatorWords(**{name: texts.text(f"chart.{name}", language) for name in names})


def indicator_chart(
    curve: IndicatorCurve,
    words: IndicatorWords,
    palette: Palette,
    width: float,
    height: float,
    font: str,
    size: float = 9,
) -> Drawing:
    """Baseline, readings, the straight line to each target, and the targets, over whole years."""
    drawing = blank(width, height, palette, font)
    pen = Pen(font, size)
    plot = _plot(curve, pen, width, height)
    if plot is None:
        room = width - 2 * size
        drawing.add(pen.text(width / 2, height / 2, words.nothing, palette.muted, room, "middle"))
        return drawing
    _grid(drawing, pen, plot, palette)
    labels = LabelRoom((plot.left, 0.8 * size, width, height - 2.2 * size))
    targets = sorted(curve.targets, key=lambda target: target.year or 0, reverse=True)
    for x, y in _marks(plot, curve):
        labels.take((x - 0.4 * size, y - 0.4 * size, x + 0.4 * size, y + 0.4 * size))
    for target in targets:
        _target(drawing, pen, plot, palette, curve.baseline, target)
    for target in targets:
        _target_label(drawing, pen, plot, palette, labels, curve.baseline, target)
    _readings(drawing, pen, plot, palette, curve)
    _value_label(drawing, pen, plot, palette, labels, curve)
    _curve_legend(drawing, pen, words, palette, (plot.left, height - size), width)
    return drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where days and values are on the drawing: whole years across, values upwards."""

    left: float
    bottom: float
    width: float
    height: float
    first_year: int
    last_year: int
    low: float
    high: float
    step: float

    def x(self, on: date) -> float:
        start = date(self.first_year, 1, 1)
        days = (date(self.last_year, 12, 31) - start).days
        return self.left + self.width * (on - start).days / days

    def y(self, value: float) -> float:
        return self.bottom + self.height * (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]


def _plot(curve: IndicatorCurve, pen: Pen, width: float, height: float) -> _Plot | None:
    if curve.empty:
        return None
    points = [*curve.readings, *([curve.baseline] if curve.baseline else [])]
    years = [point.on.year for point in points]
    years += [target.year for target in curve.targets if target.year is not None]
    years = years or [curve.year]
    values = [point.value for point in points] + [target.value for target in curve.targets]
    low, high, step = _scale(values)
    ticks = (low, high, high - step)
    left = max(pen.width(format_value(value)) for value in ticks) + pen.size
    head, foot = 3.6 * pen.size, 1.8 * pen.size
    room = (width - left - pen.size, height - head - foot)
    return _Plot(left, foot, *room, min(years), max(years), low, high, step)


def _scale(values: Sequence[float]) -> tuple[float, float, float]:
    """Round numbers around the values, from 0 unless they lie close together far from it.

    What is counted in whole numbers is shown in whole numbers.
    """
    lowest, highest = min(values), max(values)
    if lowest >= 0 and (highest == lowest or highest - lowest > highest / 4):
        lowest = 0.0
    span = (highest - lowest) or abs(highest) or 1.0
    power = 10 ** floor(log10(span / 4))
    step = next(power * part for part in (1, 2, 2.5, 5, 10) if power * part >= span / 4)
    if all(value == int(value) for value in values):
        step = max(step, 1)
    low, high = floor(lowest / step) * step, ceil(highest / step) * step
    return low, high if high > low else low + step, step


def _grid(drawing: Drawing, pen: Pen, plot: _Plot, palette: Palette) -> None:
    right, top = plot.left + plot.width, plot.bottom + plot.height
    for value in plot.ticks():
        y = plot.y(value)
        drawing.add(Line(plot.left, y, right, y, strokeColor=palette.grid, strokeWidth=0.5))
        shown = format_value(float(f"{value:.6g}"))
        x = plot.left - pen.size / 2
        drawing.add(pen.text(x, y - 0.36 * pen.size, shown, palette.muted, plot.left, "end"))
    count = plot.last_year - plot.first_year + 1
    # As many years get a name as there is room for.
    every = ceil(count * pen.width("2025  ") / plot.width)
    for year in range(plot.first_year, plot.last_year + 1):
        x = plot.x(date(year, 1, 1))
        drawing.add(Line(x, plot.bottom, x, top, strokeColor=palette.grid, strokeWidth=0.5))
        if not (year - plot.first_year) % every:
            middle = x + plot.width / count / 2
            drawing.add(pen.text(middle, 0.4 * pen.size, str(year), palette.muted, 60, "middle"))


def _marks(plot: _Plot, curve: IndicatorCurve) -> Iterator[tuple[float, float]]:
    """Where baseline, readings and targets are on the drawing."""
    for point in (*curve.readings, *((curve.baseline,) if curve.baseline else ())):
        yield plot.x(point.on), plot.y(point.value)
    for target in curve.targets:
        if target.year is not None:
            yield plot.x(date(target.year, 12, 31)), plot.y(target.value)


def _target(
    drawing: Drawing,
    pen: Pen,
    plot: _Plot,
    palette: Palette,
    baseline: Point | None,
    target: TargetMark,
) -> None:
    """A triangle at the end of its year with the line that leads there, else a line across."""
    y = plot.y(target.value)
    if target.year is None:
        drawing.add(_dashes(plot.left, y, plot.left + plot.width, y, palette))
        return
    end = date(target.year, 12, 31)
    x = plot.x(end)
    if baseline is not None and baseline.on < end:
        drawing.add(_dashes(plot.x(baseline.on), plot.y(baseline.value), x, y, palette))
    drawing.add(_triangle(x, y, pen.size, palette))


def _target_label(
    drawing: Drawing,
    pen: Pen,
    plot: _Plot,
    palette: Palette,
    room: LabelRoom,
    baseline: Point | None,
    target: TargetMark,
) -> None:
    """What is to be reached, on the side that the line does not come from if there is room."""
    right, y, size = plot.left + plot.width, plot.y(target.value), pen.size
    x = right if target.year is None else plot.x(date(target.year, 12, 31))
    rises = baseline is None or target.year is None or baseline.value < target.value
    width = pen.width(target.label)
    left = min(x - width / 2, right + size / 2 - width)
    below, above = y - 1.6 * size, y + 0.8 * size
    sides = (below, above) if rises else (above, below)
    beside = x - size - width
    places = [(left, side) for side in sides]
    places += [(beside, side) for side in (y - 0.3 * size, *sides)]
    x, y = room.found(places, width, size)
    _label(drawing, pen, palette, (x, y), target.label)


def _value_label(
    drawing: Drawing,
    pen: Pen,
    plot: _Plot,
    palette: Palette,
    room: LabelRoom,
    curve: IndicatorCurve,
) -> None:
    """The last reading in figures, beside its dot."""
    if not curve.readings:
        return
    last, size = curve.readings[-1], pen.size
    x, y = plot.x(last.on), plot.y(last.value)
    shown = format_value(last.value)
    width = pen.width(shown)
    # Above and below it, close by or a little further off, and at its right.
    places = [(x - width / 2, y + part * size) for part in (0.7, -1.5, 1.3, -2.1)]
    places.append((x + 0.7 * size, y - 0.3 * size))
    x, y = room.found(places, width, size)
    drawing.add(pen.text(x, y, shown, palette.accent, 80))


def _label(
    drawing: Drawing, pen: Pen, palette: Palette, place: tuple[float, float], text: str
) -> None:
    """A text that can be read where lines run below it."""
    (x, y), width = place, pen.width(text)
    behind = Rect(x, y - 0.2 * pen.size, width, 1.1 * pen.size)
    behind.fillColor, behind.strokeColor = palette.background or HexColor(0xFFFFFF), None
    drawing.add(behind)
    drawing.add(pen.text(x, y, text, palette.text, width))


def _readings(
    drawing: Drawing, pen: Pen, plot: _Plot, palette: Palette, curve: IndicatorCurve
) -> None:
    """Readings as dots on a line; the baseline as a hollow square."""
    points = [(plot.x(point.on), plot.y(point.value)) for point in curve.readings]
    start = curve.baseline
    path = [(plot.x(start.on), plot.y(start.value))] if start else []
    if len(path + points) > 1:
        flat = [part for point in sorted(path + points) for part in point]
        drawing.add(PolyLine(flat, strokeColor=palette.accent, strokeWidth=1.5))
    for x, y in points:
        drawing.add(_dot(x, y, pen.size, palette))
    for x, y in path:
        drawing.add(_square(x, y, pen.size, palette))


def _curve_legend(
    drawing: Drawing,
    pen: Pen,
    words: IndicatorWords,
    palette: Palette,
    place: tuple[float, float],
    width: float,
) -> None:
    """The four marks with their words, in one line."""
    x, y = place
    needed = sum(
        pen.width(word) + 2.6 * pen.size
        for word in (words.baseline, words.readings, words.line, words.target)
    )
    # Smaller rather than cut off.
    pen = Pen(pen.font, pen.size * min(1.0, (width - x) / needed))
    middle = y + 0.3 * pen.size
    marks = (
        (words.baseline, lambda at: _square(at, middle, pen.size, palette)),
        (words.readings, lambda at: _dot(at, middle, pen.size, palette)),
        (words.line, lambda at: _dashes(at - 5, middle, at + 5, middle, palette)),
        (words.target, lambda at: _triangle(at, middle, pen.size, palette)),
    )
    for word, mark in marks:
        drawing.add(mark(x + pen.size * 0.6))
        drawing.add(pen.text(x + 1.4 * pen.size, y, word, palette.muted, width))
        x += pen.width(word) + 2.6 * pen.size


def _dashes(x: float, y: float, to_x: float, to_y: float, palette: Palette) -> Line:
    line = Line(x, y, to_x, to_y)
    line.strokeColor, line.strokeWidth, line.strokeDashArray = palette.muted, 1, (4, 3)
    return line


def _dot(x: float, y: float, size: float, palette: Palette) -> Circle:
    shape = Circle(x, y, size * 0.28)
    shape.fillColor = shape.strokeColor = palette.accent
    return shape


def _square(x: float, y: float, size: float, palette: Palette) -> Rect:
    half = size * 0.32
    shape = Rect(x - half, y - half, 2 * half, 2 * half)
    shape.fillColor, shape.strokeColor = palette.background or HexColor(0xFFFFFF), palette.text
    return shape


def _triangle(x: float, y: float, size: float, palette: Palette) -> Polygon:
    half = size * 0.4
    shape = Polygon([x - half, y - half, x + half, y - half, x, y + half])
    shape.fillColor = shape.strokeColor = palette.text
    return shape
