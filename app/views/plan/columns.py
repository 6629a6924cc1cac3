"""The columns of the table of tasks, and what its filter looks into."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.dates import format_date
from app.queries.plan import TaskRow
from app.views import theme
from app.views.desk import Desk
from app.views.widgets.marks import exclamation
from app.views.widgets.rows_model import Column


class TaskColumns:
    """Texts of a task in the window's language; `titles` of requirements are set with a reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mark = exclamation(theme.colours().warning)
        self.titles: dict[str, str] = {}

    def columns(self) -> tuple[Column[TaskRow], ...]:
        text, language = self._desk.text, self._desk.language
        return (
            Column(
                text("field.plan_task.code"),
                lambda row: row.code,
                sort=lambda row: (len(row.code), row.code),
                width=7,
            ),
            Column(text("field.plan_task.year"), lambda row: str(row.year), width=6),
            Column(text("field.plan_task.title"), lambda row: row.title, width=24),
            Column(
                text("field.plan_task.state"),
                self.state,
                width=24,
                icon=lambda row: self._mark if self.is_overdue(row) else None,
            ),
            Column(
                text("field.plan_task.due"),
                lambda row: format_date(row.due, language),
                sort=lambda row: str(row.due or ""),
                width=17,
            ),
            Column(text("field.plan_task.unit"), lambda row: row.unit, width=20),
            Column(
                text("field.plan_task.requirements"),
                lambda row: self._separator().join(row.requirements),
                sort=lambda row: (len(row.requirements), row.requirements),
                width=20,
                tip=lambda row: "\n".join(
                    f"{id_} {self.titles.get(id_, '')}".strip() for id_ in row.requirements
                ),
            ),
        )

    def is_overdue(self, row: TaskRow) -> bool:
        return row.is_overdue(self._desk.today())

    def state(self, row: TaskRow) -> str:
        """The state, and that a task is overdue."""
        state = self._desk.text(f"progress.{row.state}")
        if not self.is_overdue(row):
            return state
        return QCoreApplication.translate("plan", "Overdue · {0}").format(state)

    def search(self, row: TaskRow) -> str:
        """All texts of a task with the titles of its requirements."""
        linked = (f"{id_} {self.titles.get(id_, '')}" for id_ in row.requirements)
        return "\n".join(
            (row.code, str(row.year), row.title, row.unit, self.state(row), row.notes, *linked)
        )

    def _separator(self) -> str:
        return "、" if self._desk.language == "zh" else ", "
