from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Progress
from app.queries.evidence import evidence_list
from app.services.answers import edit_answer
from app.services.evidence import remove
from app.services.undo import undo
from app.views.desk import Desk
from app.views.history.page import HistoryPage
from tests.state import tamper
from tests.views.pages import show_page, wait_for_writes

TODAY = date(2026, 1, 5)


@pytest.fixture
def page(qtbot: QtBot, filled_desk: Desk) -> HistoryPage:
    made = show_page(qtbot, HistoryPage(filled_desk))
    qtbot.waitUntil(lambda: bool(made.table.rows_model.rows))
    return made


def settled(qtbot: QtBot, page: HistoryPage) -> None:
    """Wait until everything is written and read again."""
    wait_for_writes(qtbot, page.desk)
    qtbot.waitUntil(lambda: not page._reading.busy and not page.details._reading.busy)


def cells(page: HistoryPage, number: int) -> list[str]:
    return [page.table.filter.index(number, n).data() for n in range(4)]


def fields(page: HistoryPage) -> list[tuple[str, ...]]:
    model = page.details.table.filter
    return [tuple(model.index(n, c).data() for c in range(5)) for n in range(model.rowCount())]


def test_the_newest_operation_comes_first(qtbot: QtBot, page: HistoryPage) -> None:
    QAbstractItemModelTester(page.table.rows_model, page)
    QAbstractItemModelTester(page.details.table.rows_model, page)
    page.desk.write(lambda: edit_answer(page.desk.workbook, "N29-4.01", unit="商务厅"))
    settled(qtbot, page)
    _, who, what, count = cells(page, 0)
    assert who == page.desk.workbook.actor
    assert what == "↶ 修改 N29-4.01 的责任单位"
    assert count == "1"
    last = page.table.filter.rowCount() - 1
    assert cells(page, last)[2] == "创建工作簿“浙江试点”"


def test_the_filter_looks_at_what_was_done(page: HistoryPage) -> None:
    line = page.findChild(QLineEdit, "filter")
    assert line is page.filter
    line.setText("概况")
    assert page.table.filter.rowCount() == 1
    assert "修改试点概况" in cells(page, 0)[2]
    line.setText("现场.txt")
    assert page.table.filter.rowCount() == 1


def test_every_field_is_shown_before_and_after(qtbot: QtBot, page: HistoryPage) -> None:
    workbook = page.desk.workbook
    page.desk.write(
        lambda: edit_answer(
            workbook, "N29-2.07", progress=Progress.DONE, due=None, narrative="<b>长</b>" * 100
        )
    )
    settled(qtbot, page)
    page.table.selectRow(0)
    settled(qtbot, page)
    found = {row[0]: row[1:] for row in fields(page)}
    assert found["进展"] == ("推进中", "已完成", "自评 N29-2.07", "修改")
    assert found["完成期限"] == ("2026年6月30日", "—", "自评 N29-2.07", "修改")
    names = [row[0] for row in fields(page)]
    page.details.table.selectRow(names.index("工作情况"))
    assert page.details.after.toPlainText() == "<b>长</b>" * 100
    assert page.details.before.toPlainText().startswith("团体标准培育工程已启动。\n第二批")


def test_what_is_gone_still_has_its_name(qtbot: QtBot, page: HistoryPage) -> None:
    workbook = page.desk.workbook
    second = next(row for row in evidence_list(workbook) if row.number == "2.07-01")
    page.desk.write(lambda: remove(workbook, [second.id], TODAY))
    settled(qtbot, page)
    page.table.selectRow(0)
    settled(qtbot, page)
    rows = fields(page)
    (row,) = rows
    assert (row[0], row[3], row[4]) == ("移入回收站日期", "佐证材料 2.07-01", "修改")


def test_the_making_of_the_workbook_can_be_looked_at(qtbot: QtBot, page: HistoryPage) -> None:
    page.table.selectRow(page.table.filter.rowCount() - 1)
    settled(qtbot, page)
    rows = fields(page)
    assert ("试点地区", "—", "浙江省", "试点概况", "新增") in rows
    assert "要求项 N29-8.01" in {row[3] for row in rows}


def test_says_what_undo_would_take_back(qtbot: QtBot, page: HistoryPage) -> None:
    workbook = page.desk.workbook
    before = page.undo_note.text()
    page.desk.write(lambda: edit_answer(workbook, "N29-4.01", unit="商务厅"))
    settled(qtbot, page)
    assert "修改 N29-4.01 的责任单位" in page.undo_note.text()
    page.desk.write(lambda: undo(workbook))
    settled(qtbot, page)
    assert page.undo_note.text() == before
    assert cells(page, 0)[2] == "撤销：修改 N29-4.01 的责任单位"
    assert sum(cells(page, n)[2].startswith("↶") for n in range(4)) == 1


def test_nothing_to_undo_in_a_fresh_workbook(qtbot: QtBot, desk: Desk) -> None:
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.refresh()
    settled(qtbot, page)
    assert page.undo_note.text() == "There is nothing that undo could take back."
    assert page.table.filter.rowCount() == 1


def verify(qtbot: QtBot, page: HistoryPage) -> None:
    panel = page.verification
    qtbot.mouseClick(panel.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.result.isVisible)


def test_verifying_says_that_all_is_well(qtbot: QtBot, page: HistoryPage) -> None:
    verify(qtbot, page)
    lines = page.verification.result.text().split("\n")
    assert lines[0].startswith("✓")
    assert lines[1] == "Files checked: 3; missing: 0; altered: 0; unreadable: 0."
    assert "unbroken" in lines[2]
    assert not page.verification.faults.isVisible()


def test_verifying_names_what_is_missing_and_altered(qtbot: QtBot, page: HistoryPage) -> None:
    first, second = evidence_list(page.desk.workbook)
    gone: Path = page.desk.workbook.vault.path(second.files[0].sha256)
    gone.unlink()
    changed = page.desk.workbook.vault.path(first.files[1].sha256)
    changed.chmod(0o600)
    changed.write_bytes(changed.read_bytes()[:-1] + b"!")
    verify(qtbot, page)
    lines = page.verification.result.text().split("\n")
    assert lines[0].startswith("✗")
    assert lines[1] == "Files checked: 3; missing: 1; altered: 1; unreadable: 0."
    faults = page.verification.faults.toPlainText()
    assert "Missing: 2.07-01 “现场.txt”" in faults
    assert "Altered: 1.01-01 “会议纪要.txt”" in faults


def test_verifying_can_be_cancelled(
    qtbot: QtBot, page: HistoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    clicked = Event()
    vault = page.desk.workbook.vault
    monkeypatch.setattr(vault, "is_intact", lambda sha256: clicked.wait(10))
    panel = page.verification
    panel.verify.click()
    assert panel.progress.isVisible()
    panel.cancel.click()
    clicked.set()
    qtbot.waitUntil(panel.result.isVisible)
    assert panel.result.text() == "The verification was cancelled."
    assert panel.verify.isVisible()


def test_verifying_names_what_the_history_does_not_know(qtbot: QtBot, page: HistoryPage) -> None:
    tamper(page.desk.workbook.database, "UPDATE response SET narrative = 'anders'")
    verify(qtbot, page)
    assert "Rows that are not as the history says: 88" in (page.verification.faults.toPlainText())


def test_where_room_is_scarcest_nothing_covers_the_heads_of_the_texts(
    qtbot: QtBot, page: HistoryPage
) -> None:
    for line in (page.undo_note, page.details.heading):
        line.setText("长" * 200)
    layout = page.layout()
    assert layout is not None
    page.resize(594, 640)  # narrow: the fields go below the list
    qtbot.wait(1)
    page.resize(594, layout.minimumHeightForWidth(594))
    qtbot.wait(1)
    table = page.details.table
    below = table.mapTo(page, table.rect().bottomLeft()).y()
    heads = [it for it in page.details.findChildren(QLabel) if it.buddy() is not None]
    assert len(heads) == 2
    for head in heads:
        assert head.mapTo(page, head.rect().topLeft()).y() > below
        assert head.height() >= head.sizeHint().height()
