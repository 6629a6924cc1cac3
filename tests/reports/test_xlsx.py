"""The Excel file: text stays text, and the sheets are set up for printing."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from app.reports.model import Report
from app.reports.xlsx.cells import cleaned
from app.reports.xlsx.fitting import MOST_LINES
from app.services.workbooks import Workbook
from tests.reports.reading import as_xlsx, made, sheets, with_narrative


@pytest.fixture
def report(filled: Workbook) -> Report:
    return made(filled)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "=cmd|'/c calc'!A1"])
def test_text_is_never_a_formula(report: Report, tmp_path: Path, start: str) -> None:
    text = start + "1+1"
    path = as_xlsx(with_narrative(report, text), tmp_path)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    book.close()
    assert not [cell for cell in cells if cell.data_type == "f"]
    found = [cell for cell in cells if cell.value == text]
    assert [(cell.data_type, cell.quotePrefix) for cell in found] == [("s", True)]


def test_ordinary_text_has_no_quote_mark(report: Report, tmp_path: Path) -> None:
    path = as_xlsx(with_narrative(report, "正常"), tmp_path)
    book = openpyxl.load_workbook(path)
    found = [cell for row in book["自评计分表"].iter_rows() for cell in row if cell.value == "正常"]
    book.close()
    assert [cell.quotePrefix for cell in found] == [False]


@pytest.mark.parametrize("text", ["0012", "1.01", "TRUE", "#N/A", "2026-01-05", "1e5"])
def test_what_looks_like_a_value_stays_text(report: Report, tmp_path: Path, text: str) -> None:
    rows = sheets(as_xlsx(with_narrative(report, text), tmp_path))["自评计分表"]
    assert [row[10] for row in rows if row[1] == "N29-1.01"] == [text]


@pytest.mark.parametrize(
    "text", ["国" * 20_000, "😀" * 20_000, "试点。" * 500, "to do " * 900, "行\n" * 300, "\n" * 99]
)
def test_text_that_no_row_can_show_goes_on_in_the_next(
    report: Report, tmp_path: Path, text: str
) -> None:
    book = openpyxl.load_workbook(as_xlsx(with_narrative(report, text), tmp_path))
    sheet = book["自评计分表"]
    rows = [row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == "N29-1.01"]
    parts = [str(sheet.cell(row, 11).value) for row in rows]
    heights = [sheet.row_dimensions[row].height for row in rows]
    points = [sheet.cell(row, 10).value for row in rows]
    numbers = {sheet.cell(row, 1).value for row in rows}
    book.close()
    assert len(parts) > 1
    assert "".join(parts) == text
    assert max(heights) <= MOST_LINES * 15 + 4
    assert points == [100, *[None] * (len(rows) - 1)]
    assert numbers == {1}


def test_long_text_is_cut_between_sentences(report: Report, tmp_path: Path) -> None:
    path = as_xlsx(with_narrative(report, "省政府建立联席会议。" * 200), tmp_path)
    parts = [row[10] for row in sheets(path)["自评计分表"] if row[1] == "N29-1.01"]
    assert len(parts) > 2
    assert all(str(part).endswith("联席会议。") for part in parts)


def test_control_characters_are_left_out() -> None:
    assert cleaned("甲\x00乙\x0b\ud800丙\uffff\n丁\t") == "甲乙丙\n丁\t"


def test_sheets_are_set_up_for_printing(report: Report, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(as_xlsx(report, tmp_path))
    *visible, hidden = book.worksheets
    names = ["概况", "自评计分表", "指标", "图表", "问题与下一步", "佐证材料清单"]
    assert [sheet.title for sheet in visible] == names
    assert hidden.sheet_state == "veryHidden"
    for sheet in visible:
        assert sheet.page_setup.orientation == "landscape"
        # What would be smaller than 7 points on A4 is set up for A3.
        a3 = sheet.title in ("自评计分表", "指标", "佐证材料清单")
        assert str(sheet.page_setup.paperSize) == ("8" if a3 else "9")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
        head = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "序号")
        first = "C" if sheet.title == "自评计分表" else "A"
        assert sheet.freeze_panes == f"{first}{head + 1}"
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.auto_filter.ref.startswith(f"A{head}:")
        assert sheet.cell(head, sheet.max_column).value.startswith("备注")
        assert "A1" in sheet.merged_cells
        line = "".join(str(cell.value or "") for cell in sheet[2])
        for label in (
            "填报单位（盖章）：浙江省市场监督管理局",
            "填报人：王敏",
            "填报日期：2026年1月5日",
        ):
            assert label in line
    book.close()


def test_english_sheets_have_english_names(filled: Workbook, tmp_path: Path) -> None:
    assert list(sheets(as_xlsx(made(filled, "en"), tmp_path))) == [
        "Overview",
        "Self-assessment",
        "Indicators",
        "Charts",
        "Problems and next steps",
        "Evidence register",
    ]


def test_sample_data_are_marked_on_every_sheet(report: Report, tmp_path: Path) -> None:
    path = as_xlsx(replace(report, sample=True), tmp_path)
    book = openpyxl.load_workbook(path)
    shown = book.worksheets[:-1]
    assert [sheet["A2"].value for sheet in shown] == ["样例数据"] * 6
    assert [sheet.oddHeader.right.text for sheet in shown] == ["样例数据　征求意见稿"] * 6
    book.close()


def test_scores_are_called_unofficial(report: Report, tmp_path: Path) -> None:
    rows = sheets(as_xlsx(report, tmp_path))["自评计分表"]
    assert str(rows[2][0]).startswith("非官方模板")
    assert rows[4][9] == "得分\n（非官方）"


def test_rows_are_as_high_as_their_text(report: Report, tmp_path: Path) -> None:
    path = as_xlsx(with_narrative(report, "标准化" * 100), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["自评计分表"]
    heights = {sheet.cell(row, 2).value: sheet.row_dimensions[row].height for row in range(4, 20)}
    book.close()
    # 300 characters of two columns each, in a column of 44.
    assert heights["N29-1.01"] >= 14 * 15
    assert heights["N29-1.02"] < heights["N29-1.01"]
