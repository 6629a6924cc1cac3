"""The annual plan (年度任务): tasks of a year and the requirements that they serve."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.limits import FIRST_PLAN_YEAR, LAST_PLAN_YEAR, clean_text
from app.domain.vocabulary import Progress
from app.errors import UserError
from app.models import EvidenceTask, PlanLink, PlanTask
from app.services.fields import assign, check_in_force
from app.services.numbering import next_task_code
from app.store.workbook import Workbook

_TEXTS = ("title", "unit", "notes")


class TaskFields(TypedDict, total=False):
    """What of a task is given; `requirements` are all that it serves."""

    year: int
    title: str
    unit: str
    due: date | None
    state: Progress
    notes: str
    requirements: Iterable[str]


def add_task(workbook: Workbook, **fields: Unpack[TaskFields]) -> Changes:
    """Add a task, which needs year and title; its code P-01 is in the params of the changes.

    Raises UserError `plan.title`, `plan.year`, `field.too-long`, `requirement.unknown`,
    `requirement.retired`.
    """
    values = cleaned(fields)
    with workbook.write("plan.add") as unit:
        unit.params["code"] = enter(unit.session, values)
    return unit.changes


def edit_task(workbook: Workbook, code: str, **fields: Unpack[TaskFields]) -> Changes:
    """Change a task. Raises UserError `plan.unknown`, else as `add_task`."""
    values = cleaned(fields)
    with workbook.write("plan.edit", code=code) as unit:
        changed = change(unit.session, code, values)
        unit.params["fields"] = [f"plan_task.{name}" for name in changed]
    return unit.changes


def remove_task(workbook: Workbook, code: str) -> Changes:
    """Remove a task with its links. UserError `plan.unknown`."""
    with workbook.write("plan.remove", code=code) as unit:
        session = unit.session
        task = _existing(session, code)
        for cls in (PlanLink, EvidenceTask):
            for link in session.scalars(select(cls).where(cls.task_id == task.id)):
                session.delete(link)
        session.delete(task)
    return unit.changes


def cleaned(fields: TaskFields) -> dict[str, Any]:
    """Values as they are kept. Raises UserError `plan.title`, `plan.year`, `field.too-long`."""
    values: dict[str, Any] = dict(fields)
    for name in _TEXTS:
        if name in values:
            values[name] = clean_text(name, values[name])
    if not values.get("title", "-"):
        raise UserError("plan.title")
    year = values.get("year", FIRST_PLAN_YEAR)
    if not FIRST_PLAN_YEAR <= year <= LAST_PLAN_YEAR:
        raise UserError("plan.year", year=year, lowest=FIRST_PLAN_YEAR, highest=LAST_PLAN_YEAR)
    return values


def enter(session: Session, values: dict[str, Any], code: str = "") -> str:
    """Enter cleaned values as a new task, under the next free code where none is given."""
    if not values.get("title"):
        raise UserError("plan.title")
    if "year" not in values:
        raise UserError("plan.no-year")
    session.flush()
    task = PlanTask(
        id=str(uuid4()),
        code=code or next_task_code(session),
        year=values["year"],
        title=values["title"],
        unit=values.get("unit", ""),
        due=values.get("due"),
        state=Progress(values.get("state", Progress.NOT_STARTED)).value,
        notes=values.get("notes", ""),
    )
    session.add(task)
    _link(session, task, values.get("requirements", ()))
    return task.code


def change(session: Session, code: str, values: dict[str, Any]) -> list[str]:
    """Change what cleaned values name; the fields that differ.

    Raises UserError `plan.unknown`, `requirement.…`.
    """
    task = _existing(session, code)
    own = {name: value for name, value in values.items() if name != "requirements"}
    changed = assign(task, own)
    if "requirements" in values and _link(session, task, values["requirements"]):
        changed.append("requirements")
    return sorted(changed)


def _link(session: Session, task: PlanTask, requirements: Iterable[str]) -> bool:
    """Let a task serve these requirements and no others; whether that changes anything."""
    wanted = set(requirements)
    present = {
        link.requirement_id: link
        for link in session.scalars(select(PlanLink).where(PlanLink.task_id == task.id))
    }
    for requirement_id in sorted(wanted - present.keys()):
        check_in_force(session, requirement_id)
        session.add(PlanLink(task_id=task.id, requirement_id=requirement_id))
    for requirement_id in present.keys() - wanted:
        session.delete(present[requirement_id])
    return wanted != present.keys()


def _existing(session: Session, code: str) -> PlanTask:
    task = session.scalar(select(PlanTask).where(PlanTask.code == code))
    if task is None:
        raise UserError("plan.unknown", task=code)
    return task
