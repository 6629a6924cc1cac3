from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.vocabulary import Stage
from app.errors import EnvironmentProblem
from app.models import Pilot
from app.queries.profile import Profile, profile
from app.services.profile import edit_profile
from app.views.desk import Desk
from app.views.profile.fields import ProfileChoice, ProfileDate, ProfileText
from app.views.profile.page import ProfilePage


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ProfilePage:
    return shown(desk, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> ProfilePage:
    page = ProfilePage(desk)
    qtbot.addWidget(page)
    desk.data_changed.connect(page.refresh)
    page.refresh()
    page.show()
    return page


def text(page: ProfilePage, name: str) -> ProfileText:
    field = page._fields[name]
    assert isinstance(field, ProfileText)
    return field


def typed(page: ProfilePage, name: str, what: str) -> None:
    editor = text(page, name).editor
    assert isinstance(editor, QLineEdit)
    editor.insert(what)


def choice(page: ProfilePage, name: str) -> ProfileChoice:
    field = page._fields[name]
    assert isinstance(field, ProfileChoice)
    return field


def day(page: ProfilePage, name: str) -> ProfileDate:
    field = page._fields[name]
    assert isinstance(field, ProfileDate)
    return field


def type_date(page: ProfilePage, name: str, typed: str) -> None:
    field = day(page, name)
    field._line.setText(typed)
    field._line.editingFinished.emit()


def stored(page: ProfilePage) -> Profile:
    return profile(page.desk.workbook)


def test_everything_is_shown_as_stored(filled_desk: Desk, qtbot: QtBot) -> None:
    page = shown(filled_desk, qtbot)
    assert text(page, "contact_email").text() == "wangmin@example.cn"
    assert choice(page, "region").choice.currentText() == "浙江省"
    assert day(page, "end").value() == date(2026, 3, 26)


def test_a_number_is_shown_in_the_form_it_was_saved(page: ProfilePage, qtbot: QtBot) -> None:
    field = text(page, "approval_number")
    typed(page, "approval_number", "国标委发 [2023] 01号")
    page.flush()
    qtbot.waitUntil(lambda: field.text() == "国标委发〔2023〕1号")
    assert stored(page).approval_number == "国标委发〔2023〕1号"
    assert not page.unsaved()


def test_a_text_does_not_change_under_the_hands_of_who_types(
    page: ProfilePage, qtbot: QtBot
) -> None:
    field = text(page, "approval_number")
    with qtbot.waitActive(page):
        page.activateWindow()
    field.setFocus()
    typed(page, "approval_number", "国标委发[2023]1 ")
    field.flush()
    qtbot.waitUntil(lambda: stored(page).approval_number == "国标委发〔2023〕1号")
    qtbot.waitUntil(lambda: not field.unsaved())
    page.refresh()
    assert field.text() == "国标委发[2023]1 "
    text(page, "name").setFocus()
    assert field.text() == "国标委发〔2023〕1号"


def test_choices_are_saved_at_once(page: ProfilePage, qtbot: QtBot) -> None:
    region = choice(page, "region")
    region.choice.setCurrentIndex(0)
    stage = choice(page, "stage")
    stage.choice.setCurrentIndex(list(Stage).index(Stage.FINAL))
    qtbot.waitUntil(lambda: not page.unsaved())
    assert (stored(page).region, stored(page).stage) == ("11", Stage.FINAL)


@pytest.mark.parametrize(
    ("end", "words"),
    [("2022-01-01", "早于"), ("2027年1月1日", "超过三年"), ("2026/3/26", "")],
)
def test_the_period_is_judged_as_it_is_entered(
    page: ProfilePage, qtbot: QtBot, end: str, words: str
) -> None:
    edit_profile(page.desk.workbook, end=None)
    page.refresh()
    type_date(page, "end", end)
    qtbot.waitUntil(lambda: stored(page).end is not None)
    qtbot.waitUntil(lambda: words in page._period.text())
    assert page._period.isHidden() is (words == "")


def test_what_is_no_date_stays_and_counts_as_unsaved(page: ProfilePage) -> None:
    type_date(page, "start", "去年")
    assert day(page, "start").text() == "去年"
    assert page.unsaved()


def test_what_could_not_be_saved_is_kept_and_saved_later(
    page: ProfilePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Changes:
        raise EnvironmentProblem("disk.full", path="/u")

    with monkeypatch.context() as broken:
        broken.setattr("app.views.profile.page.edit_profile", full)
        typed(page, "lead_unit", "省局")
        type_date(page, "end", "2026-01-01")
        choice(page, "region").choice.setCurrentIndex(1)
        page.flush()
        qtbot.waitUntil(lambda: "磁盘空间不足" in text(page, "lead_unit").note.text())
        qtbot.waitUntil(lambda: "磁盘空间不足" in day(page, "end")._note.text())
        qtbot.waitUntil(lambda: "磁盘空间不足" in choice(page, "region")._note.text())
    assert text(page, "lead_unit").text() == "省局"
    assert page.unsaved()
    page.refresh()
    assert day(page, "end").value() == date(2026, 1, 1)
    page.flush()
    qtbot.waitUntil(lambda: not page.unsaved())
    now = stored(page)
    assert (now.lead_unit, now.end, now.region) == ("省局", date(2026, 1, 1), "12")
    assert choice(page, "region")._note.isHidden()


def test_undoing_elsewhere_shows_the_old_value(page: ProfilePage, qtbot: QtBot) -> None:
    page.desk.announce(edit_profile(page.desk.workbook, name="另一个名称"))
    assert text(page, "name").text() == "另一个名称"


def test_a_place_puts_the_cursor_into_its_field(page: ProfilePage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.go_to(Place("profile", field="contact_phone"))
    assert text(page, "contact_phone").editor.hasFocus()
    page.go_to(Place("profile", field="end"))
    assert day(page, "end")._line.hasFocus()


def test_required_fields_say_so_in_words(page: ProfilePage) -> None:
    labels = [widget.text() for widget in page.findChildren(QLabel)]
    assert any(said.startswith("牵头单位") and said != "牵头单位" for said in labels)
    assert "电子邮箱" in labels


def test_a_sample_shows_its_own_region(desk: Desk, qtbot: QtBot) -> None:
    with desk.workbook.write("profile.edit") as unit:
        unit.session.scalars(select(Pilot)).one().sample = True
    edit_profile(desk.workbook, region="00")
    page = shown(desk, qtbot)
    assert choice(page, "region").choice.count() == 32
    assert choice(page, "region").choice.currentText() == "示例省"


def test_nothing_can_be_entered_read_only(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.workbook.read_only_reason = "medium"
    page = shown(desk, qtbot)
    qtbot.keyClicks(text(page, "name").editor, "x")
    assert text(page, "name").text() == "浙江试点"
    assert not choice(page, "region").choice.isEnabled()
    assert day(page, "end")._line.isReadOnly()
