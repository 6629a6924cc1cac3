"""The editor of the scoring scheme, on a real workbook."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.catalog.load import load_default_scheme
from app.domain.scheme import scheme_as_dict
from app.queries.history import history
from app.queries.profile import scheme
from app.services.profile import save_scheme
from app.services.undo import undo
from app.services.workbooks import open_workbook
from app.views.desk import Desk
from app.views.settings.editable import EditTable
from app.views.settings.page import SettingsPage
from app.views.settings.scheme_tab import SchemeTab

DEFAULT = load_default_scheme()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(desk)
    desk.data_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def tab(page: SettingsPage) -> SchemeTab:
    return page.scheme


def put(table: EditTable, row: int, column: int, value: object) -> bool:
    return table.model().setData(table.model().index(row, column), value)


def save(tab: SchemeTab, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.data_changed):
        tab.save_button.click()


def test_a_fresh_workbook_shows_the_default_template_marked_unofficial(tab: SchemeTab) -> None:
    assert "非官方模板" in tab.name.text()
    assert [row.share for row in tab.levels.model.rows] == [0, 25, 50, 80, 100]
    assert len(tab.items.model.rows) == 88
    assert not tab.unsaved()
    assert not tab.save_button.isEnabled()


def test_a_change_is_saved_as_one_operation_and_can_be_undone(
    tab: SchemeTab, desk: Desk, qtbot: QtBot
) -> None:
    before = len(history(desk.workbook))
    assert put(tab.levels.table, 1, 3, 30.0)
    assert put(tab.bands.table, 0, 1, "很好")
    assert put(tab.articles.table, 0, 2, 12.0)
    assert put(tab.items.table, 3, 2, 2.5)
    assert tab.unsaved()
    save(tab, desk, qtbot)
    stored = scheme(desk.workbook)
    assert stored.levels[1].share == 0.3
    assert stored.bands[0].label.zh == "很好"
    assert stored.article_weight(1) == 12
    assert stored.item_weights == {"N29-1.04": 2.5}
    assert "自定义" in stored.name.zh
    assert "非官方模板" in stored.name.zh
    assert not tab.unsaved()
    assert len(history(desk.workbook)) == before + 1
    desk.write(lambda: undo(desk.workbook))
    qtbot.waitUntil(lambda: tab.levels.model.rows[1].share == 25)
    assert scheme(desk.workbook) == DEFAULT


@pytest.mark.parametrize(
    ("table", "row", "column", "value"),
    [
        ("levels", 1, 3, 101.0),
        ("levels", 1, 3, -1.0),
        ("levels", 1, 3, float("nan")),
        ("levels", 1, 1, "   "),
        ("levels", 1, 1, "长" * 41),
        ("levels", 1, 0, "7"),
        ("articles", 0, 2, 100.5),
        ("articles", 0, 1, "other heading"),
    ],
)
def test_a_cell_takes_no_value_that_it_cannot_hold(
    tab: SchemeTab, table: str, row: int, column: int, value: object
) -> None:
    assert not put(getattr(tab, table).table, row, column, value)
    assert not tab.unsaved()


def test_shares_that_fall_are_refused_with_a_sentence_and_kept(
    tab: SchemeTab, desk: Desk, qtbot: QtBot
) -> None:
    put(tab.levels.table, 4, 3, 10.0)
    assert tab.problem.isVisibleTo(tab)
    assert "逐级不降" in tab.problem.text()
    assert not tab.save_button.isEnabled()
    tab.flush()
    qtbot.wait(50)
    assert tab.unsaved()
    assert scheme(desk.workbook) == DEFAULT
    put(tab.levels.table, 4, 3, 90.0)
    assert tab.problem.text() == ""
    assert tab.save_button.isEnabled()


def test_leaving_the_page_saves_what_can_be_scored_with(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    put(page.scheme.articles.table, 0, 2, 11.0)
    with qtbot.waitSignal(desk.data_changed):
        page.flush()
    assert scheme(desk.workbook).article_weight(1) == 11
    assert not page.unsaved()


def test_what_is_typed_in_a_cell_counts_when_the_page_is_left(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.tabs.setCurrentWidget(page.scheme)
    table = page.scheme.levels.table
    table.edit(table.model().index(2, 3))
    editor = table.findChild(QDoubleSpinBox)
    assert (editor.minimum(), editor.maximum()) == (0, 100)
    editor.lineEdit().selectAll()
    qtbot.keyClicks(editor, "55")
    with qtbot.waitSignal(desk.data_changed):
        page.flush()
    assert scheme(desk.workbook).levels[2].share == 0.55


def test_grades_are_added_and_removed(tab: SchemeTab, desk: Desk, qtbot: QtBot) -> None:
    assert not tab.bands.remove.isEnabled()
    tab.bands.table.setCurrentIndex(tab.bands.table.model().index(1, 0))
    tab.bands.add.click()
    assert [row.minimum for row in tab.bands.model.rows] == [90, 80, 70, 60, 0]
    save(tab, desk, qtbot)
    assert [band.minimum for band in scheme(desk.workbook).bands] == [90, 80, 70, 60, 0]
    tab.bands.table.setCurrentIndex(tab.bands.table.model().index(4, 0))
    tab.bands.remove.click()
    assert not tab.save_button.isEnabled()  # the lowest grade goes down to 0
    tab.discard_button.click()
    assert len(tab.bands.model.rows) == 5
    assert not tab.unsaved()


def test_grades_are_put_in_order_when_saved(tab: SchemeTab, desk: Desk, qtbot: QtBot) -> None:
    put(tab.bands.table, 1, 0, 95.0)
    save(tab, desk, qtbot)
    assert [band.minimum for band in scheme(desk.workbook).bands] == [95, 90, 60, 0]
    assert [row.minimum for row in tab.bands.model.rows] == [95, 90, 60, 0]


def test_the_default_template_comes_back(tab: SchemeTab, desk: Desk, qtbot: QtBot) -> None:
    put(tab.items.table, 0, 2, 3.0)
    put(tab.levels.table, 0, 1, "零级")
    save(tab, desk, qtbot)
    tab.reset_button.click()
    save(tab, desk, qtbot)
    assert scheme(desk.workbook) == DEFAULT
    assert "默认" in tab.name.text()


def test_a_refresh_keeps_a_draft_and_shows_what_another_wrote(tab: SchemeTab, desk: Desk) -> None:
    put(tab.levels.table, 1, 1, "起步")
    save_scheme(desk.workbook, DEFAULT.with_article_weight(2, 9))
    tab.refresh()
    assert tab.levels.model.rows[1].zh == "起步"
    assert tab.unsaved()
    tab.discard_button.click()
    assert tab.articles.model.rows[1].weight == 9


def test_weights_show_the_part_of_the_sum_and_filter_as_one_types(
    tab: SchemeTab, qtbot: QtBot
) -> None:
    shown = [tab.articles.model.index(row, 3).data() for row in range(8)]
    assert shown[:2] == ["10.0%", "17.0%"]
    tab.items.filter.setText("N29-2.07")
    assert tab.items.table.model().rowCount() == 1
    put(tab.items.table, 0, 2, 4.0)
    assert tab.draft().item_weights == {"N29-2.07": 4.0}


def test_a_scheme_goes_out_to_a_file_and_comes_in_again(
    tab: SchemeTab, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "方案"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(file.with_suffix(".json")), "")
    )
    put(tab.levels.table, 1, 3, 33.0)
    tab.export_button.click()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["方案.json"]
    tab.discard_button.click()
    tab.import_button.click()
    assert tab.levels.model.rows[1].share == 33
    assert tab.unsaved()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"[" * 100_000,
        b'{"name": 1}',
        json.dumps(
            {**scheme_as_dict(DEFAULT), "bands": [{"minimum": 0, "label": {"zh": 1, "en": []}}]}
        ).encode(),
    ],
)
def test_a_file_that_holds_no_scheme_is_refused(
    tab: SchemeTab, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    problems: list[object] = []
    desk.problem.connect(problems.append)
    tab.import_button.click()
    assert [desk.sentence(it) for it in problems] == ["“other.json”不是评分方案文件。"]
    assert not tab.unsaved()


def test_read_only_nothing_can_be_changed(desk: Desk, qtbot: QtBot) -> None:
    folder = desk.workbook.folder
    desk.workbook = open_workbook(folder)  # the fixture holds the lock
    assert desk.read_only
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    tab = page.scheme
    for table in (tab.levels.table, tab.bands.table, tab.articles.table, tab.items.table):
        flags = [table.model().flags(table.model().index(0, column)) for column in range(4)]
        assert not any(flag & Qt.ItemFlag.ItemIsEditable for flag in flags)
    for button in (tab.save_button, tab.reset_button, tab.import_button, tab.bands.add):
        assert not button.isEnabled()
    assert tab.export_button.isEnabled()
    desk.workbook.close()


def test_the_models_keep_the_rules_of_qt(tab: SchemeTab) -> None:
    models = [part.model for part in (tab.levels, tab.bands, tab.articles, tab.items)]
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    tab.bands.add.click()
    put(tab.levels.table, 1, 3, 30.0)
    assert models[0].rowCount(QModelIndex()) == 5
    assert len(testers) == 4


def test_shares_survive_the_table_to_the_last_digit(tab: SchemeTab, desk: Desk) -> None:
    levels = tuple(
        replace(level, share=share)
        for level, share in zip(DEFAULT.levels, (0.0, 0.07, 0.29, 0.57, 1.0), strict=True)
    )
    save_scheme(desk.workbook, replace(DEFAULT, levels=levels))
    tab.refresh()
    assert tab.draft().levels == levels
