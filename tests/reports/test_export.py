"""Export: whole files or none, each checked, with sentences for what goes wrong."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app import texts
from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Stage
from app.errors import EnvironmentProblem, UserError
from app.reports import verify
from app.reports.export import export
from app.reports.outcome import FORMATS, ExportRequest, ExportResult
from app.reports.pdf.document import footer
from app.reports.xlsx.document import write_xlsx
from app.services.answers import edit_answer
from app.services.practices import add_practice
from app.services.profile import edit_profile
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY, as_pdf, made, page_texts

ZH_PDF = "浙江省_中期自评报告_20260105.pdf"


def request(folder: Path, **changes: object) -> ExportRequest:
    values = {"stage": Stage.INTERIM, "languages": ("zh",), "formats": ("pdf", "xlsx"), **changes}
    return ExportRequest(folder, **values)  # type: ignore[arg-type]


def run(workbook: Workbook, folder: Path, **changes: object) -> ExportResult:
    return finish(export(workbook, request(folder, **changes), TODAY))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_formats_and_languages_are_written(filled: Workbook, tmp_path: Path) -> None:
    result = run(filled, tmp_path / "new" / "out", languages=LANGUAGES, formats=FORMATS)
    assert names(tmp_path / "new" / "out") == sorted(
        [
            ZH_PDF,
            "浙江省_中期自评报告_20260105.docx",
            "浙江省_中期自评报告_20260105.xlsx",
            "Zhejiang_Interim_Self-assessment_20260105.pdf",
            "Zhejiang_Interim_Self-assessment_20260105.docx",
            "Zhejiang_Interim_Self-assessment_20260105.xlsx",
        ]
    )
    assert [file.size for file in result.files] == [
        file.path.stat().st_size for file in result.files
    ]
    assert {use.role for use in result.fonts} == {"body", "subheading", "heading", "title"}
    assert result.missing == ()


def test_missing_characters_are_told_once_for_all_files(filled: Workbook, tmp_path: Path) -> None:
    edit_answer(filled, "N29-1.01", narrative="完成😀😀")
    result = run(filled, tmp_path / "out", languages=LANGUAGES)
    assert [(one.character, one.places) for one in result.missing] == [
        ("😀", ("N29-1.01 工作情况", "N29-1.01 What was done"))
    ]


def test_a_report_of_the_same_name_is_replaced(filled: Workbook, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ZH_PDF).write_bytes(b"old")
    result = run(filled, tmp_path / "out", formats=("pdf",))
    assert names(tmp_path / "out") == [ZH_PDF]
    assert "自评报告" in page_texts(result.files[0].path)[0]


def test_steps_go_up_to_the_end(filled: Workbook, tmp_path: Path) -> None:
    steps = list(export(filled, request(tmp_path / "out"), TODAY))
    shares = [step.done / step.total for step in steps]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


@pytest.mark.parametrize("part", [0.0, 0.2, 0.46, 0.7, 0.99])
def test_cancelling_leaves_nothing(
    filled: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: float
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    out = tmp_path / "out"
    out.mkdir()
    (out / ZH_PDF).write_bytes(b"old")
    steps = export(filled, request(out), TODAY)
    for step in steps:
        if step.done / step.total >= part:
            break
    steps.close()
    assert names(out) == [ZH_PDF]
    assert (out / ZH_PDF).read_bytes() == b"old"
    assert names(scratch) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"languages": ()}, "export.nothing"), ({"formats": ()}, "export.nothing")],
)
def test_nothing_to_do_is_said(
    filled: Workbook, tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        run(filled, tmp_path / "out", **changes)
    assert caught.value.code == code


def test_a_folder_that_is_a_file(filled: Workbook, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(UserError) as caught:
        run(filled, tmp_path / "out")
    assert caught.value.code == "export.folder-is-file"
    assert "out" in texts.sentence(caught.value, "zh")


def test_a_folder_with_the_reports_name(filled: Workbook, tmp_path: Path) -> None:
    (tmp_path / "out" / ZH_PDF).mkdir(parents=True)
    with pytest.raises(UserError) as caught:
        run(filled, tmp_path / "out")
    assert caught.value.code == "export.target-is-folder"
    assert names(tmp_path / "out") == [ZH_PDF]


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder nobody can write")
def test_a_folder_that_cannot_be_written(filled: Workbook) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        run(filled, Path("/sys/kernel/reports"))
    assert caught.value.code in ("disk.no-rights", "disk.read-only")


def test_a_target_that_another_program_has_open(
    filled: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError) as caught:
        run(filled, tmp_path / "out")
    assert caught.value.code == "export.target-open"
    assert names(tmp_path / "out") == []


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file can grow beyond `size` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_full_disk(filled: Workbook, tmp_path: Path, format_: str) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(EnvironmentProblem) as caught, largest_file(36_000):
        run(filled, tmp_path / "out", formats=(format_,))
    assert caught.value.code == "disk.full"
    assert names(tmp_path / "out") == []


def test_a_pdf_that_was_cut_or_lacks_fonts_is_found(filled: Workbook, tmp_path: Path) -> None:
    report = made(filled)
    path = as_pdf(report, tmp_path)
    pages = len(page_texts(path))
    verify.check_pdf(path, report.title, pages, footer(report))
    content = path.read_bytes()
    with pytest.raises(EnvironmentProblem, match=r"export\.damaged"):
        verify.check_pdf(path, report.title, pages + 1, footer(report))
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(EnvironmentProblem, match=r"export\.damaged"):
        verify.check_pdf(path, report.title, pages, footer(report))
    path.write_bytes(content.replace(b"/FontFile2", b"/FontFileX", 1))
    with pytest.raises(EnvironmentProblem, match="fonts"):
        verify.check_pdf(path, report.title, pages, footer(report))
    path.write_bytes(content.replace(b"/GTS_PDFA1", b"/GTS_PDFX1", 1))
    with pytest.raises(EnvironmentProblem, match="PDF/A"):
        verify.check_pdf(path, report.title, pages, footer(report))


def test_a_pdf_without_the_reports_text_is_found(filled: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(100, 100, "something else")
    canvas.save()
    with pytest.raises(EnvironmentProblem, match="text"):
        verify.check_pdf(path, made(filled).title, 1)


def test_an_excel_file_that_was_cut_or_lacks_rows_is_found(
    filled: Workbook, tmp_path: Path
) -> None:
    path = tmp_path / "report.xlsx"
    rows = finish(write_xlsx(made(filled), path))
    verify.check_xlsx(path, rows)
    for wrong in ({**rows, "概况": 1}, {"概况": rows["概况"]}):
        with pytest.raises(EnvironmentProblem, match=r"export\.damaged"):
            verify.check_xlsx(path, wrong)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(EnvironmentProblem, match=r"export\.damaged"):
        verify.check_xlsx(path, rows)


@pytest.mark.parametrize(
    "code", ["nothing", "folder-is-file", "target-is-folder", "target-open", "damaged"]
)
def test_every_error_has_its_sentence(code: str) -> None:
    error = UserError(f"export.{code}", name="甲", path="乙", detail="丙")
    assert all(texts.sentence(error, language) for language in LANGUAGES)


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    script = (
        "import sys, app.reports.export, app.reports.assemble;"
        "print([m for m in ('reportlab', 'openpyxl', 'pypdfium2', 'docx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_missing_character_is_told_with_its_places(filled: Workbook, tmp_path: Path) -> None:
    """Also where a title stands in a fact, in the contents, and in the links below a practice."""
    edit_profile(filled, name="试点😀")
    take_snapshot(filled, Stage.BASELINE, TODAY, "基线😃")
    add_practice(filled, title="经验😄", what="做法")
    result = run(filled, tmp_path / "out", formats=("pdf",))
    places = {one.character: one.places for one in result.missing}
    assert set(places) == set("😀😃😄")
    assert all(place for told in places.values() for place in told)
    assert places["😃"] == ("试点基本情况", "阶段对比情况")
