import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.domain.changes import Changes
from app.errors import EnvironmentProblem
from app.queries.evidence import evidence_list
from app.services.evidence import Target
from app.services.undo import undo_state
from app.views.desk import Desk
from app.views.dialogs.progress import ProgressDialog
from app.views.evidence.intake import choose_files, take_in
from app.views.evidence.results import IntakeResults
from app.views.intake.dialog import IntakeDialog


class Window(QWidget):
    """A window with what it was told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.messages: list[str] = []
        self.problems: list[BaseException] = []
        self.changes: list[Changes] = []
        desk.message.connect(self.messages.append)
        desk.problem.connect(self.problems.append)
        desk.data_changed.connect(self.changes.append)

    def results(self) -> IntakeResults | None:
        return self.findChild(IntakeResults)

    def table(self) -> list[tuple[str, ...]]:
        dialog = self.results()
        assert dialog is not None
        model = dialog.table.filter
        return [tuple(model.index(n, c).data() for c in range(4)) for n in range(model.rowCount())]


@pytest.fixture
def window(qtbot: QtBot, filled_desk: Desk) -> Window:
    made = Window(filled_desk)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    folder = tmp_path / "来源"
    folder.mkdir()

    def make(name: str, content: str | None = None) -> Path:
        path = folder / name
        path.write_text(name if content is None else content, encoding="utf-8")
        return path

    return make


def numbers(desk: Desk) -> list[str]:
    return [row.number for row in evidence_list(desk.workbook)]


def test_the_file_dialog_begins_where_the_last_files_came_from(
    window: Window, file: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen, places = file("通知.txt"), []

    def ask(_parent: QWidget, _title: str, place: str) -> tuple[list[str], str]:
        places.append(place)
        return [str(chosen)] if len(places) == 1 else [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    assert choose_files(window.desk, window) == [chosen]
    assert choose_files(window.desk, window) == []  # given up
    chosen.parent.rename(tmp_path / "拔出")
    choose_files(window.desk, window)
    documents = str(paths.documents())
    assert places == [documents, str(chosen.parent), documents]


def test_one_file_only_says_so_in_the_status_bar(
    qtbot: QtBot, window: Window, file: Callable[..., Path]
) -> None:
    name = "<b>标准</b>📷".replace("/", "_") + "长" * 40 + ".txt"
    take_in(window.desk, [file(name)], Target("N29-4.01"), window)
    qtbot.waitUntil(lambda: bool(window.messages))
    assert window.messages == [f"“{name}” was taken in as evidence 4.01-01."]
    assert window.results() is None
    assert [changes.kind for changes in window.changes] == ["evidence.add"]
    assert numbers(window.desk) == ["1.01-01", "2.07-01", "4.01-01"]


def asked(qtbot: QtBot, window: Window) -> IntakeDialog:
    """The table that opens, with everything read."""
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    dialog = window.findChild(IntakeDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.model.items) and dialog.task.isHidden())
    return dialog


def test_many_files_are_shown_before_anything_is_written(
    qtbot: QtBot, window: Window, file: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "文件夹"
    folder.mkdir()
    (folder / "附件.txt").write_text("附件", encoding="utf-8")
    paths = [
        file("新.txt"),
        file("又一份会议纪要.txt", "联席会议第一次会议纪要\n"),
        folder,
        file("空.txt", ""),
        file("标" * 60 + ".txt"),
    ]
    take_in(window.desk, paths, Target("N29-4.01"), window)
    dialog = asked(qtbot, window)
    assert not window.changes
    dialog.take.click()
    qtbot.waitUntil(lambda: window.results() is not None)
    results = window.results()
    assert results is not None
    QAbstractItemModelTester(results.table.rows_model, results)
    assert window.table() == [
        ("空.txt", "未收入", "", "文件“空.txt”是空的（0 字节）。"),
        (
            "又一份会议纪要.txt",
            "已有相同文件，已关联",
            "1.01-01",
            "相同文件已是佐证材料 1.01-01，现已关联到此处。",
        ),
        ("新.txt", "已收入", "4.01-01", ""),
        ("附件.txt", "已收入", "4.01-02", ""),
        ("标" * 60 + ".txt", "已收入", "4.01-03", ""),
    ]
    assert results.summary.text() == "已收入: 3；已有相同文件，已关联: 1；未收入: 1"
    assert numbers(window.desk) == ["1.01-01", "2.07-01", "4.01-01", "4.01-02", "4.01-03"]


def test_one_file_that_is_there_in_some_form_is_asked_about(
    qtbot: QtBot, window: Window, file: Callable[..., Path]
) -> None:
    take_in(window.desk, [file("现场.txt", "第二版")], Target("N29-2.07"), window)
    dialog = asked(qtbot, window)
    assert not window.changes
    # Enter is enough.
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.messages))
    assert window.messages == ["“现场.txt” is now in force in evidence 2.07-01."]
    (row,) = evidence_list(window.desk.workbook, "N29-2.07")
    assert [(each.name, each.edition) for each in row.files] == [("现场.txt", 2)]


def test_one_refused_file_is_shown_with_its_reason(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    link = tmp_path / "快捷方式.pdf"
    link.symlink_to("/etc/hostname")
    take_in(window.desk, [link], Target(), window)
    qtbot.waitUntil(lambda: window.results() is not None)
    assert window.table()[0][1:] == (
        "未收入",
        "",
        "“快捷方式.pdf”是指向别处的链接，请选择文件本身。",
    )
    assert not window.changes


def test_one_file_that_cannot_be_read_is_taken_and_says_so(
    qtbot: QtBot, window: Window, file: Callable[..., Path]
) -> None:
    take_in(window.desk, [file("扫描.pdf", "%PDF-1.7 nothing")], Target("N29-4.01"), window)
    qtbot.waitUntil(lambda: window.results() is not None)
    assert window.table() == [
        (
            "扫描.pdf",
            "已收入",
            "4.01-01",
            "文件不完整或已损坏，其中内容不能识别和检索，请与原件核对。",
        )
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such devices")
def test_a_device_is_refused(qtbot: QtBot, window: Window) -> None:
    take_in(window.desk, [Path(os.devnull)], Target(), window)
    qtbot.waitUntil(lambda: window.results() is not None)
    assert window.table()[0][3] == "“null”不是普通文件。"


def test_the_same_file_again_is_already_there(
    qtbot: QtBot, window: Window, file: Callable[..., Path]
) -> None:
    again = file("改名.txt", "现场照片说明\n")
    take_in(window.desk, [again], Target("N29-2.07"), window)
    qtbot.waitUntil(lambda: bool(window.messages))
    assert window.messages == ["相同文件已在其中，编号 2.07-01。"]
    assert not window.changes


def test_files_into_one_dossier(qtbot: QtBot, window: Window, file: Callable[..., Path]) -> None:
    second = evidence_list(window.desk.workbook)[1]
    take_in(window.desk, [file("甲.txt"), file("乙.txt")], Target(evidence_id=second.id), window)
    qtbot.waitUntil(lambda: bool(window.changes))
    files = evidence_list(window.desk.workbook)[1].files
    assert [each.name for each in files] == ["现场.txt", "甲.txt", "乙.txt"]


def test_cancelling_takes_nothing_in(
    qtbot: QtBot, window: Window, file: Callable[..., Path]
) -> None:
    before = undo_state(window.desk.workbook)
    # Another write is under way, so that the files are still waiting.
    cancelled = Event()
    window.desk.runner.write(lambda: cancelled.wait(10), lambda _: None, lambda _: None)
    take_in(window.desk, [file(f"{n}.txt") for n in range(3)], Target(), window)
    dialog = window.findChild(ProgressDialog)
    assert dialog is not None
    dialog.reject()
    cancelled.set()
    qtbot.waitUntil(lambda: bool(window.messages))
    assert window.messages == ["Cancelled; no file was taken in."]
    assert undo_state(window.desk.workbook) == before
    assert not window.problems


def test_a_full_disk_is_said_and_nothing_is_damaged(
    qtbot: QtBot,
    window: Window,
    file: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usage = type("Usage", (), {"free": 10})
    monkeypatch.setattr("app.store.vault.shutil.disk_usage", lambda _: usage)
    take_in(window.desk, [file("甲.txt")], Target(), window)
    qtbot.waitUntil(lambda: bool(window.problems))
    (problem,) = window.problems
    assert isinstance(problem, EnvironmentProblem)
    assert window.desk.sentence(problem).startswith("磁盘空间不足")
    assert numbers(window.desk) == ["1.01-01", "2.07-01"]


def test_no_files_and_nothing_happens(window: Window) -> None:
    assert take_in(window.desk, [], Target(), window) is None
    assert not window.messages
