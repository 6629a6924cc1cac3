from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.scoring import Tally
from app.domain.vocabulary import Progress
from app.queries.indicators import indicator
from app.services.answers import edit_answer
from app.services.indicators import edit_indicator
from app.services.measurements import set_reading
from app.services.profile import edit_profile
from app.views.desk import Desk
from app.views.overview.articles_table import _widths, progress_text
from app.views.overview.page import OverviewPage


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> Iterator[OverviewPage]:
    return shown(filled_desk, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> OverviewPage:
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 660)
    page.refresh()
    page.show()
    qtbot.waitUntil(lambda: bool(page._findings.figure()) and page.chart.rendered, timeout=20_000)
    return page


def test_numbers_are_there_before_anything_is_computed_beside(
    filled_desk: Desk, qtbot: QtBot
) -> None:
    page = OverviewPage(filled_desk)
    qtbot.addWidget(page)
    page.refresh()
    assert page._days.figure() == "298"
    assert page._done.figure() == "1 / 87"
    assert page._evidence.figure() == "2"
    assert "非官方模板" in page._score.note()
    assert page.table.rows_model.rowCount() == 8
    assert page._findings.figure() == ""


def test_findings_follow_after_the_first_paint(page: OverviewPage) -> None:
    assert int(page._findings.figure()) > 80
    assert page.steps.links()


def test_indicators_are_counted_by_pace(page: OverviewPage, qtbot: QtBot) -> None:
    workbook, today = page.desk.workbook, page.desk.today()
    assert (page._indicators.figure(), page._indicators.note()) == ("—", "No values yet")
    cycle = indicator(workbook, "IND-OUT-2", today).id
    set_reading(workbook, cycle, date(2025, 5, 31), today, value=17)
    share = indicator(workbook, "IND-OUT-1", today).id
    edit_indicator(workbook, share, baseline=30.0, baseline_on=date(2022, 12, 31))
    set_reading(workbook, share, date(2025, 5, 31), today, value=31)
    page.refresh()
    qtbot.waitUntil(lambda: page._indicators.figure() == "1 / 2")
    assert page._indicators.note() == "0 on track, 1 behind, 2 without a value"


def test_a_step_goes_to_its_place(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.go_to) as wanted:
        page.steps.links()[0].click()
    assert wanted.args == [Place("requirement", "N29-1.02", "progress")]


def test_a_card_opens_its_page(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page._findings._title.click()
    assert wanted.args == ["checks"]


def test_an_article_opens_at_its_first_open_requirement(page: OverviewPage, qtbot: QtBot) -> None:
    page.table.select_first()
    with qtbot.waitSignal(page.desk.go_to) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args[0].id == "N29-1.02"


def test_the_chart_is_said_in_words_too(page: OverviewPage) -> None:
    said = page.chart.accessibleDescription()
    first, second = said.splitlines()[:2]
    assert first.startswith("标准供给")
    assert first.endswith("5")
    assert second.endswith("0")


def test_the_chart_follows_the_data(page: OverviewPage, qtbot: QtBot) -> None:
    before: QImage = page.chart._image.copy()
    edit_answer(page.desk.workbook, "N29-2.01", progress=Progress.DONE, level=4)
    page.refresh()
    qtbot.waitUntil(lambda: page.chart._image != before, timeout=20_000)
    assert page._done.figure() == "2 / 87"


def test_the_chart_has_the_pixels_of_the_screen(page: OverviewPage) -> None:
    image = page.chart._image
    assert not image.isNull()
    wanted = page.chart._wanted
    assert wanted is not None
    assert image.width() == round(wanted[1].width * page.chart.devicePixelRatioF())


def test_the_pilot_period(desk: Desk, qtbot: QtBot) -> None:
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    for end, figure in ((date(2025, 6, 1), "0"), (None, "—"), (date(2025, 5, 31), "Over")):
        edit_profile(desk.workbook, end=end)
        page.refresh()
        assert page._days.figure() == figure


def test_parts_of_the_bar_fill_it_and_none_vanishes() -> None:
    assert sum(_widths([1, 0, 11], 200)) == 200
    assert _widths([1, 0, 99], 200)[0] >= 20
    assert _widths([0, 0, 0], 200) == [0, 0, 0]


def test_the_bar_is_said_in_words(desk: Desk) -> None:
    tally = Tally(total=12, applicable=10, started=5, done=2, rated=3)
    assert progress_text(desk, tally) == "已完成 2，推进中 3，未开始 5，不适用 2"


def test_the_table_is_a_proper_model(page: OverviewPage) -> None:
    model = page.table.model()
    assert isinstance(model, QAbstractItemModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refresh()


def test_narrow_windows_stack_the_sections(page: OverviewPage, qtbot: QtBot) -> None:
    page.resize(610, 500)
    qtbot.waitUntil(lambda: page._chart_card.x() == page._articles_card.x())
    assert page._chart_card.y() > page._steps_card.y() > page._articles_card.y()
    assert page.table.horizontalScrollBar().maximum() == 0
