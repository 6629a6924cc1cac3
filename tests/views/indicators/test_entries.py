"""Values and targets, entered in their tables."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.steps import finish
from app.domain.vocabulary import Origin
from app.errors import EnvironmentProblem
from app.queries.history import history
from app.services.evidence import Target, add_files
from app.services.undo import undo
from app.texts import operation
from app.views.indicators import readings_part
from app.views.indicators.page import IndicatorsPage
from tests.views.indicators.steps import enter, settled, shown, stored


def test_a_value_is_entered_once_date_and_value_are_there(
    qtbot: QtBot, page: IndicatorsPage
) -> None:
    part = page.details.readings
    QAbstractItemModelTester(part.model, page)
    enter(part, 2, "source", "年报")
    enter(part, 2, "on", "２０２５年５月３１日")
    settled(qtbot, page)
    assert len(stored(page).readings) == 2
    assert page.unsaved()
    enter(part, 2, "value", "５２％")
    settled(qtbot, page)
    last = stored(page).last
    assert last is not None
    assert (last.on, last.value, last.source) == (date(2025, 5, 31), 52, "年报")
    assert shown(part, 2)[:3] == ["2025年5月31日", "52%", "年报"]
    assert shown(part, 3)[1:] == ["", "", "", ""]
    assert not page.unsaved()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("value", "101%", "101"),
        ("value", "很多", "“很多”不是此指标可用的数值。"),
        ("value", "", "不是此指标可用的数值"),
        ("on", "2025-06-02", "2025年6月2日 还没有到。"),
        ("on", "2024-12-31", "2024年12月31日 已有实际值，请直接修改该行。"),
        ("on", "昨天", "昨天"),
        ("evidence", "9.99-99", "9.99-99"),
    ],
)
def test_what_cannot_be_taken_stays_with_its_reason(
    qtbot: QtBot, page: IndicatorsPage, name: str, text: str, sentence: str
) -> None:
    part = page.details.readings
    before = stored(page)
    enter(part, 0, name, text)
    settled(qtbot, page)
    assert sentence in part.note.text()
    column = [it.name for it in part.model.columns].index(name)
    index = part.model.index(0, column)
    assert index.data() == text
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert stored(page) == before
    assert page.unsaved()


def test_a_refused_cell_can_be_put_right_after_another_indicator_was_shown(
    qtbot: QtBot, page: IndicatorsPage
) -> None:
    part = page.details.readings
    enter(part, 0, "value", "abc")
    page.table.select(stored(page, "IND-OUT-2").id)
    assert part.note.isHidden()
    page.table.select(stored(page).id)
    assert shown(part, 0)[1] == "abc"
    enter(part, 0, "value", "39")
    settled(qtbot, page)
    assert stored(page).readings[0].value == 39
    assert part.note.isHidden()
    assert not page.unsaved()


def test_a_value_can_get_another_day(qtbot: QtBot, page: IndicatorsPage) -> None:
    enter(page.details.readings, 0, "on", "2024.1.31")
    settled(qtbot, page)
    first = stored(page).readings[0]
    assert (first.on, first.value, first.source) == (date(2024, 1, 31), 38.5, "项目台账")


def test_evidence_is_named_by_its_number(
    qtbot: QtBot, page: IndicatorsPage, tmp_path: Path
) -> None:
    file = tmp_path / "台账.txt"
    file.write_text("台账", encoding="utf-8")
    finish(add_files(page.desk.workbook, [file], Target("N29-1.01")))
    part = page.details.readings
    known = part.model.columns[3].known
    assert known is not None
    offered = known()
    qtbot.waitUntil(lambda: offered.stringList() == ["1.01-01 台账"])
    enter(part, 1, "evidence", "1.01-01 台账")
    settled(qtbot, page)
    assert stored(page).readings[1].evidence_number == "1.01-01"
    enter(part, 1, "evidence", "")
    settled(qtbot, page)
    assert stored(page).readings[1].evidence_id is None


def test_a_disk_that_gives_way_keeps_what_was_typed(
    qtbot: QtBot, page: IndicatorsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise EnvironmentProblem("disk.full", path="/")

    part = page.details.readings
    with monkeypatch.context() as broken:
        broken.setattr(readings_part, "set_reading", full)
        enter(part, 1, "value", "48")
        settled(qtbot, page)
    assert shown(part, 1)[1] == "48"
    assert part.note.text()
    page.flush()
    settled(qtbot, page)
    assert stored(page).readings[1].value == 48
    assert not page.unsaved()


def test_typing_on_while_a_new_value_is_saved_loses_nothing(
    qtbot: QtBot, page: IndicatorsPage
) -> None:
    part = page.details.readings
    part.table.setFocus()
    enter(part, 2, "on", "2025-03-31")
    enter(part, 2, "value", "50")
    part.table.setCurrentIndex(part.model.index(2, 2))
    part.table.edit(part.model.index(2, 2))
    editor = part.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("季报")
    settled(qtbot, page)
    assert part.table.is_editing
    part.table.commit()
    settled(qtbot, page)
    qtbot.waitUntil(lambda: part.model.rowCount() == 4)
    last = stored(page).last
    assert last is not None
    assert (last.value, last.source) == (50, "季报")
    assert not page.unsaved()


def test_enter_starts_typing_and_delete_removes(qtbot: QtBot, page: IndicatorsPage) -> None:
    part = page.details.readings
    part.table.setFocus()
    part.table.setCurrentIndex(part.model.index(1, 1))
    qtbot.keyClick(part.table, Qt.Key.Key_Return)
    assert part.table.is_editing
    part.table.commit()
    qtbot.keyClick(part.table, Qt.Key.Key_Delete)
    settled(qtbot, page)
    assert len(stored(page).readings) == 1
    undo(page.desk.workbook)
    assert len(stored(page).readings) == 2


def test_a_target_of_the_pilot(qtbot: QtBot, page: IndicatorsPage) -> None:
    part = page.details.targets
    QAbstractItemModelTester(part.model, page)
    enter(part, 2, "value", "≥60")
    enter(part, 2, "year", "2026年")
    settled(qtbot, page)
    added = stored(page).targets[-1]
    assert (added.origin, added.year, added.value) == (Origin.PILOT, 2026, 60)
    assert not added.strict
    assert shown(part, 2) == ["本试点", "2026", "≥60%", "78%", "进度正常"]


@pytest.mark.parametrize("said", ["—", "无", "No year"])
def test_a_target_without_a_year(qtbot: QtBot, page: IndicatorsPage, said: str) -> None:
    part = page.details.targets
    enter(part, 2, "value", "60")
    settled(qtbot, page)
    assert len(stored(page).targets) == 2, "without its year a row is half typed"
    enter(part, 2, "year", said)
    settled(qtbot, page)
    added = next(row for row in stored(page).targets if row.year is None)
    assert (added.origin, added.value) == (Origin.PILOT, 60)
    last = history(page.desk.workbook, limit=1)[0]
    assert operation(last.kind, dict(last.params), "zh") == "设定指标 IND-OUT-1 的目标值（—）"
    place = stored(page).targets.index(added)
    assert shown(part, place)[:3] == ["本试点", "—", "≥60%"]
    enter(part, place, "value", "65")
    settled(qtbot, page)
    assert [row.value for row in stored(page).targets if row.year is None] == [65]
    enter(part, 3, "year", said)
    enter(part, 3, "value", "70")
    settled(qtbot, page)
    assert "不限年份的目标值已有" in part.note.text()


def test_a_strict_target_is_shown_and_kept_strict(qtbot: QtBot, page: IndicatorsPage) -> None:
    part = page.details.targets
    assert shown(part, 1)[2] == "＞50%"
    enter(part, 1, "value", "＞55%")
    settled(qtbot, page)
    assert (stored(page).targets[1].value, stored(page).targets[1].strict) == (55, True)
    enter(part, 1, "value", "55")
    settled(qtbot, page)
    assert not stored(page).targets[1].strict


@pytest.mark.parametrize(
    ("year", "value", "sentence"),
    [
        ("2025", "60", "本试点2025年的目标值已有"),
        ("明年", "60", "“明年”不是年份"),
        ("1999", "60", "1999"),
        ("2027", "＜60", "比较符号与指标方向相反"),
        ("2027", "160%", "160"),
    ],
)
def test_a_target_that_cannot_be(
    qtbot: QtBot, page: IndicatorsPage, year: str, value: str, sentence: str
) -> None:
    part = page.details.targets
    enter(part, 2, "year", year)
    enter(part, 2, "value", value)
    settled(qtbot, page)
    assert sentence in part.note.text()
    assert len(stored(page).targets) == 2


def test_who_sets_a_target_is_not_changed_afterwards(page: IndicatorsPage) -> None:
    model = page.details.targets.model
    editable = [bool(model.flags(model.index(0, n)) & Qt.ItemFlag.ItemIsEditable) for n in range(5)]
    assert editable == [False, False, True, False, False]
