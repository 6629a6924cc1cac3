"""`indicator …` and `library search`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.services.excel import write


def test_the_list_shows_targets_and_last_values(cli: Cli, empty: Path) -> None:
    cli("indicator", "read", empty, "IND-OUT-2", "--value", "２０个月", "--on", "2024-12-31")
    outcome = cli("indicator", "list", empty)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert len(lines) == 4
    assert "＞50%（2025年）" in lines[0]
    assert "20个月" in lines[1]
    assert "≤18个月（2025年）" in lines[1]
    assert "≤ 18 months (2025)" in cli("indicator", "list", empty, "--lang", "en").out


def test_a_reading_is_entered_and_shown(cli: Cli, empty: Path) -> None:
    words = ("indicator", "read", empty, "IND-OUT-1")
    outcome = cli(*words, "--value", "50%", "--on", "2024-12-31", "--source", "台账")
    assert outcome.code == 0
    assert "2024年12月31日  50%  台账" in outcome.out
    data = cli(*words, "--json").json
    assert data["last"]["value"] == 50
    assert data["targets"][0]["met"] is False
    cli(*words, "--notes", "复核", "--on", "2024-12-31")
    assert cli(*words, "--json").json["last"]["notes"] == "复核"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("IND-XX", "--value", "5"), "没有编码为“IND-XX”的指标"),
        (("IND-OUT-1", "--value", "101%"), "应在 0 到 100 之间"),
        (("IND-OUT-1", "--value", "约50"), "不是此指标可用的数值"),
        (("IND-OUT-1", "--value", "5", "--on", "2030-01-01"), "2030年1月1日 还没有到"),
    ],
)
def test_readings_that_can_not_be(cli: Cli, empty: Path, words: tuple[str, ...], part: str) -> None:
    outcome = cli("indicator", "read", empty, *words)
    assert outcome.code == 2
    assert part in outcome.err


def test_an_import_is_shown_before_it_is_taken_over(cli: Cli, empty: Path, tmp_path: Path) -> None:
    rows = [("IND-OUT-1", "", "2024-12-31", "45%"), ("IND-OUT-2", "", "2024/12/31", 20)]
    file = write(tmp_path / "读数.xlsx", rows)
    shown = cli("indicator", "import", empty, file)
    assert shown.code == 0
    assert "新增 2 行，修改 0 行，相同 0 行，有误 0 行" in shown.out
    assert "--apply" in shown.out
    assert cli("indicator", "list", empty, "--json").json[0]["readings"] == []
    assert "已导入" in cli("indicator", "import", empty, file, "--apply").out
    assert cli("indicator", "list", empty, "--json").json[0]["last"]["value"] == 45
    write(file, [("IND-OUT-1", "", "2024-12-31", 46, "年报"), *rows[1:]])
    again = cli("indicator", "import", empty, file, "--json").json
    assert again["counts"] == {"new": 0, "changed": 1, "same": 1, "error": 0}
    assert (again["rows"][0]["before"]["value"], again["rows"][0]["after"]["value"]) == (45, 46)
    assert "45 → 46" in cli("indicator", "import", empty, file).out


def test_what_an_import_clears_is_shown(cli: Cli, empty: Path, tmp_path: Path) -> None:
    words = ("indicator", "read", empty, "IND-OUT-1", "--on", "2024-12-31")
    cli(*words, "--value", "44", "--source", "台账")
    file = write(tmp_path / "a.xlsx", [("IND-OUT-1", "", "2024-12-31", 44, "", "")])
    shown = cli("indicator", "import", empty, file)
    assert "来源：台账 → " in shown.out
    assert (shown.code, "44 → 44" in shown.out) == (0, False)


def test_an_import_with_a_mistake_takes_nothing_over(cli: Cli, empty: Path, tmp_path: Path) -> None:
    rows = [("IND-OUT-1", "", "2024-12-31", "45%"), ("IND-OUT-2", "", "去年", 20)]
    file = write(tmp_path / "读数.xlsx", rows, head=("指标编码", "科室", "日期", "实际值"))
    outcome = cli("indicator", "import", empty, file, "--apply")
    assert outcome.code == 2
    assert "第 3 行" in outcome.out
    assert "无法识别日期“去年”" in outcome.out
    assert "未使用的列：科室" in outcome.out
    assert "没有导入任何内容" in outcome.out
    assert cli("indicator", "list", empty, "--json").json[0]["readings"] == []
    data = cli("indicator", "import", empty, file, "--apply", "--json").json
    assert (data["applied"], data["rows"][1]["error"]) == (False, "date.unreadable")


def test_a_file_that_is_no_table(cli: Cli, empty: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("指标编码,日期", encoding="utf-8")
    outcome = cli("indicator", "import", empty, tmp_path / "a.xlsx")
    assert outcome.code == 2
    assert "不是 Excel 表格" in outcome.err


def test_export_and_import(cli: Cli, empty: Path, tmp_path: Path) -> None:
    cli("indicator", "read", empty, "IND-OUT-1", "--value", "45%", "--on", "2024-12-31")
    file = tmp_path / "出.xlsx"
    assert "已写出 1 行" in cli("indicator", "export", empty, file).out
    assert "相同 1 行" in cli("indicator", "import", empty, file).out
    assert "已写出 4 行" in cli("indicator", "export", empty, file, "--template").out


def test_library_search(cli: Cli) -> None:
    outcome = cli("library", "search", "团体标准", "培优")
    assert outcome.code == 0
    assert "N29-2.07  实施团体标准培优计划  [要求项]" in outcome.out
    data = cli("library", "search", "ttbz", "--json").json
    assert data["query"] == "ttbz"
    hit = data["hits"][0]
    start, end = hit["heading"]["spans"][0]
    assert hit["heading"]["text"][start:end] == "团体标准"
    nothing = cli("library", "search", "没有这样的词")
    assert (nothing.code, nothing.out) == (0, "没有找到。\n")
