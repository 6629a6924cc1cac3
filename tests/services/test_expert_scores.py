"""The experts' sheet is read back by ids, and no other sheet is taken for it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.score_sheet import IDS_SHEET
from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Language, Stage
from app.errors import UserError
from app.reports.assemble import assemble
from app.reports.outcome import Source
from app.reports.xlsx.document import write_xlsx
from app.services.answers import edit_answer
from app.services.expert_scores import ExpertScore, ExpertSheet, read_expert_scores
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)
NAMES = {"zh": "自评计分表", "en": "Self-assessment"}
SCORE, REASON, OPINION = 14, 15, 16


def exported(
    workbook: Workbook, folder: Path, language: Language = "zh", snapshot: str = "S-01"
) -> Path:
    report = assemble(workbook, Stage.INTERIM, language, TODAY, Source(snapshot))
    path = folder / f"report-{language}.xlsx"
    finish(write_xlsx(report, path))
    return path


def filled_in(
    path: Path, answers: dict[str, tuple[Any, Any, Any]], name: str = "自评计分表"
) -> Path:
    """What experts type, saved by another program than ours."""
    book = openpyxl.load_workbook(path)
    sheet = book[name]
    for id_, values in answers.items():
        for column, value in zip((SCORE, REASON, OPINION), values, strict=True):
            sheet.cell(row_of(sheet, id_), column).value = value
    book.save(path)
    return path


def row_of(sheet: Worksheet, id_: str) -> int:
    return next(row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == id_)


def changed(path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def read(workbook: Workbook, path: Path) -> ExpertSheet:
    return finish(read_expert_scores(workbook, path))


def refused(workbook: Workbook, path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(workbook, path)
    return caught.value.code


@pytest.fixture
def frozen(filled: Workbook) -> Workbook:
    take_snapshot(filled, Stage.INTERIM, TODAY)
    return filled


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_reasons_and_opinions_come_back(
    frozen: Workbook, tmp_path: Path, language: Language
) -> None:
    answers = {
        "N29-1.01": (85.5, "佐证不全\n缺纪要", "建议补充"),
        "N29-2.07": ("９０分", "", "=不是公式"),
        "N29-3.02": (0, None, None),
    }
    path = filled_in(exported(frozen, tmp_path, language), answers, NAMES[language])
    # The workbook has moved on since.
    edit_answer(frozen, "N29-1.01", narrative="后来改的")
    found = read(frozen, path)
    assert (found.snapshot, found.mistakes, found.missing) == ("S-01", (), ())
    given = {one.requirement_id: one for one in found.scores}
    assert len(given) == 88
    assert given["N29-1.01"] == ExpertScore("N29-1.01", 85.5, "佐证不全\n缺纪要", "建议补充")
    assert given["N29-2.07"].score == 90
    assert given["N29-3.02"].score == 0
    assert given["N29-1.02"] == ExpertScore("N29-1.02", None, "", "")


def test_a_long_answer_in_several_rows_is_one_requirement(frozen: Workbook, tmp_path: Path) -> None:
    edit_answer(frozen, "N29-1.01", narrative="试点。" * 2_000)
    take_snapshot(frozen, Stage.FINAL, TODAY)
    path = filled_in(exported(frozen, tmp_path, snapshot="S-02"), {"N29-1.01": (70, "长", "")})
    found = read(frozen, path)
    assert found.snapshot == "S-02"
    assert found.scores[0] == ExpertScore("N29-1.01", 70, "长", "")
    assert found.mistakes == ()


def test_a_draft_is_read_while_its_state_is_in_the_history(
    filled: Workbook, tmp_path: Path
) -> None:
    path = filled_in(exported(filled, tmp_path, snapshot=""), {"N29-1.01": (60, "", "")})
    edit_answer(filled, "N29-1.02", level=2)
    found = read(filled, path)
    assert (found.snapshot, found.scores[0].score) == ("", 60)

    report = assemble(filled, Stage.INTERIM, "zh", TODAY)
    finish(write_xlsx(replace(report, data_mark="0" * 64), path))
    assert refused(filled, path) == "score-sheet.other-state"


def test_a_sheet_of_another_workbook_is_refused(
    frozen: Workbook, workbook: Workbook, tmp_path: Path
) -> None:
    # `workbook` and `frozen` are copies of one workbook, and so the same to the sheet.
    report = assemble(frozen, Stage.INTERIM, "zh", TODAY, Source("S-01"))
    path = tmp_path / "other.xlsx"
    finish(write_xlsx(replace(report, workbook_id="11111111"), path))
    assert refused(frozen, path) == "score-sheet.other-workbook"
    assert refused(workbook, exported(frozen, tmp_path)) == "score-sheet.other-snapshot"


def test_files_that_are_no_score_sheets_are_refused(frozen: Workbook, tmp_path: Path) -> None:
    good = exported(frozen, tmp_path)

    def copy(name: str, change: Callable[[openpyxl.Workbook], None]) -> Path:
        return changed(Path(shutil.copy(good, tmp_path / name)), change)

    assert refused(frozen, copy("a.xlsx", lambda book: book.remove(book[IDS_SHEET]))) == (
        "score-sheet.unknown"
    )
    assert refused(frozen, copy("b.xlsx", lambda book: book[IDS_SHEET].delete_rows(1, 200))) == (
        "score-sheet.unknown"
    )

    def newer(book: openpyxl.Workbook) -> None:
        book[IDS_SHEET]["B1"] = "99"

    assert refused(frozen, copy("c.xlsx", newer)) == "score-sheet.newer"
    assert refused(frozen, copy("d.xlsx", lambda book: book.remove(book["自评计分表"]))) == (
        "table.no-header"
    )
    (tmp_path / "e.xlsx").write_text("x", encoding="utf-8")
    assert refused(frozen, tmp_path / "e.xlsx") == "table.not-excel"
    assert refused(frozen, tmp_path / "f.xlsx") == "file.not-found"


@pytest.mark.parametrize("score", [101, -1, "很好", True, "100.1", "1e2", "#N/A"])
def test_what_is_no_score_is_told_with_its_row(
    frozen: Workbook, tmp_path: Path, score: object
) -> None:
    path = filled_in(exported(frozen, tmp_path), {"N29-1.02": (score, "理由", "")})
    found = read(frozen, path)
    (bad,) = found.mistakes
    assert (bad.requirement_id, bad.error.code) == ("N29-1.02", "score-sheet.score")
    assert bad.row == row_of(openpyxl.load_workbook(path)["自评计分表"], "N29-1.02")
    assert found.scores[1] == ExpertScore("N29-1.02", None, "理由", "")


def test_rows_that_are_gone_strange_or_twice_are_told(frozen: Workbook, tmp_path: Path) -> None:
    path = exported(frozen, tmp_path)

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["自评计分表"]
        sheet.delete_rows(row_of(sheet, "N29-1.03"))
        sheet.cell(row_of(sheet, "N29-1.04"), 2).value = "N29-9.99"
        sheet.cell(row_of(sheet, "N29-1.05"), SCORE).value = 50
        row = row_of(sheet, "N29-1.06")
        sheet.cell(row, 2).value, sheet.cell(row, SCORE).value = "N29-1.05", 60

    found = read(frozen, changed(path, change))
    assert found.missing == ("N29-1.03", "N29-1.04", "N29-1.06")
    assert [(one.requirement_id, one.error.code) for one in found.mistakes] == [
        ("N29-9.99", "score-sheet.requirement"),
        ("N29-1.05", "score-sheet.repeated"),
    ]
