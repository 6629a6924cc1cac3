"""The annual plan from Excel files; what both tables share is tested with own requirements."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Progress
from app.errors import UserError
from app.queries.plan import tasks
from app.services.own_requirements import add_requirement
from app.services.plan import add_task
from app.services.plan_table import compare_plan, import_plan, write_plan
from app.services.tables.comparing import Comparison
from app.services.undo import undo
from app.services.workbooks import Workbook
from tests.services.excel import write
from tests.state import tables

HEAD = ("编号(空则自动)", "年度", "任务", "责任单位", "完成期限", "状态", "关联要求项", "备注")


def compared(workbook: Workbook, path: Path) -> Comparison:
    return finish(compare_plan(workbook, path))


@pytest.fixture
def plan(workbook: Workbook) -> Workbook:
    add_requirement(workbook, title="自设")
    add_task(
        workbook,
        year=2025,
        title="发布地方标准",
        unit="省局",
        due=date(2025, 6, 30),
        state=Progress.IN_PROGRESS,
        requirements=["X-01", "N29-2.07"],
    )
    add_task(workbook, year=2024, title="=制定方案", notes="@备注")
    return workbook


def test_rows_new_changed_and_same(plan: Workbook, tmp_path: Path) -> None:
    file = write(
        tmp_path / "计划.xlsx",
        [
            (
                "P-01",
                "２０２６年度",
                "发布地方标准",
                "省局",
                45838,
                "已完成",
                "n29-2.07、x-01",
                None,
            ),
            ("", 2025.0, "培训", "", "2025.3.1", None, "N29-1.01,N29-1.01", ""),
            (None, datetime(2027, 1, 1), "第三", "", None, "Done", "", ""),
        ],
        HEAD,
    )
    made = compared(plan, file)
    assert [line.outcome for line in made.lines] == ["changed", "new", "new"]
    assert made.lines[0].changes == {
        "year": (2025, 2026),
        "state": (Progress.IN_PROGRESS, Progress.DONE),
    }
    before = tables(plan)
    import_plan(plan, made)
    rows = {row.code: row for row in tasks(plan)}
    assert rows["P-01"].state is Progress.DONE
    assert rows["P-01"].requirements == ("N29-2.07", "X-01")
    assert (rows["P-03"].requirements, rows["P-03"].due) == (("N29-1.01",), date(2025, 3, 1))
    assert (rows["P-04"].year, rows["P-04"].state) == (2027, Progress.DONE)
    undo(plan)
    assert tables(plan) == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_export_and_import_again_change_nothing(
    plan: Workbook, tmp_path: Path, language: Any
) -> None:
    assert write_plan(plan, tmp_path / "a.xlsx", language) == 2
    made = compared(plan, tmp_path / "a.xlsx")
    assert [line.outcome for line in made.lines] == ["same", "same"]
    assert not import_plan(plan, made)
    assert write_plan(plan, tmp_path / "b.xlsx", language, empty=True) == 0
    assert compared(plan, tmp_path / "b.xlsx").lines == ()


def test_rows_that_cannot_be(plan: Workbook, tmp_path: Path) -> None:
    before = tables(plan)
    file = write(
        tmp_path / "a.xlsx",
        [
            ("X-01", 2025, "编号不对"),
            ("", None, "没有年度"),
            ("", "明年", "年度不对"),
            ("", 1998, "太早"),
            ("", 2025, None, "没有任务"),
            ("", 2025, "状态不对", "", None, "快了"),
            ("", 2025, "要求项不对", "", None, "", "N29-9.99"),
            ("P-01", 2025, "一"),
            ("P-01", 2025, "二"),
        ],
        HEAD,
    )
    made = compared(plan, file)
    assert [line.error.code if line.error else "" for line in made.lines] == [
        "plan.code",
        "plan.no-year",
        "plan.unreadable-year",
        "plan.year",
        "plan.title",
        "plan.state",
        "requirement.unknown",
        "",
        "plan.repeated",
    ]
    with pytest.raises(UserError, match=r"import\.mistakes"):
        import_plan(plan, made)
    assert tables(plan) == before
