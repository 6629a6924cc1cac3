from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.steps import finish
from app.errors import UserError
from app.queries.evidence import evidence_list
from app.queries.evidence_parts import FileRow
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.evidence.opening import Opener, copy_out, safe_name


def file_of(workbook: Workbook) -> FileRow:
    return evidence_list(workbook)[1].files[0]


def test_what_is_opened_is_a_read_only_copy(
    qtbot: QtBot, filled_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: object) -> bool:
        opened.append(Path(url.toLocalFile()))  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window = QWidget()
    qtbot.addWidget(window)
    opener = Opener(filled_desk, window)
    file = file_of(filled_desk.workbook)
    for _ in range(2):
        opened.clear()
        opener.open(file)
        qtbot.waitUntil(lambda: bool(opened))
    (copy,) = opened
    assert copy.name == "现场.txt"
    assert copy.read_text(encoding="utf-8") == "现场照片说明\n"
    assert copy.stat().st_mode & 0o222 == 0
    assert filled_desk.workbook.folder not in copy.parents


def test_a_program_is_not_started(qtbot: QtBot, filled_desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[UserError] = []
    filled_desk.problem.connect(told.append)
    Opener(filled_desk, window).open(FileRow("1", "安装.EXE ", "0" * 64, 1))
    assert [error.code for error in told] == ["file.program"]
    assert filled_desk.sentence(told[0]) == "“安装.EXE ”是程序文件，不能从工作簿中直接打开。"


def test_a_file_that_is_gone_is_said(filled: Workbook, tmp_path: Path) -> None:
    file = file_of(filled)
    filled.vault.path(file.sha256).unlink()
    with pytest.raises(UserError, match=r"file\.gone"):
        finish(copy_out(filled, file, tmp_path / "copy"))


def test_a_file_that_was_altered_is_not_opened(filled: Workbook, tmp_path: Path) -> None:
    file = file_of(filled)
    stored = filled.vault.path(file.sha256)
    stored.chmod(0o600)
    stored.write_text("换过的内容", encoding="utf-8")
    with pytest.raises(UserError, match=r"file\.altered"):
        finish(copy_out(filled, file, tmp_path / "copy"))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("实施方案.pdf", "实施方案.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        (r"C:\temp\a.txt", "C__temp_a.txt"),
        ("<b>附件</b>📷.png", "_b_附件__b_📷.png"),
        ("...", "_"),
        ("标" * 200 + ".docx", "标" * 65 + ".docx"),
        ("没有后缀", "没有后缀"),
        ("标" * 200, "标" * 66),
    ],
)
def test_a_name_is_never_a_path_and_fits_everywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert len(safe.encode()) <= 200
