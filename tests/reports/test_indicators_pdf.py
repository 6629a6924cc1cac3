"""Charts of the indicators in the PDF file: the drawings of the one definition, as vectors."""

from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from reportlab.graphics.shapes import String

from app.domain.vocabulary import Language, Origin, Text
from app.queries.indicators import indicators
from app.reports.charts import PRINT
from app.reports.fonts import font_set
from app.reports.indicator_chart import indicator_chart, indicator_words
from app.reports.model import Report
from app.services.indicators import add_indicator, edit_indicator
from app.services.measurements import set_reading, set_target
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY, as_pdf, bare, made, running_text


@pytest.fixture
def measured(filled: Workbook) -> Workbook:
    """A baseline, readings and an own target; one measured without a target of its own.

    Of two there are targets alone, of one nothing is known.
    """
    row, other = indicators(filled, TODAY)[:2]
    edit_indicator(filled, other.id, baseline=24, baseline_on=date(2022, 12, 31))
    edit_indicator(filled, row.id, baseline=31, baseline_on=date(2022, 12, 31))
    set_reading(filled, row.id, date(2023, 12, 31), TODAY, value=40)
    set_reading(filled, row.id, date(2024, 12, 31), TODAY, value=46.5)
    set_target(filled, row.id, Origin.PILOT, 2025, 55)
    add_indicator(filled, title=Text("空白指标", "An empty indicator"))
    return filled


def chart_texts(report: Report) -> list[list[str]]:
    """What the charts of a report say, from their definition."""
    font = font_set(report.language, folders=()).chains["body"][0].name
    words = indicator_words(report.language)
    charts = [
        indicator_chart(entry.curve, words, PRINT, 300, 160, font)
        for entry in report.indicators
        if entry.curve.measured
    ]
    return [[it.text for it in one.contents if isinstance(it, String)] for one in charts]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_indicator_that_was_measured_has_its_chart(
    measured: Workbook, tmp_path: Path, language: Language
) -> None:
    report = made(measured, language)
    text = running_text(as_pdf(report, tmp_path), report)
    charts = chart_texts(report)
    assert len(charts) == len(report.indicators) - 3 == 2
    for texts in charts:
        assert [one for one in texts if bare(one) not in text] == []
    assert text.count(bare(indicator_words(language).line)) == len(charts)
    mark = "（单位：" if language == "zh" else "(unit:"
    shown = [bare(f"{one.code} {one.title} {mark}") in text for one in report.indicators]
    assert shown == [True] * 2 + [False] * 3


def test_the_targets_drawn_are_those_that_the_region_is_held_to(measured: Workbook) -> None:
    first, second, *_ = made(measured).indicators
    assert [mark.label for mark in first.curve.targets] == ["≥55%（2025年）"]
    assert [mark.label for mark in second.curve.targets] == ["≤18个月（2025年）"]
    assert [point.value for point in first.curve.readings] == [40, 46.5]


def test_charts_are_vectors(measured: Workbook, tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(as_pdf(made(measured), tmp_path))
    pages = [page for page in document if "46.5" in page.get_textpage().get_text_range()]
    kinds = [one.type for page in pages for one in page.get_objects(max_depth=4)]
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in kinds
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
