from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets import text_fields
from app.views.widgets.basic import ElidedLabel
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField


def put_up(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()


def type_into(editor: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(editor, event)


@pytest.fixture(params=[1, 3], ids=["line", "lines"])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> TextField:
    made = TextField("unit", lines=request.param)
    put_up(qtbot, made)
    made.reset("省标准院")
    return made


def test_a_pause_hands_the_text_over(
    qtbot: QtBot, field: TextField, monkeypatch: pytest.MonkeyPatch
) -> None:
    field._timer.setInterval(1)
    assert text_fields.PAUSE_MS <= 1000
    with qtbot.waitSignal(field.edited) as edited:
        type_into(field.editor, " 甲 ")
    assert edited.args == ["甲 省标准院"]
    assert field.unsaved()
    field.accept("甲 省标准院")
    assert not field.unsaved()


@pytest.mark.parametrize("lines", [1, 3])
def test_leaving_hands_the_text_over(qtbot: QtBot, lines: int) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    field, other = TextField("unit", lines=lines), TextField("title")
    layout.addWidget(field)
    layout.addWidget(other)
    put_up(qtbot, window)
    field.setFocus()
    qtbot.waitUntil(field.editor.hasFocus)
    with qtbot.waitSignal(field.edited):
        type_into(field.editor, "乙")
        other.setFocus()


def test_what_is_typed_is_not_overwritten(field: TextField) -> None:
    type_into(field.editor, "丙")
    typed = field.text()
    field.set_text("别人写的")
    assert field.text() == typed
    field.set_text(typed)
    assert not field.unsaved()
    field.set_text("别人写的")
    assert field.text() == "别人写的"


def test_resetting_shows_another_thing(qtbot: QtBot, field: TextField) -> None:
    type_into(field.editor, "丁")
    field.reset("另一项")
    assert field.text() == "另一项"
    assert not field.unsaved()
    with qtbot.assertNotEmitted(field.edited):
        field.flush()


@pytest.mark.parametrize("typed", ["联席会议已建立。", "The office stands. ", "第一行\n"])
def test_a_sentence_is_handed_over_without_a_pause(qtbot: QtBot, typed: str) -> None:
    field = TextField("narrative", lines=3)
    put_up(qtbot, field)
    field.reset("")
    sentences: list[str] = []
    field.edited.connect(sentences.append)
    for sign in typed:
        type_into(field.editor, sign)
    assert sentences == [typed.strip()]
    field.accept(typed.strip())
    type_into(field.editor, "下一句")
    assert len(sentences) == 1


def test_a_line_is_not_handed_over_in_the_middle(qtbot: QtBot) -> None:
    line = TextField("contact_email")
    put_up(qtbot, line)
    with qtbot.assertNotEmitted(line.edited):
        type_into(line.editor, "Wang Min. ")


def test_a_long_text_is_kept_but_not_handed_over(qtbot: QtBot, field: TextField) -> None:
    with qtbot.assertNotEmitted(field.edited):
        type_into(field.editor, "长" * 200)
        field.flush()
    assert field.too_long()
    assert field.note.isVisible()
    assert "204" in field.note.text()
    assert field.editor.property("invalid")


def test_a_refusal_is_said_until_it_is_saved(field: TextField) -> None:
    type_into(field.editor, "戊")
    field.refuse("磁盘空间不足")
    assert field.note.isVisible()
    assert field.note.text() == "磁盘空间不足"
    field.accept(field.text())
    assert not field.note.isVisible()


def test_an_unsaved_text_comes_back_unsaved(qtbot: QtBot, field: TextField) -> None:
    field.show_unsaved("没存上的", "磁盘空间不足")
    assert field.unsaved()
    assert field.note.text() == "磁盘空间不足"
    with qtbot.waitSignal(field.edited) as edited:
        field.flush()
    assert edited.args == ["没存上的"]


def test_several_lines_grow_with_the_text(qtbot: QtBot) -> None:
    made = TextField("narrative", lines=2)
    put_up(qtbot, made)
    low = made.editor.height()
    made.reset("\n".join("一二三四五"))
    high = made.editor.height()
    assert high > low
    made.reset("\n".join("一" * 500))
    assert high < made.editor.height() < low * 4
    made.reset("")
    assert made.editor.height() == low


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    made = DateField()
    put_up(qtbot, made)
    made.set_value(date(2025, 6, 1))
    return made


@pytest.mark.parametrize("typed", ["2026-01-05", "2026年1月5日", "2026.1.5", "２０２６/1/5"])
def test_reads_a_date_in_any_usual_form(qtbot: QtBot, day: DateField, typed: str) -> None:
    day._line.clear()
    type_into(day._line, typed)
    with qtbot.waitSignal(day.edited) as edited:
        QTest.keyClick(day._line, Qt.Key.Key_Return)
    assert edited.args == [date(2026, 1, 5)]
    assert day.text() == "2026-01-05"


def test_what_is_no_date_stays_and_is_not_carried(qtbot: QtBot, day: DateField) -> None:
    day._line.setText("明年")
    with qtbot.assertNotEmitted(day.edited):
        day.flush()
    assert day.unsaved()
    assert day._note.isVisible()
    day.refresh_value(date(2030, 1, 1))
    assert day.text() == "明年"


def test_an_emptied_date_is_none(qtbot: QtBot, day: DateField) -> None:
    day._line.clear()
    with qtbot.waitSignal(day.edited) as edited:
        day.flush()
    assert edited.args == [None]


def test_a_refused_date_is_said_until_it_is_saved(day: DateField) -> None:
    day.refuse("磁盘空间不足")
    assert day._note.isVisible()
    day.accept()
    assert not day._note.isVisible()


def test_a_choice_made_by_the_program_is_silent(qtbot: QtBot) -> None:
    choice = Choice([("a", "甲"), ("b", "乙")])
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.currentIndexChanged):
        choice.set_value("b")
    assert choice.value() == "b"


def test_a_cut_line_has_its_text_in_the_tip(qtbot: QtBot) -> None:
    made = ElidedLabel()
    put_up(qtbot, made)
    made.resize(60, 20)
    made.setText("<b>优化标准供给结构，实现标准供给由政府主导向政府与市场并重转变</b>")
    made.grab()
    assert made.toolTip().startswith("<qt>&lt;b&gt;")
    made.setText("短")
    made.grab()
    assert made.toolTip() == ""
