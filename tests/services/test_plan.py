from datetime import date

import pytest

from app.domain.vocabulary import Progress
from app.errors import UserError
from app.queries.checks import check
from app.queries.plan import by_unit, by_year, overdue, tasks
from app.services.own_requirements import add_requirement, remove_requirement
from app.services.plan import add_task, edit_task, remove_task
from app.services.undo import undo
from app.services.workbooks import Workbook
from tests.state import tables

TODAY = date(2025, 7, 1)


@pytest.fixture
def plan(workbook: Workbook) -> Workbook:
    add_requirement(workbook, title="自设")
    add_task(
        workbook,
        year=2025,
        title="发布地方标准20项",
        unit="省市场监管局",
        due=date(2025, 6, 30),
        state=Progress.IN_PROGRESS,
        notes="含长三角2项",
        requirements=["N29-2.07", "X-01"],
    )
    add_task(workbook, year=2024, title="制定方案", unit="省市场监管局", state=Progress.DONE)
    add_task(workbook, year=2025, title="开展培训", unit="省经信厅", due=date(2025, 7, 1))
    add_task(workbook, year=2025, title="没有单位", due=date(2025, 3, 1))
    return workbook


def test_tasks_by_year_and_code(plan: Workbook) -> None:
    rows = tasks(plan)
    assert [(row.year, row.code) for row in rows] == [
        (2024, "P-02"),
        (2025, "P-01"),
        (2025, "P-03"),
        (2025, "P-04"),
    ]
    assert rows[1].requirements == ("N29-2.07", "X-01")
    assert (rows[1].state, rows[1].notes) == (Progress.IN_PROGRESS, "含长三角2项")
    assert [row.code for row in tasks(plan, "X-01")] == ["P-01"]
    assert [(group.name, len(group.tasks)) for group in by_year(rows)] == [("2024", 1), ("2025", 3)]


def test_tasks_by_unit(plan: Workbook) -> None:
    groups = by_unit(tasks(plan))
    assert [group.name for group in groups] == ["省市场监管局", "省经信厅", ""]
    assert (groups[0].done, groups[0].applicable) == (1, 2)


def test_what_is_overdue(plan: Workbook) -> None:
    assert [row.code for row in overdue(tasks(plan), TODAY)] == ["P-04", "P-01"]
    found = [row for row in check(plan, TODAY) if row.code == "task-overdue"]
    assert [(row.label, row.place.kind) for row in found] == [("P-01", "plan"), ("P-04", "plan")]
    edit_task(plan, "P-04", state=Progress.NOT_APPLICABLE)
    assert [row.code for row in overdue(tasks(plan), TODAY)] == ["P-01"]
    assert [row.code for row in overdue(tasks(plan), date(2025, 7, 2))] == ["P-01", "P-03"]


def test_only_what_is_given_changes(plan: Workbook) -> None:
    assert edit_task(plan, "P-01", year=2026, requirements=["N29-1.01", "X-01"])
    row = tasks(plan)[-1]
    assert (row.code, row.year, row.unit) == ("P-01", 2026, "省市场监管局")
    assert row.requirements == ("N29-1.01", "X-01")
    edit_task(plan, "P-01", due=None, requirements=[])
    assert tasks(plan)[-1].due is None
    assert tasks(plan)[-1].requirements == ()
    assert not edit_task(plan, "P-01", due=None)


def test_removing_and_undoing(plan: Workbook) -> None:
    before = tables(plan)
    remove_task(plan, "P-01")
    assert [row.code for row in tasks(plan)] == ["P-02", "P-03", "P-04"]
    undo(plan)
    assert tables(plan) == before
    remove_task(plan, "P-04")
    assert add_task(plan, year=2025, title="新").params["code"] == "P-05"


def test_a_requirement_that_goes_leaves_the_task(plan: Workbook) -> None:
    remove_requirement(plan, "X-01")
    assert tasks(plan)[1].requirements == ("N29-2.07",)


def test_what_is_refused(workbook: Workbook) -> None:
    before = tables(workbook)
    for code, work in {
        "plan.title": lambda: add_task(workbook, year=2025, title=" "),
        "plan.no-year": lambda: add_task(workbook, title="x"),
        "plan.year": lambda: add_task(workbook, year=1999, title="x"),
        "field.too-long": lambda: add_task(workbook, year=2025, title="x", notes="x" * 2001),
        "requirement.unknown": lambda: add_task(
            workbook, year=2025, title="x", requirements=["N29-9.99"]
        ),
        "plan.unknown": lambda: edit_task(workbook, "P-09", title="x"),
    }.items():
        with pytest.raises(UserError) as caught:
            work()
        assert caught.value.code == code
    with pytest.raises(UserError, match=r"plan\.unknown"):
        remove_task(workbook, "")
    assert tables(workbook) == before
