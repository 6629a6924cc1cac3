"""The table of files before they are taken in: what can be changed in it, and for how many."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import EvidenceKind
from app.queries.evidence import evidence_list
from app.services.evidence import Intake, Target
from app.services.intake.item import Choice
from app.views.desk import Desk
from app.views.intake.columns import Name
from app.views.intake.dialog import IntakeDialog
from app.views.widgets.choice import Choice as ChoiceBox
from tests.conftest import Make


class Stage:
    """A dialog with what it handed over."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.taken: list[Intake] = []

    def open(self, *paths: Path, target: Target | None = None) -> IntakeDialog:
        dialog = IntakeDialog(self.desk, paths, target or Target(), self.taken.append, self.window)
        dialog.open()
        self.qtbot.waitUntil(lambda: bool(dialog.model.items) and dialog.task.isHidden())
        return dialog


@pytest.fixture
def stage(qtbot: QtBot, filled_desk: Desk) -> Stage:
    return Stage(qtbot, filled_desk)


def cell(dialog: IntakeDialog, number: int, name: Name) -> str:
    column = dialog.model.columns.names.index(name)
    return str(dialog.table.filter.index(number, column).data())


def edit(qtbot: QtBot, dialog: IntakeDialog, number: int, name: Name, value: object) -> None:
    """Open the cell's editor as a person does, and choose or type."""
    table = dialog.table
    index = table.filter.index(number, dialog.model.columns.names.index(name))
    table.setFocus()
    table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    (editor,) = (
        each
        for kind in (ChoiceBox, QLineEdit)
        for each in table.viewport().findChildren(kind)
        if each.isVisible()
    )
    if isinstance(editor, ChoiceBox):
        editor.set_value(value)
        editor.activated.emit(editor.currentIndex())
    else:
        editor.setText(str(value))
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(editor) or not editor.isVisible())


def test_the_table_shows_what_is_proposed(stage: Stage, make: Make) -> None:
    make("2.07 团体标准/浙政办发〔2023〕24号 实施方案.txt")
    dialog = stage.open(make("2.07 团体标准/甲.txt").parent)
    assert [it.text() for it in dialog.findChildren(QPushButton)].count("Cancel") == 2
    assert dialog.task.cancel.isHidden()  # one of them is enough
    QAbstractItemModelTester(dialog.model, dialog)
    QAbstractItemModelTester(dialog.table.filter, dialog)
    row = next(n for n in range(2) if "方案" in cell(dialog, n, "title"))
    assert cell(dialog, row, "title") == "实施方案"
    assert cell(dialog, row, "document_number") == "浙政办发〔2023〕24号"
    assert cell(dialog, row, "requirement_id") == "N29-2.07"
    assert cell(dialog, row, "kind") == "规划计划" or cell(dialog, row, "kind")
    assert dialog.take.text() == "Take in: 2"
    assert "nothing has been taken in yet" in dialog.summary.text()


def test_enter_takes_all_in(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(make("2.07 团体标准/甲.txt").parent)
    assert dialog.take.hasFocus() or dialog.take.isDefault()
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.taken))
    assert [result.number for result in stage.taken[0].files] == ["2.07-02"]


def test_each_cell_can_be_changed(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(make("甲.txt"))
    edit(qtbot, dialog, 0, "title", "实施方案")
    edit(qtbot, dialog, 0, "kind", EvidenceKind.PLAN)
    edit(qtbot, dialog, 0, "document_number", "浙标〔2024〕7号")
    edit(qtbot, dialog, 0, "issuing_body", "省市场监管局")
    edit(qtbot, dialog, 0, "formed_on", "2024年5月6日")
    edit(qtbot, dialog, 0, "requirement_id", "N29-2.07")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(stage.taken))
    row = evidence_list(stage.desk.workbook)[-1]
    assert (row.number, row.title, row.kind) == ("2.07-02", "实施方案", EvidenceKind.PLAN)
    assert (row.document_number, row.issuing_body) == ("浙标〔2024〕7号", "省市场监管局")
    assert row.formed_on == date(2024, 5, 6)


def test_what_several_files_share_is_set_once(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(*(make(f"{name}.txt") for name in "甲乙丙"))
    dialog.table.selectAll()
    edit(qtbot, dialog, 1, "requirement_id", "N29-4.01")
    assert {item.requirement_id for item in dialog.model.items} == {"N29-4.01"}
    dialog.table.selectAll()
    edit(qtbot, dialog, 1, "title", "只有这一个")
    assert [item.title for item in dialog.model.items] == ["甲", "只有这一个", "丙"]
    dialog.table.selectAll()
    edit(qtbot, dialog, 0, "choice", (Choice.SKIP, ""))
    assert not dialog.take.isEnabled()


def test_a_choice_is_made_only_where_it_can_be(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(
        make("现场.txt", "第二版"), make("甲.txt"), make("空.txt", ""), target=Target("N29-2.07")
    )
    names = [item.place[-1] for item in dialog.model.items]
    assert names == ["空.txt", "现场.txt", "甲.txt"]  # what needs a look first
    edition = next(item for item in dialog.model.items if item.former)
    assert cell(dialog, 1, "choice") == "New edition in 2.07-01"
    dialog.table.selectAll()
    edit(qtbot, dialog, 1, "choice", (Choice.TAKE, ""))
    assert [item.choice for item in dialog.model.items[1:]] == [Choice.TAKE, Choice.TAKE]
    dialog.table.selectAll()
    edit(qtbot, dialog, 1, "choice", (Choice.EDITION, edition.edition_of))
    assert [item.choice for item in dialog.model.items[1:]] == [Choice.EDITION, Choice.TAKE]
    # An edition goes into a dossier that is there: what is said of that stays.
    title = dialog.table.filter.index(1, dialog.model.columns.names.index("title"))
    assert not title.flags() & Qt.ItemFlag.ItemIsEditable


def test_what_is_no_date_is_said_and_not_taken(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(make("甲.txt"))
    edit(qtbot, dialog, 0, "formed_on", "去年春天")
    assert "去年春天" in dialog.summary.text()
    assert dialog.model.items[0].formed_on is None
    assert dialog.take.isEnabled()


def test_the_filter_narrows_and_edits_what_is_shown(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(*(make(f"{name}.txt") for name in ("甲方案", "乙", "丙方案")))
    dialog.filter.setText("方案")
    assert dialog.table.filter.rowCount() == 2
    dialog.table.selectAll()
    edit(qtbot, dialog, 0, "requirement_id", "N29-2.07")
    found = {item.title: item.requirement_id for item in dialog.model.items}
    assert found == {"甲方案": "N29-2.07", "乙": "", "丙方案": "N29-2.07"}
    # Nothing that is hidden is left out, and Enter in the filter takes nothing in.
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert not stage.taken
    assert dialog.take.text() == "Take in: 3"


def test_giving_up_writes_nothing(stage: Stage, make: Make) -> None:
    before = evidence_list(stage.desk.workbook)
    dialog = stage.open(make("甲.txt"))
    dialog.reject()
    assert not dialog.isVisible()
    assert evidence_list(stage.desk.workbook) == before
    assert not stage.taken


def test_files_into_a_dossier_need_no_title(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dossier = evidence_list(stage.desk.workbook)[1]
    dialog = stage.open(
        *(make(f"{n}.txt") for n in range(4)), target=Target(evidence_id=dossier.id)
    )
    assert dialog.model.columns.names == ("choice", "file", "remark")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(stage.taken))
    assert len(evidence_list(stage.desk.workbook)[1].files) == 5


def middle(dialog: IntakeDialog, number: int, name: Name) -> QPoint:
    index = dialog.table.filter.index(number, dialog.model.columns.names.index(name))
    return dialog.table.visualRect(index).center()


def test_a_double_click_on_selected_rows_changes_them_all(
    qtbot: QtBot, stage: Stage, make: Make
) -> None:
    dialog = stage.open(*(make(f"{name}.txt") for name in "甲乙丙丁"))
    viewport, left = dialog.table.viewport(), Qt.MouseButton.LeftButton
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(viewport, left, none, middle(dialog, 0, "file"))
    qtbot.mouseClick(viewport, left, shift, middle(dialog, 2, "file"))
    # As windows tell it: click and double click.
    place = middle(dialog, 1, "kind")
    qtbot.mouseClick(viewport, left, none, place)
    qtbot.mouseDClick(viewport, left, none, place)
    (editor,) = viewport.findChildren(ChoiceBox)
    qtbot.waitUntil(lambda: editor.view().isVisible())  # nobody has to click once more
    editor.hidePopup()
    editor.set_value(EvidenceKind.PLAN)
    editor.activated.emit(editor.currentIndex())
    kinds = [item.kind is EvidenceKind.PLAN for item in dialog.model.items]
    assert kinds == [True, True, True, False]
    # A double click elsewhere is about that row alone.
    place = middle(dialog, 3, "kind")
    qtbot.mouseClick(viewport, left, none, place)
    qtbot.mouseDClick(viewport, left, none, place)
    assert dialog.table.selected_numbers(3) == [3]


def test_numbers_follow_the_folders_not_the_order_shown(
    qtbot: QtBot, stage: Stage, make: Make
) -> None:
    make("2.08 丙/1 甲.txt")
    broken = make("2.08 丙/2 乙.pdf", "%PDF-1.7")
    dialog = stage.open(broken.parent)
    assert [item.place[-1] for item in dialog.model.items] == ["2 乙.pdf", "1 甲.txt"]
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(stage.taken))
    assert [(result.name, result.number) for result in stage.taken[0].files] == [
        ("1 甲.txt", "2.08-01"),
        ("2 乙.pdf", "2.08-02"),
    ]


def test_remarks_take_room_only_where_there_are_some(stage: Stage, make: Make) -> None:
    plain = stage.open(*(make(f"{name}.txt") for name in "甲乙"))
    remark = plain.model.columns.names.index("remark")
    assert plain.table.isColumnHidden(remark)
    plain.reject()
    dialog = stage.open(make("空.txt", ""), make("丙.txt"))
    assert not dialog.table.isColumnHidden(remark)


def test_all_columns_are_in_view(qtbot: QtBot, stage: Stage, make: Make) -> None:
    name = "关于印发团体标准培优计划实施方案（二〇二三年至二〇二五年）的通知"
    text = "2023年10月12日\n江海省市场监督管理局文件\n江市监标〔2023〕15号\n提及GB/T 20004.1-2016"
    stage.window.resize(1280, 700)
    dialog = stage.open(make(f"2.07 甲/{name}.txt", text), make("空.txt", ""))
    qtbot.waitUntil(lambda: dialog.table.viewport().width() > 1000)
    assert dialog.table.horizontalScrollBar().maximum() == 0
    widths = {
        each: dialog.table.columnWidth(number)
        for number, each in enumerate(dialog.model.columns.names)
    }
    heading = dialog.table.fontMetrics().horizontalAdvance("发布单位")
    assert widths["title"] > widths["issuing_body"] > heading
    # Short things are never cut.
    day = dialog.table.fontMetrics().horizontalAdvance("2023年10月12日")
    assert widths["formed_on"] > day
    dialog.resize(dialog.width() - 100, 560)
    qtbot.waitUntil(lambda: dialog.table.horizontalScrollBar().maximum() == 0)
    # Drawn by hand, they stay as they are.
    dialog.table.setColumnWidth(1, 333)
    dialog.resize(1000, 560)
    assert dialog.table.columnWidth(1) == 333


def test_a_heading_sorts_and_a_third_click_takes_it_back(
    qtbot: QtBot, stage: Stage, make: Make
) -> None:
    dialog = stage.open(*(make(f"{day} 纪要.txt") for day in ("20241005", "20231201", "20240901")))
    header = dialog.table.horizontalHeader()
    column = dialog.model.columns.names.index("formed_on")
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)

    def shown() -> list[str]:
        return [cell(dialog, row, "file")[:8] for row in range(3)]

    before = shown()
    for expected in (sorted(before), sorted(before, reverse=True), before):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert shown() == expected


def test_one_of_two_files_of_a_name_becomes_the_newer_edition(
    qtbot: QtBot, stage: Stage, make: Make
) -> None:
    make("旧/2.08 丙/方案.txt", "第一稿")
    newer = make("新/2.08 丙/方案.txt", "第二稿")
    dialog = stage.open(newer.parents[2])
    assert [item.choice for item in dialog.model.items] == [Choice.TAKE, Choice.TAKE]
    assert cell(dialog, 0, "remark") == "Another file of this name, with other content."
    row = next(n for n, item in enumerate(dialog.model.items) if item.path == newer)
    edit(qtbot, dialog, row, "choice", (Choice.EDITION, dialog.model.items[row].namesake))
    assert cell(dialog, row, "choice") == "New edition of its namesake"
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(stage.taken))
    (kept,) = [one for one in evidence_list(stage.desk.workbook) if one.number.startswith("2.08")]
    assert [file.edition for file in (*kept.files, *kept.earlier)] == [2, 1]


def test_below_the_table_stands_all_of_what_is_said_of_a_file(stage: Stage, make: Make) -> None:
    make("2.08 丙/空.txt", "")
    dialog = stage.open(make("2.08 丙/甲.txt").parent)
    assert dialog.detail.text().endswith(" · 2.08 丙/空.txt")
    assert dialog.model.columns.remark(dialog.model.items[0]) in dialog.detail.text()
    dialog.table.selectRow(1)
    assert dialog.detail.text() == "2.08 丙/甲.txt"


def test_a_second_enter_does_not_cancel(qtbot: QtBot, stage: Stage, make: Make) -> None:
    dialog = stage.open(*(make(f"{name}.txt") for name in "甲乙丙丁"))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.take.hasFocus)
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    assert not dialog.task.isHidden()
    focused = dialog.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.taken))
    assert len(stage.taken[0].files) == 4
