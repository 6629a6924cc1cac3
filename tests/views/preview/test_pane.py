"""The preview in the window: turning pages, enlarging, choosing among files and editions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.steps import finish
from app.queries.evidence import EvidenceRow, evidence
from app.queries.evidence_parts import FileRow
from app.services.evidence import Target, add_files
from app.views.desk import Desk
from app.views.preview.pane import PreviewPane
from tests.views.preview.test_contents import pdf

Take = Callable[..., EvidenceRow]


@pytest.fixture
def pane(qtbot: QtBot, filled_desk: Desk) -> PreviewPane:
    made = PreviewPane(filled_desk)
    qtbot.addWidget(made)
    made.resize(420, 560)
    made.show()
    return made


@pytest.fixture
def take(filled_desk: Desk) -> Take:
    def taken(*paths: Path) -> EvidenceRow:
        workbook = filled_desk.workbook
        first, *others = paths
        id_ = finish(add_files(workbook, [first], Target("N29-4.01"))).files[0].evidence_id
        finish(add_files(workbook, others, Target(evidence_id=id_)))
        return evidence(workbook, id_)

    return taken


def settled(qtbot: QtBot, pane: PreviewPane) -> None:
    qtbot.waitUntil(lambda: not pane._loading.busy and not pane.pages._drawing.busy)


def shown_width(pane: PreviewPane) -> int:
    return pane.pages.sheet._label.pixmap().width()


def test_pages_are_turned(qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path) -> None:
    row = take(pdf(tmp_path / "方案.pdf", 3))
    pane.show_files(row.files)
    settled(qtbot, pane)
    assert pane.parts.currentWidget() is pane.pages
    assert pane.pages.of.text() == "of 3 pages"
    assert not pane.pages.previous.isEnabled()
    pane.pages.next.click()
    settled(qtbot, pane)
    assert pane.pages.number.value() == 2
    assert pane.pages.sheet.accessibleName() == "Page 2 of “方案.pdf”"
    for _ in range(4):
        qtbot.keyClick(pane.pages.sheet, Qt.Key.Key_PageDown)
        settled(qtbot, pane)
    assert pane.pages.number.value() == 3
    assert not pane.pages.next.isEnabled()
    pane.pages.number.setValue(1)
    settled(qtbot, pane)
    assert pane.pages.sheet.accessibleName() == "Page 1 of “方案.pdf”"


def test_a_page_is_enlarged_and_fitted(
    qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path
) -> None:
    pane.show_files(take(pdf(tmp_path / "方案.pdf", 1)).files)
    settled(qtbot, pane)
    fitted = shown_width(pane)
    assert fitted <= pane.pages.sheet.viewport().width()
    pane.pages.larger.click()
    pane.pages.larger.click()
    settled(qtbot, pane)
    assert shown_width(pane) > 1.4 * fitted
    pane.pages.fit.click()
    settled(qtbot, pane)
    assert abs(shown_width(pane) - fitted) < 20  # a scroll bar may come or go


def test_pictures_and_texts(qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path) -> None:
    picture, words = tmp_path / "现场.png", tmp_path / "说明.txt"
    Image.new("RGB", (300, 200), "blue").save(picture)
    words.write_text("<b>第一行</b>\n第二行", encoding="utf-8")
    row = take(picture, words)
    pane.show_files(row.files)
    settled(qtbot, pane)
    assert pane.parts.currentWidget() is pane.pages
    assert not pane.pages.number.isVisible()
    assert shown_width(pane) > 0
    pane.choice.setCurrentIndex(1)
    settled(qtbot, pane)
    assert pane.parts.currentWidget() is pane.text
    assert pane.text.toPlainText().strip() == "<b>第一行</b>\n第二行"
    assert pane.text.isReadOnly()


def test_tables_are_tables(qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标", "数值"])
    sheet.append(["甲", 1])
    book.save(tmp_path / "统计.xlsx")
    pane.show_files(take(tmp_path / "统计.xlsx").files)
    settled(qtbot, pane)
    (table,) = pane.text.document().rootFrame().childFrames()
    assert (table.rows(), table.columns()) == (2, 2)
    assert table.cellAt(1, 0).firstCursorPosition().block().text() == "甲"


def test_what_cannot_be_shown_says_why_and_can_be_opened(
    qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path
) -> None:
    model = tmp_path / "模型.dwg"
    model.write_bytes(bytes(range(256)) * 8)
    pane.show_files(take(model).files)
    settled(qtbot, pane)
    assert pane.parts.currentIndex() == 0
    assert pane.message.text() == "这类文件不能在窗口中预览，请用系统中的程序打开。"
    with qtbot.waitSignal(pane.open_wanted) as wanted:
        pane.open.click()
    assert wanted.args[0].name == "模型.dwg"


def test_a_file_that_is_gone_and_no_file_at_all(
    qtbot: QtBot, pane: PreviewPane, filled_desk: Desk
) -> None:
    pane.show_files([FileRow("1", "没有.pdf", "0" * 64, 1)])
    settled(qtbot, pane)
    assert "没有.pdf" in pane.message.text()
    pane.show_files([])
    assert pane.message.text() == "This dossier has no file."
    assert not pane.open.isEnabled()


def test_a_hidden_pane_reads_nothing(
    qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path
) -> None:
    pane.hide()
    pane.show_files(take(pdf(tmp_path / "方案.pdf", 2)).files)
    assert not pane._loading.busy
    pane.show()
    settled(qtbot, pane)
    assert pane.pages.of.text() == "of 2 pages"


def test_the_last_chosen_file_is_the_one_shown(
    qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path
) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(8)]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    row = take(*files)
    pane.show_files(row.files)
    for number in (3, 5, 1, 7, 2):
        pane.choice.setCurrentIndex(number)
    settled(qtbot, pane)
    assert pane.text.toPlainText().strip() == "2.txt"


def test_the_stored_file_is_never_touched(
    qtbot: QtBot, pane: PreviewPane, take: Take, tmp_path: Path, filled_desk: Desk
) -> None:
    row = take(pdf(tmp_path / "方案.pdf", 2))
    stored = filled_desk.workbook.vault.path(row.files[0].sha256)
    before = stored.stat()
    pane.show_files(row.files)
    settled(qtbot, pane)
    pane.pages.next.click()
    settled(qtbot, pane)
    after = stored.stat()
    assert (before.st_mtime_ns, before.st_mode) == (after.st_mtime_ns, after.st_mode)
    assert filled_desk.workbook.vault.is_intact(row.files[0].sha256)
