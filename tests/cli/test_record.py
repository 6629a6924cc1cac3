"""check, verify, history, undo, backup, restore."""

from pathlib import Path

from app.services.workbooks import open_workbook
from tests.cli.conftest import Cli


def test_check_lists_findings_with_exit_code_1(cli: Cli, folder: Path) -> None:
    cli("answer", folder, "N29-1.04", "--progress", "done", "--level", "3", "--due", "2025-01-01")
    outcome = cli("check", folder)
    assert outcome.code == 1
    assert any(
        line.startswith("必须处理  N29-1.04") and "没有佐证材料" in line
        for line in outcome.out.splitlines()
    )
    data = cli("check", folder, "--json").json
    assert data["counts"]["error"] == sum(
        finding["severity"] == "error" for finding in data["findings"]
    )
    finding = next(row for row in data["findings"] if row["label"] == "N29-1.04")
    assert finding["code"] == "achieved-without-evidence"
    assert finding["place"] == {"kind": "requirement", "id": "N29-1.04", "field": "evidence"}
    assert set(finding["sentence"]) == {"zh", "en"}


def test_verify_is_content_with_a_sound_workbook(cli: Cli, folder: Path) -> None:
    outcome = cli("verify", folder)
    assert outcome.code == 0
    assert "全部完好" in outcome.out
    data = cli("verify", folder, "--json").json
    assert (data["ok"], data["checked"], data["missing"]) == (True, 3, [])


def test_verify_finds_what_is_altered_and_what_is_gone(cli: Cli, folder: Path) -> None:
    first, second = sorted(path for path in (folder / "evidence").rglob("*") if path.is_file())[:2]
    first.chmod(0o644)
    first.write_bytes(b"\0" * first.stat().st_size)
    second.unlink()
    outcome = cli("verify", folder)
    assert outcome.code == 1
    assert "内容已被改动" in outcome.out
    assert "找不到" in outcome.out
    data = cli("verify", folder, "--json").json
    assert [row["sha256"] for row in data["altered"]] == [first.name]
    assert [row["sha256"] for row in data["missing"]] == [second.name]


def test_history_and_undo(cli: Cli, folder: Path) -> None:
    before = cli("answer", folder, "N29-2.07", "--json").json
    cli("answer", folder, "N29-2.07", "--level", "4")
    latest = cli("history", folder, "--limit", "1", "--json").json
    assert len(latest) == 1
    assert latest[0]["what"] == "修改 N29-2.07 的自评等级"
    assert "修改 N29-2.07 的自评等级" in cli("history", folder).out.splitlines()[0]
    undone = cli("undo", folder)
    assert (undone.code, undone.out) == (0, "撤销：修改 N29-2.07 的自评等级\n")
    assert cli("answer", folder, "N29-2.07", "--json").json == before
    assert cli("history", folder, "--json").json[0]["kind"] == "undo"


def test_nothing_to_undo(cli: Cli, empty: Path) -> None:
    outcome = cli("undo", empty)
    assert outcome.code == 2
    assert "没有可以撤销的操作" in outcome.err


def test_backup_and_restore(cli: Cli, folder: Path, tmp_path: Path) -> None:
    file, target = tmp_path / "备份.zip", tmp_path / "restored"
    assert cli("backup", folder, file).code == 0
    refused = cli("backup", folder, file)
    assert refused.code == 2
    assert "已存在" in refused.err
    assert cli("restore", file, target).code == 0
    assert cli("status", target, "--json").json == cli("status", folder, "--json").json
    assert cli("verify", target).code == 0
    assert cli("restore", file, target).code == 2
    assert cli("restore", tmp_path / "none.zip", tmp_path / "x").code == 2


def test_a_workbook_that_is_open_elsewhere_can_be_backed_up(
    cli: Cli, folder: Path, tmp_path: Path
) -> None:
    holder = open_workbook(folder)
    try:
        assert cli("backup", folder, tmp_path / "b.zip").code == 0
    finally:
        holder.close()
