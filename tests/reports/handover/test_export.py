"""Handing over: everything in its place, checkable without the program, and all or nothing."""

import errno
import hashlib
import os
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pypdfium2
import pytest

from app.domain.file_names import folded, utf16_units
from app.domain.steps import Steps, finish
from app.domain.vocabulary import Stage
from app.errors import EnvironmentProblem, UserError
from app.queries.evidence import evidence
from app.reports.handover.export import hand_over
from app.reports.handover.model import Fate, HandoverRequest, HandoverResult, Kind
from app.services.workbooks import Workbook
from tests.children import run
from tests.reports.handover.conftest import TODAY, HandOver
from tests.reports.reading import bare, page_texts, sheets

KINDS: tuple[Kind, ...] = ("folder", "zip")
REGISTER = "佐证材料登记表"


def paths_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def sums_of(text: str) -> dict[str, str]:
    return {line[66:]: line[:64] for line in text.splitlines()}


def lay_bare(workbook: Workbook, number: str) -> Path:
    """The stored file of a dossier, which may now be harmed."""
    path = workbook.vault.path(evidence(workbook, number).files[0].sha256)
    path.chmod(0o644)
    return path


def test_files_lie_by_article_and_requirement(awkward: Workbook, handed: HandOver) -> None:
    result = handed(awkward)
    assert result.path.name == "浙江省_中期佐证材料_20260105"
    assert paths_in(result.path) == {
        "一、加强组织领导/1.01 坚持党对标准化工作的领导/1.01-01 实施方案.txt",
        "一、加强组织领导/1.01 坚持党对标准化工作的领导/1.01-01 会议纪要.txt",
        "二、标准供给/2.07 实施团体标准培优计划/2.07-01 现场.txt",
        "二、标准供给/2.07 实施团体标准培优计划/2.07-02 A b＃1.pdf",
        "二、标准供给/2.07 实施团体标准培优计划/2.07-03 a B＃1.PDF",
        "二、标准供给/2.07 实施团体标准培优计划/2.07-04 50％“引号”&'.txt",
        "二、标准供给/2.07 实施团体标准培优计划/2.07-05 con.txt",
        "二、标准供给/2.07 实施团体标准培优计划/2.07-06 " + "国" * 60 + ".docx",
        "地方自设要求/X-01 自设：一/X-01-01 自设.txt",
        "未对应要求项/0-01 散件.txt",
        "SHA256SUMS",
        "说明.txt",
        f"{REGISTER}.pdf",
        f"{REGISTER}.xlsx",
    }
    assert result.complete
    assert result.counts[Fate.HANDED_OVER] == 10
    assert result.size == sum(
        path.stat().st_size for path in result.path.rglob("*") if path.is_file()
    )
    assert {path.name for path in result.path.parent.iterdir()} == {result.path.name}


def test_every_path_fits_on_windows(awkward: Workbook, handed: HandOver) -> None:
    files = paths_in(handed(awkward, language="en").path)
    assert max(utf16_units(path) for path in files) <= 160
    assert len({folded(path) for path in files}) == len(files)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum on this system")
@pytest.mark.parametrize("kind", KINDS)
def test_checksums_are_those_that_sha256sum_takes(
    awkward: Workbook, handed: HandOver, tmp_path: Path, kind: Kind
) -> None:
    result = handed(awkward, kind, formats=("xlsx",))
    folder = result.path
    if kind == "zip":
        folder = tmp_path / "unpacked"
        with zipfile.ZipFile(result.path) as archive:
            archive.extractall(folder)
    words = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert set(sums_of((folder / "SHA256SUMS").read_text("utf-8"))) == paths_in(folder) - {
        "SHA256SUMS"
    }
    (folder / "说明.txt").write_text("x")
    assert subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode == 1


def test_the_same_archive_twice(awkward: Workbook, handed: HandOver) -> None:
    formats = ("pdf", "xlsx")
    first = handed(awkward, "zip", formats=formats, out="first").path
    second = handed(awkward, "zip", formats=formats, out="second").path
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(2026, 1, 5, 0, 0, 0)}
    # Bit 11: the name is in UTF-8.
    assert all(info.flag_bits & 0x800 for info in infos if not info.filename.isascii())


def test_folder_and_archive_hold_the_same(awkward: Workbook, handed: HandOver) -> None:
    folder, archive = handed(awkward), handed(awkward, "zip")
    with zipfile.ZipFile(archive.path) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            path: (folder.path / path).read_bytes() for path in paths_in(folder.path)
        }
    assert (folder.files, folder.size) == (archive.files, archive.size)


def test_nothing_is_overwritten(awkward: Workbook, handed: HandOver) -> None:
    first, second = handed(awkward), handed(awkward)
    assert second.path.name == f"{first.path.name} (2)"
    assert paths_in(first.path) == paths_in(second.path)


def test_the_register_has_every_file_in_full(awkward: Workbook, handed: HandOver) -> None:
    result = handed(awkward)
    rows = {
        (row[1], row[8]): row
        for row in sheets(result.path / f"{REGISTER}.xlsx")["按编号"]
        if isinstance(row[0], int)
    }
    assert len(rows) == 10
    for file in result.files:
        row = rows[file.number, file.name]
        assert (row[7], row[9], row[10], row[13]) == (file.path, file.size, file.sha256, "已交出")
    plan = rows["1.01-01", "实施方案.txt"]
    assert plan[4:7] == ["浙政办发〔2023〕24号", "浙江省人民政府办公厅", "2023年3月27日"]
    assert rows["2.07-03", "a B#1.PDF"][12] == "内部资料 注意保存"
    printed = bare("".join(page_texts(result.path / f"{REGISTER}.pdf")))
    for file in result.files:
        assert bare(file.path) in printed
        assert file.sha256 in printed


def test_what_serves_several_is_stored_once_and_listed_for_all(
    awkward: Workbook, handed: HandOver
) -> None:
    result = handed(awkward)
    listed = [
        row[1:8]
        for row in sheets(result.path / f"{REGISTER}.xlsx")["按要求项"]
        if row[3] == "2.07-02"
    ]
    place = "二、标准供给/2.07 实施团体标准培优计划/2.07-02 A b＃1.pdf"
    assert [(row[0], row[4], row[5], row[6]) for row in listed] == [
        ("N29-2.07", None, None, place),
        ("N29-5.01", "第2页", "证明", place),
    ]
    assert [path for path in paths_in(result.path) if "2.07-02" in path] == [place]


@pytest.mark.parametrize("kind", KINDS)
def test_internal_evidence_is_left_out_and_named(
    awkward: Workbook, handed: HandOver, kind: Kind
) -> None:
    result = handed(awkward, kind, internal=False, formats=("xlsx",))
    left = [file for file in result.files if file.fate is Fate.LEFT_OUT]
    assert [(file.number, file.path) for file in left] == [("2.07-03", "")]
    assert result.complete
    content = evidence(awkward, "2.07-03").files[0]
    if kind == "zip":
        assert b"a B#1.PDF" not in result.path.read_bytes()
        return
    assert not [path for path in paths_in(result.path) if "2.07-03" in path]
    rows = sheets(result.path / f"{REGISTER}.xlsx")["按编号"]
    (row,) = [row for row in rows if row[1] == "2.07-03"]
    assert (row[7], row[10], row[13]) == (None, content.sha256, "内部资料，未交出")
    assert any("1 个文件按要求未交出" in str(row[0]) for row in rows)
    assert "1 个文件按要求未交出" in (result.path / "说明.txt").read_text("utf-8-sig")
    assert content.sha256 not in (result.path / "SHA256SUMS").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_and_an_altered_file_are_told(
    awkward: Workbook, handed: HandOver, kind: Kind
) -> None:
    lay_bare(awkward, "2.07-02").unlink()
    lay_bare(awkward, "2.07-04").write_text("x")
    lay_bare(awkward, "0-01").write_text("x")
    result = handed(awkward, kind)
    bad = {file.number: file.fate for file in result.files if file.fate is not Fate.HANDED_OVER}
    assert bad == {"2.07-02": Fate.MISSING, "2.07-04": Fate.ALTERED, "0-01": Fate.ALTERED}
    assert not result.complete
    if kind == "folder":
        # Not even the folder of which the only file was altered.
        assert not (result.path / "未对应要求项").exists()
        text = bare("".join(page_texts(result.path / f"{REGISTER}.pdf")))
        assert bare("有 1 个文件缺失，未能交出。") in text
        assert bare("有 2 个文件的内容与登记时不一致，未交出。") in text
        rows = sheets(result.path / f"{REGISTER}.xlsx")["按编号"]
        assert [row[13] for row in rows if row[1] == "2.07-02"] == ["文件缺失，未交出"]


def linked(path: Path) -> list[tuple[str, str, str]]:
    """Sheet, text and address of every link in an Excel file."""
    book = openpyxl.load_workbook(path)
    try:
        return [
            (sheet.title, str(cell.value), cell.hyperlink.target)
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.hyperlink
        ]
    finally:
        book.close()


def test_every_reference_of_the_report_leads_to_its_file(
    awkward: Workbook, handed: HandOver
) -> None:
    root = handed(awkward, formats=("xlsx",)).path
    found = linked(root / "浙江省_中期自评报告_20260105.xlsx")
    for _, _, target in found:
        assert not target.startswith("/")
        assert ":" not in target.partition("/")[0]
        assert (root / unquote(target)).is_file()
    scores = [text for sheet, text, _ in found if sheet == "自评计分表"]
    assert scores == [
        "1.01-01",
        *(f"2.07-{number:02}" for number in range(1, 7)),
        "2.07-02",
        "X-01-01",
    ]
    files = [text for sheet, text, _ in found if sheet == "佐证材料清单"]
    assert len(files) == 10
    places = linked(root / f"{REGISTER}.xlsx")
    assert len(places) == 10 + 10
    for _, text, target in places:
        assert (root / unquote(target)).is_file()
        assert unquote(target).rpartition("/")[2].startswith(f"{text} ")


def test_nothing_leads_to_what_was_left_out(awkward: Workbook, handed: HandOver) -> None:
    root = handed(awkward, formats=("xlsx",), internal=False).path
    found = linked(root / "浙江省_中期自评报告_20260105.xlsx")
    assert "2.07-03" not in {text for _, text, _ in found}
    rows = sheets(root / "浙江省_中期自评报告_20260105.xlsx")["自评计分表"]
    assert "2.07-03" in {row[12] for row in rows}


def test_the_papers_of_an_english_reader(awkward: Workbook, handed: HandOver) -> None:
    root = handed(awkward, language="en").path
    assert root.name == "Zhejiang_Interim_Evidence_20260105"
    assert {path.name for path in root.iterdir() if path.is_file()} == {
        "Read me.txt",
        "Register of evidence.pdf",
        "Register of evidence.xlsx",
        "SHA256SUMS",
    }
    assert b"\r\n" in (root / "Read me.txt").read_bytes()


def step_by_step(steps: Steps[HandoverResult], count: int) -> bool:
    """Whether there were so many steps; what comes after them is broken off."""
    for _ in range(count):
        if next(steps, None) is None:
            return False
    steps.close()
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_cancelled_at_any_step_it_leaves_nothing(
    awkward: Workbook, tmp_path: Path, kind: Kind
) -> None:
    out = tmp_path / "out"
    request = HandoverRequest(out, kind, Stage.INTERIM, "zh")
    count = 1
    while step_by_step(hand_over(awkward, request, TODAY), count):
        assert list(out.iterdir()) == []
        count += 3
    assert count > 20


def test_progress_goes_forward_to_the_end(awkward: Workbook, tmp_path: Path) -> None:
    request = HandoverRequest(tmp_path / "out", "zip", Stage.INTERIM, "zh")
    steps = list(hand_over(awkward, request, TODAY))
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert len({step.total for step in steps}) == 1
    assert done[-1] <= steps[0].total


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_disk_garbles_is_not_handed_over(
    awkward: Workbook, tmp_path: Path, kind: Kind
) -> None:
    out = tmp_path / "out"
    steps = hand_over(awkward, HandoverRequest(out, kind, Stage.INTERIM, "zh"), TODAY)

    while not next(steps).label.startswith("浙江省"):
        pass
    # It is being read back: the first file has been.
    (packed,) = out.glob(".*/parcel")
    file = packed if kind == "zip" else next(packed.rglob("*con.txt"))
    content = file.read_bytes()
    at = content.index(b"con.txt", 1000 if kind == "zip" else 0)
    file.write_bytes(content[:at] + b"CON" + content[at + 3 :])
    with pytest.raises(EnvironmentProblem) as caught:
        finish(steps)
    assert caught.value.code == "export.damaged"
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_leaves_nothing(filled: Workbook, tmp_path: Path, kind: Kind) -> None:
    code = """
from datetime import date
from app.domain.vocabulary import Stage
from app.reports.handover.export import hand_over
from app.reports.handover.model import HandoverRequest
workbook = open_workbook(folder)
out = Path(sys.argv[2])
out.mkdir()
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
request = HandoverRequest(out, sys.argv[3], Stage.INTERIM, "zh", formats=("xlsx",))
print(refusal(hand_over, workbook, request, date(2026, 1, 5)))
print(list(out.iterdir()))
"""
    assert run(code, filled.folder, tmp_path / "out", kind) == ["disk.full", "[]"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_disk_that_does_not_take_it_leaves_nothing(
    filled: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    def failing(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):  # folders are synced too
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", failing)
    request = HandoverRequest(tmp_path / "out", kind, Stage.INTERIM, "zh", formats=())
    with pytest.raises(EnvironmentProblem) as caught:
        finish(hand_over(filled, request, TODAY))
    assert caught.value.code == "disk.failing"
    assert list((tmp_path / "out").iterdir()) == []


def test_no_room_is_told_before_anything_is_written(
    awkward: Workbook, handed: HandOver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(EnvironmentProblem) as caught:
        handed(awkward)
    assert caught.value.code == "disk.full"
    assert list((tmp_path / "out").iterdir()) == []


def test_places_that_will_not_do(awkward: Workbook, handed: HandOver, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match=r"export\.folder-is-file"):
        handed(awkward, out="file")
    with pytest.raises(UserError, match=r"handover\.inside-workbook"):
        handed(awkward, out="filled/evidence/x")
    deep = "/".join(["deep" * 5] * 8)
    with pytest.raises(UserError, match=r"handover\.folder-too-deep"):
        handed(awkward, out=deep)
    assert handed(awkward, "zip", out=deep).complete


def test_without_evidence_there_is_nothing_to_hand_over(
    workbook: Workbook, handed: HandOver
) -> None:
    with pytest.raises(UserError, match=r"handover\.nothing"):
        handed(workbook)


def test_binned_evidence_stays_behind(awkward: Workbook, handed: HandOver) -> None:
    from app.services.evidence import remove

    remove(awkward, [evidence(awkward, "2.07-04").id], TODAY)
    result = handed(awkward)
    assert "2.07-04" not in {file.number for file in result.files}


def test_the_register_opens_as_a_landscape_page(awkward: Workbook, handed: HandOver) -> None:
    document = pypdfium2.PdfDocument(handed(awkward).path / f"{REGISTER}.pdf")
    width, height = document[0].get_size()
    document.close()
    assert width > height


def test_names_of_the_archive_are_hashed_as_they_are(awkward: Workbook, handed: HandOver) -> None:
    with zipfile.ZipFile(handed(awkward, "zip").path) as archive:
        sums = sums_of(archive.read("SHA256SUMS").decode())
        for path, sha256 in sums.items():
            assert hashlib.sha256(archive.read(path)).hexdigest() == sha256
