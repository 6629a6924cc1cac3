from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.domain.standards.number import Level
from app.domain.steps import finish
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.services.evidence import Target, add_files
from app.services.indicators import add_preset
from app.views.desk import Desk
from app.views.standards.page import StandardsPage
from tests.views.conftest import TODAY


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> StandardsPage:
    texts = {
        "ISO 23617-2021.txt": "按照GB/T 1.1—2020，DB31/T 310003-2021、DB32/T 310003-2021",
        "说明.txt": "也按照GB/T 1.1-2020",
    }
    for name, text in texts.items():
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        finish(add_files(desk.workbook, [file], Target("N29-2.07")))
    add_preset(desk.workbook, "IND-SH-1")
    made = StandardsPage(desk)
    QAbstractItemModelTester(made.table.rows_model, made)
    qtbot.addWidget(made)
    desk.data_changed.connect(made.refresh)
    made.resize(1000, 640)
    made.refresh()
    made.show()
    qtbot.waitUntil(lambda: len(shown(made)) == 3 and not made.busy)
    return made


def shown(page: StandardsPage) -> list[str]:
    rows = range(page.table.filter.rowCount())
    return [page.table.filter.row(number).standard.designation for number in rows]


def test_the_standards_of_the_evidence(page: StandardsPage) -> None:
    assert shown(page) == ["ISO 23617:2021", "GB/T 1.1-2020", "DB31/T, DB32/T 310003-2021"]
    cells = [page.table.filter.index(0, column).data() for column in range(6)]
    assert cells == ["ISO 23617:2021", "国际标准", "", "", "材料本身", "2.07-01 ISO 23617-2021"]
    assert page.table.filter.index(2, 3).data() == "上海市、江苏省"
    assert "国家标准" in page.counts.text()


def test_filters(page: StandardsPage) -> None:
    page.level.setCurrentIndex(1 + list(Level).index(Level.LOCAL))
    assert shown(page) == ["DB31/T, DB32/T 310003-2021"]
    page.level.setCurrentIndex(0)
    page.role.setCurrentIndex(1)
    assert shown(page) == ["ISO 23617:2021"]
    page.role.setCurrentIndex(0)
    page.filter.setText("江苏")
    assert shown(page) == ["DB31/T, DB32/T 310003-2021"]


def test_a_double_click_goes_to_the_evidence(qtbot: QtBot, page: StandardsPage) -> None:
    first, second = evidence_list(page.desk.workbook)
    with qtbot.waitSignal(page.desk.go_to) as gone:
        page.table.doubleClicked.emit(page.table.filter.index(0, 0))
    assert gone.args == [Place("evidence", first.id)]
    menu = page.menu_of(page.table.filter.row(1))
    assert [action.text() for action in menu.actions()] == [
        "2.07-01 ISO 23617-2021 · 文件内文字",
        "2.07-02 说明 · 文件内文字",
    ]
    with qtbot.waitSignal(page.desk.go_to) as gone:
        menu.actions()[1].trigger()
    assert gone.args == [Place("evidence", second.id)]


def test_a_proposed_reading_is_accepted(qtbot: QtBot, page: StandardsPage) -> None:
    assert page.proposals.filter.rowCount() == 1
    assert not page.accept.isEnabled()
    page.proposals.select_first()
    qtbot.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.proposals.filter.rowCount() == 0 and not page.busy)
    assert not page.proposals.isVisible()
    workbook = page.desk.workbook
    row = next(row for row in indicators(workbook, TODAY) if row.code == "IND-SH-1")
    assert row.last is not None
    assert (row.last.value, row.last.on, row.last.source) == (1, TODAY, "标准清单（1 项）")


def test_the_list_is_exported(
    qtbot: QtBot, page: StandardsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "清单"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    with qtbot.waitSignal(page.desk.message):
        qtbot.mouseClick(page.excel, Qt.MouseButton.LeftButton)
    rows = list(load_workbook(target.with_suffix(".xlsx")).worksheets[0].values)
    assert [row[0] for row in rows] == ["标准编号", *shown(page)]


def test_a_page_without_standards_says_what_it_looks_for(qtbot: QtBot, desk: Desk) -> None:
    made = StandardsPage(desk)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    qtbot.waitUntil(lambda: not made.busy)
    assert made._empty.isVisible()
    assert not made.excel.isEnabled()
    assert not made.proposals.isVisible()
