"""What the plan page shows, and what narrows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.catalog.requirement import Requirement
from app.domain.vocabulary import Progress
from app.queries.catalogue import requirement_texts
from app.queries.plan import TaskRow, tasks
from app.services.workbooks import Workbook

ALL, OVERDUE = "all", "overdue"


@dataclass(frozen=True, slots=True)
class PlanState:
    """All tasks, and the requirements that they can serve."""

    rows: tuple[TaskRow, ...] = ()
    requirements: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Year 0, unit None and state "all" let everything through; unit "" is that of no unit."""

    year: int = 0
    unit: str | None = None
    state: str = ALL

    def accepts(self, today: date) -> Callable[[TaskRow], bool] | None:
        """The rule for the table."""
        return None if self == Narrowing() else lambda row: self._accept(row, today)

    def _accept(self, row: TaskRow, today: date) -> bool:
        if self.year and row.year != self.year:
            return False
        if self.unit is not None and row.unit != self.unit:
            return False
        if self.state == OVERDUE:
            return row.is_overdue(today)
        return self.state == ALL or row.state is Progress(self.state)


def load(workbook: Workbook) -> PlanState:
    return PlanState(tuple(tasks(workbook)), tuple(requirement_texts(workbook)))
