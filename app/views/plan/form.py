"""What is said of a task; every field saves itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.vocabulary import Progress
from app.queries.plan import TaskRow
from app.services.plan import TaskFields, edit_task
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.saving_form import Fields, SavingForm
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField
from app.views.widgets.year_field import YearField

_ORDER = ("title", "year", "unit", "due", "state", "notes")


class TaskForm(SavingForm):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _fields(desk), partial(_edit, desk.workbook), parent)

    def show_row(self, row: TaskRow) -> None:
        """Show a task, or what the workbook now holds of the one that is shown."""
        self.show_thing(row.code, row)


def _fields(desk: Desk) -> Fields:
    states = [(state, desk.text(f"progress.{state}")) for state in Progress]
    return Fields(
        names={name: desk.text(f"field.plan_task.{name}") for name in _ORDER},
        texts={
            "title": TextField("title"),
            "unit": TextField("unit"),
            "notes": TextField("notes", lines=3),
        },
        dates={"due": DateField()},
        choices={"year": YearField(), "state": Choice(states)},
    )


def _edit(workbook: Workbook, code: str, name: str, value: object) -> Changes:
    fields: TaskFields = {name: value}  # type: ignore[misc]
    return edit_task(workbook, code, **fields)
