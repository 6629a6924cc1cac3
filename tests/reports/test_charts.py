"""Charts and their pictures."""

from io import BytesIO

import pytest
from PIL import Image
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import HexColor

from app.reports.bitmap import png
from app.reports.charts import (
    PRINT,
    Bar,
    ProgressBar,
    ProgressWords,
    article_progress_chart,
    four_changes_chart,
)
from app.reports.fonts import font_set

WORDS = ProgressWords("已完成", "推进中", "未开始", "得分")


@pytest.fixture
def font() -> str:
    return font_set("zh", folders=()).chains["body"][0].name


def strings(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def bars(drawing: Drawing, color: object) -> list[float]:
    return [
        shape.width
        for shape in drawing.contents
        if isinstance(shape, Rect) and shape.fillColor == color
    ]


def test_bars_are_as_long_as_their_points(font: str) -> None:
    chart = four_changes_chart(
        [Bar("标准供给", 50), Bar("标准运用", 100), Bar("标准化工作", None)], PRINT, 400, 150, font
    )
    half, full = bars(chart, PRINT.accent)
    assert half == pytest.approx(full / 2)
    assert {"标准供给", "50", "100", "—"} <= set(strings(chart))


def test_shares_of_an_article_add_up_and_show_their_counts(font: str) -> None:
    chart = article_progress_chart(
        [ProgressBar("第一条", 3, 4, 5, 61.25)], WORDS, PRINT, 400, 100, font
    )
    done = max(bars(chart, PRINT.done))
    assert max(bars(chart, PRINT.started)) == pytest.approx(done * 4 / 3)
    assert {"3", "4", "5", "61.2", "已完成"} <= set(strings(chart))


def test_an_article_to_which_nothing_applies_has_an_empty_bar(font: str) -> None:
    chart = article_progress_chart(
        [ProgressBar("第一条", 0, 0, 0, None)], WORDS, PRINT, 400, 100, font
    )
    assert max(bars(chart, PRINT.track)) > 100
    assert "—" in strings(chart)


def test_long_labels_are_shortened(font: str) -> None:
    chart = four_changes_chart([Bar("很长的名称" * 20, 10)], PRINT, 300, 80, font)
    assert any(text.endswith("…") for text in strings(chart))


def test_pictures_are_transparent_or_on_their_background(font: str) -> None:
    chart = four_changes_chart([Bar("标准供给", 50)], PRINT, 200, 80, font)
    clear = Image.open(BytesIO(png(chart, 2)))
    assert clear.size == (400, 160)
    assert clear.mode == "RGBA"
    assert clear.getpixel((1, 1))[3] == 0
    filled = Image.open(BytesIO(png(chart, 2, HexColor(0x102030)))).convert("RGB")
    assert filled.getpixel((1, 1)) == (0x10, 0x20, 0x30)
    red, green, blue = filled.getpixel((160, 63))
    assert (red, green, blue) != (0x10, 0x20, 0x30)
