"""Language, look and where the workbook lies."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.queries.storage import storage
from app.store.layout import SCHEMA
from app.views.desk import Desk
from app.views.settings.page import SettingsPage


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(filled_desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_choosing_a_language_asks_for_the_window_to_be_made_anew(
    page: SettingsPage, filled_desk: Desk, qtbot: QtBot
) -> None:
    choice = page.general.language
    with qtbot.waitSignal(filled_desk.language_chosen) as chosen:
        choice.setCurrentIndex(1)
        choice.activated.emit(1)
    assert chosen.args == ["en"]
    with qtbot.assertNotEmitted(filled_desk.language_chosen):
        choice.setCurrentIndex(0)
        choice.activated.emit(0)


def test_the_theme_is_kept_and_told(page: SettingsPage, filled_desk: Desk, qtbot: QtBot) -> None:
    choice = page.general.theme
    with qtbot.waitSignal(filled_desk.theme_chosen):
        choice.setCurrentIndex(2)
        choice.activated.emit(2)
    assert filled_desk.settings.theme == "dark"


def test_the_size_is_kept_and_said_to_hold_after_a_restart(
    page: SettingsPage, filled_desk: Desk
) -> None:
    choice = page.general.scale
    assert [choice.itemText(number) for number in range(1, choice.count())] == [
        "100%",
        "125%",
        "150%",
        "175%",
        "200%",
    ]
    choice.setCurrentIndex(3)
    choice.activated.emit(3)
    assert filled_desk.settings.scale == 150
    assert page.general.restart.isVisibleTo(page.general)


def test_the_workbook_is_described(page: SettingsPage, filled_desk: Desk, qtbot: QtBot) -> None:
    tab, folder = page.workbook, filled_desk.workbook.folder
    qtbot.waitUntil(lambda: tab.version.text() != "—")
    assert tab.folder.text() == str(folder)
    assert "3" in tab.room.text()  # evidence files
    assert "国标委发〔2022〕29号" in tab.catalogue.text()
    assert "1.0" in tab.catalogue.text()
    assert str(SCHEMA) in tab.version.text()
    assert tab.log.text().endswith("four-changes.log")


def test_storage_measures_what_is_on_disk(filled_desk: Desk) -> None:
    workbook = filled_desk.workbook
    found = storage(workbook)
    files = [file for file in (workbook.folder / "evidence").rglob("*") if file.is_file()]
    assert found.files == len(files) == 3
    assert found.evidence == sum(file.stat().st_size for file in files)
    assert found.database >= workbook.database.stat().st_size
    assert found.schema == SCHEMA
    assert found.backups == 0
    assert found.total == found.database + found.evidence


def test_a_folder_that_cannot_be_opened_is_told(
    page: SettingsPage, filled_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def refuse(url: object) -> bool:
        opened.append(Path(url.toLocalFile()))  # type: ignore[attr-defined]
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    with qtbot.waitSignal(filled_desk.problem) as told:
        page.workbook.open_folder.click()
    assert opened == [filled_desk.workbook.folder]
    assert filled_desk.sentence(told.args[0]).startswith("无法打开文件夹")
