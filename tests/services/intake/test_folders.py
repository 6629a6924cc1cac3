"""Folders with all below them: in a natural order, links not followed, nothing left by systems."""

import os
from pathlib import Path

import pytest

from app.services.intake.folders import files_of

NOWHERE = Path("/no/workbook")


def write(path: Path, content: str = "内容") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def places(*paths: Path) -> list[str]:
    return ["/".join(found.place) for found in files_of(paths, NOWHERE)]


def test_a_tree_is_walked_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    for name in ("附件10.txt", "附件2.txt", "二、标准供给/2.07 团体标准/名单.txt"):
        write(tmp_path / "佐证" / name)
    assert places(tmp_path / "佐证") == [
        "佐证/二、标准供给/2.07 团体标准/名单.txt",
        "佐证/附件2.txt",
        "佐证/附件10.txt",
    ]


def test_what_systems_leave_behind_is_left_out(tmp_path: Path) -> None:
    for name in ("Thumbs.db", ".DS_Store", "~$方案.docx", "._方案.docx", "方案.docx"):
        write(tmp_path / name)
    assert places(tmp_path) == [f"{tmp_path.name}/方案.docx"]
    # Named by the person, it is meant.
    assert places(tmp_path / "Thumbs.db") == ["Thumbs.db"]


def test_a_file_named_twice_is_one(tmp_path: Path) -> None:
    file = write(tmp_path / "甲" / "方案.txt")
    assert places(file, tmp_path / "甲", file) == ["方案.txt"]


def test_a_loop_of_links_is_not_walked(tmp_path: Path) -> None:
    write(tmp_path / "甲" / "方案.txt")
    (tmp_path / "甲" / "上级").symlink_to(tmp_path, target_is_directory=True)
    assert places(tmp_path / "甲") == ["甲/上级", "甲/方案.txt"]


def test_what_is_gone_has_a_reason(tmp_path: Path) -> None:
    (found,) = files_of([tmp_path / "没有.txt"], NOWHERE)
    assert found.error is not None
    assert found.error.code == "file.not-found"


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="rights do not hold an administrator back"
)
def test_a_folder_without_rights_is_one_row(tmp_path: Path) -> None:
    closed = tmp_path / "甲" / "锁"
    write(closed / "方案.txt")
    write(tmp_path / "甲" / "乙.txt")
    closed.chmod(0)
    try:
        found = list(files_of([tmp_path / "甲"], NOWHERE))
    finally:
        closed.chmod(0o700)
    assert [(one.place[-1], one.error.code if one.error else "") for one in found] == [
        ("乙.txt", ""),
        ("锁", "file.unreadable"),
    ]


def test_the_workbook_itself_is_no_evidence(tmp_path: Path) -> None:
    write(tmp_path / "甲.txt")
    write(tmp_path / "试点" / "workbook.sqlite")
    found = files_of([tmp_path], tmp_path / "试点")
    assert [one.place[-1] for one in found] == ["甲.txt"]


def test_a_folder_without_files_has_a_reason(tmp_path: Path) -> None:
    (tmp_path / "空" / "又空").mkdir(parents=True)
    (found,) = files_of([tmp_path / "空"], NOWHERE)
    assert found.error is not None
    assert found.error.code == "file.empty-folder"
