"""`requirement …` and `plan …`."""

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Cli


def test_own_requirements(cli: Cli, folder: Path) -> None:
    assert "没有地方自设要求" in cli("requirement", "list", folder).out
    row = cli(
        "requirement", "add", folder, "--title", "专家库", "--due", "2025-12-31", "--json"
    ).json
    assert row == {
        "id": "X-01",
        "title": "专家库",
        "statement": "",
        "unit": "",
        "due": "2025-12-31",
        "notes": "",
    }
    shown = cli("requirement", "edit", folder, "X-01", "--unit", "省局", "--due", "").out
    assert shown.splitlines() == ["X-01 专家库", "责任单位：省局"]
    assert cli("answer", folder, "X-01", "--level", "3", "--json").json["article"] == 99
    assert "X-01" in cli("requirement", "list", folder).out
    status = cli("status", folder)
    assert status.out.splitlines()[-1].split()[0] == "X"
    data = cli("status", folder, "--json").json
    assert (data["own"]["tally"]["total"], data["own"]["points"]) == (1, 80)
    assert data["tally"]["total"] == 88
    assert cli("requirement", "remove", folder, "X-01").code == 0
    assert cli("status", folder, "--json").json["own"] is None
    assert cli("requirement", "edit", folder, "X-01", "--title", "x").code == 2
    assert cli("requirement", "remove", folder, "N29-1.01").code == 2


def test_own_requirements_from_a_table(cli: Cli, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "自设.xlsx"
    assert "已写出 0 行" in cli("requirement", "export", folder, file, "--template").out
    book = load_workbook(file)
    book.active.append(["", "甲", "说明"])
    book.save(file)
    outcome = cli("requirement", "import", folder, file)
    assert outcome.code == 0
    assert "新增 1 行" in outcome.out
    assert "--apply" in outcome.out
    assert cli("requirement", "list", folder, "--json").json == []
    assert "已导入" in cli("requirement", "import", folder, file, "--apply").out
    book.active.append(["X-01", "甲", "新说明", "省局"])
    book.active.append(["N29-1.01", "乙", "说明"])
    book.save(file)
    outcome = cli("requirement", "import", folder, file, "--apply")
    assert outcome.code == 2
    assert "要求说明 说明 → 新说明；责任单位 未填写 → 省局" in outcome.out
    assert "不是地方自设要求的编号" in outcome.out
    data = cli("requirement", "import", folder, file, "--json").json
    assert [row["outcome"] for row in data["rows"]] == ["new", "changed", "error"]
    assert data["rows"][1]["changes"]["unit"] == {"before": "", "after": "省局"}
    assert data["rows"][2]["error"] == "own.id"


def test_the_plan(cli: Cli, folder: Path, tmp_path: Path) -> None:
    assert "没有符合条件" in cli("plan", "list", folder).out
    words = ("--year", 2025, "--title", "发布标准", "--unit", "省局", "--due", "2025-06-30")
    row = cli("plan", "add", folder, *words, "--requirement", "N29-2.07", "--json").json
    assert (row["code"], row["requirements"], row["overdue"]) == ("P-01", ["N29-2.07"], True)
    cli("plan", "add", folder, "--year", "2024", "--title", "方案", "--state", "done")
    listed = cli("plan", "list", folder).out.splitlines()
    assert listed[0] == "2024（已完成 1/1）"
    assert "逾期" in listed[3]
    assert "未填责任单位（已完成 1/1）" in cli("plan", "list", folder, "--by-unit").out
    assert [row["code"] for row in cli("plan", "list", folder, "--overdue", "--json").json] == [
        "P-01"
    ]
    assert [
        row["code"] for row in cli("plan", "list", folder, "--year", "2024", "--json").json
    ] == ["P-02"]
    assert cli("plan", "list", folder, "--unit", "省局", "--json").json[0]["code"] == "P-01"
    shown = cli("plan", "edit", folder, "P-01", "--state", "done", "--requirement", "").out
    assert shown.splitlines() == [
        "P-01 发布标准",
        "年度：2025",
        "责任单位：省局",
        "完成期限：2025年6月30日",
        "状态：已完成",
    ]
    file = tmp_path / "计划.xlsx"
    assert cli("plan", "export", folder, file).code == 0
    book = load_workbook(file)
    book.active["F2"] = "推进中"
    book.save(file)
    outcome = cli("plan", "import", folder, file, "--apply")
    assert "状态 已完成 → 推进中" in outcome.out
    assert cli("plan", "remove", folder, "P-01").code == 0
    assert cli("plan", "remove", folder, "P-01").code == 2
    assert cli("plan", "add", folder, "--title", "x").code == 2
