from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.vocabulary import Progress
from app.errors import EnvironmentProblem
from app.queries.answers import Answer, answer
from app.queries.history import answer_history, history
from app.services.answers import edit_answer
from app.services.undo import undo
from app.services.workbooks import Workbook, open_workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.desk import Desk
from app.views.requirements import answer_form
from app.views.requirements.page import RequirementsPage
from tests.views.conftest import TODAY
from tests.views.pages import wait_for_writes
from tests.views.requirements.conftest import Settle, shown, type_into


def now(page: RequirementsPage, requirement_id: str = "") -> Answer:
    return answer(page.desk.workbook, requirement_id or page.current)


class Disk:
    """Lets the writes of answers fail as a full disk does."""

    def __init__(self) -> None:
        self.full = False

    def edit_answer(self, workbook: Workbook, requirement_id: str, **fields: Any) -> Changes:
        if self.full:
            raise EnvironmentProblem("disk.full", path=str(workbook.folder), detail="")
        return edit_answer(workbook, requirement_id, **fields)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(answer_form, "edit_answer", made.edit_answer)
    return made


def test_shows_the_first_requirement_with_its_source(page: RequirementsPage) -> None:
    assert page.current == "N29-1.01"
    header = page.panel.header
    assert header._title.text()
    assert "国标委发〔2022〕29号" in header._source.text()
    assert page.panel.form.texts["unit"].text() == "省市场监督管理局"
    assert page.panel.form.progress.value() is Progress.DONE
    assert page.panel.form.rating.value() == 4


def test_everything_entered_is_saved(page: RequirementsPage, settle: Settle) -> None:
    page.go_to(Place("requirement", "N29-2.01", "progress"))
    form = page.panel.form
    form.progress.setCurrentIndex(1)
    QTest.mouseClick(form.rating._anchors[3], Qt.MouseButton.LeftButton)
    for name, field in form.texts.items():
        type_into(field.editor, f"内容 {name}")
    form.due.setFocus()
    type_into(form.due._line, "2026年1月5日")
    page.flush()
    settle()
    saved = now(page)
    assert (saved.progress, saved.level) == (Progress.IN_PROGRESS, 3)
    assert saved.due == date(2026, 1, 5)
    assert saved.narrative == "内容 narrative"
    assert (saved.problems, saved.next_steps) == ("内容 problems", "内容 next_steps")
    assert (saved.unit, saved.reason) == ("内容 unit", "内容 reason")
    assert not page.unsaved()


def test_switching_hands_over_what_is_typed(page: RequirementsPage, settle: Settle) -> None:
    page.go_to(Place("requirement", "N29-2.01", "narrative"))
    type_into(page.panel.form.texts["narrative"].editor, "刚刚写的")
    page.go_to(Place("requirement", "N29-2.02"))
    settle()
    assert now(page, "N29-2.01").narrative == "刚刚写的"
    assert now(page, "N29-2.02").narrative == ""
    assert page.panel.form.texts["narrative"].text() == ""


def test_what_a_full_disk_refuses_is_kept_and_saved_later(
    page: RequirementsPage, settle: Settle, disk: Disk
) -> None:
    page.go_to(Place("requirement", "N29-2.01", "narrative"))
    form = page.panel.form
    disk.full = True
    type_into(form.texts["narrative"].editor, "写了很久的一段话")
    form.progress.setCurrentIndex(1)
    form.rating._buttons[2].click()
    page.go_to(Place("requirement", "N29-2.02"))
    settle()
    assert page.unsaved()
    assert form.texts["narrative"].text() == ""

    page.go_to(Place("requirement", "N29-2.01"))
    assert form.texts["narrative"].text() == "写了很久的一段话"
    assert "磁盘" in form.texts["narrative"].note.text()
    assert form.texts["narrative"].note.isVisible()
    assert form.progress.value() is Progress.IN_PROGRESS
    assert form.rating.value() == 2
    assert "磁盘" in form._problem.text()

    page.go_to(Place("requirement", "N29-2.02"))
    # Going on tried it once more.
    settle()
    disk.full = False
    page._try_again()
    settle()
    assert not page.unsaved()
    saved = now(page, "N29-2.01")
    assert (saved.narrative, saved.level) == ("写了很久的一段话", 2)
    assert saved.progress is Progress.IN_PROGRESS
    page.go_to(Place("requirement", "N29-2.01"))
    assert not form.texts["narrative"].note.isVisible()
    assert not form._problem.isVisible()


def test_a_refused_text_that_is_taken_back_is_forgotten(
    page: RequirementsPage, settle: Settle, disk: Disk
) -> None:
    field = page.panel.form.texts["narrative"]
    before = field.text()
    disk.full = True
    type_into(field.editor, "多余的")
    page.flush()
    settle()
    assert page.unsaved()
    field.editor.undo()
    assert field.text() == before
    disk.full = False
    page.flush()
    settle()
    assert not page.unsaved()
    assert now(page).narrative == before


def test_a_text_over_its_limit_is_kept_until_it_is_shortened(
    page: RequirementsPage, settle: Settle
) -> None:
    page.go_to(Place("requirement", "N29-2.01", "unit"))
    field = page.panel.form.texts["unit"]
    type_into(field.editor, "长" * 201)
    page.go_to(Place("requirement", "N29-2.02"))
    settle()
    assert page.unsaved()
    assert now(page, "N29-2.01").unit == ""
    page.go_to(Place("requirement", "N29-2.01"))
    assert field.text() == "长" * 201
    assert "200" in field.note.text()
    QTest.keyClick(field.editor, Qt.Key.Key_Backspace)
    page.flush()
    settle()
    assert now(page).unit == "长" * 200
    assert not page.unsaved()


def test_what_is_no_date_is_kept_until_it_is_one(page: RequirementsPage, settle: Settle) -> None:
    page.go_to(Place("requirement", "N29-2.01", "due"))
    due = page.panel.form.due
    type_into(due._line, "明年夏天")
    page.go_to(Place("requirement", "N29-2.02"))
    assert due.text() == ""
    assert page.unsaved()
    page.go_to(Place("requirement", "N29-2.01"))
    assert due.text() == "明年夏天"
    assert due._note.isVisible()
    due._line.clear()
    page.flush()
    assert not page.unsaved()
    type_into(due._line, "2026.7.1")
    page.flush()
    settle()
    assert now(page).due == date(2026, 7, 1)


def test_undo_shows_the_old_values_but_leaves_what_is_being_typed(
    page: RequirementsPage, settle: Settle, filled: Workbook
) -> None:
    page.go_to(Place("requirement", "N29-2.07", "problems"))
    form = page.panel.form
    form.rating._buttons[4].click()
    settle()
    type_into(form.texts["problems"].editor, "正在输入")
    page.desk.write(lambda: undo(filled))
    settle()
    assert form.rating.value() == 2
    assert form.texts["problems"].text().startswith("正在输入")
    assert form.texts["problems"].unsaved()


def test_a_reason_is_asked_for_only_where_the_requirement_does_not_apply(
    page: RequirementsPage, settle: Settle
) -> None:
    form = page.panel.form
    assert not form.texts["reason"].isVisible()
    assert form.rating.isVisible()
    page.go_to(Place("requirement", "N29-3.02", "reason"))
    assert form.texts["reason"].isVisible()
    assert form.texts["reason"].text() == "本省没有海洋产业。"
    assert not form.rating.isVisible()
    form.progress.setCurrentIndex(0)
    assert form.rating.isVisible()


def test_a_rating_can_be_taken_back(page: RequirementsPage, settle: Settle) -> None:
    page.panel.form.rating._clear.click()
    settle()
    assert now(page).level is None
    assert not any(choice.isChecked() for choice in page.panel.form.rating._buttons)


@pytest.mark.parametrize(
    ("field", "target"),
    [
        ("progress", lambda page: page.panel.form.progress),
        ("level", lambda page: page.panel.form.rating._buttons[2]),
        ("narrative", lambda page: page.panel.form.texts["narrative"].editor),
        ("due", lambda page: page.panel.form.due._line),
        ("evidence", lambda page: page.panel.evidence.table),
    ],
)
def test_goes_to_a_field(
    qtbot: QtBot,
    page: RequirementsPage,
    field: str,
    target: Callable[[RequirementsPage], QWidget],
) -> None:
    page.activateWindow()
    page.tree.filter.setText("没有这样的词")
    page.panel.tabs.setCurrentIndex(1)
    page.go_to(Place("requirement", "N29-2.07", field))
    assert page.current == "N29-2.07"
    assert "N29-2.07" in page.tree.visible_ids()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is target(page))


def test_an_unknown_requirement_changes_nothing(page: RequirementsPage) -> None:
    page.go_to(Place("requirement", "N29-9.99", "level"))
    assert page.current == "N29-1.01"


def test_goes_to_the_next_and_back_by_keys(page: RequirementsPage) -> None:
    page.activateWindow()
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    field = page.panel.form.texts["narrative"].editor
    field.setFocus()
    visited = []
    for key, modifier in (
        (Qt.Key.Key_Up, alt),
        (Qt.Key.Key_Down, alt),
        (Qt.Key.Key_PageDown, ctrl),
        (Qt.Key.Key_PageUp, ctrl),
        (Qt.Key.Key_PageDown, alt),
    ):
        QTest.keyClick(field, key, modifier)
        visited.append(page.current)
    assert visited == ["N29-1.01", "N29-1.02", "N29-1.03", "N29-1.02", "N29-1.03"]
    assert QApplication.focusWidget() is field


def test_next_keeps_to_what_the_filter_shows(page: RequirementsPage) -> None:
    page.tree.filter.setText("N29-2.0")
    page.tree.select("N29-2.09")
    page._step(1)
    assert page.current == "N29-2.09"
    page._step(-1)
    assert page.current == "N29-2.08"


def test_next_unanswered_goes_round(page: RequirementsPage) -> None:
    page.go_to(Place("requirement", "N29-8.01"))
    order = [id_ for id_ in page._contents.order if id_ > "N29-8"]  # type: ignore[union-attr]
    page.go_to(Place("requirement", order[-1]))
    page.go_to_unanswered()
    # N29-1.01 is answered.
    assert page.current == "N29-1.02"


def test_the_history_shows_values_in_words(page: RequirementsPage, settle: Settle) -> None:
    page.go_to(Place("requirement", "N29-2.07"))
    page.panel.tabs.setCurrentIndex(4)
    table = page.panel.history.table
    rows = [(row.field, row.before, row.after) for row in table.rows_model.rows]
    assert ("进展", "未开始", "推进中") in rows
    assert ("自评等级", "—", "2级 初步建立") in rows
    assert ("完成期限", "—", "2026年6月30日") in rows
    assert len(rows) == len(answer_history(page.desk.workbook, "N29-2.07"))

    page.panel.form.rating._buttons[3].click()
    settle()
    newest = table.rows_model.rows[0]
    assert (newest.before, newest.after) == ("2级 初步建立", "3级 有效运行")
    table.select(newest.key)
    assert page.panel.history._after.toPlainText() == "3级 有效运行"


def test_the_guidance_is_that_of_the_requirement(page: RequirementsPage) -> None:
    first = page.panel.guidance._guidance.text()
    page._step(1)
    assert page.panel.guidance._guidance.text() not in ("", first)
    anchors = [anchor.text() for anchor in page.panel.form.rating._anchors]
    assert len(set(anchors)) == 5


def test_the_splitter_is_where_it_was_left(qtbot: QtBot, filled_desk: Desk) -> None:
    page = shown(qtbot, filled_desk)
    page._splitter.moveSplitter(400, 1)
    left = page._splitter.sizes()
    again = shown(qtbot, filled_desk)
    assert again._splitter.sizes() == left


def test_a_read_only_workbook_takes_no_answer(
    qtbot: QtBot, filled: Workbook, runner: Runner, tmp_path: Any
) -> None:
    # Open for writing in the fixture already, so the second opener gets it read-only.
    second = open_workbook(filled.folder)
    try:
        desk = Desk(second, "zh", runner, Settings(tmp_path / "r.ini"), today=lambda: TODAY)
        page = shown(qtbot, desk)
        form = page.panel.form
        assert second.read_only
        assert not form.progress.isEnabled()
        assert not any(choice.isEnabled() for choice in form.rating._buttons)
        assert all(field.editor.isReadOnly() for field in form.texts.values())
        assert form.due._line.isReadOnly()
        assert not page._drop.acceptDrops()
        assert not page.panel.evidence.add.isEnabled()
        page.flush()
        wait_for_writes(qtbot, desk)
        assert not page.unsaved()
    finally:
        second.close()


def test_going_through_the_levels_rates_once_where_it_rests(
    page: RequirementsPage, settle: Settle, qtbot: QtBot
) -> None:
    form = page.panel.form
    before = len(history(page.desk.workbook))
    for level in (1, 2, 3):
        form.rating._buttons[level].click()
    type_into(form.texts["unit"].editor, "省市场监管局")
    form.texts["unit"].flush()  # once it is saved the answer is shown anew
    wait_for_writes(qtbot, page.desk)
    assert form.rating.value() == 3
    page.flush()
    settle()
    assert now(page).level == 3
    assert len(history(page.desk.workbook)) == before + 2
