"""The pilot over time: its period, where it stands today, its stages, and the tasks of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

from app.reports.charts import Palette, Pen, blank
from app.reports.figures import DueTask, Milestone, Timeline


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """What the legend says of tasks."""

    done: str
    open: str


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days across the drawing, whole years."""

    left: float
    width: float
    first_year: int
    last_year: int

    def x(self, on: date) -> float:
        start, end = date(self.first_year, 1, 1), date(self.last_year + 1, 1, 1)
        share = (on - start).days / (end - start).days
        return self.left + self.width * min(max(share, 0.0), 1.0)


def timeline_chart(
    timeline: Timeline,
    words: TimelineWords,
    palette: Palette,
    width: float,
    height: float,
    font: str,
    size: float = 9,
) -> Drawing:
    """A bar for the period, filled up to today; milestones above, tasks below, one dot each."""
    drawing = blank(width, height, palette, font)
    pen = Pen(font, size)
    named = _named(timeline)
    days = [one.on for one in named if one is not timeline.today]
    axis = _Axis(size, width - 2 * size, min(days).year, max(days).year)
    bar = height * 0.48
    _years(drawing, pen, axis, palette, bar, height)
    _period(drawing, pen, axis, palette, bar, timeline)
    _milestones(drawing, pen, axis, palette, bar, named)
    _tasks(drawing, pen, axis, palette, bar, timeline.tasks)
    if timeline.tasks:
        _legend(drawing, pen, words, palette)
    return drawing


def _named(timeline: Timeline) -> list[Milestone]:
    ends = (timeline.start, timeline.end, timeline.today)
    return sorted((*timeline.milestones, *ends), key=lambda one: one.on)


def _years(
    drawing: Drawing, pen: Pen, axis: _Axis, palette: Palette, bar: float, height: float
) -> None:
    for year in range(axis.first_year, axis.last_year + 2):
        x = axis.x(date(year, 1, 1))
        drawing.add(Line(x, 1.8 * pen.size, x, height, strokeColor=palette.grid, strokeWidth=0.5))
        if year <= axis.last_year:
            middle = (x + axis.x(date(year + 1, 1, 1))) / 2
            drawing.add(
                pen.text(middle, bar - 2.4 * pen.size, str(year), palette.muted, 60, "middle")
            )


def _period(
    drawing: Drawing, pen: Pen, axis: _Axis, palette: Palette, bar: float, timeline: Timeline
) -> None:
    start, end = axis.x(timeline.start.on), axis.x(timeline.end.on)
    reached = min(max(axis.x(timeline.today.on), start), end)
    for right, fill in ((end, palette.started), (reached, palette.accent)):
        shape = Rect(start, bar - 0.5 * pen.size, right - start, pen.size)
        shape.fillColor, shape.strokeColor = fill, None
        drawing.add(shape)


def _milestones(
    drawing: Drawing,
    pen: Pen,
    axis: _Axis,
    palette: Palette,
    bar: float,
    milestones: Sequence[Milestone],
) -> None:
    """Names above the bar, each on the lowest level where it has room."""
    taken: list[float] = []
    names: list[Rect | String] = []
    right = axis.left + axis.width
    for one in milestones:
        x, wide = axis.x(one.on), pen.width(one.label)
        left = min(max(x - wide / 2, 0.0), right + pen.size - wide)
        level = next((n for n, end in enumerate(taken) if end < left), len(taken))
        taken[level : level + 1] = [left + wide + pen.size]
        y = bar + (1.6 + 1.5 * level) * pen.size
        drawing.add(Line(x, bar, x, y, strokeColor=palette.muted, strokeWidth=0.5))
        behind = Rect(left, y - 0.1 * pen.size, wide, 1.2 * pen.size)
        behind.fillColor, behind.strokeColor = palette.background or HexColor(0xFFFFFF), None
        names += [behind, pen.text(left, y + 0.1 * pen.size, one.label, palette.text, wide + 1)]
    # Lines that lead past a lower name run behind it.
    for shape in names:
        drawing.add(shape)
    for one in milestones:
        drawing.add(_diamond(axis.x(one.on), bar, pen.size, palette))


def _diamond(x: float, y: float, size: float, palette: Palette) -> Polygon:
    half = size * 0.55
    shape = Polygon([x, y - half, x + half, y, x, y + half, x - half, y])
    shape.fillColor, shape.strokeColor = palette.background or HexColor(0xFFFFFF), palette.text
    return shape


def _tasks(
    drawing: Drawing,
    pen: Pen,
    axis: _Axis,
    palette: Palette,
    bar: float,
    tasks: Sequence[DueTask],
) -> None:
    """Dots hang below the years, those of one month above each other."""
    top, floor = bar - 3.4 * pen.size, 2.2 * pen.size
    months: dict[tuple[int, int], list[DueTask]] = {}
    for task in sorted(tasks, key=lambda task: (task.on, not task.done)):
        months.setdefault((task.on.year, task.on.month), []).append(task)
    deepest = max((len(due) for due in months.values()), default=1)
    pitch = min(0.9 * pen.size, (top - floor) / deepest)
    for (year, month), due in months.items():
        if not axis.first_year <= year <= axis.last_year:
            continue
        for depth, task in enumerate(due):
            x, y = axis.x(date(year, month, 15)), top - pitch * depth
            drawing.add(_dot(x, y, min(pitch, pen.size), task.done, palette))


def _dot(x: float, y: float, size: float, done: bool, palette: Palette) -> Circle:
    shape = Circle(x, y, size * 0.36)
    shape.strokeColor, shape.strokeWidth = palette.accent, 0.8
    shape.fillColor = palette.accent if done else palette.background or HexColor(0xFFFFFF)
    return shape


def _legend(drawing: Drawing, pen: Pen, words: TimelineWords, palette: Palette) -> None:
    x, y = pen.size, 0.4 * pen.size
    for word, done in ((words.done, True), (words.open, False)):
        drawing.add(_dot(x + 0.4 * pen.size, y + 0.35 * pen.size, pen.size, done, palette))
        drawing.add(pen.text(x + 1.4 * pen.size, y, word, palette.muted, 200))
        x += pen.width(word) + 3.4 * pen.size
