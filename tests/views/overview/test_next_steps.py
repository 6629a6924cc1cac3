from dataclasses import replace
from datetime import date, timedelta

from app.domain.checks import Place
from app.domain.vocabulary import Progress
from app.queries.checks import check
from app.queries.overview import overview
from app.services.answers import edit_answer
from app.services.profile import edit_profile
from app.services.workbooks import Workbook
from app.views.overview.next_steps import MOST, NextStep, next_steps

TODAY = date(2025, 6, 1)


def steps_of(workbook: Workbook) -> tuple[NextStep, ...]:
    return next_steps(overview(workbook, TODAY), check(workbook, TODAY), TODAY)


def test_a_new_workbook_starts_with_profile_and_first_requirement(workbook: Workbook) -> None:
    steps = steps_of(workbook)
    assert [step.kind for step in steps] == ["profile", "unanswered"]
    assert steps[0].place == Place("profile", field="lead_unit")
    assert steps[1].place.id == "N29-1.01"


def test_what_is_pressing_comes_first_and_no_kind_fills_the_list(workbook: Workbook) -> None:
    for day, number in enumerate(("2.01", "2.02", "2.03")):
        due = TODAY - timedelta(days=10 - day)
        edit_answer(workbook, f"N29-{number}", progress=Progress.IN_PROGRESS, due=due)
        edit_answer(workbook, f"N29-3.{number[2:]}", progress=Progress.DONE, level=3)
        soon = TODAY + timedelta(days=30 - day)
        edit_answer(workbook, f"N29-5.{number[2:]}", progress=Progress.IN_PROGRESS, due=soon)
    edit_answer(workbook, "N29-4.01", progress=Progress.NOT_APPLICABLE)
    steps = steps_of(workbook)
    assert len(steps) == MOST
    kinds = [step.kind for step in steps]
    assert kinds == ["profile", "finding", "overdue", "overdue", "evidence", "evidence"]
    assert [step.place.id for step in steps[2:4]] == ["N29-2.01", "N29-2.02"]
    assert steps[1].place == Place("requirement", "N29-4.01", "reason")


def test_due_dates_of_what_is_done_or_far_off_say_nothing(workbook: Workbook) -> None:
    past, far = TODAY - timedelta(days=1), TODAY + timedelta(days=31)
    edit_answer(workbook, "N29-1.01", progress=Progress.DONE, due=past)
    edit_answer(workbook, "N29-1.02", progress=Progress.NOT_APPLICABLE, reason="无", due=past)
    edit_answer(workbook, "N29-1.03", progress=Progress.IN_PROGRESS, due=far)
    edit_answer(workbook, "N29-1.04", progress=Progress.IN_PROGRESS, due=TODAY)
    dated = [step for step in steps_of(workbook) if step.kind in ("overdue", "soon")]
    assert [(step.kind, step.place.id) for step in dated] == [("soon", "N29-1.04")]


def test_nothing_to_do_is_an_empty_list(workbook: Workbook) -> None:
    edit_profile(
        workbook, lead_unit="局", approval_number="号", contact_name="王", contact_phone="1"
    )
    state = overview(workbook, TODAY)
    answered = tuple(replace(row, narrative="有") for row in state.answers)
    assert next_steps(replace(state, answers=answered), [], TODAY) == ()
