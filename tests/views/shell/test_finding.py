"""The keys that find things, as the whole window knows them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from app.views.main_window import MainWindow
from app.views.palette.dialog import Palette
from app.views.search.dialog import SearchDialog
from app.views.shell import Shell
from tests.conftest import copy_of
from tests.views.shell.conftest import main_window


@pytest.fixture
def folder(filled_template: Path, tmp_path: Path) -> Path:
    return copy_of(filled_template, tmp_path / "workbook")


def _with_key(window: MainWindow, key: str) -> QAction:
    actions = window.menuBar().findChildren(QAction)
    return next(action for action in actions if action.shortcut() == QKeySequence(key))


def test_ctrl_k_goes_to_a_requirement(qtbot: QtBot, shell: Shell, folder: Path) -> None:
    shell.start(folder)
    window = main_window(shell)
    _with_key(window, "Ctrl+K").trigger()
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.waitUntil(lambda: not palette.busy)
    palette.line.setText("2.07")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.current == "requirements"
    qtbot.waitUntil(lambda: getattr(window.page("requirements"), "current", "") == "N29-2.07")


def test_no_key_is_given_twice(shell: Shell, folder: Path) -> None:
    shell.start(folder)
    actions = main_window(shell).menuBar().findChildren(QAction)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 20


def test_ctrl_shift_f_searches_beside_the_page(qtbot: QtBot, shell: Shell, folder: Path) -> None:
    shell.start(folder)
    window = main_window(shell)
    _with_key(window, "Ctrl+Shift+F").trigger()
    dialog = window.findChild(SearchDialog)
    assert dialog is not None
    dialog.panel.line.setText("联席会议")
    qtbot.waitUntil(lambda: len(dialog.panel.hits.hits) == 1)
    dialog.panel.list.activated.emit(dialog.panel.hits.index(0))
    assert window.current == "evidence"
    shell.set_language("en")  # the window is made anew, the search with it
    qtbot.waitUntil(lambda: main_window(shell) is not window)
