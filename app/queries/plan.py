"""The annual plan by year and by unit, and what of it is overdue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.domain.vocabulary import Progress
from app.models import PlanLink, PlanTask
from app.models.base import columns
from app.store.workbook import Workbook

_TASK = columns(PlanTask)
_LINK = columns(PlanLink)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with the ids of the requirements that it serves."""

    id: str
    code: str
    year: int
    title: str
    unit: str
    due: date | None
    state: Progress
    notes: str
    requirements: tuple[str, ...]

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before `today`."""
        open_ = self.state in (Progress.NOT_STARTED, Progress.IN_PROGRESS)
        return self.due is not None and self.due < today and open_


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The tasks of a year or a unit, and how many of those that apply are done."""

    name: str
    tasks: tuple[TaskRow, ...]

    @property
    def applicable(self) -> int:
        return sum(task.state is not Progress.NOT_APPLICABLE for task in self.tasks)

    @property
    def done(self) -> int:
        return sum(task.state is Progress.DONE for task in self.tasks)


def tasks(workbook: Workbook, requirement_id: str = "") -> list[TaskRow]:
    """All tasks by year and code, or those that serve one requirement."""
    links: defaultdict[str, list[str]] = defaultdict(list)
    with workbook.read() as session:
        for task_id, linked in session.execute(
            select(_LINK.task_id, _LINK.requirement_id).order_by(_LINK.requirement_id)
        ):
            links[task_id].append(linked)
        rows = session.execute(
            # P-99 before P-100.
            select(*_TASK).order_by(_TASK.year, func.length(_TASK.code), _TASK.code)
        ).all()
    found = [
        TaskRow(
            id=row.id,
            code=row.code,
            year=row.year,
            title=row.title,
            unit=row.unit,
            due=row.due,
            state=Progress(row.state),
            notes=row.notes,
            requirements=tuple(links[row.id]),
        )
        for row in rows
    ]
    return [row for row in found if not requirement_id or requirement_id in row.requirements]


def by_year(rows: Iterable[TaskRow]) -> list[TaskGroup]:
    """Groups in the order of the years."""
    return _grouped(rows, lambda row: str(row.year))


def by_unit(rows: Iterable[TaskRow]) -> list[TaskGroup]:
    """Groups by responsible unit; tasks that have none come last, under ""."""
    groups = _grouped(rows, lambda row: row.unit)
    return sorted(groups, key=lambda group: (not group.name, group.name))


def overdue(rows: Iterable[TaskRow], today: date) -> list[TaskRow]:
    """What should have been done before `today`, the longest overdue first."""
    late = [(row.due, row) for row in rows if row.due is not None and row.is_overdue(today)]
    return [row for _, row in sorted(late, key=lambda pair: (pair[0], pair[1].code))]


def _grouped(rows: Iterable[TaskRow], name: Callable[[TaskRow], str]) -> list[TaskGroup]:
    groups: defaultdict[str, list[TaskRow]] = defaultdict(list)
    for row in rows:
        groups[name(row)].append(row)
    return [TaskGroup(key, tuple(group)) for key, group in groups.items()]
