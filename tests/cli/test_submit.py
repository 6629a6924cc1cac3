"""submit: the folder itself is tested in tests/reports/submission."""

import json
from pathlib import Path

import pytest

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


def test_the_languages_of_a_template(cli: Cli, folder: Path, tmp_path: Path) -> None:
    """Both are in one folder, which is in the reader's language; one alone is that of it all."""
    template = tmp_path / "template.json"
    assert cli("template", "export", folder, "builtin", template).code == 0
    for language, expected in (
        ("both", {"浙江省_中期自评报告", "Zhejiang_Interim_Self-assessment"}),
        ("en", {"Zhejiang_Interim_Self-assessment"}),
    ):
        kept = json.loads(template.read_text(encoding="utf-8")) | {"language": language}
        template.write_text(json.dumps(kept), encoding="utf-8")
        out = tmp_path / language
        outcome = cli("submit", folder, "--out", out, "--template", template, "--lang", "zh")
        assert outcome.code == 0, outcome.err
        (made,) = out.iterdir()
        reports = [one for one in made.iterdir() if one.stem.rpartition("_")[0] in expected]
        assert len(reports) == 3 * len(expected)
        page = (made / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{"en" if language == "en" else "zh-CN"}"' in page
        assert all(one.name in page for one in reports)
        sums = (made / "SHA256SUMS").read_text(encoding="utf-8")
        assert all(one.name in sums for one in reports)


@pytest.mark.parametrize("command", ["submit", "handover"])
def test_what_no_font_has_is_told(cli: Cli, folder: Path, tmp_path: Path, command: str) -> None:
    assert cli("answer", folder, "N29-2.07", "--narrative", "已印发😀").code == 0
    more = ["--with-report"] if command == "handover" else []
    outcome = cli(command, folder, "--out", tmp_path / "out", "--lang", "zh", *more)
    assert outcome.code == 0, outcome.err
    assert "字体中没有“😀”" in outcome.out
    assert "N29-2.07" in outcome.out
