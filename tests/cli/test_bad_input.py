"""What people hand in by mistake, each told in a sentence that a clerk understands."""

import os
import re
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

LATIN_ALLOWED = {"GB", "MB", "U盘", "workbook", "sqlite"}


def cut_in_half(folder: Path) -> None:
    file = folder / "workbook.sqlite"
    os.truncate(file, file.stat().st_size // 2)


def emptied(folder: Path) -> None:
    (folder / "workbook.sqlite").write_bytes(b"")


def of_the_future(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "workbook.sqlite")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.commit()


def without_database(folder: Path) -> None:
    (folder / "workbook.sqlite").unlink()


@pytest.mark.parametrize(
    ("spoil", "code", "zh", "en"),
    [
        (cut_in_half, 3, "数据已损坏，未作任何改动", "are damaged; nothing was changed"),
        (emptied, 3, "数据已损坏，未作任何改动", "are damaged; nothing was changed"),
        (of_the_future, 2, "由更新版本的软件创建", "A newer version of the program"),
        (without_database, 2, "不是试点工作簿", "is no workbook"),
    ],
)
def test_a_workbook_that_cannot_be_opened(
    cli: Cli, folder: Path, spoil: Callable[[Path], None], code: int, zh: str, en: str
) -> None:
    spoil(folder)
    for words in (("status",), ("check",), ("verify",), ("undo",), ("evidence", "list")):
        outcome = cli(*words, folder)
        assert (outcome.code, outcome.out) == (code, "")
        assert zh in outcome.err
        said = outcome.err.replace(str(folder), "")
        assert set(re.findall("[A-Za-z]{2,}", said)) <= LATIN_ALLOWED
        english = cli(*words, folder, "--lang", "en")
        assert en in english.err
        assert not re.search("[\u4e00-\u9fff]", english.err.replace(str(folder), ""))


def folder_(path: Path) -> None:
    path.mkdir()


def link_out(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def nothing_in_it(path: Path) -> None:
    path.touch()


def three_gigabytes(path: Path) -> None:
    path.touch()
    os.truncate(path, 3 * 1024**3)


@pytest.mark.skipif(os.name == "nt", reason="pipes and links are made by other means there")
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (folder_, "“材料.pdf”是文件夹，请选择其中的文件。"),
        (link_out, "“材料.pdf”是指向别处的链接，请选择文件本身。"),
        (pipe, "“材料.pdf”不是普通文件。"),
        (nothing_in_it, "文件“材料.pdf”是空的（0 字节）。"),
        (three_gigabytes, "文件“材料.pdf”有 3.0 GB，超过单个文件上限 2.0 GB。"),
        (lambda path: None, "找不到文件“材料.pdf”。"),
    ],
)
def test_a_file_that_cannot_be_evidence(
    cli: Cli, empty: Path, tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    make(tmp_path / "材料.pdf")
    outcome = cli("evidence", "add", empty, tmp_path / "材料.pdf", "--requirement", "N29-2.07")
    assert (outcome.code, outcome.out) == (2, f"未收入：{sentence}\n")
    assert cli("evidence", "list", empty, "--json").json == []


@pytest.mark.parametrize("name", ["=cmd|'<b>&\\n😀𬱖.txt", "长" * 80 + ".txt", "@+-1.txt", "..a"])
def test_a_name_is_text_from_folder_to_report(
    cli: Cli, empty: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(name)
    cli("profile", empty, "--name", f"../{name}")
    added = cli("evidence", "add", empty, tmp_path / name, "--requirement", "N29-2.07", "--json")
    assert [row["outcome"] for row in added.json] == ["added"]
    (row,) = cli("evidence", "list", empty, "--json").json
    assert row["files"][0]["name"] == name
    files = cli("report", empty, "--out", tmp_path / "out", "--json").json["files"]
    assert {Path(file["path"]).parent for file in files} == {tmp_path / "out"}
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_a_decomposed_name_is_kept_composed(cli: Cli, empty: Path, tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Ăŭ材料.txt")
    (tmp_path / name).write_text("x")
    cli("evidence", "add", empty, tmp_path / name, "--requirement", "N29-2.07")
    (row,) = cli("evidence", "list", empty, "--json").json
    assert row["files"][0]["name"] == "Ăŭ材料.txt"


def test_200_chinese_characters_are_taken_and_201_are_not(cli: Cli, empty: Path) -> None:
    assert cli("profile", empty, "--name", "长" * 200).code == 0
    outcome = cli("profile", empty, "--name", "长" * 201)
    assert (outcome.code, outcome.err) == (2, "“试点名称”有 201 个字，超过上限 200 个字。\n")
    assert cli("profile", empty, "--json").json["name"] == "长" * 200
