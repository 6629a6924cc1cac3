from pathlib import Path

from app.cli.evidence import expanded
from tests.cli.conftest import Cli


def test_each_file_has_a_line_and_one_that_is_refused_stops_no_other(
    cli: Cli, folder: Path, tmp_path: Path
) -> None:
    good, empty, missing = (tmp_path / name for name in ("好.txt", "空.txt", "没有.txt"))
    good.write_text("内容")
    empty.touch()
    outcome = cli(
        *("evidence", "add", folder, empty, good, missing, tmp_path),
        *("--requirement", "N29-2.08", "--title", "示范应用材料", "--locator", "第2页"),
    )
    assert outcome.code == 2
    lines = outcome.out.splitlines()
    assert lines[0] == "未收入：文件“空.txt”是空的（0 字节）。"
    assert lines[1] == "已收入：2.08-01 好.txt"
    assert lines[2].startswith("未收入：找不到文件“没有.txt”")
    assert "是文件夹" in lines[3]
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
