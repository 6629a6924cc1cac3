"""The submission folder: everything in it and checked, or nothing at all."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from app import texts
from app.domain.vocabulary import LANGUAGES, Stage
from app.errors import EnvironmentProblem, UserError
from app.reports.outcome import Source
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY
from tests.reports.submission.conftest import steps, submitted
from tests.reports.test_export import largest_file

NAME = "浙江省_中期_报送材料_20260105"


def sums_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_everything_is_in_one_folder_and_covered_by_checksums(
    filled: Workbook, tmp_path: Path
) -> None:
    take_snapshot(filled, Stage.INTERIM, TODAY, "中期")
    result = submitted(filled, tmp_path / "out", source=Source("S-01"))
    folder = result.content.path
    assert folder == tmp_path / "out" / NAME
    found = sums_of(folder)
    report = "浙江省_中期自评报告_20260105"
    assert {f"{report}.pdf", f"{report}.xlsx", f"{report}.docx", "index.html"} <= set(found)
    assert sum(name.startswith("佐证材料/") for name in found) == 3
    listed = dict(
        reversed(line.split("  ", 1))
        for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    assert listed == {name: sha for name, sha in found.items() if name != "SHA256SUMS"}
    assert result.archive is None
    assert [path.name for path in (tmp_path / "out").iterdir()] == [NAME]


def test_the_archive_is_the_folder(filled: Workbook, tmp_path: Path) -> None:
    result = submitted(filled, tmp_path / "out", archive=True)
    assert result.archive == tmp_path / "out" / f"{NAME}.zip"
    assert result.archive_size == result.archive.stat().st_size
    with zipfile.ZipFile(result.archive) as archive:
        packed = {
            name.partition("/")[2]: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
        }
    assert packed == sums_of(result.content.path)


def test_internal_evidence_is_left_out_on_request(awkward: Workbook, tmp_path: Path) -> None:
    folder = submitted(awkward, tmp_path / "out", internal=False).content.path
    assert not [name for name in sums_of(folder) if "2.07-03" in name]
    assert "a B#1.PDF" in (folder / "index.html").read_text(encoding="utf-8")


def test_a_workbook_without_evidence(workbook: Workbook, tmp_path: Path) -> None:
    result = submitted(workbook, tmp_path / "out")
    assert result.content.complete
    assert (result.content.path / "index.html").is_file()


@pytest.mark.parametrize("taken", [NAME, f"{NAME}.zip"])
def test_nothing_is_overwritten(filled: Workbook, tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).mkdir()
    with pytest.raises(UserError) as caught:
        submitted(filled, tmp_path, archive=True)
    assert caught.value.code == "submission.exists"
    assert all(taken in texts.sentence(caught.value, language) for language in LANGUAGES)
    assert list((tmp_path / taken).iterdir()) == []


@pytest.mark.parametrize("part", [0.0, 0.3, 0.59, 0.7, 0.95])
def test_cancelling_leaves_nothing(filled: Workbook, tmp_path: Path, part: float) -> None:
    out = tmp_path / "out"
    work = steps(filled, out, archive=True)
    for step in work:
        if step.done / step.total >= part:
            break
    work.close()
    assert list(out.iterdir()) == []


def test_a_full_disk(filled: Workbook, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(EnvironmentProblem) as caught, largest_file(36_000):
        submitted(filled, out)
    assert caught.value.code == "disk.full"
    assert list(out.iterdir()) == []


def test_the_workbooks_own_folder_is_refused(filled: Workbook) -> None:
    with pytest.raises(UserError, match=r"handover\.inside-workbook"):
        submitted(filled, filled.folder / "out")


def test_a_missing_file_is_told(filled: Workbook, tmp_path: Path) -> None:
    plan = hashlib.sha256("国家标准化创新发展试点实施方案\n".encode()).hexdigest()
    path = filled.vault.path(plan)
    path.chmod(0o600)
    path.unlink()
    result = submitted(filled, tmp_path / "out")
    assert not result.content.complete
    assert "文件缺失" in (result.content.path / "index.html").read_text(encoding="utf-8")
