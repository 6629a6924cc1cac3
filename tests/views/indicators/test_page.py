"""The table of indicators and the selected one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.indicators import Point
from app.domain.vocabulary import Text
from app.services.indicators import add_preset
from app.services.undo import undo
from app.services.workbooks import Workbook, open_workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.indicators.form import with_text
from app.views.indicators.page import IndicatorsPage
from tests.views.conftest import TODAY
from tests.views.indicators.steps import codes, enter, settled, stored


def test_says_all_of_an_indicator_in_a_row(page: IndicatorsPage) -> None:
    QAbstractItemModelTester(page.table.rows_model, page)
    texts = [page.table.filter.index(0, n).data() for n in range(9)]
    assert texts == [
        "IND-OUT-1",
        "科技计划项目形成标准研究成果的比率",
        "%",
        "31%",
        "47% (2024年12月31日)",
        "＞50%（2025年）",
        "94%",
        "进度正常",
        "",
    ]
    icon = page.table.filter.index(0, 7).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(icon, QIcon)
    tip = page.table.filter.index(0, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert "《纲要》: ＞50%（2025年）；本试点: ＞50%（2025年）" in tip


def test_filters_as_one_types(page: IndicatorsPage) -> None:
    page.filter.setText("制定周期")
    assert codes(page) == ["IND-OUT-2"]
    page.filter.setText("ｉｎｄ－ｏｕｔ－3")
    assert codes(page) == ["IND-OUT-3"]
    page.filter.setText("没有这样的")
    assert codes(page) == []
    assert page._empty.isVisible()


def test_stale_and_unverified_are_said_in_words(qtbot: QtBot, page: IndicatorsPage) -> None:
    add_preset(page.desk.workbook, "IND-ZJ-2")
    page.refresh()
    settled(qtbot, page)
    assert page.details.row is not None
    assert page.details.row.code == "IND-ZJ-2"
    assert page.details.mark.text() == "? To be verified"
    last = page.table.filter.rowCount() - 1
    assert page.table.filter.index(last, 8).data() == "To be verified"


def test_a_finding_leads_to_its_place(qtbot: QtBot, page: IndicatorsPage) -> None:
    third = stored(page, "IND-OUT-3")
    page.go_to(Place("indicator", third.id, "targets"))
    assert page.details.row == third
    assert page.details.tabs.currentWidget() is page.details.targets


def test_explains_the_pace(page: IndicatorsPage) -> None:
    assert "43.67%" in page.details.standing.text()


def test_the_chart_follows_the_values(qtbot: QtBot, page: IndicatorsPage) -> None:
    chart = page.details.chart
    qtbot.waitUntil(lambda: chart.rendered, timeout=20_000)
    assert "38.5%" in chart.accessibleDescription()
    before = chart._image.copy()
    enter(page.details.readings, 1, "value", "49")
    settled(qtbot, page)
    qtbot.waitUntil(lambda: chart.rendered and chart._image != before, timeout=20_000)


def test_fields_save_themselves(qtbot: QtBot, page: IndicatorsPage) -> None:
    form = page.details.form
    form.texts["meaning"].editor.setPlainText("按验收项目计。")
    form.flush()
    form.verified.setChecked(False)
    settled(qtbot, page)
    row = stored(page)
    assert row.meaning.zh == "按验收项目计。"
    assert row.meaning.en != row.meaning.zh
    assert not row.verified


def test_a_baseline_needs_both_halves(qtbot: QtBot, page: IndicatorsPage) -> None:
    field = page.details.form.baseline
    field.value.setText("")
    field.value.left.emit()
    assert field.note.text() == "基线须同时填写数值和日期，尚未保存。"
    assert page.unsaved()
    field.value.setText("三十")
    field.value.left.emit()
    assert "三十" in field.note.text()
    field.value.setText("３３％")
    field.value.left.emit()
    settled(qtbot, page)
    base = stored(page).baseline
    assert base == Point(base.on if base else TODAY, 33)
    assert not page.unsaved()


def test_a_unit_that_a_value_cannot_be_of_is_refused(qtbot: QtBot, page: IndicatorsPage) -> None:
    fourth = stored(page, "IND-OUT-4")
    page.table.select(fourth.id)
    enter(page.details.readings, 0, "on", "2025-01-31")
    enter(page.details.readings, 0, "value", "120")
    settled(qtbot, page)
    page.details.form.choices["measure"].setCurrentIndex(0)
    settled(qtbot, page)
    assert "100" in page.details.form.note.text()
    assert page.unsaved()
    assert stored(page, "IND-OUT-4").unit == "number"


def test_goes_to_a_linked_requirement(qtbot: QtBot, page: IndicatorsPage) -> None:
    links = page.details.links
    links.table.select_first()
    with qtbot.waitSignal(page.desk.go_to) as wanted:
        links.open.click()
    assert wanted.args[0].kind == "requirement"
    assert wanted.args[0].id == stored(page).requirements[0].requirement_id


def test_removing_can_be_undone(
    qtbot: QtBot, page: IndicatorsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IndicatorsPage, "_confirm", lambda *_: True)
    page.remove.click()
    settled(qtbot, page)
    assert codes(page) == ["IND-OUT-2", "IND-OUT-3", "IND-OUT-4"]
    undo(page.desk.workbook)
    page.refresh()
    settled(qtbot, page)
    assert len(stored(page).readings) == 2


def test_removing_asks_first(
    qtbot: QtBot, page: IndicatorsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: 0)
    page.remove.click()
    settled(qtbot, page)
    assert len(codes(page)) == 4


def test_a_read_only_workbook_takes_nothing(
    qtbot: QtBot, measured: Workbook, runner: Runner, tmp_path: Path
) -> None:
    second = open_workbook(measured.folder)
    assert second.read_only
    page = IndicatorsPage(Desk(second, "zh", runner, Settings(tmp_path / "s.ini")))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.details.row is not None)
    assert page.details.readings.model.rowCount() == 2
    assert not page.details.readings.model.flags(page.details.readings.model.index(0, 1)) & (
        Qt.ItemFlag.ItemIsEditable
    )
    for made in (page.presets, page.own, page.remove, page.details.links.add):
        assert not made.isEnabled()
    second.close()


def test_the_other_language_follows_only_where_it_was_the_same() -> None:
    assert with_text(Text("甲", "甲"), "乙", "zh") == Text("乙", "乙")
    assert with_text(Text("甲", "A"), "乙", "zh") == Text("乙", "A")
    assert with_text(Text("甲", ""), "B", "en") == Text("甲", "B")
