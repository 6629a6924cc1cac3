from pathlib import Path

from app.cli.evidence import expanded
from tests.cli.conftest import Cli


def test_each_file_has_a_line_and_one_that_is_refused_stops_no_other(
    cli: Cli, folder: Path, tmp_path: Path
) -> None:
    good, empty, missing = (tmp_path / name for name in ("好.txt", "空.txt", "没有.txt"))
    good.write_text("内容")
    empty.touch()
    link = tmp_path / "链接.txt"
    link.symlink_to(good)
    outcome = cli(
        *("evidence", "add", folder, empty, good, missing, link),
        *("--requirement", "N29-2.08", "--title", "示范应用材料", "--locator", "第2页"),
    )
    assert outcome.code == 2
    lines = outcome.out.splitlines()
    assert lines[0] == "未收入：文件“空.txt”是空的（0 字节）。"
    assert lines[1] == "已收入：2.08-01 好.txt"
    assert lines[2].startswith("未收入：找不到文件“没有.txt”")
    assert "链接" in lines[3]
    (row,) = cli("evidence", "list", folder, "--requirement", "N29-2.08", "--json").json
    assert (row["number"], row["title"]) == ("2.08-01", "示范应用材料")
    assert row["links"] == [{"requirement_id": "N29-2.08", "locator": "第2页", "proves": ""}]
    assert row["files"][0]["name"] == "好.txt"
    assert row["files"][0]["size"] == good.stat().st_size


def test_results_as_json(cli: Cli, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a")
    add = ("evidence", "add", folder, file, tmp_path / "b", "--requirement", "N29-1.02", "--json")
    first, second = cli(*add).json
    assert (first["outcome"], first["number"], first["error"]) == ("added", "1.02-01", None)
    assert (second["outcome"], second["error"]) == ("refused", "file.not-found")
    assert cli(*add).json[0]["outcome"] == "already-there"


def test_all_taken_is_exit_code_0(cli: Cli, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a")
    assert cli("evidence", "add", folder, file, "--requirement", "N29-1.02").code == 0


def test_an_unknown_requirement_adds_nothing(cli: Cli, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a")
    before = cli("evidence", "list", folder, "--json").json
    outcome = cli("evidence", "add", folder, file, "--requirement", "N29-7.77")
    assert outcome.code == 2
    assert "N29-7.77" in outcome.err
    assert cli("evidence", "list", folder, "--json").json == before
    assert cli("evidence", "list", folder, "--requirement", "N29-7.77").code == 2


def test_the_list_in_lines(cli: Cli, folder: Path, empty: Path) -> None:
    outcome = cli("evidence", "list", folder)
    assert outcome.code == 0
    line = outcome.out.splitlines()[0]
    assert line.startswith("1.01-01  政策文件")
    assert "2个附件" in line
    assert "  N29-1.01  " in line
    assert line.endswith(cli("evidence", "list", folder, "--json").json[0]["title"])
    assert cli("evidence", "list", empty).out == "没有佐证材料。\n"


def test_patterns_stand_for_files_where_no_shell_expanded_them(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", "what?.txt", "c.docx"):
        (tmp_path / name).write_text(name)
    names = ("*.pdf", "what?.txt", "*.none", "c.docx")
    found = expanded([tmp_path / name for name in names])
    assert [path.name for path in found] == ["a.pdf", "b.pdf", "what?.txt", "*.none", "c.docx"]


def tree(tmp_path: Path) -> Path:
    """A folder as an office keeps it."""
    root = tmp_path / "佐证"
    for name, content in {
        "2.08 示范应用/浙政办发〔2023〕24号 实施方案.txt": "正文",
        "2.08 示范应用/附件10.txt": "十",
        "2.08 示范应用/附件2.txt": "二",
        "空.txt": "",
    }.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return root


def test_a_folder_is_taken_with_all_below_it(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("evidence", "add", folder, tree(tmp_path), "--requirement", "N29-1.02")
    assert outcome.code == 2  # one is empty
    assert [line.rpartition(" ")[2] for line in outcome.out.splitlines()[:3]] == [
        "实施方案.txt",
        "附件2.txt",
        "附件10.txt",
    ]
    rows = cli("evidence", "list", folder, "--requirement", "N29-1.02", "--json").json
    assert [row["title"] for row in rows] == ["浙政办发〔2023〕24号 实施方案", "附件2", "附件10"]


def test_looking_shows_what_is_proposed_and_writes_nothing(
    cli: Cli, folder: Path, tmp_path: Path
) -> None:
    before = cli("evidence", "list", folder, "--json").json
    found = cli("evidence", "add", folder, tree(tmp_path), "--look", "--json").json
    assert cli("evidence", "list", folder, "--json").json == before
    assert [one["choice"] for one in found] == ["take", "take", "take", None]
    plan = found[0]
    assert (plan["title"], plan["document_number"]) == ("实施方案", "浙政办发〔2023〕24号")
    assert (plan["requirement_id"], plan["kind"]) == ("N29-2.08", "plan")
    assert found[3]["error"] == "file.empty"
    lines = cli("evidence", "add", folder, tree(tmp_path), "--look").out.splitlines()
    assert lines[0].split()[:3] == ["收入", "浙政办发〔2023〕24号", "实施方案.txt"]


def test_proposals_are_taken_over(cli: Cli, folder: Path, tmp_path: Path) -> None:
    root = tree(tmp_path)
    outcome = cli("evidence", "add", folder, root, "--proposals")
    assert outcome.code == 2
    rows = cli("evidence", "list", folder, "--requirement", "N29-2.08", "--json").json
    assert [row["number"] for row in rows] == ["2.08-01", "2.08-02", "2.08-03"]
    assert (rows[0]["kind"], rows[0]["document_number"]) == ("plan", "浙政办发〔2023〕24号")
    # The same folder again: one file is newer, the others are there.
    (root / "2.08 示范应用" / "附件2.txt").write_text("第二版", encoding="utf-8")
    again = cli("evidence", "add", folder, root, "--proposals", "--json").json
    assert [one["outcome"] for one in again] == ["skipped", "edition", "skipped", "refused"]
    assert again[0]["number"] == "2.08-01"
    assert again[0]["message"] == (
        "“浙政办发〔2023〕24号 实施方案.txt”与佐证材料 2.08-01 的文件相同，未重复收入。"
    )
    assert again[1]["message"] == "原版次已保留。"
    lines = cli("evidence", "add", folder, root, "--proposals").out.splitlines()
    assert lines[0] == f"未收入（已跳过）：{again[0]['message']}"
    row = cli("evidence", "list", folder, "--requirement", "N29-2.08", "--json").json[1]
    assert [file["edition"] for file in row["files"]] == [2]
    assert [file["edition"] for file in row["earlier"]] == [1]


def test_linking_with_a_reading_and_a_task(cli: Cli, folder: Path) -> None:
    number = cli("evidence", "list", folder, "--json").json[0]["number"]
    codes = [row["code"] for row in cli("indicator", "list", folder, "--json").json]
    if not codes:
        codes = [cli("indicator", "add", folder, "IND-OUT-1", "--json").json["code"]]
    day = "2024-12-31"
    assert cli("indicator", "read", folder, codes[0], "--value", "12", "--on", day).code == 0
    task = cli("plan", "add", folder, "--year", "2025", "--title", "任务", "--json").json["code"]
    for words, name in (
        (("--reading", codes[0], day), f"{codes[0]} 2024年12月31日"),
        (("--task", task), task),
        (("--requirement", "N29-5.01"), "N29-5.01"),
    ):
        outcome = cli("evidence", "link", folder, number, *words, "--locator", "第3页第2段")
        assert outcome.out == f"佐证材料 {number} 已关联到 {name}。\n", outcome.err
    row = cli("evidence", "list", folder, "--json").json[0]
    reading = next(one for one in row["readings"] if one["on"] == day)
    assert (reading["code"], reading["locator"]) == (codes[0], "第3页第2段")
    assert [one["locator"] for one in row["tasks"] if one["code"] == task] == ["第3页第2段"]
    for words in (("--reading", codes[0], day), ("--task", task), ("--requirement", "N29-5.01")):
        assert cli("evidence", "unlink", folder, number, *words).code == 0
    row = cli("evidence", "list", folder, "--json").json[0]
    assert day not in [one["on"] for one in row["readings"]]
    assert task not in [one["code"] for one in row["tasks"]]
    assert "N29-5.01" not in [one["requirement_id"] for one in row["links"]]


def test_what_cannot_be_linked_is_said(cli: Cli, folder: Path) -> None:
    number = cli("evidence", "list", folder, "--json").json[0]["number"]
    for words in (
        (),
        ("--task", "P-01", "--requirement", "N29-5.01"),
        ("--task", "P-99"),
        ("--requirement", "N29-9.99"),
    ):
        outcome = cli("evidence", "link", folder, number, *words)
        assert outcome.code == 2
        assert outcome.err
    assert cli("evidence", "link", folder, "9.99-99", "--requirement", "N29-5.01").code == 2


def test_editing_a_dossier(cli: Cli, folder: Path) -> None:
    number = cli("evidence", "list", folder, "--json").json[0]["number"]
    edit = ("evidence", "edit", folder, number)
    made = cli(
        *edit,
        *("--title", "新名", "--kind", "award", "--document-number", "浙标[2024]07号"),
        *("--formed-on", "2024年5月6日", "--mark", "internal", "--json"),
    ).json
    assert (made["title"], made["kind"], made["document_number"]) == (
        "新名",
        "award",
        "浙标〔2024〕7号",
    )
    assert (made["formed_on"], made["confidentiality"]) == ("2024-05-06", "internal")
    cleared = cli(*edit, "--formed-on", "", "--notes", "备注", "--json").json
    assert (cleared["formed_on"], cleared["notes"], cleared["title"]) == (None, "备注", "新名")
    assert "名称：新名" in cli(*edit).out.splitlines()
    assert cli(*edit, "--title", "").code == 2
