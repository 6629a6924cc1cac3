"""Sample, backup and restore behind a progress dialog."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.steps import Step, Steps
from app.domain.vocabulary import Language
from app.errors import EnvironmentProblem
from app.queries.profile import profile
from app.services.answers import edit_answer
from app.services.workbooks import Workbook
from app.settings import Settings
from app.tasks.runner import Runner
from app.views.dialogs.progress import ProgressDialog, run_with_progress
from app.views.shell import Shell
from app.views.welcome.window import WelcomeWindow
from tests.conftest import copy_of
from tests.views.shell.conftest import TODAY, Boxes, main_window


@pytest.fixture
def folder(filled_template: Path, tmp_path: Path) -> Path:
    return copy_of(filled_template, tmp_path / "工作簿")


def answer_dialogs(monkeypatch: pytest.MonkeyPatch, **answers: object) -> None:
    """What the file dialogs give back: save, file, folder."""
    methods = {
        "save": "getSaveFileName",
        "file": "getOpenFileName",
        "folder": "getExistingDirectory",
    }
    for name, value in answers.items():
        given = str(value) if name == "folder" else (str(value), "")
        monkeypatch.setattr(QFileDialog, methods[name], lambda *_, given=given, **__: given)


@pytest.mark.slow
def test_the_sample_is_made_once_and_marked(
    shell: Shell, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_dialogs(monkeypatch, folder=tmp_path)
    shell.start()
    shell.menu.make_sample()
    qtbot.waitUntil(lambda: not isinstance(shell.window, WelcomeWindow), timeout=60_000)
    window = main_window(shell)
    assert window.desk.workbook.folder == tmp_path / "样例工作簿"
    assert profile(window.desk.workbook).sample
    assert any("样例数据" in it.text() for it in window.findChildren(QLabel))
    shell.menu.make_sample()  # there already: opened, not made anew
    assert main_window(shell) is window


def test_half_a_sample_is_not_left_behind(
    qapp: QApplication,
    shell: Shell,
    settings: Settings,
    boxes: Boxes,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(folder: Path, _today: date, _language: Language) -> Workbook:
        folder.mkdir()
        (folder / "workbook.sqlite").write_bytes(b"half")
        raise EnvironmentProblem("disk.full", path=str(folder))

    monkeypatch.setattr(shell, "sample", fail)
    answer_dialogs(monkeypatch, folder=tmp_path)
    shell.start()
    shell.menu.make_sample()
    qtbot.waitUntil(lambda: bool(boxes.shown))
    assert "磁盘空间不足" in boxes.texts("warning")[0]
    assert not (tmp_path / "样例工作簿").exists()
    assert isinstance(shell.window, WelcomeWindow)


def test_a_backup_holds_what_was_just_typed_and_can_be_restored(
    shell: Shell,
    boxes: Boxes,
    folder: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shell.start(folder)
    workbook = main_window(shell).desk.workbook
    main_window(shell).desk.write(lambda: edit_answer(workbook, "N29-8.01", narrative="刚写的"))
    answer_dialogs(monkeypatch, save=tmp_path / "备份")  # the ending is added
    shell.menu.choose_back_up()
    qtbot.waitUntil(lambda: bool(boxes.shown), timeout=20_000)
    file = tmp_path / "备份.fcbackup"
    assert boxes.texts("information") == [f"备份已写入并核对无误：{file}"]
    assert zipfile.is_zipfile(file)

    answer_dialogs(monkeypatch, file=file, folder=tmp_path / "恢复")
    shell.menu.choose_backup()
    target = tmp_path / "恢复" / "备份"
    qtbot.waitUntil(lambda: main_window(shell).desk.workbook.folder == target, timeout=20_000)
    from app.queries.answers import answer

    assert answer(main_window(shell).desk.workbook, "N29-8.01").narrative == "刚写的"


def test_the_suggested_name_says_which_workbook_and_when(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[str] = []

    def ask(_parent: object, _title: str, path: str, *_: object, **__: object) -> tuple[str, str]:
        suggested.append(Path(path).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    shell.start(folder)
    shell.menu.choose_back_up()
    assert suggested == [f"工作簿-{TODAY:%Y%m%d}.fcbackup"]


def test_a_backup_never_overwrites(
    shell: Shell,
    boxes: Boxes,
    folder: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = tmp_path / "已有.fcbackup"
    there.write_bytes(b"older")
    answer_dialogs(monkeypatch, save=there)
    shell.start(folder)
    shell.menu.choose_back_up()
    qtbot.waitUntil(lambda: bool(boxes.shown))
    assert "已存在" in boxes.texts("warning")[0]
    assert there.read_bytes() == b"older"


def test_what_is_no_backup_is_told(
    shell: Shell, boxes: Boxes, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "其他.fcbackup"
    file.write_text("no", encoding="utf-8")
    answer_dialogs(monkeypatch, file=file, folder=tmp_path / "恢复")
    shell.start()
    shell.menu.choose_backup()
    qtbot.waitUntil(lambda: bool(boxes.shown))
    assert "不是本软件的备份文件" in boxes.texts("warning")[0]
    assert isinstance(shell.window, WelcomeWindow)


def test_the_progress_dialog_counts_more_than_an_integer_and_can_be_cancelled(
    qtbot: QtBot,
) -> None:
    runner, ended = Runner(), []

    def work() -> Steps[None]:
        while True:
            yield Step(3 * 1024**3, 4 * 1024**3)

    run_with_progress(runner, None, "正在处理", work, ended.append, ended.append)
    dialog = next(it for it in QApplication.topLevelWidgets() if isinstance(it, ProgressDialog))
    qtbot.waitUntil(lambda: dialog.bar.value() == 750)
    dialog.reject()
    qtbot.waitUntil(lambda: bool(ended))
    assert type(ended[0]).__name__ == "Cancelled"
    assert not shiboken6.isValid(dialog) or not dialog.isVisible()
    runner.stop()
