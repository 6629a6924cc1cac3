import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.queries.catalogue import requirement_texts
from app.services.workbooks import Workbook
from app.views.evidence.picker import RequirementPicker


@pytest.fixture
def picker(qtbot: QtBot, workbook: Workbook) -> RequirementPicker:
    made = RequirementPicker("zh", requirement_texts(workbook))
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.table.rows_model, made)
    return made


def test_typing_and_enter_choose(qtbot: QtBot, picker: RequirementPicker) -> None:
    def type_and_accept() -> None:
        picker.filter.setText("２.０７")
        qtbot.keyClick(picker.filter, Qt.Key.Key_Return)

    QTimer.singleShot(0, type_and_accept)
    assert picker.choose() == "N29-2.07"


def test_words_of_the_statement_are_found(picker: RequirementPicker) -> None:
    assert picker.table.filter.rowCount() == 88
    picker.filter.setText("守底线 保基本")
    assert picker.table.filter.rowCount() >= 1
    row = picker.table.current_row()
    assert row is not None
    assert "守底线" in row.statement.zh


def test_nothing_found_can_not_be_accepted(qtbot: QtBot, picker: RequirementPicker) -> None:
    picker.show()
    picker.filter.setText("没有这样的要求")
    qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    assert picker.isVisible()
    picker.filter.setText("")
    assert picker.table.current_row() is not None


def test_closing_chooses_nothing(picker: RequirementPicker) -> None:
    QTimer.singleShot(0, picker.reject)
    assert picker.choose() == ""
