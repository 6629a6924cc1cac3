"""Opening, making and closing workbooks in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.queries.profile import profile
from app.services.workbooks import open_workbook
from app.settings import Settings
from app.views.dialogs.new_workbook import NewWorkbookDialog
from app.views.shell import Shell
from app.views.welcome.window import WelcomeWindow
from tests.conftest import copy_of
from tests.views.shell.conftest import Boxes, cut, main_window, other_database, spoil


@pytest.fixture
def folder(empty_template: Path, tmp_path: Path) -> Path:
    """A closed workbook."""
    return copy_of(empty_template, tmp_path / "工作簿")


def fill_dialog(qtbot: QtBot, place: Path, name: str, *, then: str = "Ok") -> NewWorkbookDialog:
    """Fill the dialog that is open and end it by a button."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewWorkbookDialog)
    dialog._name.clear()
    dialog._name.insert(name)  # as an input method does
    dialog._place.setText(str(place))
    qtbot.mouseClick(
        dialog._buttons.button(QDialogButtonBox.StandardButton[then]), Qt.MouseButton.LeftButton
    )
    return dialog


def test_without_a_workbook_the_welcome_page_comes(shell: Shell) -> None:
    shell.start()
    assert isinstance(shell.window, WelcomeWindow)
    assert shell.window.isVisible()
    assert shell.window.windowTitle() == "四个转变试点工作簿"


def test_a_new_workbook_is_made_and_opened(
    shell: Shell, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    shell.start()
    QTimer.singleShot(0, lambda: fill_dialog(qtbot, tmp_path, "示例试点"))
    shell.menu.new()
    window = main_window(shell)
    assert window.desk.workbook.folder == tmp_path / "示例试点"
    assert profile(window.desk.workbook).name == "示例试点"
    assert "示例试点" in window.windowTitle()
    assert settings.recent == [tmp_path / "示例试点"]


def test_where_the_folder_is_taken_the_dialog_stays_with_what_was_typed(
    shell: Shell, boxes: Boxes, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "占用").mkdir()
    (tmp_path / "占用" / "文件.txt").write_text("x", encoding="utf-8")
    names: list[str] = []

    def again() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewWorkbookDialog)
        names.append(dialog._name.text())
        dialog.reject()

    def first() -> None:
        QTimer.singleShot(50, again)
        fill_dialog(qtbot, tmp_path, "占用")

    shell.start()
    QTimer.singleShot(0, first)
    shell.menu.new()
    assert "不是空的" in boxes.texts("warning")[0]
    assert names == ["占用"]
    assert isinstance(shell.window, WelcomeWindow)


def test_a_folder_that_is_chosen_is_opened(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    shell.start()
    shell.menu.choose()
    assert main_window(shell).desk.workbook.folder == folder


def test_a_recent_workbook_is_one_click_away(
    shell: Shell, settings: Settings, folder: Path
) -> None:
    settings.add_recent(folder)
    shell.start()
    assert isinstance(shell.window, WelcomeWindow)
    link = next(it for it in shell.window.recent if folder.name in it.toolTip() + it.text())
    link.click()
    assert main_window(shell).desk.workbook.folder == folder


def test_a_recent_workbook_that_is_gone_is_told_and_forgotten(
    shell: Shell, settings: Settings, boxes: Boxes, tmp_path: Path
) -> None:
    settings.add_recent(tmp_path / "U盘" / "工作簿")
    shell.start()
    assert isinstance(shell.window, WelcomeWindow)
    shell.window.recent[0].click()
    assert "U盘" in boxes.texts("warning")[0]
    assert settings.recent == []
    assert isinstance(shell.window, WelcomeWindow)
    assert shell.window.recent == []


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda folder: None, "不是试点工作簿"),
        (lambda folder: other_database(folder / "库"), "不是试点工作簿"),
        (cut, "已损坏"),
    ],
)
def test_what_cannot_be_opened_is_told_and_the_next_one_opens(
    shell: Shell, boxes: Boxes, folder: Path, tmp_path: Path, damage: object, sentence: str
) -> None:
    bad = tmp_path / "坏"
    if damage is cut:
        copy_of(folder, bad)
    else:
        bad.mkdir()
    damage(bad)  # type: ignore[operator]
    shell.start(bad / "库" if (bad / "库").exists() else bad)
    assert isinstance(shell.window, WelcomeWindow)
    assert sentence in boxes.texts("warning")[0]
    assert shell.open(folder)
    assert main_window(shell).desk.workbook.folder == folder


def test_damage_that_is_found_beside_the_window_closes_the_workbook(
    shell: Shell, boxes: Boxes, folder: Path, qtbot: QtBot
) -> None:
    spoil(folder)
    shell.start(folder)
    qtbot.waitUntil(lambda: isinstance(shell.window, WelcomeWindow))
    assert "已损坏" in boxes.texts("warning")[0]


def test_a_second_opener_reads_only_and_is_told_who_writes(shell: Shell, folder: Path) -> None:
    other = open_workbook(folder)
    try:
        shell.start(folder)
        window = main_window(shell)
        assert window.desk.read_only
        shown = [it.text() for it in window.findChildren(QLabel)]
        assert f"只读：{other.actor} 正在" in " ".join(shown)
    finally:
        other.close()


def test_opening_what_is_open_does_not_lock_us_out(
    shell: Shell, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    window = main_window(shell)
    shell.open(folder.parent / "." / folder.name)
    qtbot.wait(50)
    assert main_window(shell) is window
    assert not window.desk.read_only


def test_another_workbook_takes_the_place_and_the_first_is_released(
    shell: Shell, folder: Path, empty_template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    second = copy_of(empty_template, tmp_path / "第二")
    shell.start(folder)
    shell.open(second)
    qtbot.waitUntil(lambda: main_window(shell).desk.workbook.folder == second)
    with_lock = open_workbook(folder)
    assert not with_lock.read_only
    with_lock.close()


def test_closing_the_workbook_leads_to_the_welcome_page(
    shell: Shell, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    main_window(shell).actions_.close.emit()
    qtbot.waitUntil(lambda: isinstance(shell.window, WelcomeWindow))
    again = open_workbook(folder)
    assert not again.read_only
    again.close()
    assert [it.text() for it in shell.window.recent]


def test_closing_the_window_ends_the_program_and_releases_the_lock(
    shell: Shell, folder: Path, qtbot: QtBot
) -> None:
    shell.start(folder)
    main_window(shell).close()
    qtbot.waitUntil(lambda: shell.window is None)
    again = open_workbook(folder)
    assert not again.read_only
    again.close()
    assert not list(folder.glob("*-wal"))


def test_a_folder_dropped_on_the_window_is_opened(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    shell.start()

    def drop(path: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        place, copy = QPoint(5, 5), Qt.DropAction.CopyAction
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(place, copy, data, button, keys),
            QDropEvent(place, copy, data, button, keys),
        ):
            event.ignore()
            QApplication.sendEvent(shell.window, event)
        return event.isAccepted()

    file = tmp_path / "文件.txt"
    file.write_text("x", encoding="utf-8")
    assert not drop(file)
    assert isinstance(shell.window, WelcomeWindow)
    assert drop(folder)
    assert main_window(shell).desk.workbook.folder == folder
