"""The radar of the four changes and the timeline of the pilot."""

from datetime import date
from itertools import pairwise
from math import hypot

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Polygon, Rect, String

from app.reports.charts import PRINT
from app.reports.figures import Axis, DueTask, Milestone, Radar, Timeline
from app.reports.fonts import font_set
from app.reports.radar_chart import radar_chart
from app.reports.timeline_chart import TimelineWords, timeline_chart

WORDS = TimelineWords("已完成", "未完成")
SERIES = ("本次", "上次", "目标")


@pytest.fixture
def font() -> str:
    return font_set("zh", folders=()).chains["body"][0].name


def strings(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def outlines(drawing: Drawing, color: object) -> list[list[float]]:
    return [
        shape.points
        for shape in drawing.contents
        if isinstance(shape, Polygon) and shape.strokeColor == color and shape.fillColor is None
    ]


def radar(*points: tuple[float | None, ...]) -> Radar:
    names = ("标准供给", "标准运用", "标准化工作", "标准化发展")
    axes = tuple(Axis(name, one) for name, one in zip(names, points, strict=True))
    return Radar(axes, SERIES)


def test_corners_are_as_far_out_as_their_points(font: str) -> None:
    shown = radar((80, 40, 100), (40, 40, 100), (20, 40, 100), (None, 40, 100))
    drawing = radar_chart(shown, PRINT, 400, 300, font)
    (now,), (last,), (goal,) = (
        outlines(drawing, color) for color in (PRINT.accent, PRINT.muted, PRINT.text)
    )
    middle = (goal[0], goal[3])
    reach = hypot(goal[0] - middle[0], goal[1] - middle[1])
    rings = [one.points for one in drawing.contents if getattr(one, "points", None)]
    assert goal == pytest.approx(rings[0])

    def share(points: list[float]) -> list[float]:
        pairs = zip(points[::2], points[1::2], strict=True)
        return [hypot(x - middle[0], y - middle[1]) / reach for x, y in pairs]

    assert share(now) == pytest.approx([0.8, 0.4, 0.2, 0], abs=1e-6)
    assert share(last) == pytest.approx([0.4] * 4)
    assert {"标准供给", "80", "—", *SERIES} <= set(strings(drawing))


def test_a_series_of_which_nothing_is_known_is_left_out(font: str) -> None:
    drawing = radar_chart(radar(*[(50, None, 90)] * 4), PRINT, 400, 300, font)
    assert "上次" not in strings(drawing)
    assert outlines(drawing, PRINT.muted) == []


def timeline(today: date, *tasks: DueTask, milestones: tuple[Milestone, ...] = ()) -> Timeline:
    start, end = Milestone("启动", date(2024, 1, 1)), Milestone("期满", date(2026, 12, 31))
    return Timeline(start, end, Milestone("填报", today), milestones, tasks)


def bars(drawing: Drawing, color: object) -> list[float]:
    return [
        shape.width
        for shape in drawing.contents
        if isinstance(shape, Rect) and shape.fillColor == color
    ]


@pytest.mark.parametrize(
    ("today", "share"),
    [(date(2023, 5, 1), 0.0), (date(2025, 7, 2), 0.5), (date(2027, 1, 1), 1.0)],
)
def test_the_bar_is_filled_up_to_today(font: str, today: date, share: float) -> None:
    drawing = timeline_chart(timeline(today), WORDS, PRINT, 400, 150, font)
    (whole,), (reached,) = bars(drawing, PRINT.started), bars(drawing, PRINT.accent)
    assert reached / whole == pytest.approx(share, abs=0.01)
    assert {"启动", "期满", "填报", "2024", "2025", "2026"} <= set(strings(drawing))
    assert "已完成" not in strings(drawing)


def test_every_task_has_its_dot_filled_when_done(font: str) -> None:
    tasks = [DueTask(date(2025, 3, day), day % 2 == 0) for day in range(1, 21)]
    drawing = timeline_chart(timeline(date(2025, 7, 2), *tasks), WORDS, PRINT, 400, 150, font)
    dots = [shape for shape in drawing.contents if isinstance(shape, Circle)]
    # One of each kind stands in the legend.
    assert sum(dot.fillColor == PRINT.accent for dot in dots) == 10 + 1
    assert len(dots) == 20 + 2
    assert all(dot.cy > 0 for dot in dots)


def test_names_of_one_time_do_not_cover_each_other(font: str) -> None:
    stages = tuple(Milestone(f"第{number}次快照", date(2025, 7, number)) for number in range(1, 5))
    drawing = timeline_chart(
        timeline(date(2025, 7, 2), milestones=stages), WORDS, PRINT, 400, 200, font
    )
    names = [
        shape
        for shape in drawing.contents
        if isinstance(shape, String) and not shape.text.isdecimal()
    ]
    heights = sorted(shape.y for shape in names if "快照" in shape.text or shape.text == "填报")
    assert all(above - below > 9 for below, above in pairwise(heights))
