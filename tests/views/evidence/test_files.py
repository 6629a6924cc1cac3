"""The files of a dossier with their editions, and the way from them to the preview."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.steps import finish
from app.services.evidence import Target
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.services.undo import undo
from app.views.evidence.page import EvidencePage
from tests.views.evidence.steps import row_of, select, settled


def newer(page: EvidencePage, tmp_path: Path) -> None:
    """Take a second edition of 现场.txt in."""
    file = tmp_path / "现场.txt"
    file.write_text("第二版", encoding="utf-8")
    workbook = page.desk.workbook
    items = finish(survey(workbook, [file], Target("N29-2.07")))
    finish(take(workbook, items))


def test_both_editions_are_shown_and_can_be_looked_at(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path
) -> None:
    newer(page, tmp_path)
    page.refresh()
    settled(qtbot, page)
    select(qtbot, page, "2.07-01")
    files = page.details.files
    shown = [
        (files.table.filter.index(n, 0).data(), files.table.filter.index(n, 1).data())
        for n in range(files.table.filter.rowCount())
    ]
    assert shown == [("现场.txt", "2"), ("现场.txt", "1 (earlier)")]
    files.table.selectRow(1)
    page.activateWindow()
    files.table.setFocus()
    qtbot.keyClick(files.table, Qt.Key.Key_Space)
    preview = page.details.preview
    assert page.details.tabs.currentWidget() is preview
    qtbot.waitUntil(lambda: "现场照片说明" in preview.text.toPlainText())
    preview.choice.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "第二版" in preview.text.toPlainText())
    assert preview.choice.itemText(0) == "现场.txt (edition 2)"


def test_the_preview_follows_the_list(qtbot: QtBot, page: EvidencePage) -> None:
    select(qtbot, page, "2.07-01")
    page.details.files.look.click()
    preview = page.details.preview
    qtbot.waitUntil(lambda: "现场照片说明" in preview.text.toPlainText())
    select(qtbot, page, "1.01-01")
    qtbot.waitUntil(lambda: "试点实施方案" in preview.text.toPlainText())


def test_an_earlier_edition_that_is_gone_is_said(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path
) -> None:
    newer(page, tmp_path)
    row = row_of(page, "2.07-01")
    page.desk.workbook.vault.path(row.earlier[0].sha256).unlink()
    page.refresh()
    settled(qtbot, page)
    select(qtbot, page, "2.07-01")
    assert "现场.txt" in page.details.files._note.text()


def ask(monkeypatch: pytest.MonkeyPatch, wanted: str) -> list[tuple[str, str]]:
    """Press the button with this text, or Cancel; what was asked."""
    asked: list[tuple[str, str]] = []

    def answer(box: QMessageBox) -> int:
        asked.append((box.text(), box.informativeText()))
        button = next(one for one in box.buttons() if one.text().replace("&", "") == wanted)
        monkeypatch.setattr(box, "clickedButton", lambda: button)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def test_a_file_is_removed_after_a_question(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(qtbot, page, "1.01-01")
    files = page.details.files
    ask(monkeypatch, "Cancel")
    files.remove.click()
    settled(qtbot, page)
    assert len(row_of(page, "1.01-01").files) == 2
    asked = ask(monkeypatch, "Remove file")
    page.activateWindow()
    files.table.setFocus()
    qtbot.waitUntil(files.table.hasFocus)
    qtbot.keyClick(files.table, Qt.Key.Key_Delete)
    settled(qtbot, page)
    assert [file.name for file in row_of(page, "1.01-01").files] == ["会议纪要.txt"]
    assert "实施方案.txt" in asked[0][0]
    assert files.table.filter.rowCount() == 1


def test_of_editions_one_or_all_are_removed(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(page, tmp_path)
    page.refresh()
    settled(qtbot, page)
    select(qtbot, page, "2.07-01")
    files = page.details.files
    asked = ask(monkeypatch, "Edition 2 only")
    files.table.selectRow(0)
    files.remove.click()
    settled(qtbot, page)
    assert "edition 1 (“现场.txt”) is in force again" in asked[0][1]
    assert [file.edition for file in row_of(page, "2.07-01").files] == [1]
    undo(page.desk.workbook)
    page.refresh()
    settled(qtbot, page)
    ask(monkeypatch, "All 2 editions")
    files.table.selectRow(0)
    files.remove.click()
    settled(qtbot, page)
    row = row_of(page, "2.07-01")
    assert (row.files, row.earlier) == ((), ())
    assert not files.remove.isEnabled()


def test_nothing_is_removed_where_nothing_may_change(
    qtbot: QtBot, read_only_page: EvidencePage
) -> None:
    select(qtbot, read_only_page, "2.07-01")
    assert not read_only_page.details.files.remove.isEnabled()
