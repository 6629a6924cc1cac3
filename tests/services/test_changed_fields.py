"""The history names what an edit has changed, not all that a form handed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.changes import Changes
from app.domain.vocabulary import EvidenceKind, Progress
from app.queries.evidence import evidence_list
from app.queries.indicators import indicators
from app.services.answers import edit_answer
from app.services.evidence import edit_evidence
from app.services.indicators import edit_indicator
from app.services.own_requirements import add_requirement, edit_requirement
from app.services.plan import add_task, edit_task
from app.services.profile import edit_profile
from app.services.workbooks import Workbook

DAY = date(2025, 7, 1)


def answered(workbook: Workbook) -> list[Changes]:
    first = edit_answer(workbook, "N29-1.02", narrative="做", level=2, progress=Progress.DONE)
    return [
        first,
        edit_answer(workbook, "N29-1.02", narrative="做", level=3, progress=Progress.DONE),
    ]


def profiled(workbook: Workbook) -> list[Changes]:
    first = edit_profile(workbook, name="甲", lead_unit="乙")
    return [first, edit_profile(workbook, name="甲", lead_unit="丙")]


def described(workbook: Workbook) -> list[Changes]:
    id_ = evidence_list(workbook)[0].id
    first = edit_evidence(workbook, id_, kind=EvidenceKind.AWARD, notes="注", title="新名")
    return [first, edit_evidence(workbook, id_, kind=EvidenceKind.AWARD, notes="", title="新名")]


def measured(workbook: Workbook) -> list[Changes]:
    id_ = indicators(workbook, DAY)[0].id
    first = edit_indicator(workbook, id_, baseline=1.0, baseline_on=DAY, verified=False)
    return [first, edit_indicator(workbook, id_, baseline=2.0, baseline_on=DAY, verified=False)]


def planned(workbook: Workbook) -> list[Changes]:
    add_task(workbook, year=2025, title="事", requirements=["N29-1.01"])
    served = ["N29-1.01", "N29-1.02"]
    first = edit_task(workbook, "P-01", unit="局", requirements=served)
    return [first, edit_task(workbook, "P-01", unit="厅", requirements=served)]


def own(workbook: Workbook) -> list[Changes]:
    add_requirement(workbook, title="自设")
    first = edit_requirement(workbook, "X-01", title="改", unit="局", due=DAY)
    return [first, edit_requirement(workbook, "X-01", title="改", unit="局", due=None)]


@pytest.mark.parametrize(
    ("edit", "both", "one"),
    [
        (answered, ["level", "narrative", "progress"], "level"),
        (profiled, ["lead_unit", "name"], "lead_unit"),
        (described, ["kind", "notes", "title"], "notes"),
        (measured, ["baseline", "baseline_on", "verified"], "baseline"),
        (planned, ["plan_task.requirements", "plan_task.unit"], "plan_task.unit"),
        (own, ["due", "title", "unit"], "due"),
    ],
)
def test_only_what_differs_is_named(
    filled: Workbook, edit: Callable[[Workbook], list[Changes]], both: list[str], one: str
) -> None:
    assert [changes.params["fields"] for changes in edit(filled)] == [both, [one]]
