from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.queries.bin import bin_list
from app.queries.evidence import evidence_list
from app.services.evidence import remove
from app.services.undo import undo
from app.views.bin.page import BinPage
from app.views.desk import Desk
from tests.views.conftest import TODAY


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> BinPage:
    workbook = filled_desk.workbook
    remove(workbook, [row.id for row in evidence_list(workbook)], TODAY)
    page = BinPage(filled_desk)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    filled_desk.data_changed.connect(page.refresh)
    page.refresh()
    qtbot.waitUntil(lambda: bool(numbers(page)))
    return page


def numbers(page: BinPage) -> list[str]:
    table = page.table
    return [table.filter.row(number).number for number in range(table.filter.rowCount())]


def answering(label: str, seen: list[str]) -> Callable[[], None]:
    """Press a button of the box that comes up, after reading it."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(f"{box.text()}\n{box.informativeText()}")
        for it in box.buttons():
            if it.text().replace("&", "") == label:
                it.click()
        box.close()  # a box without that button would wait for ever

    return press


def test_what_was_removed_is_listed(page: BinPage) -> None:
    QAbstractItemModelTester(page.table.rows_model)
    assert numbers(page) == ["1.01-01", "2.07-01"]
    row = page.table.filter.row(0)
    assert [column.text(row) for column in page.table.rows_model.columns][0:3] == [
        "1.01-01",
        "实施方案",
        "实施方案.txt、会议纪要.txt",
    ]
    assert page.count.text().startswith("2 dossiers")
    assert not page.restore.isEnabled()
    page.filter.setText("会议纪要")
    assert numbers(page) == ["1.01-01"]
    page.filter.setText("没有")
    assert page._nothing.isVisible()


def test_bringing_back(page: BinPage, qtbot: QtBot) -> None:
    page.table.selectRow(1)
    page.restore.click()
    qtbot.waitUntil(lambda: numbers(page) == ["1.01-01"])
    assert [row.number for row in evidence_list(page.desk.workbook)] == ["2.07-01"]


def test_deleting_asks_and_says_what_is_lost(page: BinPage, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    seen: list[str] = []
    QTimer.singleShot(0, answering("Cancel", seen))
    page.delete.click()
    assert "Delete 1 dossiers with 2 files" in seen[0]
    assert "1.01-01 实施方案" in seen[0]
    assert "This cannot be undone" in seen[0]
    assert len(bin_list(page.desk.workbook)) == 2
    QTimer.singleShot(0, answering("Delete for good", seen))
    page.delete.click()
    qtbot.waitUntil(lambda: numbers(page) == ["2.07-01"])
    assert len(list(page.desk.workbook.vault.hashes())) == 1


def test_emptying(page: BinPage, qtbot: QtBot) -> None:
    seen: list[str] = []
    QTimer.singleShot(0, answering("Delete for good", seen))
    page.empty.click()
    qtbot.waitUntil(lambda: not numbers(page))
    assert "Delete 2 dossiers with 3 files" in seen[0]
    assert page._nothing.isVisible()
    assert not page.empty.isEnabled()
    assert list(page.desk.workbook.vault.hashes()) == []


def test_undo_elsewhere_is_seen(page: BinPage, qtbot: QtBot) -> None:
    desk = page.desk
    desk.write(lambda: undo(desk.workbook))
    qtbot.waitUntil(lambda: not numbers(page))


def test_a_read_only_workbook_is_only_looked_at(page: BinPage) -> None:
    page.desk.workbook.read_only_reason = "medium"
    page.table.selectRow(0)
    page._show_state()
    for one in (page.restore, page.delete, page.empty):
        assert not one.isEnabled()
    page.desk.workbook.read_only_reason = ""
