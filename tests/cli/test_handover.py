"""handover: the folder itself is tested in tests/reports/handover."""

from pathlib import Path

from app.domain.vocabulary import Confidentiality
from app.queries.evidence import evidence_list
from app.services.evidence import edit_evidence
from app.services.workbooks import open_workbook
from tests.cli.conftest import Cli


def test_as_a_folder_with_the_report(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("handover", folder, "--out", tmp_path / "out", "--with-report")
    assert outcome.code == 0, outcome.err
    (made,) = (tmp_path / "out").iterdir()
    assert f"已写入并核对：{made}（" in outcome.out
    assert (made / "浙江省_中期自评报告_20250701.xlsx").is_file()
    assert (made / "SHA256SUMS").is_file()


def test_it_is_the_export_of_the_evidence_too(cli: Cli, folder: Path, tmp_path: Path) -> None:
    outcome = cli("evidence", "export", folder, "--out", tmp_path / "out", "--json")
    assert outcome.code == 0, outcome.err
    assert (Path(outcome.json["path"]) / "SHA256SUMS").is_file()
    assert "evidence export" in cli("evidence", "export", "--help").out


def test_as_an_archive_without_internal(cli: Cli, folder: Path, tmp_path: Path) -> None:
    workbook = open_workbook(folder)
    row = evidence_list(workbook)[-1]
    edit_evidence(workbook, row.id, confidentiality=Confidentiality.INTERNAL)
    workbook.close()
    outcome = cli(
        *("handover", folder, "--out", tmp_path, "--zip", "--without-internal"),
        *("--stage", "final", "--lang", "en"),
    )
    assert outcome.code == 0, outcome.err
    assert f"Not handed over, {row.number} {row.files[0].name}: internal, left out" in outcome.out
    assert (tmp_path / "Zhejiang_Final_Evidence_20250701.zip").is_file()


def test_a_missing_file_is_exit_code_1(cli: Cli, folder: Path, tmp_path: Path) -> None:
    workbook = open_workbook(folder)
    file = evidence_list(workbook)[0].files[0]
    workbook.vault.path(file.sha256).unlink()
    workbook.close()
    outcome = cli("handover", folder, "--out", tmp_path / "out", "--json")
    assert outcome.code == 1
    assert outcome.json["counts"]["missing"] == 1
    assert not outcome.json["complete"]
    assert [one["name"] for one in outcome.json["files"] if one["fate"] == "missing"] == [file.name]


def test_a_place_that_will_not_do(cli: Cli, folder: Path) -> None:
    outcome = cli("handover", folder, "--out", folder / "out")
    assert outcome.code == 2
    assert "不能把材料交出到工作簿自己的文件夹里" in outcome.err
