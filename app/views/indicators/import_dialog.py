"""What an import of values would change, row by row, before it is taken over as a whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.dates import format_date
from app.domain.indicators import format_value
from app.errors import Cancelled, WorkbookError
from app.services.readings_import import (
    ImportLine,
    ImportPlan,
    LineOutcome,
    ReadingValues,
    apply_import,
    plan_import,
)
from app.views.desk import Desk
from app.views.indicators.icons import error_icon
from app.views.widgets.basic import GAP, WIDE, label, set_role
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable
from app.views.widgets.task_row import TaskRow

_OUTCOMES: tuple[LineOutcome, ...] = ("error", "new", "changed", "same")


class ImportDialog(QDialog):
    """Nothing is changed until it is accepted; then everything, in one operation."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan: ImportPlan | None = None
        self._error: QIcon = error_icon()
        self.summary = label(self.tr("Reading “{0}”…").format(path.name), wrap=True)
        self.ignored = label("", "muted", wrap=True)
        self.table: RowsTable[ImportLine] = RowsTable(
            self._columns(), lambda row: str(row.row), stretch=7
        )
        self.task = TaskRow(desk.runner, self.tr("Progress of reading the file"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton(
            self.tr("Take all over"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        workbook, today = desk.workbook, desk.today()
        # Behind everything that is being saved.
        desk.runner.write(
            lambda: None,
            lambda _: self.task.start(
                lambda: plan_import(workbook, path, today), self._on_planned, self._on_failed
            ),
            desk.problem.emit,
        )

    def _columns(self) -> tuple[Column[ImportLine], ...]:
        text, language = self._desk.text, self._desk.language
        return (
            Column(self.tr("Row"), lambda row: str(row.row), lambda row: row.row, RIGHT, width=5),
            Column(
                self.tr("Result"),
                lambda row: text(f"outcome.{row.outcome}"),
                lambda row: (_OUTCOMES.index(row.outcome), row.row),
                width=10,
                icon=lambda row: self._error if row.outcome == "error" else None,
            ),
            Column(text("field.code"), lambda row: row.code, width=12),
            Column(
                self.tr("Indicator"),
                lambda row: row.title.in_(language) if row.title else "",
                width=24,
            ),
            Column(
                text("field.on"),
                lambda row: format_date(row.on, language),
                lambda row: str(row.on or ""),
                width=17,
            ),
            Column(self.tr("Old value"), lambda row: _value(row.before), align=RIGHT, width=8),
            Column(self.tr("New value"), lambda row: _value(row.after), align=RIGHT, width=8),
            Column(self.tr("Details"), self._details, width=28),
        )

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import values from Excel"))
        self.table.setAccessibleName(self.tr("Result for each row"))
        self.take.setProperty("role", "primary")
        self.take.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        for widget in (self.summary, self.ignored, self.table, self.task, self.buttons):
            layout.addWidget(widget)
        self.ignored.hide()
        self.resize(960, 480)

    # -- what was read

    def _on_planned(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.table.set_rows(sorted(plan.lines, key=lambda line: line.outcome != "error"))
        self.table.select_first()
        comma = "、" if self._desk.language == "zh" else ", "
        if plan.ignored:
            columns = comma.join(plan.ignored)
            self.ignored.setText(self.tr("Columns that are not used: {0}").format(columns))
            self.ignored.show()
        mistakes = plan.count("error")
        wanted = plan.count("new") + plan.count("changed")
        self.take.setEnabled(bool(wanted) and not mistakes)
        self._say("error" if mistakes else "", self._summary(plan, mistakes, wanted))

    def _summary(self, plan: ImportPlan, mistakes: int, wanted: int) -> str:
        text = self._desk.text
        found = "；" if self._desk.language == "zh" else "; "
        counts = found.join(
            self.tr("{0}: {1}").format(text(f"outcome.{name}"), plan.count(name))
            for name in _OUTCOMES
            if plan.count(name)
        )
        if mistakes:
            return self.tr(
                "{0}. Nothing can be taken over before the mistakes are corrected in the file."
            ).format(counts)
        if not wanted:
            return self.tr("There is nothing in “{0}” that the workbook does not have.").format(
                plan.name
            )
        return self.tr("{0}. Nothing has been changed yet.").format(counts)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbookError):
            self._say("error", self._desk.sentence(error))
        elif not isinstance(error, Cancelled):
            self._desk.problem.emit(error)

    def _say(self, role: str, sentence: str) -> None:
        set_role(self.summary, role)
        self.summary.setText(sentence)

    def _details(self, row: ImportLine) -> str:
        """Why a row can't be taken, or what else of it is new."""
        if row.error is not None:
            return self._desk.sentence(row.error)
        if row.after is None:
            return ""
        changed = [
            self.tr("{0}: {1}").format(
                self._desk.text(f"field.{name}"), f"{old} → {new or '—'}" if old else new
            )
            for name, old, new in row.after.new_texts(row.before)
        ]
        return ("；" if self._desk.language == "zh" else "; ").join(changed)

    # -- taking over

    def accept(self) -> None:
        plan, workbook = self._plan, self._desk.workbook
        if plan is None or not self.take.isEnabled():
            return
        self.take.setEnabled(False)
        self._desk.write(lambda: apply_import(workbook, plan), self._on_taken, self._on_failed)

    def _on_taken(self, changes: Changes) -> None:
        said = self._desk.operation(changes.kind, dict(changes.params))
        self._desk.message.emit(said)
        super().accept()

    def reject(self) -> None:
        self.task.stop()
        super().reject()


def _value(values: ReadingValues | None) -> str:
    return "" if values is None else format_value(values.value)
