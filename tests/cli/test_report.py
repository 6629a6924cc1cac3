"""report and demo: the files themselves are tested in tests/reports and tests/sample."""

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.domain.regions import SAMPLE_REGION_NAME
from app.services.workbooks import NewPilot, create_workbook, open_workbook
from tests.cli.conftest import Cli


def test_report_in_the_chosen_formats_and_language(cli: Cli, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "报告"
    outcome = cli(
        *("report", folder, "--out", out, "--format", "pdf", "--format", "xlsx"),
        *("--stage", "final", "--lang", "zh"),
    )
    assert outcome.code == 0, outcome.err
    names = sorted(path.name for path in out.iterdir())
    assert names == [f"浙江省_终期自评报告_20250701.{suffix}" for suffix in ("pdf", "xlsx")]
    for path in out.iterdir():
        assert f"已导出：{path}（" in outcome.out
    assert "□" not in outcome.out
    assert "目录页码" not in outcome.out


def test_page_numbers_of_a_word_file_are_spoken_of(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("report", folder, "--out", tmp_path / "out", "--format", "docx")
    assert "打开后，请按 Ctrl+A、F9 更新目录页码" in outcome.out


def test_report_as_json_in_english(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli(
        *("report", folder, "--out", tmp_path / "out", "--format", "xlsx", "--json"),
        *("--lang", "en"),
    )
    (file,) = outcome.json["files"]
    assert (file["format"], file["language"]) == ("xlsx", "en")
    assert Path(file["path"]).stat().st_size == file["size"]
    assert "Interim" in file["path"]


def test_a_character_that_no_font_has_is_told(cli: Cli, folder: Path, tmp_path: Path) -> None:
    cli("answer", folder, "N29-2.07", "--narrative", "表情\U0001f9ff")
    outcome = cli("report", folder, "--out", tmp_path / "out", "--format", "pdf")
    assert outcome.code == 0
    assert "字体中没有“\U0001f9ff”" in outcome.out


def test_the_target_must_be_a_folder(cli: Cli, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    outcome = cli("report", folder, "--out", tmp_path / "file", "--format", "xlsx")
    assert outcome.code == 2
    assert (tmp_path / "file").read_text() == "x"
    assert cli("report", folder, "--format", "pdf").code == 2
    assert cli("report", folder, "--out", tmp_path, "--format", "doc").code == 2


@pytest.mark.slow
def test_demo_makes_a_workbook_and_reports(cli: Cli, tmp_path: Path) -> None:
    place = tmp_path / "demo"
    outcome = cli("demo", place, "--lang", "zh")
    assert outcome.code == 0, outcome.err
    workbook = place / SAMPLE_REGION_NAME.zh
    assert f"样例工作簿：{workbook}\n" in outcome.out
    assert sorted(path.suffix for path in place.iterdir()) == ["", ".docx", ".pdf", ".xlsx"]
    (pdf,) = place.glob("*.pdf")
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        assert "样例数据" in page.get_textpage().get_text_range()
    document.close()
    (xlsx,) = place.glob("*.xlsx")
    assert load_workbook(xlsx).sheetnames[1] == "自评计分表"
    assert cli("verify", workbook).code == 0
    assert cli("check", workbook).code == 1
    again = cli("demo", place, "--lang", "zh")
    assert again.code == 2
    assert "--replace" in again.err


def test_demo_does_not_replace_what_is_no_sample(cli: Cli, tmp_path: Path) -> None:
    place = tmp_path / SAMPLE_REGION_NAME.zh
    create_workbook(place, NewPilot("真的", "33")).close()
    before = sorted(path.name for path in place.iterdir())
    outcome = cli("demo", tmp_path, "--replace")
    assert outcome.code == 2
    assert "不是以前生成的样例" in outcome.err
    assert sorted(path.name for path in place.iterdir()) == before
    workbook = open_workbook(place)
    assert not workbook.read_only
    workbook.close()
    assert [path.name for path in tmp_path.iterdir()] == [place.name]
