"""The bin, and repairs, on the command line."""

from pathlib import Path

from app.queries.evidence import evidence_list
from app.services.workbooks import open_workbook
from tests.cli.conftest import Cli


def first_file(folder: Path) -> Path:
    workbook = open_workbook(folder, read_only=True)
    path = workbook.vault.path(evidence_list(workbook)[0].files[0].sha256)
    workbook.close()
    path.chmod(0o644)
    return path


def test_remove_list_restore(cli: Cli, folder: Path) -> None:
    outcome = cli("evidence", "remove", folder, "1.01-01", "2.07-01")
    assert outcome.code == 0, outcome.err
    assert "已移入回收站：1.01-01 实施方案" in outcome.out
    listed = cli("bin", "list", folder)
    assert "2025年7月1日" in listed.out
    (first, second) = cli("bin", "list", folder, "--json").json
    assert [first["number"], second["number"]] == ["1.01-01", "2.07-01"]
    assert first["binned_on"] == "2025-07-01"
    assert cli("bin", "restore", folder, "2.07-01", "--json").json[0]["title"] == "现场"
    assert [row["number"] for row in cli("evidence", "list", folder, "--json").json] == ["2.07-01"]
    assert cli("bin", "restore", folder, "2.07-01").code == 2
    outcome = cli("evidence", "restore", folder, "1.01-01")
    assert (outcome.code, cli("bin", "list", folder, "--json").json) == (0, [])
    cli("evidence", "remove", folder, "1.01-01")
    assert cli("evidence", "remove", folder, "1.01-01").code == 2


def test_empty_asks_before(cli: Cli, folder: Path) -> None:
    path = first_file(folder)
    assert cli("bin", "empty", folder, "--yes").out == "回收站是空的。\n"
    cli("evidence", "remove", folder, "1.01-01", "2.07-01")
    outcome = cli("bin", "empty", folder)
    assert outcome.code == 2
    assert "1.01-01" in outcome.out
    assert "以上 2 份材料将永久删除" in outcome.err
    assert path.exists()
    outcome = cli("bin", "empty", folder, "1.01-01", "--yes", "--json")
    assert outcome.json["files"] == 2
    assert not path.exists()
    assert [row["number"] for row in cli("bin", "list", folder, "--json").json] == ["2.07-01"]
    assert "已永久删除 1 份材料、1 个文件" in cli("bin", "empty", folder, "--yes").out


def test_undo_after_emptying_says_why_not(cli: Cli, folder: Path) -> None:
    cli("evidence", "remove", folder, "1.01-01")
    cli("bin", "empty", folder, "--yes")
    outcome = cli("undo", folder)
    assert outcome.code == 2
    assert "材料 1.01-01 已随回收站清空而永久删除" in outcome.err
    assert "永久删除回收站中的材料 1.01-01" in cli("history", folder).out


def test_verify_repairs_from_a_copy_and_a_backup(cli: Cli, folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.zip"
    cli("backup", folder, backup)
    path = first_file(folder)
    copy = tmp_path / "copy"
    copy.write_bytes(path.read_bytes())
    path.unlink()
    outcome = cli("verify", folder)
    assert outcome.code == 1
    assert f"four-changes verify {folder} --repair-from" in outcome.out
    assert "four-changes restore" not in outcome.out
    wrong = tmp_path / "wrong"
    wrong.write_text("x")
    outcome = cli("verify", folder, "--repair-from", wrong)
    assert outcome.code == 2
    assert "“wrong”不是缺失或被改动的任何一个文件" in outcome.err
    outcome = cli("verify", folder, "--repair-from", copy)
    assert outcome.code == 0, outcome.err
    assert "已修复：1.01-01 实施方案.txt" in outcome.out
    path.chmod(0o644)
    path.write_text("x")
    outcome = cli("verify", folder, "--repair-from", backup, "--json")
    assert (outcome.code, outcome.json["ok"]) == (0, True)
    assert [row["number"] for row in outcome.json["repaired"]] == ["1.01-01"]
    assert cli("verify", folder, "--resume").code == 0


def test_surplus_is_found(cli: Cli, folder: Path) -> None:
    path = folder / "evidence" / "ab" / ("ab" + "0" * 62)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"12345")
    outcome = cli("verify", folder)
    assert outcome.code == 1
    assert "有 1 个多余文件（5 B）" in outcome.out
    assert cli("verify", folder, "--json").json["surplus"][0]["size"] == 5


def test_one_file_of_a_dossier(cli: Cli, folder: Path, tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    first = cli("evidence", "list", folder, "--json").json[0]
    digits = first["files"][0]["sha256"][:8]
    outcome = cli("evidence", "remove", folder, "1.01-01", "--file", digits)
    assert outcome.code == 0, outcome.err
    assert outcome.out == "已从佐证材料 1.01-01 移除附件“实施方案.txt”，可用撤销恢复。\n"
    assert "从佐证材料 1.01-01 移除附件“实施方案.txt”" in cli("history", folder).out
    left = cli("evidence", "list", folder, "--json").json[0]["files"]
    assert [file["name"] for file in left] == [file["name"] for file in first["files"][1:]]
    cli("undo", folder)
    again = cli("evidence", "remove", folder, "1.01-01", "--file", "实施方案.txt", "--json").json
    assert [file["name"] for file in again["files"]] == [file["name"] for file in left]


def test_which_file_is_meant_must_be_clear(cli: Cli, folder: Path) -> None:
    for arguments, said in (
        (("1.01-01", "--file", "没有.pdf"), "没有附件“没有.pdf”"),
        (("1.01-01", "2.07-01", "--file", "现场.txt"), "只给出一个佐证材料编号"),
        (("1.01-01", "--all-editions"), "只给出一个佐证材料编号"),
    ):
        outcome = cli("evidence", "remove", folder, *arguments)
        assert outcome.code == 2
        assert said in outcome.err
    assert cli("bin", "list", folder, "--json").json == []
