"""What is said of a task; every field saves itself."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.vocabulary import Progress
from app.queries.plan import TaskRow
from app.services.plan import TaskFields, edit_task
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.evidence.saver import Saver
from app.views.widgets.basic import GAP, label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField
from app.views.widgets.year_field import YearField

_ORDER = ("title", "year", "unit", "due", "state", "notes")


class TaskForm(QWidget):
    """Shows one task; what could not be saved of another one is kept by the saver."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saver = Saver(desk, partial(_edit, desk.workbook), self)
        self._code = ""
        # What was typed into the date of other tasks and is no date.
        self._no_dates: dict[str, str] = {}
        self.texts = {
            "title": TextField("title"),
            "unit": TextField("unit"),
            "notes": TextField("notes", lines=3),
        }
        self.due = DateField()
        self.year = YearField()
        self.state: Choice[Progress] = Choice(
            [(state, desk.text(f"progress.{state}")) for state in Progress]
        )
        self._notes = {name: label("", "error", wrap=True) for name in ("year", "state")}
        self._build()
        self._connect()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in _ORDER:
            title = self._desk.text(f"field.plan_task.{name}")
            heading = label(title)
            heading.setBuddy(self.field(name))
            form.addRow(heading, self._with_note(name))
        for name, field in (self.texts | {"due": self.due}).items():
            field.set_name(self._desk.text(f"field.plan_task.{name}"))
            field.set_read_only(self._desk.read_only)
        for name in self._notes:
            self.field(name).setAccessibleName(self._desk.text(f"field.plan_task.{name}"))
            self.field(name).setEnabled(not self._desk.read_only)

    def _with_note(self, name: str) -> QWidget:
        if name not in self._notes:
            return self.field(name)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field(name))
        column.addWidget(self._notes[name])
        self._notes[name].hide()
        return holder

    def _connect(self) -> None:
        for name, text in self.texts.items():
            text.edited.connect(partial(self._save, name))
        self.due.edited.connect(partial(self._save, "due"))
        self.year.edited.connect(partial(self._save, "year"))
        self.state.currentIndexChanged.connect(lambda _: self._save("state", self.state.value()))
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)

    def field(self, name: str) -> QWidget:
        """The input of a field."""
        others: dict[str, QWidget] = {"due": self.due, "year": self.year, "state": self.state}
        return self.texts.get(name) or others[name]

    def show_row(self, row: TaskRow) -> None:
        """Show a task, or what the workbook now holds of the one that is shown."""
        other = row.code != self._code
        if other:
            self._leave()
            self._code = row.code
        for name, text in self.texts.items():
            kept = self._saver.unsaved(row.code, name)
            if other:
                text.reset(getattr(row, name))
            else:
                text.set_text(getattr(row, name))
            if kept is not None and other:
                text.show_unsaved(str(kept.value), kept.sentence)
        self._show_due(row.due, other)
        self.year.show_value(self._kept("year", row.year))
        self.state.set_value(self._kept("state", row.state))

    def forget(self) -> None:
        """The task is gone from the workbook."""
        self._saver.forget(self._code)
        self._code = ""

    def flush(self) -> None:
        """Hand over what is being typed, and what failed before."""
        for text in self.texts.values():
            text.flush()
        self.due.flush()
        self.year.flush()
        self._saver.retry()

    def unsaved(self) -> bool:
        typed = self.due.unsaved() or any(text.unsaved() for text in self.texts.values())
        return (bool(self._code) and typed) or self._saver.any_unsaved() or bool(self._no_dates)

    def _leave(self) -> None:
        """Before another task is shown: nothing that was typed gets lost."""
        if not self._code:
            return
        for name, text in self.texts.items():
            # Also what is too long: the service refuses it, and it is shown again with the reason.
            if text.unsaved():
                self._save(name, text.text().strip())
        self.year.flush()
        self.due.flush()
        if self.due.unsaved():
            self._no_dates[self._code] = self.due.text()

    def _show_due(self, value: date | None, other: bool) -> None:
        kept = self._saver.unsaved(self._code, "due")
        typed = self._no_dates.pop(self._code, None)
        if typed is not None:
            self.due.set_value(value)
            self.due.show_typed(typed)
        elif kept is not None:
            self.due.set_value(kept.value if isinstance(kept.value, date) else None)
            self.due.refuse(kept.sentence)
        elif other:
            self.due.set_value(value)
        else:
            self.due.refresh_value(value)

    def _kept(self, name: str, value: Any) -> Any:
        """What could not be saved of a field, with the reason shown below; else its value."""
        kept = self._saver.unsaved(self._code, name)
        self._notes[name].setText(kept.sentence if kept else "")
        self._notes[name].setVisible(kept is not None)
        return kept.value if kept else value

    def _save(self, name: str, value: object) -> None:
        if self._code:
            self._saver.save(self._code, name, value)

    def _on_saved(self, code: str, name: str, value: object) -> None:
        if code != self._code:
            return
        if name in self.texts:
            self.texts[name].accept(str(value))
        elif name == "due":
            self.due.accept()
        else:
            self._notes[name].hide()

    def _on_failed(self, code: str, name: str, _: object) -> None:
        kept = self._saver.unsaved(code, name)
        if code != self._code or kept is None:
            return
        if name in self.texts:
            self.texts[name].refuse(kept.sentence)
        elif name == "due":
            self.due.refuse(kept.sentence)
        else:
            self._kept(name, kept.value)


def _edit(workbook: Workbook, code: str, name: str, value: object) -> Changes:
    fields: TaskFields = {name: value}  # type: ignore[misc]
    return edit_task(workbook, code, **fields)
