"""The window speaks one language: every label of every page and dialog is looked at."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Language
from app.settings import Settings
from app.views.dialogs.about import show_about
from app.views.dialogs.guide import GuideDialog
from app.views.dialogs.new_workbook import NewWorkbookDialog
from app.views.pages import page_titles
from app.views.shell import Shell
from tests.views.shell.conftest import TODAY, Boxes, main_window
from tests.views.shell.words import CHINESE, english, labels, show


def test_qts_file_dialog_speaks_chinese(shell: Shell, tmp_path: Path) -> None:
    shell.start()
    for word, chinese in (("Folder", "文件夹"), ("Drive", "磁盘"), ("Unknown", "未知")):
        spoken = QCoreApplication.translate(
            "QAbstractFileIconProvider", word, "All other platforms"
        )
        assert spoken == chinese


@pytest.mark.parametrize("page", list(page_titles()))
def test_a_page_in_chinese_has_no_english_label(
    shell: Shell, folder: Path, qtbot: QtBot, page: str
) -> None:
    shell.start(folder)
    window = main_window(shell)
    show(window, page, qtbot)
    assert english(window, {window.desk.workbook.actor}) == []


@pytest.mark.parametrize("page", list(page_titles()))
def test_a_page_in_english_has_no_chinese_label(
    shell: Shell, settings: Settings, folder: Path, qtbot: QtBot, page: str
) -> None:
    settings.language = "en"
    shell.start(folder)
    window = main_window(shell)
    show(window, page, qtbot)
    pilot = {"浙江试点", "浙江省市场监督管理局", "国标委发〔2022〕29号", "中文", "工作簿"}
    pilot |= {"实施方案.txt", "会议纪要.txt"}
    found = []
    for text in labels(window):
        for name in pilot:
            text = text.replace(name, "")  # noqa: PLW2901
        if CHINESE.search(text):
            found.append(text)
    assert found == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_welcome_page_and_dialogs_speak_the_language(
    shell: Shell, settings: Settings, language: Language
) -> None:
    settings.language = language
    shell.start()
    assert shell.window is not None
    windows = [
        shell.window,
        NewWorkbookDialog(language, TODAY, shell.window),
    ]
    for window in windows:
        if language == "zh":
            assert english(window, set()) == []
        else:
            shown = " ".join(labels(window)).replace("中文", "")
            assert not CHINESE.search(shown)
    guide = GuideDialog(language, shell.window)
    assert bool(CHINESE.search(guide.windowTitle())) == (language == "zh")


def seen_in(ask: Callable[[], object], kind: type[QDialog]) -> list[str]:
    """What stands on a dialog of Qt's own while it is shown."""
    found: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        found.extend(english(dialog, set()))
        dialog.reject()

    QTimer.singleShot(0, look)
    ask()
    return found


class TestDialogsOfQt:
    """Its own buttons and labels are Chinese too. No box is answered in advance here."""

    @pytest.fixture
    def boxes(self) -> Boxes:
        return Boxes()

    def test_message_boxes(self, shell: Shell) -> None:
        shell.start()
        buttons = QMessageBox.StandardButton
        every = buttons.Ok | buttons.Cancel | buttons.Discard | buttons.Yes | buttons.No
        assert seen_in(lambda: QMessageBox.question(shell.window, "", "", every), QMessageBox) == []

    def test_about(self, shell: Shell) -> None:
        shell.start()
        assert seen_in(lambda: show_about(shell.window), QMessageBox) == []

    def test_file_dialog(self, shell: Shell, tmp_path: Path) -> None:
        shell.start()
        dialog = QFileDialog(shell.window, "选择", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        users = {it.text() for it in dialog.findChildren(QLabel)} & {str(tmp_path)}
        assert english(dialog, users | {"Computer"}) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_mnemonics_are_unique_in_each_menu(
    shell: Shell, settings: Settings, folder: Path, language: Language
) -> None:
    settings.language = language
    shell.start(folder)
    bar = main_window(shell).menuBar()
    # Not by QAction.menu(): what it returns takes the menu with it when it is dropped.
    menus = [bar.actions(), *(menu.actions() for menu in bar.findChildren(QMenu))]
    for actions in menus:
        titles = [action.text() for action in actions if not action.isSeparator()]
        keys = [key(title) for title in titles]
        assert all(keys), titles
        assert len(set(keys)) == len(keys), titles


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", list(page_titles()))
def test_mnemonics_of_a_page_do_not_hide_each_other_or_the_menus(
    shell: Shell, settings: Settings, folder: Path, qtbot: QtBot, language: Language, page: str
) -> None:
    settings.language = language
    shell.start(folder)
    window = main_window(shell)
    show(window, page, qtbot)
    menus = [key(action.text()) for action in window.menuBar().actions()]
    shown = [
        it.text()
        for it in window.page(page).findChildren(QWidget)
        if isinstance(it, (QAbstractButton, QLabel)) and it.isVisible() and it.isEnabled()
    ]
    tabs = [
        bar.tabText(number)
        for bar in window.page(page).findChildren(QTabBar)
        for number in range(bar.count())
    ]
    keys = [key(text) for text in (*shown, *tabs) if key(text)]
    twice = {it for it in keys if keys.count(it) > 1} | {it for it in keys if it in menus}
    assert not twice, [text for text in (*shown, *tabs) if key(text) in twice]


def key(text: str) -> str:
    """The letter after the ampersand; "" where there is none."""
    match = re.search(r"&([^&\s])", text.replace("&&", ""))
    return match[1].upper() if match else ""
