"""snapshot, compare, practice, section and template; and reports of snapshots."""

import errno
import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_snapshots_are_taken_listed_compared_and_exported(
    cli: Cli, folder: Path, tmp_path: Path
) -> None:
    assert "还没有快照" in cli("snapshot", "list", folder).out
    taken = cli("snapshot", "take", folder, "--stage", "baseline", "--title", "基线")
    assert taken.code == 0
    cli("answer", folder, "N29-2.07", "--level", "4")
    row = cli("snapshot", "take", folder, "--json").json
    assert (row["code"], row["stage"], row["taken_on"]) == ("S-02", "interim", "2025-07-01")
    rows = cli("snapshot", "list", folder, "--json").json
    assert [(one["code"], one["title"]) for one in rows] == [("S-01", "基线"), ("S-02", "")]
    assert rows[0]["sha256"] in taken.out
    assert rows[0]["sha256"][:16] in cli("snapshot", "list", folder).out
    outcome = cli("compare", folder, "S-01", "S-02")
    assert "要求项提升1项、下降0项" in outcome.out
    assert "推进中；2级 初步建立 → 推进中；4级 示范引领" in outcome.out
    data = cli("compare", folder, "S-02", "now", "--json").json
    assert (data["counts"]["rose"], data["items"]) == (0, [])
    assert data["total"]["before"] == data["total"]["after"]
    target = tmp_path / "s.json"
    assert cli("snapshot", "export", folder, "S-02", target).code == 0
    assert hashlib.sha256(target.read_bytes()).hexdigest() == row["sha256"]
    again = cli("snapshot", "export", folder, "S-02", target)
    assert (again.code, "已存在" in again.err) == (2, True)
    assert cli("compare", folder, "S-01", "S-09").code == 2
    assert cli("snapshot", "take", folder, "--stage", "midterm").code == 2
    assert cli("verify", folder, "--json").json["damaged_snapshots"] == []


def test_a_report_of_a_snapshot_by_a_template(cli: Cli, folder: Path, tmp_path: Path) -> None:
    cli("snapshot", "take", folder, "--stage", "final")
    file = tmp_path / "模板.json"
    assert cli("template", "export", folder, "builtin", file).code == 0
    data = json.loads(file.read_text(encoding="utf-8"))
    data |= {"name": "简版", "language": "both", "sections": data["sections"][:2]}
    file.write_text(json.dumps(data), encoding="utf-8")
    out = tmp_path / "out"
    report = ("report", folder, "--out", out, "--format", "xlsx", "--snapshot", "S-01")
    outcome = cli(*report, "--template", file, "--json")
    assert [one["language"] for one in outcome.json["files"]] == ["zh", "en"]
    assert "终期" in outcome.json["files"][0]["path"]
    assert "没有报告模板" in cli("template", "list", folder).out
    assert cli("template", "import", folder, file).code == 0
    assert cli("template", "list", folder, "--json").json[0]["name"] == "简版"
    assert cli(*report, "--template", "简版").code == 0
    assert cli("template", "remove", folder, "简版").code == 0
    missing = cli(*report, "--template", "简版")
    assert (missing.code, "简版" in missing.err) == (2, True)
    data["sections"][1]["key"] = "组织"
    file.write_text(json.dumps(data), encoding="utf-8")
    wrong = cli("template", "import", folder, file)
    assert (wrong.code, "sections[1].key" in wrong.err) == (2, True)
    assert cli(*report[:-1], "S-05").code == 2


def test_practices(cli: Cli, folder: Path) -> None:
    assert "还没有典型经验" in cli("practice", "list", folder).out
    row = cli(
        *("practice", "add", folder, "--title", "培优", "--what", "做法", "--effect", "25%"),
        *("--requirement", "N29-2.07", "--evidence", "2.07-01", "--json"),
    ).json
    assert (row["code"], row["requirements"], row["evidence"]) == (
        "E-01",
        ["N29-2.07"],
        ["2.07-01"],
    )
    shown = cli("practice", "edit", folder, "E-01", "--reach", "全国", "--evidence", "").out
    assert shown.splitlines() == [
        "E-01 培优",
        "主要做法：做法",
        "工作成效：25%",
        "推广范围：全国",
        "关联要求项：N29-2.07",
    ]
    assert "N29-2.07" in cli("practice", "list", folder).out
    assert cli("practice", "remove", folder, "E-01").code == 0
    assert cli("practice", "remove", folder, "E-01").code == 2
    assert cli("practice", "add", folder, "--title", " ").code == 2


def test_texts_of_sections(cli: Cli, folder: Path) -> None:
    assert cli("section", "write", folder, "basics", "--text", "正文").code == 0
    lines = cli("section", "list", folder).out.splitlines()
    assert lines[0].split() == ["basics", "2", "试点基本情况"]
    assert cli("section", "list", folder, "--json").json == [
        {"section": "basics", "language": "zh", "text": "正文"}
    ]
    assert cli("section", "write", folder, "annex-plan", "--text", "x").code == 2
    assert "修改报告正文“试点基本情况”" in cli("history", folder, "--limit", "1").out


def test_a_disk_that_gives_way_leaves_no_half_snapshot(
    cli: Cli, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("snapshot", "take", folder).code == 0
    out = tmp_path / "out"
    out.mkdir()
    write = Path.write_bytes

    def half(path: Path, data: bytes) -> int:
        write(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    outcome = cli("snapshot", "export", folder, "S-01", out / "s.json")
    assert outcome.code == 3
    assert list(out.iterdir()) == []
