"""Ctrl+V: copied files and pictures are taken in; text fields paste text as ever."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app.queries.evidence import evidence_list
from app.views.desk import Desk
from app.views.evidence.page import EvidencePage
from app.views.evidence.pasting import pasted_files
from app.views.requirements.page import RequirementsPage
from tests.views.evidence.steps import select, settled
from tests.views.pages import show_page

NOON = datetime(2026, 1, 5, 12, 0, 30)


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def test_a_picture_becomes_a_file(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(picture())
    (file,) = pasted_files(clipboard, "图片", NOON)
    assert file.name == "图片 2026-01-05 12.00.30.png"
    assert QImage(str(file)).size() == picture().size()


def test_copied_files_are_those_files(qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "甲.txt")), QUrl("https://example.cn/a")])
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(data)
    assert pasted_files(clipboard, "图片", NOON) == [tmp_path / "甲.txt"]


def test_text_is_no_file(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("浙政办发〔2023〕24号")
    assert pasted_files(clipboard, "图片", NOON) == []


def test_pasting_a_picture_on_the_list(qtbot: QtBot, page: EvidencePage) -> None:
    QGuiApplication.clipboard().setImage(picture())
    said: list[str] = []
    page.desk.message.connect(said.append)
    page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(said))
    settled(qtbot, page)
    new = next(row for row in evidence_list(page.desk.workbook) if row.number == "0-01")
    assert new.files[0].name.startswith("Picture 20")
    assert new.files[0].name.endswith(".png")


def test_pasting_on_the_files_of_a_dossier(
    qtbot: QtBot, page: EvidencePage, tmp_path: Path
) -> None:
    file = tmp_path / "附件.txt"
    file.write_text("附件", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(data)
    select(qtbot, page, "2.07-01")
    page.activateWindow()
    page.details.files.table.setFocus()
    qtbot.keyClick(page.details.files.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(evidence_list(page.desk.workbook)[1].files) == 2)


def test_a_text_field_pastes_text(qtbot: QtBot, page: EvidencePage) -> None:
    QGuiApplication.clipboard().setText("浙标〔2024〕7号")
    select(qtbot, page, "2.07-01")
    editor = page.details.form.texts["document_number"].editor
    page.activateWindow()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.details.form.texts["document_number"].text() == "浙标〔2024〕7号"
    assert len(evidence_list(page.desk.workbook)) == 2


@pytest.fixture
def requirements(qtbot: QtBot, filled_desk: Desk) -> RequirementsPage:
    made = show_page(qtbot, RequirementsPage(filled_desk))
    return made


def test_pasting_a_picture_on_a_requirement(
    qtbot: QtBot, requirements: RequirementsPage, filled_desk: Desk
) -> None:
    QGuiApplication.clipboard().setImage(picture())
    said: list[str] = []
    filled_desk.message.connect(said.append)
    requirements.activateWindow()
    tabs = requirements.panel.tabs.tabBar()
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(said))
    rows = evidence_list(filled_desk.workbook, requirements.current)
    assert any(file.name.endswith(".png") for row in rows for file in row.files)
