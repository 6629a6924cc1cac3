"""new, profile, status, answer."""

from functools import partial
from pathlib import Path

import pytest

from app.cli.open import reading
from app.services.workbooks import open_workbook
from tests.cli.conftest import Cli


def test_new_makes_a_workbook_that_status_reads(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "浙江 试点"
    made = cli(
        *("new", folder, "--region", "33", "--name", "浙江试点"),
        *("--start", "2023-03-27", "--end", "2026年3月26日", "--lead-unit", "省局"),
    )
    assert (made.code, made.err) == (0, "")
    assert str(folder) in made.out
    status = cli("status", folder, "--json").json
    assert status["pilot"]["name"] == "浙江试点"
    assert status["pilot"]["region_name"] == {"zh": "浙江省", "en": "Zhejiang"}
    assert status["pilot"]["lead_unit"] == "省局"
    assert status["pilot"]["end"] == "2026-03-26"
    assert status["days_left"] == 268
    assert status["tally"]["total"] == len(status["requirements"]) == 88
    assert status["unofficial"] is True


def test_new_does_not_touch_a_folder_that_holds_something(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "keep.txt").write_text("x")
    outcome = cli("new", tmp_path, "--region", "33", "--name", "x")
    assert outcome.code == 2
    assert "不是空的" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["keep.txt"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--region", "99", "--name", "x"), "31个省"),
        (("--region", "33", "--name", "x", "--start", "2023-02-30"), "无法识别日期"),
        (("--region", "33", "--name", "x" * 201), "超过上限"),
        (("--region", "33", "--name", "  "), "试点名称不能为空"),
        (("--region", "33", "--name", "x", "--lead-unit", "x" * 201), "“牵头单位”有 201 个字"),
        (
            ("--region", "33", "--name", "x", "--start", "2024-01-02", "--end", "2024-01-01"),
            "早于开始日期",
        ),
    ],
)
def test_new_says_what_is_wrong(
    cli: Cli, tmp_path: Path, words: tuple[str, ...], part: str
) -> None:
    outcome = cli("new", tmp_path / "new", *words)
    assert outcome.code == 2
    assert part in outcome.err
    assert not (tmp_path / "new").exists()


def test_profile_shows_and_changes(cli: Cli, empty: Path) -> None:
    changed = cli("profile", empty, "--approval-number", "国标委发[2022] 029号", "--stage", "final")
    assert changed.code == 0
    assert "批准文号：国标委发〔2022〕29号" in changed.out
    assert "自评阶段：终期" in changed.out
    assert cli("profile", empty, "--json").json["stage"] == "final"
    assert "联系人：未填写" in cli("profile", empty).out


@pytest.mark.parametrize(
    "dates", [("--end", "2022-01-01"), ("--start", "2027-01-01"), ("--start", "2026-3-27")]
)
def test_profile_takes_no_reversed_period(cli: Cli, folder: Path, dates: tuple[str, ...]) -> None:
    before = cli("profile", folder, "--json").json
    outcome = cli("profile", folder, *dates)
    assert (outcome.code, outcome.out) == (2, "")
    assert "结束日期早于开始日期" in outcome.err
    assert cli("profile", folder, "--json").json == before


def test_status_in_lines(cli: Cli, folder: Path) -> None:
    outcome = cli("status", folder)
    assert outcome.code == 0
    assert "试点地区：浙江省" in outcome.out
    assert "距试点期满：268天" in outcome.out
    assert "自评得分（非官方模板）：" in outcome.out
    assert "Score (unofficial template): " in cli("status", folder, "--lang", "en").out


def test_answer_changes_only_what_is_given(cli: Cli, folder: Path) -> None:
    before = cli("answer", folder, "N29-2.07", "--json").json
    outcome = cli(
        *("answer", folder, "N29-2.07", "--progress", "done", "--level", "4"),
        *("--due", "2026.7.1", "--problems", "=cmd|'/c calc'!A1"),
    )
    assert outcome.code == 0
    after = cli("answer", folder, "N29-2.07", "--json").json
    expected = {
        "progress": "done",
        "level": 4,
        "due": "2026-07-01",
        "problems": "=cmd|'/c calc'!A1",
    }
    assert after == before | expected


def test_an_empty_value_clears_a_field(cli: Cli, folder: Path) -> None:
    cli("answer", folder, "N29-2.07", "--level", "", "--due", "", "--problems", "")
    row = cli("answer", folder, "N29-2.07", "--json").json
    assert (row["level"], row["due"], row["problems"]) == (None, None, "")
    assert row["narrative"]


def test_not_applicable_needs_a_reason(cli: Cli, folder: Path) -> None:
    mark = ("answer", folder, "N29-1.05", "--progress", "not-applicable")
    refused = cli(*mark)
    assert (refused.code, refused.out) == (2, "")
    assert "必须说明理由" in refused.err
    assert cli("answer", folder, "N29-1.05", "--json").json["progress"] == "not-started"
    assert cli(*mark, "--reason", "本省不涉及").code == 0
    # The reason is there by now.
    assert cli(*mark).code == 0
    assert cli("answer", folder, "N29-1.05", "--reason", "").code == 2


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("N29-9.99", "--level", "1"), "没有编号为“N29-9.99”的要求项"),
        (("N29-1.01", "--level", "5"), "不能是 5"),
        (("N29-1.01", "--level", "vier"), "不能是 vier"),
        (("N29-1.01", "--due", "soon"), "无法识别日期“soon”"),
        (("N29-1.01", "--narrative", "字" * 20_001), "超过上限 20000 个字"),
    ],
)
def test_answer_says_what_is_wrong(
    cli: Cli, folder: Path, words: tuple[str, ...], part: str
) -> None:
    outcome = cli("answer", folder, *words)
    assert outcome.code == 2
    assert part in outcome.err


def test_a_locked_workbook_can_be_read_but_not_written(cli: Cli, folder: Path) -> None:
    holder = open_workbook(folder)
    try:
        assert cli("status", folder).code == 0
        outcome = cli("answer", folder, "N29-1.01", "--level", "1")
    finally:
        holder.close()
    assert outcome.code == 3
    assert f"工作簿正由 {holder.actor}（" in outcome.err
    assert cli("answer", folder, "N29-1.01", "--level", "1").code == 0


def test_a_write_protected_workbook_can_be_read_but_not_written(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Rights don't bind root, so that the medium is only played.
    protected = partial(open_workbook, read_only=True)
    monkeypatch.setattr("app.cli.open.open_workbook", lambda path, **_: protected(path))
    assert cli("status", folder).code == 0
    outcome = cli("answer", folder, "N29-1.01", "--level", "1")
    assert outcome.code == 3
    assert "写保护" in outcome.err


def test_reading_takes_no_lock(folder: Path) -> None:
    with reading(folder):
        other = open_workbook(folder)
        assert not other.read_only
        other.close()


def test_what_is_no_workbook(cli: Cli, tmp_path: Path) -> None:
    assert cli("status", tmp_path / "nowhere").code == 2
    outcome = cli("status", tmp_path)
    assert outcome.code == 2
    assert "不是试点工作簿" in outcome.err
    (tmp_path / "workbook.sqlite").write_bytes(b"half")
    assert cli("status", tmp_path).code == 3


def test_a_workbook_of_an_older_version_is_upgraded_by_a_reading_command(
    cli: Cli, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    stored = Path(__file__).parents[1] / "data" / "schema-0001.sqlite"
    (folder / "workbook.sqlite").write_bytes(stored.read_bytes())
    assert cli("status", folder).code == 0
    assert list((folder / "backups").glob("schema-0001-*.sqlite"))
