from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.views.widgets.rows_model import RIGHT, Column, plain_tip
from app.views.widgets.rows_table import RowsTable


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    size: int = 0


COLUMNS = (
    Column[Row]("名称", lambda row: row.name),
    Column[Row]("大小", lambda row: str(row.size), sort=lambda row: row.size, align=RIGHT),
)
ROWS = [Row("a", "ＧＢ标准", 9), Row("b", "<b>纪要</b>", 10), Row("c", "联席会议 纪要", 1)]


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable[Row]:
    made = RowsTable(COLUMNS, lambda row: row.id)
    qtbot.addWidget(made)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(made.rows_model, fatal, made)
    QAbstractItemModelTester(made.filter, fatal, made)
    made.set_rows(ROWS)
    return made


def shown(table: RowsTable[Row]) -> list[str]:
    return [table.filter.row(n).id for n in range(table.filter.rowCount())]


def test_the_filter_knows_no_width_and_no_case(table: RowsTable[Row]) -> None:
    table.filter.set_text("gb")
    assert shown(table) == ["a"]
    table.filter.set_text("ｇｂ")
    assert shown(table) == ["a"]


def test_every_word_must_be_there_in_any_order(table: RowsTable[Row]) -> None:
    table.filter.set_text("纪要 会议")
    assert shown(table) == ["c"]
    table.filter.set_text("")
    assert shown(table) == ["a", "b", "c"]


def test_a_rule_and_words_hold_together(table: RowsTable[Row]) -> None:
    table.filter.set_accept(lambda row: row.size > 5)
    assert shown(table) == ["a", "b"]
    table.filter.set_text("纪要")
    assert shown(table) == ["b"]
    table.filter.set_accept(None)
    assert shown(table) == ["b", "c"]


def test_sorting_is_by_the_key_and_can_be_taken_back(table: RowsTable[Row]) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["c", "a", "b"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(table) == ["b", "a", "c"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["a", "b", "c"]


def test_the_current_row_outlives_sorting_and_a_refresh(table: RowsTable[Row]) -> None:
    assert table.select("b")
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert table.current_row() == ROWS[1]
    table.set_rows([Row("z", "新", 99), *ROWS])
    assert table.current_row() == ROWS[1]
    assert [row.id for row in table.selected_rows()] == ["b"]


def test_a_changed_row_is_told_without_a_reset(qtbot: QtBot, table: RowsTable[Row]) -> None:
    table.select("b")
    resets: list[bool] = []
    table.rows_model.modelReset.connect(lambda: resets.append(True))
    with qtbot.waitSignal(table.rows_model.dataChanged) as told:
        table.set_rows([ROWS[0], Row("b", "改名", 10), ROWS[2]])
    assert told.args[0].row() == told.args[1].row() == 1
    assert not resets
    assert table.current_row() == Row("b", "改名", 10)
    table.filter.set_text("改名")
    assert shown(table) == ["b"]


def test_a_row_that_is_filtered_out_is_no_longer_current(table: RowsTable[Row]) -> None:
    table.select("b")
    seen: list[Row | None] = []
    table.current_changed.connect(seen.append)
    table.filter.set_text("GB")
    assert seen[-1] is None
    assert table.current_row() is None
    assert not table.select("b")


def test_enter_opens_the_current_row(qtbot: QtBot, table: RowsTable[Row]) -> None:
    table.select("c")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[2]]


def test_a_tool_tip_shows_markup_as_typed() -> None:
    assert plain_tip("<b>纪要</b>\n第2行") == "<qt>&lt;b&gt;纪要&lt;/b&gt;<br>第2行</qt>"
    assert plain_tip("") == ""


def test_several_selected_rows_stay_selected(qtbot: QtBot) -> None:
    table = RowsTable(COLUMNS, lambda row: row.id, several=True)
    qtbot.addWidget(table)
    table.set_rows(ROWS)
    table.selectAll()
    table.set_rows(ROWS[1:])
    assert [row.id for row in table.selected_rows()] == ["b", "c"]


def test_below_the_rows_the_table_has_the_colour_of_lists(table: RowsTable[Row]) -> None:
    table.resize(300, 400)
    image = table.viewport().grab().toImage()
    below = image.pixelColor(image.width() // 2, image.height() - 5)
    assert below == table.palette().color(QPalette.ColorRole.Base)


def test_what_was_found_in_earlier_rows_is_forgotten(table: RowsTable[Row]) -> None:
    table.filter.set_text("纪要")
    assert shown(table) == ["b", "c"]
    table.set_rows([ROWS[0], Row("b", "名单"), ROWS[2]])
    assert shown(table) == ["c"]
    table.filter.set_text("名单")
    assert shown(table) == ["b"]
