"""Requirements of the region's own on the page of the requirements."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.queries.own import own_requirements
from app.services.own_requirements import add_requirement
from app.services.undo import undo
from app.views.requirements import own_actions
from app.views.requirements.own_dialog import OwnDialog
from app.views.requirements.page import RequirementsPage
from app.views.requirements.tree_model import SECOND_LINE
from app.views.tables.difference import DifferenceDialog
from tests.services.excel import write
from tests.views.requirements.conftest import Settle

OK = QDialogButtonBox.StandardButton.Ok


def dialog_of(page: RequirementsPage) -> OwnDialog:
    dialog = page.findChild(OwnDialog)
    assert dialog is not None
    return dialog


def with_one(page: RequirementsPage, settle: Settle) -> None:
    workbook = page.desk.workbook
    page.desk.write(
        lambda: add_requirement(
            workbook, title="标准互认", statement="建立机制", due=date(2025, 12, 31)
        )
    )
    settle()


def open_menu(page: RequirementsPage) -> None:
    page.own.menu.aboutToShow.emit()


def test_one_is_added_and_stands_apart_from_the_articles(
    page: RequirementsPage, settle: Settle
) -> None:
    assert page.tree.model.rowCount() == 8
    page.own.add_action.trigger()
    dialog = dialog_of(page)
    assert not dialog.buttons.button(OK).isEnabled()
    for name, text in (("title", "长三角标准互认"), ("unit", "省局")):
        dialog.texts[name].editor.setText(text)  # type: ignore[union-attr]
    dialog.due._line.setText("2025-12-31")
    dialog.buttons.button(OK).click()
    settle()
    assert page.current == "X-01"
    group = page.tree.model.index(8, 0)
    assert group.data() == "X"
    assert group.data(SECOND_LINE) == "地方自设要求"
    assert page.tree.model.index(0, 0, group).data() == "长三角标准互认"
    assert "不属于《指导意见》" in page.panel.header._source.text()
    assert page.panel.header._place.text() == "地方自设要求"
    assert page.panel.form.texts["unit"].text() == "省局"
    assert page.panel.form.due.value() == date(2025, 12, 31)


def test_what_is_refused_stays_in_the_dialog(
    page: RequirementsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UserError("own.title")

    monkeypatch.setattr(own_actions, "add_requirement", refuse)
    page.own.add_action.trigger()
    dialog = dialog_of(page)
    dialog.texts["title"].editor.setText("标题")  # type: ignore[union-attr]
    dialog.buttons.button(OK).click()
    settle()
    assert dialog.isVisible()
    assert dialog._problem.text() == "要求名称不能为空。"
    assert dialog.texts["title"].text() == "标题"


def test_one_is_changed(page: RequirementsPage, settle: Settle) -> None:
    with_one(page, settle)
    open_menu(page)
    assert not page.own.edit_action.isEnabled()
    page.tree.select("X-01")
    open_menu(page)
    page.own.edit_action.trigger()
    dialog = dialog_of(page)
    assert dialog.texts["statement"].text() == "建立机制"
    assert dialog.due.value() == date(2025, 12, 31)
    dialog.texts["title"].editor.setText("标准互认互通")  # type: ignore[union-attr]
    dialog.buttons.button(OK).click()
    settle()
    assert page.current == "X-01"
    assert page.panel.header._title.text() == "标准互认互通"
    assert own_requirements(page.desk.workbook)[0].title == "标准互认互通"


def test_one_is_removed_and_brought_back(
    page: RequirementsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(box: QMessageBox) -> int:
        assert "X-01" in box.text()
        next(each for each in box.buttons() if each.text() == "Remove").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    with_one(page, settle)
    page.tree.select("X-01")
    open_menu(page)
    page.own.remove_action.trigger()
    settle()
    assert page.tree.model.rowCount() == 8
    assert page.current.startswith("N29-")
    page.desk.write(lambda: undo(page.desk.workbook))
    settle()
    assert page.tree.model.rowCount() == 9
    page.tree.select("X-01")
    assert page.current == "X-01"


def test_a_table_is_taken_over_after_its_difference(
    qtbot: QtBot,
    page: RequirementsPage,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = write(tmp_path / "自设.xlsx", [("", "互认", "建立机制")], ("编号", "标题", "要求说明"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.own.exchange.take_in()
    qtbot.waitUntil(lambda: page.findChild(DifferenceDialog) is not None)
    dialog = page.findChild(DifferenceDialog)
    assert dialog is not None
    assert own_requirements(page.desk.workbook) == []
    dialog.buttons.button(OK).click()
    settle()
    assert [row.id for row in own_requirements(page.desk.workbook)] == ["X-01"]
    assert page.tree.model.rowCount() == 9
