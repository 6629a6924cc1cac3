from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Cli


def test_a_word_inside_a_file_is_found(cli: Cli, folder: Path) -> None:
    outcome = cli("search", folder, "联席会议")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "1.01-01  实施方案  [会议纪要.txt]",
        "  联席会议第一次会议纪要",
    ]
    inside = cli("search", folder, "第一次", "--json").json
    assert inside["total"] == 1
    (hit,) = inside["hits"]
    assert hit["file"] == "会议纪要.txt"
    ((start, end),) = hit["surroundings"]["spans"]
    assert hit["surroundings"]["text"][start:end] == "第一次"


def test_nothing_is_found(cli: Cli, folder: Path) -> None:
    outcome = cli("search", folder, "氢能")
    assert (outcome.code, outcome.out) == (0, "没有找到。\n")


def test_standards(cli: Cli, folder: Path, tmp_path: Path) -> None:
    assert cli("standards", folder).out == "佐证材料中没有提到标准。\n"
    file = tmp_path / "ISO 23617-2021.txt"
    file.write_text("按照GB/T 1.1—2020", encoding="utf-8")
    cli("evidence", "add", folder, file, "--requirement", "N29-2.07")
    cli("indicator", "add", folder, "IND-SH-1")
    outcome = cli("standards", folder)
    assert "ISO 23617:2021" in outcome.out
    assert "国家标准：1 项" in outcome.out
    assert "IND-SH-1" in outcome.out
    target = tmp_path / "清单.xlsx"
    listed = cli("standards", folder, "--excel", target, "--json").json
    assert listed["count"] == {"international": 1, "national": 1}
    assert [one["own"] for one in listed["standards"]] == [True, False]
    assert [one["value"] for one in listed["proposed_readings"]] == [1]
    assert load_workbook(target).worksheets[0].max_row == 3


def test_numbers_of_a_text(cli: Cli) -> None:
    outcome = cli("numbers", "按照ＧＢ／Ｔ１．１－２０２０和国标委发[2022]029号")
    assert outcome.out.split() == ["GB/T", "1.1-2020", "国家标准", "国标委发〔2022〕29号", "文号"]
    found = cli("numbers", "DB31/T 1-2021、DB32/T 1-2021", "--json").json
    assert [one["regions"] for one in found["standards"]] == [["31", "32"]]
    assert cli("numbers", "没有").out == "没有标准编号或发文字号。\n"
