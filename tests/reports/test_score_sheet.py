"""The sheets that experts work on: what they may fill in, what colours and charts show."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Language, Origin, Stage
from app.queries.indicators import indicators
from app.queries.profile import profile
from app.reports.assemble import assemble
from app.reports.model import Report
from app.reports.outcome import Source
from app.reports.verify import check_xlsx
from app.reports.xlsx.document import write_xlsx
from app.services.measurements import set_reading, set_target
from app.services.plan import add_task
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY, as_xlsx, made, with_narrative

HEADINGS = {"专家评分\n（0—100）", "扣分理由", "评估意见"}


@pytest.fixture
def report(filled: Workbook) -> Report:
    return made(filled)


@pytest.fixture
def measured(filled: Workbook) -> Report:
    """Two indicators with readings, one of them with a target, after a snapshot."""
    share, cycle, *_ = indicators(filled, TODAY)
    set_target(filled, share.id, Origin.PILOT, 2026, 60)
    take_snapshot(filled, Stage.BASELINE, TODAY.replace(year=2024))
    set_reading(filled, share.id, TODAY.replace(year=2024), TODAY, value=40)
    set_reading(filled, share.id, TODAY.replace(year=2025), TODAY, value=52.5)
    set_reading(filled, cycle.id, TODAY.replace(year=2025), TODAY, value=17)
    return made(filled)


def sheet_of(report: Report, folder: Path, name: str = "自评计分表") -> Worksheet:
    sheet = openpyxl.load_workbook(as_xlsx(report, folder))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def item_rows(sheet: Worksheet) -> Iterator[int]:
    return (row for row in range(1, sheet.max_row) if isinstance(sheet.cell(row, 1).value, int))


def heading(sheet: Worksheet) -> int:
    return next(row for row in range(1, 9) if sheet.cell(row, 1).value == "序号")


def test_only_the_experts_cells_are_open(report: Report, tmp_path: Path) -> None:
    sheet = sheet_of(report, tmp_path)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.autoFilter
    open_cells = {
        (cell.row, sheet.cell(heading(sheet), cell.column).value)
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    rows = set(item_rows(sheet))
    assert len(rows) == len(report.requirements)
    assert open_cells == {(row, label) for row in rows for label in HEADINGS}
    others = openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets
    assert [one.title for one in others if one.protection.sheet] == ["自评计分表"]


def test_scores_are_numbers_on_the_scale_of_the_scheme(report: Report, tmp_path: Path) -> None:
    sheet = sheet_of(report, tmp_path)
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == (
        "decimal",
        "between",
        "0",
        "100",
    )
    assert rule.showErrorMessage
    assert rule.allow_blank
    covered = {row for area in rule.sqref.ranges for row, _ in area.cells}
    columns = {column for area in rule.sqref.ranges for _, column in area.cells}
    assert covered == set(item_rows(sheet))
    assert [sheet.cell(heading(sheet), one).value for one in columns] == ["专家评分\n（0—100）"]


def test_where_a_long_text_goes_on_there_is_nothing_to_fill_in(
    report: Report, tmp_path: Path
) -> None:
    sheet = sheet_of(with_narrative(report, "试点。" * 900), tmp_path)
    rows = [row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == "N29-1.01"]
    assert len(rows) > 1
    assert [sheet.cell(row, 14).protection.locked for row in rows] == [
        False,
        *[True] * (len(rows) - 1),
    ]


def test_progress_and_levels_have_colours(report: Report, tmp_path: Path) -> None:
    article = report.articles[0]
    odd = replace(article.requirements[0], level_label='4级 "示范"')
    article = replace(article, requirements=(odd, *article.requirements[1:]))
    sheet = sheet_of(replace(report, articles=(article, *report.articles[1:])), tmp_path)
    first = heading(sheet) + 1
    formulas = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for area in sheet.conditional_formatting
        for rule in area.rules
    }
    assert formulas[f'$H{first}="已完成"'] != formulas[f'$H{first}="未开始"']
    assert f'$I{first}="4级 ""示范"""' in formulas
    assert len(formulas) == 6
    areas = {str(area.sqref) for area in sheet.conditional_formatting}
    last = max(row for row in range(1, sheet.max_row) if sheet.cell(row, 3).value)
    assert areas == {f"H{first}:H{last}", f"I{first}:I{last}"}


def test_overdue_tasks_have_the_colour_of_what_is_missing(filled: Workbook, tmp_path: Path) -> None:
    add_task(filled, year=2025, title="出台办法", due=date(2025, 6, 30))
    sheet = sheet_of(made(filled), tmp_path, "年度任务")
    state = str(sheet.cell(heading(sheet) + 1, 7).value)
    assert "逾期" in state
    formulas = [rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules]
    assert f'$G{heading(sheet) + 1}="{state}"' in formulas


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_drawn_from_values_in_their_sheet(
    filled: Workbook, measured: Report, tmp_path: Path, language: Language
) -> None:
    path = as_xlsx(made(filled, language), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["图表" if language == "zh" else "Charts"]
    assert len(sheet._charts) == 4
    for chart in sheet._charts:
        for series in chart.series:
            name, area = str(series.val.numRef.f).rsplit("!", 1)
            assert name.strip("'") == sheet.title
            values = [cell.value for row in sheet[area.replace("$", "")] for cell in row]
            assert any(isinstance(value, int | float) for value in values)
            assert all(value is None or isinstance(value, int | float) for value in values)
            labels = str(series.cat.numRef.f if series.cat.numRef else series.cat.strRef.f)
            texts = sheet[labels.rsplit("!", 1)[1].replace("$", "")]
            assert all(cell.value for row in texts for cell in row)
    changes, reached, share, _ = sheet._charts
    assert [len(one.series) for one in (changes, reached, share)] == [3, 1, 2]


def test_what_the_charts_show(measured: Report, tmp_path: Path) -> None:
    sheet = sheet_of(measured, tmp_path, "图表")
    rows = [
        [cell.value for cell in row][2:6]
        for row in sheet.iter_rows()
        if isinstance(row[0].value, int)
    ]
    assert measured.radar
    assert rows[:4] == [
        [axis.label, *(None if one is None else round(one, 1) for one in axis.points)]
        for axis in measured.radar.axes
    ]
    share = measured.indicators[0]
    assert [f"{share.code} {share.title}", 88, None, None] in rows
    assert ["2024年1月5日", 40, None, 60] in rows
    assert ["2025年1月5日", 52.5, None, 60] in rows
    assert ["2026年年末", None, None, 60] in rows


def test_the_hidden_sheet_names_workbook_snapshot_and_requirements(
    filled: Workbook, tmp_path: Path
) -> None:
    take_snapshot(filled, Stage.INTERIM, TODAY)
    report = assemble(filled, Stage.INTERIM, "zh", TODAY, Source("S-01"))
    sheet = openpyxl.load_workbook(as_xlsx(report, tmp_path)).worksheets[-1]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert sheet.sheet_state == "veryHidden"
    assert ["workbook", profile(filled).id] in lines
    assert ["snapshot", "S-01"] in lines
    assert report.verification
    assert ["sha256", report.verification.sha256] in lines
    assert [value for key, value in lines if key == "requirement"] == [
        item.id for item in report.requirements
    ]


def test_ids_and_document_numbers_are_text_and_nothing_is_a_formula(
    measured: Report, tmp_path: Path
) -> None:
    path = as_xlsx(measured, tmp_path)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    numbers = {entry.number for entry in measured.evidence}
    found = [cell for cell in cells if cell.value in numbers]
    assert len(found) >= len(numbers)
    assert {cell.data_type for cell in found} == {"s"}
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert not [name for name in names if "calcChain" in name]


def test_the_check_counts_the_hidden_sheet_too(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    rows = finish(write_xlsx(report, path))
    assert rows["_ids"] == 5 + len(report.requirements)
    check_xlsx(path, rows)


def test_bad_input_leaves_every_row_readable(report: Report, tmp_path: Path) -> None:
    """200 dossiers on one requirement, none on the next, and text of every awkward kind."""
    article = report.articles[0]
    hard = "<para>表\t格</para> & =1+1\n" + "词" * 300 + "\U0001f600" + "x" * 300
    many = tuple(f"1.01-{number:03}" for number in range(1, 201))
    first, second, *others = article.requirements
    items = (
        replace(first, evidence=many, narrative=hard, reason="=SUM(A1)"),
        replace(second, evidence=(), narrative=hard * 30),
        *others,
    )
    article = replace(article, requirements=items)
    sheet = sheet_of(replace(report, articles=(article, *report.articles[1:])), tmp_path)
    cells: dict[object, list[list[object]]] = {}
    for row in sheet.iter_rows(min_row=heading(sheet) + 1):
        cells.setdefault(row[1].value, []).append([cell.value for cell in row])
    rows = cells["N29-1.01"]
    assert "".join(str(row[10] or "") for row in rows) == hard
    assert "\n".join(str(row[12]) for row in rows if row[12]).split() == list(many)
    assert rows[0][16] == "=SUM(A1)"
    assert "".join(str(row[10] or "") for row in cells["N29-1.02"]) == hard * 30
    assert not any(row[12] for row in cells["N29-1.02"])
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
