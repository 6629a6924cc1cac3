"""An indicator over time."""

from datetime import date

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String

from app.domain.indicators import Point
from app.reports.charts import PRINT
from app.reports.fonts import font_set
from app.reports.indicator_chart import IndicatorWords, indicator_chart
from app.reports.model import IndicatorCurve, TargetMark

WORDS = IndicatorWords("基线", "实际值", "直线", "目标", "没有数据")
BASE = Point(date(2022, 12, 31), 30)
READINGS = (Point(date(2023, 12, 31), 40), Point(date(2024, 12, 31), 45))
TARGET = TargetMark("＞50%（2025年）", 50, 2025)


def curve(
    baseline: Point | None, readings: tuple[Point, ...], targets: tuple[TargetMark, ...]
) -> IndicatorCurve:
    return IndicatorCurve(baseline, readings, targets, year=2026)


def draw(drawn: IndicatorCurve) -> Drawing:
    font = font_set("zh", folders=()).chains["body"][0].name
    return indicator_chart(drawn, WORDS, PRINT, 400, 200, font)


def strings(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def dashes(drawing: Drawing) -> list[Line]:
    """Dashed lines but that of the legend."""
    lines = [it for it in drawing.contents if isinstance(it, Line) and it.strokeDashArray]
    return [it for it in lines if it.x2 - it.x1 > 10.5]


def test_shows_baseline_values_line_and_target() -> None:
    chart = draw(curve(BASE, READINGS, (TARGET,)))
    # One more of each is in the legend.
    assert sum(isinstance(it, Circle) for it in chart.contents) == len(READINGS) + 1
    assert sum(isinstance(it, Polygon) for it in chart.contents) == 2
    assert sum(isinstance(it, Rect) and it.strokeColor == PRINT.text for it in chart.contents) == 2
    assert {"2022", "2023", "2024", "2025", "0", "60", "45", "＞50%（2025年）"} <= set(
        strings(chart)
    )
    (line,) = dashes(chart)
    assert line.x1 < line.x2
    assert line.y1 < line.y2


def test_a_target_without_a_year_is_a_line_across() -> None:
    (line,) = dashes(draw(curve(BASE, READINGS, (TargetMark("≥60", 60, None),))))
    assert line.y1 == line.y2


@pytest.mark.parametrize(
    "drawn",
    [
        curve(None, (), (TARGET,)),
        curve(BASE, (), ()),
        curve(None, READINGS[:1], ()),
        curve(None, (Point(date(2024, 1, 1), 0),), ()),
        curve(None, (Point(date(2024, 1, 1), -3),), ()),
        curve(Point(date(2025, 12, 31), 7), (), (TARGET,)),
        curve(None, (Point(date(1990, 1, 1), 1e12), Point(date(2024, 1, 1), 1)), ()),
    ],
)
def test_what_is_missing_is_left_out(drawn: IndicatorCurve) -> None:
    chart = draw(drawn)
    assert WORDS.baseline in strings(chart)
    assert not dashes(chart)


def test_a_target_alone_without_a_year_stands_in_the_present_one() -> None:
    chart = draw(curve(None, (), (TargetMark("≥60", 60, None),)))
    assert {"2026", "≥60"} <= set(strings(chart))
    (line,) = dashes(chart)
    assert line.y1 == line.y2


def test_nothing_at_all_is_said() -> None:
    assert strings(draw(curve(None, (), ()))) == ["没有数据"]


def test_no_label_lies_on_another_or_on_a_mark() -> None:
    """The last value is at the target of its year, and the next target is close."""
    readings = (*READINGS, Point(date(2025, 12, 31), 49))
    chart = draw(curve(BASE, readings, (TARGET, TargetMark("＞52%（2026年）", 52, 2026))))
    labels = [
        shape
        for shape in chart.contents
        if isinstance(shape, String) and shape.text in (TARGET.label, "＞52%（2026年）", "49")
    ]
    assert len(labels) == 3
    boxes = [shape.getBounds() for shape in labels]
    triangles = [it.getBounds() for it in chart.contents if isinstance(it, Polygon)]
    for number, one in enumerate(boxes):
        assert 0 <= one[0] < one[2] <= chart.width
        for other in (*boxes[number + 1 :], *triangles):
            apart_across = one[2] <= other[0] or other[2] <= one[0]
            assert apart_across or one[3] <= other[1] or other[3] <= one[1]
