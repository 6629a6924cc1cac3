"""Language and theme, unsaved text, unexpected errors."""

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app import bootstrap, paths
from app.domain.checks import Place
from app.queries.profile import scheme
from app.services.workbooks import open_workbook
from app.settings import Settings
from app.views import theme
from app.views.requirements.page import RequirementsPage
from app.views.settings.page import SettingsPage
from app.views.shell import Shell
from app.views.welcome.window import WelcomeWindow
from tests.conftest import copy_of
from tests.views.shell.conftest import Boxes, main_window


@pytest.fixture
def folder(empty_template: Path, tmp_path: Path) -> Path:
    return copy_of(empty_template, tmp_path / "工作簿")


def settings_page(shell: Shell) -> SettingsPage:
    window = main_window(shell)
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def spoil(shell: Shell) -> SettingsPage:
    """Type something that cannot be saved."""
    page = settings_page(shell)
    model = page.scheme.levels.model
    model.setData(model.index(4, 3), 1.0)
    assert page.unsaved()
    return page


def test_the_welcome_page_changes_its_language(
    shell: Shell, settings: Settings, qtbot: QtBot
) -> None:
    shell.start()
    before = shell.window
    assert isinstance(before, WelcomeWindow)
    before.language_chosen.emit("en")
    assert shell.window is not before
    assert shell.window.windowTitle() == "Four Changes Workbook"
    assert settings.language == "en"


def test_the_workbook_changes_its_language_and_stays_on_its_page(
    shell: Shell, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    page, before = settings_page(shell), main_window(shell)
    page.general.language.setCurrentIndex(1)
    page.general.language.activated.emit(1)
    qtbot.waitUntil(lambda: shell.window is not before)
    window = main_window(shell)
    assert window.current == "settings"
    assert window.desk.language == settings.language == "en"
    assert window.menuBar().actions()[0].text() == "&File"
    assert not window.desk.read_only


def test_the_theme_changes_at_once(
    qapp: QApplication, shell: Shell, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    page, before = settings_page(shell), main_window(shell)
    page.general.theme.setCurrentIndex(2)
    page.general.theme.activated.emit(2)
    qtbot.waitUntil(lambda: shell.window is not before)
    assert theme.colours(qapp) is theme.DARK
    assert theme.DARK.base in qapp.styleSheet()
    assert main_window(shell).current == "settings"
    settings.theme = "light"
    theme.apply(qapp, "light")


@pytest.mark.parametrize("how", ["close", "quit", "language", "other"])
def test_what_could_not_be_saved_keeps_the_window(
    shell: Shell,
    settings: Settings,
    boxes: Boxes,
    folder: Path,
    empty_template: Path,
    tmp_path: Path,
    qtbot: QtBot,
    how: str,
) -> None:
    shell.start(folder)
    page, window = spoil(shell), main_window(shell)
    other = copy_of(empty_template, tmp_path / "其他")
    leave = {
        "close": window.close,
        "quit": shell.quit_when_saved,
        "language": lambda: shell.set_language("en"),
        "other": lambda: shell.open(other),
    }
    leave[how]()
    qtbot.waitUntil(lambda: bool(boxes.texts("question")))
    qtbot.wait(50)
    assert shell.window is window
    assert window.isVisible()
    assert page.unsaved()
    assert settings.language == "zh"
    second = open_workbook(other)  # given back, where it was opened
    assert not second.read_only
    second.close()

    boxes.answer = QMessageBox.StandardButton.Discard
    leave[how]()
    qtbot.waitUntil(lambda: shell.window is not window)
    again = open_workbook(folder, read_only=True)
    assert scheme(again).levels[4].share == 1
    again.close()


def test_closing_twice_asks_once(shell: Shell, boxes: Boxes, folder: Path, qtbot: QtBot) -> None:
    shell.start(folder)
    spoil(shell)
    window = main_window(shell)
    window.close()
    window.close()
    qtbot.waitUntil(lambda: bool(boxes.shown))
    qtbot.wait(50)
    assert len(boxes.texts("question")) == 1


def test_valid_typing_is_saved_before_the_window_goes(
    shell: Shell, boxes: Boxes, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    model = settings_page(shell).scheme.levels.model
    model.setData(model.index(1, 3), 20.0)
    main_window(shell).close()
    qtbot.waitUntil(lambda: shell.window is None)
    assert boxes.shown == []
    again = open_workbook(folder)
    assert scheme(again).levels[1].share == 0.2
    again.close()


def test_what_comes_back_for_a_window_that_is_gone_is_dropped(
    shell: Shell, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    runner, back = main_window(shell).desk.runner, []
    for number in range(200):
        runner.compute(lambda number=number: number, back.append, back.append)
    shell.set_language("en")
    qtbot.waitUntil(lambda: shell.settings.language == "en")
    count = len(back)
    qtbot.wait(100)
    assert len(back) == count


def test_an_unexpected_error_goes_to_the_log_and_is_told_once(
    shell: Shell, boxes: Boxes, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.start()
    hook = bootstrap._hook(shell)

    def again(*_: object) -> None:
        boxes.shown.append(("critical", str(_[2])))
        hook(ValueError, ValueError("in drawing"), None)

    monkeypatch.setattr(QMessageBox, "critical", again)
    with caplog.at_level(logging.ERROR):
        hook(ValueError, ValueError("on purpose"), None)
    assert len(boxes.shown) == 1
    assert str(paths.log_file()) in boxes.shown[0][1]
    assert boxes.shown[0][1].startswith("程序遇到意外错误")
    assert [record.message.count("ValueError") for record in caplog.records] == [1, 1]
    assert "on purpose" in caplog.text
    assert isinstance(shell.window, WelcomeWindow)


def test_the_log_file_takes_the_details(
    shell: Shell, boxes: Boxes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "日志" / "four-changes.log")
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    bootstrap._log_to_file()
    shell.start()
    shell.messages.tell(ZeroDivisionError("on purpose"))
    for handler in root.handlers:
        handler.close()
    text = (tmp_path / "日志" / "four-changes.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: on purpose" in text


def test_errors_of_the_environment_are_told_as_such(shell: Shell, boxes: Boxes) -> None:
    from app.errors import EnvironmentProblem

    shell.start()
    shell.messages.tell(EnvironmentProblem("disk.full", path="/U盘"))
    assert boxes.texts("critical") == []
    assert "磁盘空间不足" in boxes.texts("warning")[0]


def test_the_guide_opens_beside_the_work(
    shell: Shell, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    from app.views.dialogs.guide import GuideDialog

    shell.start(folder)
    main_window(shell).actions_.guide.emit()
    guide = main_window(shell).findChild(GuideDialog)
    assert guide is not None
    assert "使用手册" in guide.browser.toPlainText()
    guide.close()


def test_who_stays_is_brought_to_what_is_not_saved(
    shell: Shell, folder: Path, boxes: Boxes, qtbot: QtBot
) -> None:
    shell.start(folder)
    window = main_window(shell)
    window.desk.show_place(Place("requirement", "N29-2.07"))
    page = window.page("requirements")
    assert isinstance(page, RequirementsPage)
    page.panel.form.texts["problems"].editor.setPlainText("长" * 20_001)
    window.desk.show_place(Place("requirement", "N29-1.01"))
    window.show_page("history")
    window.close()
    qtbot.waitUntil(lambda: window.current == "requirements")
    assert boxes.texts("question")
    assert page.current == "N29-2.07"
    assert page.panel.form.texts["problems"].too_long()
    # "Saved" would be only half of the truth.
    qtbot.waitUntil(lambda: window._saved.text() == "有内容未保存")
