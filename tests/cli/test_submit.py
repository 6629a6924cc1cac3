"""submit: the folder itself is tested in tests/reports/submission."""

import json
from pathlib import Path

from app.domain.vocabulary import Stage
from app.services.snapshots import take_snapshot
from app.services.workbooks import open_workbook
from tests.cli.conftest import TODAY, Cli


def test_a_snapshot_with_its_archive(cli: Cli, folder: Path, tmp_path: Path) -> None:
    workbook = open_workbook(folder)
    take_snapshot(workbook, Stage.INTERIM, TODAY, "中期")
    workbook.close()
    out = tmp_path / "out"
    outcome = cli("submit", folder, "--snapshot", "S-01", "--out", out, "--zip")
    assert outcome.code == 0, outcome.err
    made = next(path for path in out.iterdir() if path.is_dir())
    assert f"已写入并核对：{made}（" in outcome.out
    assert f"已写入并核对：{made}.zip（" in outcome.out
    assert (made / "index.html").is_file()
    again = cli("submit", folder, "--snapshot", "S-01", "--out", out)
    assert again.code == 2
    assert "已经存在" in again.err


def test_as_json_in_english(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("submit", folder, "--out", tmp_path / "out", "--json", "--lang", "en")
    assert outcome.code == 0, outcome.err
    told = json.loads(outcome.out)
    assert told["complete"] is True
    assert told["archive"] is None
    assert "index.html" in told["content"]["documents"]


def test_an_unknown_snapshot(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("submit", folder, "--snapshot", "S-77", "--out", tmp_path / "out")
    assert outcome.code == 2
    assert "S-77" in outcome.err
    assert not (tmp_path / "out").exists()


def test_word_alone(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("report", folder, "--out", tmp_path / "out", "--format", "docx")
    assert outcome.code == 0, outcome.err
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".docx"]
