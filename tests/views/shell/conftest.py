"""What the tests of the shell share."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.sample.build import build_sample
from app.settings import Settings
from app.views.main_window import MainWindow
from app.views.shell import Shell
from tests.conftest import copy_of

TODAY = date(2025, 6, 1)


@dataclass
class Boxes:
    """The message boxes that came up, and what is answered to a question."""

    shown: list[tuple[str, str]] = field(default_factory=list)
    answer: QMessageBox.StandardButton = QMessageBox.StandardButton.Cancel

    def texts(self, kind: str) -> list[str]:
        return [text for shown, text in self.shown if shown == kind]


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> Boxes:
    """Message boxes are answered at once instead of waiting for somebody."""
    found = Boxes()

    def record(kind: str) -> object:
        def show(_parent: object, _title: str, text: str, *_: object) -> object:
            found.shown.append((kind, text))
            return found.answer

        return show

    for kind in ("information", "warning", "critical", "question", "about"):
        monkeypatch.setattr(QMessageBox, kind, record(kind))
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Chinese, nothing opened yet."""
    kept = Settings(tmp_path / "settings.ini")
    kept.language = "zh"
    return kept


@pytest.fixture
def folder(filled_template: Path, tmp_path: Path) -> Path:
    return copy_of(filled_template, tmp_path / "工作簿")


@pytest.fixture
def shell(qapp: QApplication, settings: Settings, qtbot: QtBot, boxes: Boxes) -> Iterator[Shell]:
    """The shell of a program that has just been started, nothing shown yet."""
    made = Shell(qapp, settings, build_sample, lambda: TODAY)
    yield made
    boxes.answer = QMessageBox.StandardButton.Discard
    made.quit()
    made._translation.use("en")
    made.deleteLater()
    qapp.setStyleSheet("")


def main_window(shell: Shell) -> MainWindow:
    assert isinstance(shell.window, MainWindow)
    return shell.window


def cut(folder: Path) -> None:
    """Cut the database of a closed workbook in half."""
    file = folder / "workbook.sqlite"
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def spoil(folder: Path) -> None:
    """Overwrite pages of the change record, which the first page of the window never reads."""
    file = folder / "workbook.sqlite"
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8 * 4096] = b"\xaa" * 8 * 4096
    file.write_bytes(content)


def other_database(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "workbook.sqlite")) as connection:
        connection.execute("CREATE TABLE other (x)")
