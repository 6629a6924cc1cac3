"""Readings from Excel files, good and bad ones; each row gets its result, nothing comes in half."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.domain.steps import finish
from app.domain.vocabulary import Text, Unit
from app.errors import UserError
from app.queries.history import history
from app.queries.indicators import indicator, indicators
from app.queries.verification import verify
from app.services.indicators import add_indicator
from app.services.measurements import set_reading
from app.services.readings_export import write_readings
from app.services.readings_import import ImportPlan, apply_import, plan_import
from app.services.tables import opening
from app.services.undo import undo
from app.services.workbooks import Workbook
from app.texts import sentence
from tests.services.excel import HEAD, rewrite, with_dimension_of_one_cell, write

TODAY = date(2025, 7, 1)
SHARE, CYCLE, CONVERTED, BASES = (f"IND-OUT-{n}" for n in range(1, 5))
DAY = date(2024, 12, 31)


def plan(workbook: Workbook, path: Path) -> ImportPlan:
    return finish(plan_import(workbook, path, TODAY))


def one(workbook: Workbook, tmp_path: Path, *row: Any, percent: bool = False) -> tuple[str, Any]:
    """What becomes of one row: its outcome, and day and value or the error's code."""

    def finish_sheet(sheet: Any) -> None:
        if percent:
            sheet["D2"].number_format = "0%"

    (line,) = plan(workbook, write(tmp_path / "一行.xlsx", [row], finish=finish_sheet)).lines
    if line.error is not None:
        assert sentence(line.error, "zh")
        assert sentence(line.error, "en")
        return line.outcome, line.error.code
    assert line.after is not None
    return line.outcome, (line.on, line.after.value)


def values(workbook: Workbook) -> list[tuple[str, date, float]]:
    return [
        (row.code, one.on, one.value) for row in indicators(workbook, TODAY) for one in row.readings
    ]


def test_new_readings_come_in_as_one_operation(workbook: Workbook, tmp_path: Path) -> None:
    rows = [
        (SHARE, "科技计划项目形成标准研究成果的比率", DAY, 45.5, "科技厅台账", "第一次"),
        (CYCLE, None, datetime(2024, 6, 30, 12), 20, None, None),
        (BASES, "", "2025-06-30", 2, "批复文件", ""),
    ]
    made = plan(workbook, write(tmp_path / "读数.xlsx", rows))
    assert [line.outcome for line in made.lines] == ["new"] * 3
    assert [line.row for line in made.lines] == [2, 3, 4]
    assert values(workbook) == []
    before = len(history(workbook))
    assert apply_import(workbook, made)
    assert values(workbook) == [
        (SHARE, DAY, 45.5),
        (CYCLE, date(2024, 6, 30), 20),
        (BASES, date(2025, 6, 30), 2),
    ]
    newest = history(workbook)[0]
    assert len(history(workbook)) == before + 1
    assert (newest.kind, newest.params["count"]) == ("readings.import", 3)
    assert finish(verify(workbook)).ok
    undo(workbook)
    assert values(workbook) == []


def test_twice_is_the_same_as_once(workbook: Workbook, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [(SHARE, "", DAY, 45.5, "台账", ""), (CYCLE, "", DAY, 19)])
    apply_import(workbook, plan(workbook, file))
    again = plan(workbook, file)
    assert [line.outcome for line in again.lines] == ["same", "same"]
    assert not apply_import(workbook, again)


def test_a_change_is_shown_with_old_and_new(workbook: Workbook, tmp_path: Path) -> None:
    row = indicator(workbook, SHARE, TODAY)
    set_reading(workbook, row.id, DAY, TODAY, value=40, source="初报", notes="待核")
    (line,) = plan(workbook, write(tmp_path / "a.xlsx", [(SHARE, "", DAY, 45, "", "")])).lines
    assert line.outcome == "changed"
    assert line.before is not None
    assert line.after is not None
    assert (line.before.value, line.after.value) == (40, 45)
    # An empty cell takes nothing away.
    assert (line.after.source, line.after.notes) == ("初报", "待核")


def test_one_mistake_keeps_everything_out(workbook: Workbook, tmp_path: Path) -> None:
    rows = [(SHARE, "", DAY, 45), (CYCLE, "", DAY, "约18"), (BASES, "", "去年", 2)]
    made = plan(workbook, write(tmp_path / "a.xlsx", rows))
    assert [line.outcome for line in made.lines] == ["new", "error", "error"]
    with pytest.raises(UserError) as caught:
        apply_import(workbook, made)
    assert (caught.value.code, caught.value.params) == ("import.mistakes", {"count": 2})
    assert values(workbook) == []


def test_what_changed_meanwhile_is_not_written_over(workbook: Workbook, tmp_path: Path) -> None:
    made = plan(workbook, write(tmp_path / "a.xlsx", [(SHARE, "", DAY, 45), (CYCLE, "", DAY, 19)]))
    cycle = indicator(workbook, CYCLE, TODAY)
    set_reading(workbook, cycle.id, DAY, TODAY, value=17)
    with pytest.raises(UserError) as caught:
        apply_import(workbook, made)
    assert caught.value.code == "import.outdated"
    assert values(workbook) == [(CYCLE, DAY, 17)]


@pytest.mark.parametrize(
    "written",
    [
        "2024-12-31", "2024/12/31", "2024.12.31", "2024年12月31日", "20241231", 20241231,
        date(2024, 12, 31), datetime(2024, 12, 31, 8, 30), 45657, "45657", "２０２４－１２－３１",
        " 2024 年 12 月 31 日 ", "2024-12-31 00:00:00",
    ],
)  # fmt: skip
def test_dates_in_many_forms(workbook: Workbook, tmp_path: Path, written: object) -> None:
    assert one(workbook, tmp_path, CYCLE, "", written, 18) == ("new", (DAY, 18))


@pytest.mark.parametrize(
    "written", ["2024", "2024-13-01", "2024-02-30", "31/12/2024", "年底", 12, True, 1e9, "20241332"]
)
def test_dates_that_are_none(workbook: Workbook, tmp_path: Path, written: object) -> None:
    assert one(workbook, tmp_path, CYCLE, "", written, 18) == ("error", "date.unreadable")


def test_a_day_to_come_is_refused(workbook: Workbook, tmp_path: Path) -> None:
    assert one(workbook, tmp_path, CYCLE, "", TODAY, 18) == ("new", (TODAY, 18))
    found = one(workbook, tmp_path, CYCLE, "", date(2025, 7, 2), 18)
    assert found == ("error", "reading.future")


@pytest.mark.parametrize(
    ("code", "written", "percent", "value"),
    [
        (SHARE, 50, False, 50),
        (SHARE, 0.5, True, 50),
        (SHARE, 0.07, True, 7),
        (SHARE, "50%", False, 50),
        (SHARE, "５０．５％", False, 50.5),
        (SHARE, "50", False, 50),
        (SHARE, " 50.5 ", False, 50.5),
        (SHARE, 0.005, True, 0.5),
        (SHARE, "0.5%", False, 0.5),
        (SHARE, 0, False, 0),
        (SHARE, 1, True, 100),
        (CYCLE, "18个月", False, 18),
        (CYCLE, "１８", False, 18),
        (BASES, "1,200", False, 1200),
        (BASES, 3.0, False, 3),
    ],
)
def test_values_in_many_forms(
    workbook: Workbook, tmp_path: Path, code: str, written: object, percent: bool, value: float
) -> None:
    found = one(workbook, tmp_path, code, "", DAY, written, percent=percent)
    assert found == ("new", (DAY, value))


@pytest.mark.parametrize(
    ("code", "written", "percent", "problem"),
    [
        (SHARE, 0.5, False, "reading.fraction"),
        (SHARE, "0.5", False, "reading.fraction"),
        (SHARE, 50, True, "indicator.value"),
        (SHARE, 101, False, "indicator.value"),
        (SHARE, -1, False, "indicator.value"),
        (BASES, 0.5, True, "indicator.unreadable"),
        (BASES, "50%", False, "indicator.unreadable"),
        (CYCLE, 0, False, "indicator.value"),
        (BASES, "约2", False, "indicator.unreadable"),
        (BASES, True, False, "indicator.unreadable"),
        (BASES, date(2024, 1, 1), False, "indicator.unreadable"),
        (BASES, "#DIV/0!", False, "reading.no-result"),
        (BASES, "", False, "reading.no-value"),
        (BASES, "=1+1", False, "reading.no-value"),
        (BASES, 1e300, False, "indicator.value"),
    ],
)
def test_values_that_are_none(
    workbook: Workbook, tmp_path: Path, code: str, written: object, percent: bool, problem: str
) -> None:
    found = one(workbook, tmp_path, code, "", DAY, written, percent=percent)
    assert found == ("error", problem)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("", "国际标准转化率", DAY, 50), "reading.no-code"),
        (("IND-XX-9", "", DAY, 50), "indicator.unknown"),
        ((SHARE, "国际标准转化率", DAY, 50), "reading.other-title"),
        ((SHARE, "", "", 50), "reading.no-date"),
        ((SHARE, "", DAY, 50, "字" * 2001), "field.too-long"),
    ],
)
def test_rows_that_fit_nothing(
    workbook: Workbook, tmp_path: Path, row: Sequence[object], problem: str
) -> None:
    assert one(workbook, tmp_path, *row) == ("error", problem)


@pytest.mark.parametrize("code", ["ind-out-2", " IND-OUT-2 ", "ＩＮＤ－ＯＵＴ－２"])
def test_codes_as_people_type_them(workbook: Workbook, tmp_path: Path, code: str) -> None:
    assert one(workbook, tmp_path, code, "国家标准 平均制定周期", DAY, 18)[0] == "new"


def test_a_row_may_stand_twice_but_not_contradict(workbook: Workbook, tmp_path: Path) -> None:
    rows = [(SHARE, "", DAY, 45), (SHARE, "", "2024/12/31", "45%"), (SHARE, "", DAY, 46)]
    lines = plan(workbook, write(tmp_path / "a.xlsx", rows)).lines
    assert [line.outcome for line in lines] == ["new", "same", "error"]
    error = lines[2].error
    assert error is not None
    assert (error.code, error.params) == ("reading.repeated", {"row": 2})


def test_columns_in_any_order_extra_and_english(workbook: Workbook, tmp_path: Path) -> None:
    head = ("Value", " DATE ", "科室", "code*")
    made = plan(workbook, write(tmp_path / "a.xlsx", [(45, DAY, "甲", SHARE)], head=head))
    assert made.ignored == ("科室",)
    assert [line.outcome for line in made.lines] == ["new"]


def test_the_heading_may_stand_below_a_title_and_on_another_sheet(
    workbook: Workbook, tmp_path: Path
) -> None:
    def finish_sheet(sheet: Any) -> None:
        sheet.insert_rows(1, 3)
        sheet["A1"] = "指标实际值填报表"
        sheet.merge_cells("A1:F1")
        sheet.parent.create_sheet("说明", 0).append(["填写说明"])

    file = write(tmp_path / "a.xlsx", [(SHARE, "", DAY, 45)], finish=finish_sheet)
    (line,) = plan(workbook, file).lines
    assert (line.outcome, line.row) == ("new", 5)


def refusal(workbook: Workbook, path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        plan(workbook, path)
    assert path.name in sentence(caught.value, "zh")
    assert path.name in sentence(caught.value, "en")
    assert values(workbook) == []
    return caught.value


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        (("指标编码", "日期"), "实际值"),
        (("指标名称", "实际值"), "指标编码、日期"),
        (("甲", "乙"), "指标编码、日期、实际值"),
    ],
)
def test_missing_columns_are_named(
    workbook: Workbook, tmp_path: Path, head: Sequence[str], missing: str
) -> None:
    error = refusal(workbook, write(tmp_path / "a.xlsx", [(1, 2)], head=head))
    assert (error.code, error.params["columns"]) == ("table.no-header", missing)


def test_a_column_that_stands_twice(workbook: Workbook, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [(SHARE, "", DAY, 1, 2)], head=(*HEAD[:4], "实际值"))
    assert refusal(workbook, file).params["column"] == "实际值"


def test_merged_cells(workbook: Workbook, tmp_path: Path) -> None:
    def finish_sheet(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("C4:C6")
        sheet.merge_cells("D5:D6")

    rows = [
        (SHARE, "", "2023-12-31", 40),
        (None, "", "2024-12-31", 45),
        (CYCLE, "", "2024-12-31", 20),
        (CONVERTED, "", None, 80),
        (BASES, "", None, None),
    ]
    lines = plan(workbook, write(tmp_path / "a.xlsx", rows, finish=finish_sheet)).lines
    assert [(line.code, line.on, line.outcome) for line in lines] == [
        (SHARE, date(2023, 12, 31), "new"),
        (SHARE, DAY, "new"),
        (CYCLE, DAY, "new"),
        (CONVERTED, DAY, "new"),
        (BASES, None, "error"),
    ]
    assert lines[-1].error is not None
    assert lines[-1].error.code == "reading.merged"


def test_ten_thousand_empty_rows(workbook: Workbook, tmp_path: Path) -> None:
    def finish_sheet(sheet: Any) -> None:
        for number in range(2, 10_002):
            sheet.cell(number, 1).number_format = "@"
        sheet["A10005"], sheet["C10005"], sheet["D10005"] = SHARE, DAY, 45

    (line,) = plan(workbook, write(tmp_path / "a.xlsx", [], finish=finish_sheet)).lines
    assert (line.row, line.outcome) == (10_005, "new")


def test_a_file_that_wps_says_to_be_one_cell_large(workbook: Workbook, tmp_path: Path) -> None:
    file = with_dimension_of_one_cell(
        write(tmp_path / "a.xlsx", [(SHARE, "", DAY, 45), (CYCLE, "", DAY, 20)])
    )
    book = load_workbook(file, read_only=True)
    assert book.worksheets[0].max_row == 1
    book.close()
    assert [line.outcome for line in plan(workbook, file).lines] == ["new", "new"]


def test_dates_of_the_other_epoch(workbook: Workbook, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [(SHARE, "", 45657 - 1462, 45)])
    rewrite(
        file,
        "xl/workbook.xml",
        lambda xml: xml.replace("<workbookPr/>", '<workbookPr date1904="1"/>'),
    )
    assert [line.on for line in plan(workbook, file).lines] == [DAY]


def test_files_that_are_no_excel(workbook: Workbook, tmp_path: Path) -> None:
    file = tmp_path / "读数.xlsx"
    file.write_text("指标编码,日期,实际值\nIND-OUT-1,2024-12-31,45\n", encoding="gbk")
    assert refusal(workbook, file).code == "table.not-excel"
    file.write_bytes(b"")
    assert refusal(workbook, file).code == "file.empty"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("[Content_Types].xml", "<a/>")
    assert refusal(workbook, file).code == "table.not-excel"
    assert refusal(workbook, tmp_path / "没有.xlsx").code == "file.not-found"
    (tmp_path / "夹.xlsx").mkdir()
    assert refusal(workbook, tmp_path / "夹.xlsx").code == "file.folder"


@pytest.mark.parametrize(
    ("stream", "code"),
    [("EncryptedPackage", "table.protected"), ("Workbook", "table.old-format")],
)
def test_protected_and_old_files(
    workbook: Workbook, tmp_path: Path, stream: str, code: str
) -> None:
    file = tmp_path / "a.xlsx"
    magic = bytes.fromhex("d0cf11e0a1b11ae1")
    file.write_bytes(magic + b"\0" * 1016 + stream.encode("utf-16-le") + b"\0" * 500)
    assert refusal(workbook, file).code == code


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off(workbook: Workbook, tmp_path: Path, kept: float) -> None:
    file = write(tmp_path / "a.xlsx", [(SHARE, "", DAY, n) for n in range(100)])
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * kept)])
    assert refusal(workbook, file).code == "table.damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml[: len(xml) // 2],
        lambda xml: xml.replace("<row", "<row r='x'", 3),
        lambda xml: "",
        lambda xml: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
    ],
)
def test_a_sheet_that_is_broken_inside(workbook: Workbook, tmp_path: Path, change: Any) -> None:
    file = write(tmp_path / "a.xlsx", [(SHARE, "", DAY, n) for n in range(100)])
    rewrite(file, "xl/worksheets/sheet1.xml", change)
    assert refusal(workbook, file).code in ("table.damaged", "table.no-header")


def test_a_file_that_unfolds_to_any_size(
    workbook: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "a.xlsx", [(SHARE, "", DAY, n) for n in range(100)])
    monkeypatch.setattr(opening, "MAX_UNPACKED", 5_000)
    assert refusal(workbook, file).code == "table.too-large"


def test_export_and_import_again_change_nothing(workbook: Workbook, tmp_path: Path) -> None:
    add_indicator(workbook, title=Text("自设指标", "Own"), measure=Unit.PERCENT)
    for number, row in enumerate(indicators(workbook, TODAY)):
        for month in (1, 2, 3):
            set_reading(
                workbook,
                row.id,
                date(2025, month, 28),
                TODAY,
                value=33.3333333333 + number / 7 + month,
                source="=1+1",
                notes="第一行\n第二行",
            )
    assert write_readings(workbook, tmp_path / "出.xlsx", "zh", TODAY) == 15
    made = plan(workbook, tmp_path / "出.xlsx")
    assert [line.outcome for line in made.lines] == ["same"] * 15
    book = load_workbook(tmp_path / "出.xlsx")
    assert book.worksheets[0]["E2"].data_type == "s"
    assert book.worksheets[0]["E2"].value == "=1+1"


def test_the_template_can_be_filled_in(workbook: Workbook, tmp_path: Path) -> None:
    file = tmp_path / "模板.xlsx"
    assert write_readings(workbook, file, "zh", TODAY, empty=True) == 4
    assert plan(workbook, file).lines == ()
    book = load_workbook(file)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(HEAD)
    sheet["C3"], sheet["D3"] = "2024年12月31日", "20"
    book.save(file)
    apply_import(workbook, plan(workbook, file))
    assert values(workbook) == [(CYCLE, DAY, 20)]


def test_an_export_leaves_nothing_half_written(workbook: Workbook, tmp_path: Path) -> None:
    target = tmp_path / "出.xlsx"
    shutil.copyfile(__file__, target)
    write_readings(workbook, target, "en", TODAY, empty=True)
    assert load_workbook(target).worksheets[0]["A1"].value == "Code"
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["出.xlsx"]
