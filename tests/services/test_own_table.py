"""Own requirements from Excel files: the difference first, then all of it or nothing."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.domain.steps import finish
from app.errors import UserError
from app.queries.answers import answer
from app.queries.history import history
from app.queries.own import OwnRequirement, own_requirements
from app.services.answers import edit_answer
from app.services.own_requirements import add_requirement, edit_requirement, remove_requirement
from app.services.own_table import compare_own_table, import_own_table, write_own_table
from app.services.tables.comparing import Comparison
from app.services.undo import undo
from app.services.workbooks import Workbook
from app.texts import sentence
from tests.services.excel import with_dimension_of_one_cell, write
from tests.state import tables

HEAD = ("编号(空则自动)", "标题", "要求说明", "责任单位", "完成期限", "备注")


def compared(workbook: Workbook, path: Path) -> Comparison:
    return finish(compare_own_table(workbook, path))


def rows(workbook: Workbook) -> list[tuple[Any, ...]]:
    return [
        (row.id, row.title, row.statement, row.unit, row.due, row.notes)
        for row in own_requirements(workbook)
    ]


@pytest.fixture
def own(workbook: Workbook) -> Workbook:
    add_requirement(workbook, title="甲", statement="甲说明", unit="甲局", due=date(2025, 1, 2))
    add_requirement(workbook, title="乙", statement="=1+1", notes="-备注\n第二行")
    return workbook


def test_rows_new_changed_and_same(own: Workbook, tmp_path: Path) -> None:
    edit_answer(own, "X-01", narrative="写过的")
    file = write(
        tmp_path / "自设.xlsx",
        [
            ("X-01", "甲", "甲说明", "丙局", datetime(2025, 3, 4), None),
            ("ｘ-02", "乙", "=1+1", None, None, "-备注\n第二行"),
            ("", "丁", "丁说明", "", "2026年1月5日", "新"),
        ],
        HEAD,
        # Text that looks like a formula is stored as text.
        lambda sheet: setattr(sheet["C3"], "data_type", "s"),
    )
    made = compared(own, file)
    assert [(line.row, line.outcome, line.id) for line in made.lines] == [
        (2, "changed", "X-01"),
        (3, "same", "X-02"),
        (4, "new", ""),
    ]
    assert made.lines[0].changes == {
        "unit": ("甲局", "丙局"),
        "due": (date(2025, 1, 2), date(2025, 3, 4)),
    }
    before, operations = tables(own), len(history(own))
    assert import_own_table(own, made)
    assert len(history(own)) == operations + 1
    assert rows(own)[0][3:5] == ("丙局", date(2025, 3, 4))
    assert rows(own)[2] == ("X-03", "丁", "丁说明", "", date(2026, 1, 5), "新")
    assert answer(own, "X-01").narrative == "写过的"
    undo(own)
    assert tables(own) == before


def test_export_and_import_again_change_nothing(own: Workbook, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        file = tmp_path / f"{language}.xlsx"
        assert write_own_table(own, file, language) == 2
        made = compared(own, file)
        assert [line.outcome for line in made.lines] == ["same", "same"]
        assert made.ignored == ()
        assert not import_own_table(own, made)
    cell = load_workbook(tmp_path / "zh.xlsx").active["C3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_what_was_exported_makes_the_same_in_another_workbook(
    own: Workbook, workbook: Workbook, tmp_path: Path
) -> None:
    write_own_table(own, tmp_path / "a.xlsx", "zh")
    wanted = rows(own)
    remove_requirement(own, "X-01")
    remove_requirement(own, "X-02")
    import_own_table(own, compared(own, tmp_path / "a.xlsx"))
    assert rows(own) == wanted


def test_the_template_can_be_filled_in_and_imported_twice(
    workbook: Workbook, tmp_path: Path
) -> None:
    file = tmp_path / "模板.xlsx"
    assert write_own_table(workbook, file, "zh", empty=True) == 0
    book = load_workbook(file)
    assert [cell.value for cell in book.active[1]] == list(HEAD)
    book.active.append(["", "一", "一说明", "", date(2025, 5, 6), ""])
    book.active.append(["", "一", "一说明", "", date(2025, 5, 6), ""])
    book.save(file)
    assert import_own_table(workbook, compared(workbook, file))
    assert [row[0] for row in rows(workbook)] == ["X-01", "X-02"]
    again = compared(workbook, file)
    assert [line.outcome for line in again.lines] == ["same", "same"]
    assert not import_own_table(workbook, again)


def test_rows_with_ids_are_entered_before_those_without(workbook: Workbook, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [("", "甲", "1"), ("X-01", "乙", "2")], HEAD[:3])
    import_own_table(workbook, compared(workbook, file))
    assert [row[:2] for row in rows(workbook)] == [("X-01", "乙"), ("X-02", "甲")]


def test_one_bad_row_keeps_all_out(own: Workbook, tmp_path: Path) -> None:
    before = tables(own)
    file = write(
        tmp_path / "a.xlsx",
        [
            ("", "好", "说明"),
            ("N29-1.01", "指导意见的", "说明"),
            ("", None, "没有标题"),
            ("X-01", "甲", "说明", "", "五月"),
            ("X-02", "字" * 201, "说明"),
            ("X-05", "一", "说明"),
            ("X-05", "二", "说明"),
        ],
        HEAD,
    )
    made = compared(own, file)
    assert [line.error.code if line.error else line.outcome for line in made.lines] == [
        "new",
        "own.id",
        "own.title",
        "date.unreadable",
        "field.too-long",
        "new",
        "own.repeated",
    ]
    for line in made.lines:
        if line.error:
            assert sentence(line.error, "zh")
            assert sentence(line.error, "en")
    with pytest.raises(UserError) as caught:
        import_own_table(own, made)
    assert (caught.value.code, caught.value.params) == ("import.mistakes", {"count": 5})
    assert tables(own) == before


def test_a_workbook_that_changed_since_is_not_overwritten(own: Workbook, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [("X-01", "新甲", "说明")], HEAD[:3])
    made = compared(own, file)
    edit_requirement(own, "X-01", title="别人改的")
    before = tables(own)
    with pytest.raises(UserError, match=r"import\.outdated"):
        import_own_table(own, made)
    assert tables(own) == before


def test_columns_that_are_not_there_leave_what_is_there(own: Workbook, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", [("X-01", "新甲", "甲说明", "x")], (*HEAD[:3], "别的"))
    made = compared(own, with_dimension_of_one_cell(file))
    assert made.ignored == ("别的",)
    import_own_table(own, made)
    assert rows(own)[0] == ("X-01", "新甲", "甲说明", "甲局", date(2025, 1, 2), "")


def test_merged_titles_and_formulas_without_result(workbook: Workbook, tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.xlsx",
        [("", "甲", "一", "局"), ("", None, "二", None), ("", "#REF!", "三", None)],
        HEAD[:4],
        lambda sheet: [sheet.merge_cells("B2:B3"), sheet.merge_cells("D2:D4")],
    )
    lines = compared(workbook, file).lines
    assert [line.error.code if line.error else "" for line in lines] == [
        "",
        "import.merged",
        "reading.no-result",
    ]


def test_the_rows_are_what_was_read(own: Workbook) -> None:
    assert own_requirements(own)[0] == OwnRequirement(
        "X-01", "甲", "甲说明", "甲局", date(2025, 1, 2), ""
    )
