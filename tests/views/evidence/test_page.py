from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.steps import finish
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.errors import EnvironmentProblem
from app.queries.evidence import evidence_list
from app.queries.evidence_files import FilesPiece, missing_after
from app.services.evidence import Target, add_files, edit_evidence, remove
from app.services.evidence_links import unlink
from app.services.undo import undo
from app.services.workbooks import Workbook
from app.views.evidence import form
from app.views.evidence.page import EvidencePage
from tests.views.evidence.steps import (
    agree_to_remove,
    listed,
    narrowed,
    row_of,
    select,
    settled,
    shown,
    type_into,
)

TODAY = date(2026, 1, 5)


def test_lists_all_dossiers_with_what_they_hold(page: EvidencePage) -> None:
    QAbstractItemModelTester(page.table.paged_model, page)
    assert shown(page) == ["1.01-01", "2.07-01"]
    texts = [page.table.model().index(0, n).data() for n in range(9)]
    assert texts == [
        "1.01-01",
        "实施方案",
        "政策文件",
        "浙政办发〔2023〕24号",
        "2023年3月27日",
        "",
        "2",
        "80 B",
        "N29-1.01",
    ]


def test_the_filter_looks_into_texts_and_file_names(qtbot: QtBot, page: EvidencePage) -> None:
    line = page.findChild(QLineEdit, "filter")
    assert line is page.filters.line
    type_into(line, "会议纪要")
    assert narrowed(qtbot, page) == ["1.01-01"]
    line.setText("浙江省人民政府")
    assert narrowed(qtbot, page) == ["1.01-01"]
    line.setText("ｎ29-2.07")
    assert narrowed(qtbot, page) == ["2.07-01"]
    line.setText("没有这样的")
    assert narrowed(qtbot, page) == []
    assert page.show_all.isVisible()
    qtbot.mouseClick(page.show_all, Qt.MouseButton.LeftButton)
    assert narrowed(qtbot, page) == ["1.01-01", "2.07-01"]


def test_lists_narrow_by_article_kind_and_state(qtbot: QtBot, page: EvidencePage) -> None:
    page.filters.article.setCurrentIndex(2)
    assert narrowed(qtbot, page) == ["2.07-01"]
    page.filters.clear()
    page.filters.kind.setCurrentIndex(1)
    assert narrowed(qtbot, page) == ["1.01-01"]
    page.filters.clear()
    second = row_of(page, "2.07-01")
    workbook = page.desk.workbook
    page.desk.write(lambda: edit_evidence(workbook, second.id, valid_until=date(2025, 5, 31)))
    page.desk.write(lambda: unlink(workbook, second.id, "N29-2.07"))
    settled(qtbot, page)
    for state in (1, 3):
        page.filters.state.setCurrentIndex(state)
        assert narrowed(qtbot, page) == ["2.07-01"], state
    page.filters.state.setCurrentIndex(2)
    assert narrowed(qtbot, page) == []


def test_a_file_that_is_gone_from_disk_is_found(qtbot: QtBot, page: EvidencePage) -> None:
    file = row_of(page, "2.07-01").files[0]
    page.desk.workbook.vault.path(file.sha256).unlink()
    page.refresh()
    settled(qtbot, page)
    page.filters.state.setCurrentIndex(4)
    assert narrowed(qtbot, page) == ["2.07-01"]
    assert page.table.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    select(qtbot, page, "2.07-01")
    assert "现场.txt" in page.details.files._note.text()


def test_files_are_looked_for_in_pieces_and_after_writes_only_where_needed(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[str] = []

    def one_by_one(workbook: Workbook, last: str) -> FilesPiece:
        pieces.append(last)
        return missing_after(workbook, last, limit=1)

    monkeypatch.setattr("app.views.evidence.files_check.missing_after", one_by_one)
    workbook = page.desk.workbook
    hashes = sorted(file.sha256 for row in evidence_list(workbook) for file in row.files)
    path = workbook.vault.path(hashes[-1])
    content = path.read_bytes()
    path.unlink()
    page.refresh()
    settled(qtbot, page)
    assert page.files.missing == {hashes[-1]}
    assert pieces == ["", *hashes]
    path.write_bytes(content)
    second = row_of(page, "2.07-01")
    page.desk.write(lambda: edit_evidence(workbook, second.id, notes="已找回"))
    settled(qtbot, page)
    assert page.files.missing == frozenset()
    assert len(pieces) == 4


def test_what_is_typed_about_a_dossier_that_goes_is_let_go(
    qtbot: QtBot, page: EvidencePage, problems: list[BaseException]
) -> None:
    select(qtbot, page, "2.07-01")
    workbook, second = page.desk.workbook, row_of(page, "2.07-01")
    page.desk.data_changed.emit(remove(workbook, [second.id], TODAY))
    type_into(page.details.form.texts["notes"].editor, "来不及了")
    settled(qtbot, page)
    settled(qtbot, page)
    assert shown(page) == ["1.01-01"]
    assert page.details.currentIndex() == 0
    assert not page.unsaved()
    assert not problems


def test_what_is_typed_saves_itself(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "2.07-01")
    fields = page.details.form
    number = fields.texts["document_number"]
    type_into(number.editor, "浙标 [2024] 007号")
    number.flush()
    fields.choices["kind"].setCurrentIndex(9)
    fields.choices["confidentiality"].setCurrentIndex(1)
    fields.dates["formed_on"]._line.setText("2024年5月6日")
    fields.flush()
    settled(qtbot, page)
    row = row_of(page, "2.07-01")
    assert row.document_number == "浙标〔2024〕7号"
    assert number.text() == "浙标〔2024〕7号"
    assert row.kind is EvidenceKind.PHOTOGRAPH
    assert row.confidentiality is Confidentiality.INTERNAL
    assert row.formed_on == date(2024, 5, 6)
    assert not page.unsaved()


def test_typing_and_choosing_another_dossier_saves_the_first(
    qtbot: QtBot, page: EvidencePage
) -> None:
    select(qtbot, page, "2.07-01")
    notes = page.details.form.texts["notes"]
    type_into(notes.editor, "现场核实")
    select(qtbot, page, "1.01-01")
    assert notes.text() == ""
    settled(qtbot, page)
    assert row_of(page, "2.07-01").notes == "现场核实"
    assert row_of(page, "1.01-01").notes == ""


def test_what_could_not_be_saved_is_kept_and_tried_again(
    qtbot: QtBot,
    page: EvidencePage,
    problems: list[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> Changes:
        raise EnvironmentProblem("disk.full", path="/U盘", detail="")

    select(qtbot, page, "2.07-01")
    fields = page.details.form
    with monkeypatch.context() as patch:
        patch.setattr(form, "edit_evidence", full)
        type_into(fields.texts["issuing_body"].editor, "浙江省标准化研究院")
        fields.dates["valid_until"]._line.setText("2028-01-01")
        fields.choices["kind"].setCurrentIndex(2)
        select(qtbot, page, "1.01-01")
        settled(qtbot, page)
        assert page.unsaved()
        select(qtbot, page, "2.07-01")
        page.refresh()
        settled(qtbot, page)
        assert fields.texts["issuing_body"].text() == "浙江省标准化研究院"
        assert "磁盘空间不足" in fields.texts["issuing_body"].note.text()
        assert fields.dates["valid_until"].value() == date(2028, 1, 1)
        assert fields.choices["kind"].value() is EvidenceKind.PLAN
        assert "磁盘空间不足" in fields._notes["kind"].text()
    page.flush()
    settled(qtbot, page)
    row = row_of(page, "2.07-01")
    assert row.issuing_body == "浙江省标准化研究院"
    assert row.valid_until == date(2028, 1, 1)
    assert row.kind is EvidenceKind.PLAN
    assert not page.unsaved()
    assert not problems


def test_an_empty_title_is_refused_at_the_field(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "2.07-01")
    title = page.details.form.texts["title"]
    title.editor.setText("")
    title.flush()
    settled(qtbot, page)
    assert title.note.isVisible()
    assert title.note.text() == "佐证材料名称不能为空。"
    assert row_of(page, "2.07-01").title == "现场"


def test_text_that_is_too_long_or_no_date_outlives_a_look_elsewhere(
    qtbot: QtBot, page: EvidencePage
) -> None:
    select(qtbot, page, "2.07-01")
    fields = page.details.form
    fields.texts["title"].editor.setText("长" * 201)
    fields.dates["formed_on"]._line.setText("去年春天")
    select(qtbot, page, "1.01-01")
    settled(qtbot, page)
    assert fields.dates["formed_on"].text() == "2023-03-27"
    assert page.unsaved()
    select(qtbot, page, "2.07-01")
    assert fields.texts["title"].text() == "长" * 201
    assert fields.dates["formed_on"].text() == "去年春天"
    assert row_of(page, "2.07-01").formed_on is None


def test_undo_shows_in_the_fields(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "2.07-01")
    title = page.details.form.texts["title"]
    title.editor.setText("现场检查记录")
    title.flush()
    settled(qtbot, page)
    page.desk.write(lambda: undo(page.desk.workbook))
    settled(qtbot, page)
    assert title.text() == "现场"


def test_removing_asks_and_can_be_undone(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(qtbot, page, "2.07-01")
    asked = agree_to_remove(monkeypatch)
    said: list[str] = []
    page.desk.message.connect(said.append)
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert "2.07-01" in asked[0]
    assert "undone" in said[-1]
    assert shown(page) == ["1.01-01"]
    assert page.details.currentIndex() == 0
    page.desk.write(lambda: undo(page.desk.workbook))
    settled(qtbot, page)
    assert shown(page) == ["1.01-01", "2.07-01"]


def test_a_refresh_keeps_the_selected_dossier(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "2.07-01")
    workbook, first = page.desk.workbook, row_of(page, "1.01-01")
    page.desk.write(lambda: remove(workbook, [first.id], TODAY))
    settled(qtbot, page)
    assert shown(page) == ["2.07-01"]
    assert page.details.row is not None
    assert page.details.row.number == "2.07-01"


def test_going_to_a_field_of_a_dossier(qtbot: QtBot, page: EvidencePage) -> None:
    page.filters.line.setText("没有")
    page.activateWindow()
    page.go_to(Place("evidence", row_of(page, "2.07-01").id, "valid_until"))
    listed(qtbot, page)
    assert page.details.row is not None
    assert page.details.row.number == "2.07-01"
    assert page.details.form.dates["valid_until"]._line.hasFocus()


def test_going_to_a_dossier_that_is_still_being_read(qtbot: QtBot, page: EvidencePage) -> None:
    page.refresh()
    page.go_to(Place("evidence", row_of(page, "2.07-01").id, "files"))
    settled(qtbot, page)
    assert page.details.row is not None
    assert page.details.row.number == "2.07-01"


def test_names_with_markup_and_symbols_are_shown_as_they_are(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path
) -> None:
    name = "<b>附件</b>📷" + "长" * 40
    file = tmp_path / (name.replace("/", "_") + ".txt")
    file.write_text("内容", encoding="utf-8")
    workbook = page.desk.workbook
    page.desk.write(lambda: finish(add_files(workbook, [file], Target())).changes)
    settled(qtbot, page)
    new = next(row for row in evidence_list(workbook) if row.number == "0-01")
    page.desk.write(lambda: edit_evidence(workbook, new.id, title=name))
    settled(qtbot, page)
    page.table.select(new.id)
    assert page.table.model().index(0, 1).data() == name
    assert page.details.form.texts["title"].text() == name
    tip = page.table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;附件" in tip
