"""expert-scores: what came back is shown, and what is wrong is told."""

from pathlib import Path

import openpyxl

from tests.cli.conftest import Cli


def sheet_of(cli: Cli, folder: Path, out: Path) -> Path:
    assert cli("snapshot", "take", folder, "--stage", "interim").code == 0
    outcome = cli("report", folder, "--out", out, "--format", "xlsx", "--snapshot", "S-01")
    assert outcome.code == 0, outcome.err
    (path,) = out.iterdir()
    return path


def score(path: Path, *lines: tuple[str, object, str]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["自评计分表"]
    rows = {sheet.cell(row, 2).value: row for row in range(1, sheet.max_row)}
    for id_, points, reason in lines:
        sheet.cell(rows[id_], 14).value = points
        sheet.cell(rows[id_], 15).value = reason
    book.save(path)


def test_scores_are_shown(cli: Cli, folder: Path, tmp_path: Path) -> None:
    path = sheet_of(cli, folder, tmp_path / "out")
    score(path, ("N29-1.01", 85, "佐证不全"))
    outcome = cli("expert-scores", folder, path)
    assert (outcome.code, outcome.err) == (0, "")
    assert "N29-1.01 85" in outcome.out
    assert "扣分理由：佐证不全" in outcome.out
    assert "共88项，已评分1项" in outcome.out
    english = cli("expert-scores", folder, path, "--lang", "en").out
    assert "made from snapshot S-01" in english


def test_mistakes_as_json(cli: Cli, folder: Path, tmp_path: Path) -> None:
    path = sheet_of(cli, folder, tmp_path / "out")
    score(path, ("N29-1.01", 101, ""), ("N29-1.02", 70, ""))
    outcome = cli("expert-scores", folder, path, "--json")
    assert outcome.code == 2
    data = outcome.json
    assert (data["snapshot"], data["missing"]) == ("S-01", [])
    assert data["scores"][1] == {
        "requirement_id": "N29-1.02",
        "score": 70,
        "reason": "",
        "opinion": "",
    }
    (bad,) = data["mistakes"]
    assert (bad["requirement_id"], bad["error"]) == ("N29-1.01", "score-sheet.score")
    assert "0至100" in bad["message"]


def test_a_strange_file_is_refused(cli: Cli, folder: Path, empty: Path, tmp_path: Path) -> None:
    path = sheet_of(cli, folder, tmp_path / "out")
    outcome = cli("expert-scores", empty, path)
    assert outcome.code == 2
    assert "没有内容相同的快照" in outcome.err
    table = tmp_path / "table.xlsx"
    openpyxl.Workbook().save(table)
    assert "不是本软件导出的自评计分表" in cli("expert-scores", folder, table).err
