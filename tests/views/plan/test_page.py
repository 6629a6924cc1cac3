from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.vocabulary import Progress
from app.errors import EnvironmentProblem
from app.queries.checks import check
from app.queries.plan import TaskRow, tasks
from app.services.plan import add_task, remove_task
from app.services.undo import undo
from app.services.workbooks import Workbook, open_workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.evidence.picker import RequirementPicker
from app.views.plan import form
from app.views.plan.new_task import NewTaskDialog
from app.views.plan.page import PlanPage
from app.views.plan.state import OVERDUE
from app.views.tables.difference import DifferenceDialog
from tests.services.excel import write
from tests.views.conftest import TODAY
from tests.views.pages import wait_for_writes


def shown(page: PlanPage) -> list[str]:
    return [page.table.filter.row(n).code for n in range(page.table.filter.rowCount())]


def row_of(page: PlanPage, code: str) -> TaskRow:
    return next(row for row in tasks(page.desk.workbook) if row.code == code)


def settled(qtbot: QtBot, page: PlanPage) -> None:
    """Wait until everything is written and read again."""
    wait_for_writes(qtbot, page.desk)
    qtbot.waitUntil(lambda: not page._reading.busy)


def select(page: PlanPage, code: str) -> None:
    page.table.select(row_of(page, code).id)
    assert page.details.row is not None
    assert page.details.row.code == code


def test_lists_tasks_and_marks_the_overdue_one_by_text_and_icon(page: PlanPage) -> None:
    QAbstractItemModelTester(page.table.rows_model, page)
    assert shown(page) == ["P-01", "P-02", "P-03"]
    cells = [page.table.filter.index(1, n) for n in range(7)]
    assert [cell.data() for cell in cells] == [
        "P-02",
        "2025",
        "发布地方标准",
        "Overdue · 推进中",
        "2025年5月1日",
        "省标准院",
        "N29-2.07",
    ]
    icon = Qt.ItemDataRole.DecorationRole
    assert cells[3].data(icon) is not None
    assert page.table.filter.index(2, 3).data(icon) is None
    select(page, "P-02")
    assert page.details.overdue.isVisible()
    assert "31" in page.details.overdue.text()
    select(page, "P-03")
    assert not page.details.overdue.isVisible()


def test_filters_by_words_year_unit_and_overdue(page: PlanPage) -> None:
    page.filters.line.setText("ｎ29-2.07")
    assert shown(page) == ["P-02"]
    page.filters.clear()
    page.filters.year.setCurrentIndex(2)
    assert page.filters.year.currentText() == "2025 (0 of 2 done)"
    assert shown(page) == ["P-02", "P-03"]
    page.filters.clear()
    page.filters.unit.setCurrentIndex(page.filters.unit.count() - 1)
    assert shown(page) == ["P-03"]
    page.filters.clear()
    page.filters.state.setCurrentIndex(page.filters.state._values.index(OVERDUE))
    assert shown(page) == ["P-02"]
    page.filters.line.setText("没有这样的")
    assert page.show_all.isVisible()
    page.show_all.click()
    assert shown(page) == ["P-01", "P-02", "P-03"]


def test_every_field_saves_itself(qtbot: QtBot, page: PlanPage) -> None:
    select(page, "P-03")
    fields = page.details.form
    for name, text in (("title", "开展骨干培训"), ("unit", "省局"), ("notes", "两期")):
        fields.texts[name].editor.setFocus()
        if name == "notes":
            fields.texts[name].editor.setPlainText(text)  # type: ignore[union-attr]
        else:
            fields.texts[name].editor.setText(text)  # type: ignore[union-attr]
    fields.dates["due"]._line.setText("2026.3.1")
    fields.choices["year"].lineEdit().setText("2026")
    fields.choices["state"].setCurrentIndex(1)
    page.flush()
    settled(qtbot, page)
    row = row_of(page, "P-03")
    assert (row.title, row.unit, row.notes) == ("开展骨干培训", "省局", "两期")
    assert (row.year, row.due, row.state) == (2026, date(2026, 3, 1), Progress.IN_PROGRESS)
    assert not page.unsaved()


def test_what_could_not_be_saved_is_kept_and_tried_again(
    qtbot: QtBot, page: PlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Changes:
        raise EnvironmentProblem("disk.full", path="/U盘", detail="")

    select(page, "P-03")
    fields = page.details.form
    with monkeypatch.context() as patch:
        patch.setattr(form, "edit_task", full)
        fields.texts["unit"].editor.setText("省局")  # type: ignore[union-attr]
        fields.choices["year"].setValue(2027)
        select(page, "P-01")
        settled(qtbot, page)
        assert page.unsaved()
        select(page, "P-03")
        assert fields.texts["unit"].text() == "省局"
        assert "磁盘空间不足" in fields.texts["unit"].note.text()
        assert fields.choices["year"].value() == 2027
        assert "磁盘空间不足" in fields._notes["year"].text()
    page.flush()
    settled(qtbot, page)
    assert (row_of(page, "P-03").unit, row_of(page, "P-03").year) == ("省局", 2027)
    assert row_of(page, "P-01").unit == "省局"
    assert not page.unsaved()


def test_a_task_needs_a_title(qtbot: QtBot, page: PlanPage) -> None:
    select(page, "P-03")
    title = page.details.form.texts["title"]
    title.editor.setText("")  # type: ignore[union-attr]
    title.flush()
    settled(qtbot, page)
    assert title.note.text() == "任务名称不能为空。"
    assert row_of(page, "P-03").title == "开展培训"


def test_adding_shows_the_new_task(qtbot: QtBot, page: PlanPage) -> None:
    page.add.click()
    dialog = page.findChild(NewTaskDialog)
    assert dialog is not None
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    assert dialog.year.value() == TODAY.year
    dialog.title.editor.setText("评估")  # type: ignore[union-attr]
    ok.click()
    settled(qtbot, page)
    assert page.details.row is not None
    assert (page.details.row.code, page.details.row.title) == ("P-04", "评估")


def test_removing_asks_and_can_be_undone(
    qtbot: QtBot, page: PlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(box: QMessageBox) -> int:
        assert "P-02" in box.text()
        next(each for each in box.buttons() if each.text() == "Remove").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    select(page, "P-02")
    page.remove.click()
    settled(qtbot, page)
    assert shown(page) == ["P-01", "P-03"]
    assert page.details.currentIndex() == 0
    page.desk.write(lambda: undo(page.desk.workbook))
    settled(qtbot, page)
    assert shown(page) == ["P-01", "P-02", "P-03"]
    assert row_of(page, "P-02").requirements == ("N29-2.07",)


def test_requirements_are_linked_and_unlinked(
    qtbot: QtBot, page: PlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(page, "P-02")
    links = page.details.links
    assert links.table.filter.index(0, 1).data()
    monkeypatch.setattr(RequirementPicker, "choose", lambda _: "N29-1.01")
    links.add.click()
    settled(qtbot, page)
    assert row_of(page, "P-02").requirements == ("N29-1.01", "N29-2.07")
    links.table.select("N29-2.07")
    links.unlink.click()
    settled(qtbot, page)
    assert row_of(page, "P-02").requirements == ("N29-1.01",)


def test_a_finding_of_the_check_leads_to_its_task(qtbot: QtBot, page: PlanPage) -> None:
    finding = next(each for each in check(page.desk.workbook, TODAY) if each.code == "task-overdue")
    assert finding.place.kind == "plan"
    page.filters.line.setText("没有")
    page.refresh()
    page.go_to(finding.place)
    settled(qtbot, page)
    assert page.details.row is not None
    assert page.details.row.code == "P-02"
    page.activateWindow()
    page.go_to(Place("plan", finding.place.id, "due"))
    assert page.details.form.dates["due"]._line.hasFocus()


def test_an_import_shows_its_difference_before_it_is_taken_over(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = ("编号(空则自动)", "年度", "任务", "状态", "其他")
    rows = [("P-03", 2026, "开展培训", "已完成", ""), ("", 2026, "总结", "", "x")]
    file = write(tmp_path / "计划.xlsx", rows, head)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.exchange.take_in()
    qtbot.waitUntil(lambda: page.findChild(DifferenceDialog) is not None)
    dialog = page.findChild(DifferenceDialog)
    assert dialog is not None
    assert len(tasks(page.desk.workbook)) == 3
    assert [dialog.table.filter.row(n).outcome for n in range(2)] == ["changed", "new"]
    details = dialog.table.filter.index(0, 4).data()
    assert "2025 → 2026" in details
    assert "未开始 → 已完成" in details
    assert "其他" in dialog.advice.text()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    settled(qtbot, page)
    assert shown(page) == ["P-01", "P-02", "P-03", "P-04"]
    assert row_of(page, "P-03").state is Progress.DONE


def test_a_file_with_a_mistake_cannot_be_taken_over(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "计划.xlsx", [("", "明年", "总结")], ("编号", "年度", "任务"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.exchange.take_in()
    qtbot.waitUntil(lambda: page.findChild(DifferenceDialog) is not None)
    dialog = page.findChild(DifferenceDialog)
    assert dialog is not None
    assert "明年" in dialog.table.filter.index(0, 4).data()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_is_exported_can_be_imported_without_a_difference(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "年度任务"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(page.desk.message):
        page.exchange.export()
    file = tmp_path / "年度任务.xlsx"
    assert file.is_file()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.exchange.take_in()
    qtbot.waitUntil(lambda: page.findChild(DifferenceDialog) is not None)
    dialog = page.findChild(DifferenceDialog)
    assert dialog is not None
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert len(dialog.table.rows_model.rows) == 3


def test_a_read_only_workbook_shows_the_plan_and_takes_nothing(
    qtbot: QtBot, planned: Workbook, runner: Runner, tmp_path: Path
) -> None:
    second = open_workbook(planned.folder)
    page = PlanPage(Desk(second, "zh", runner, Settings(tmp_path / "r.ini"), lambda: TODAY))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.table.rows_model.rows))
    page.table.select_first()
    assert not page.add.isEnabled()
    assert not page.remove.isEnabled()
    assert page.details.form.texts["title"].editor.isReadOnly()
    assert not page.details.form.choices["year"].isEnabled()
    assert not page.details.links.add.isEnabled()
    second.close()


def test_an_empty_plan_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    page = PlanPage(desk)
    qtbot.addWidget(page)
    page.show()
    desk.data_changed.connect(page.refresh)
    page.refresh()
    qtbot.waitUntil(lambda: not page._reading.busy)
    assert page._list.currentIndex() == 1
    assert "template" in page._list.hint.text()
    desk.write(lambda: add_task(desk.workbook, year=2025, title="任务"))
    qtbot.waitUntil(lambda: shown(page) == ["P-01"])


def test_buttons_are_no_wider_where_there_is_no_task(qtbot: QtBot, page: PlanPage) -> None:
    page.show()
    width = page.add.width()
    for code in shown(page):
        remove_task(page.desk.workbook, code)
    page.refresh()
    settled(qtbot, page)
    qtbot.wait(1)
    assert shown(page) == []
    assert page.add.width() == width
