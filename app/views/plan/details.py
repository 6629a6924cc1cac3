"""Everything of the selected task: form and requirements, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.queries.plan import TaskRow
from app.views.desk import Desk
from app.views.plan.form import TaskForm
from app.views.plan.links import TaskLinks
from app.views.widgets.basic import GAP, WIDE, label


class Details(QStackedWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row: TaskRow | None = None
        self.form = TaskForm(desk)
        self.links = TaskLinks(desk)
        self.overdue = label("", "warning", wrap=True)
        self._heading = label("", "section-title", wrap=True)
        self._nothing = label(
            self.tr("Select a task in the list to see and change its details."), "muted", wrap=True
        )
        self._scroll = QScrollArea()
        self._build()

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(WIDE, 4, GAP, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        column.addWidget(self.overdue)
        column.addWidget(self.form)
        column.addSpacing(GAP)
        column.addWidget(label(self._desk.text("field.plan_task.requirements"), "section-title"))
        column.addWidget(self.links)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        empty = QWidget()
        hint = QVBoxLayout(empty)
        hint.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        hint.addWidget(self._nothing)
        hint.addStretch(1)
        self.addWidget(empty)
        self.addWidget(self._scroll)

    def show_row(self, row: TaskRow | None, requirements: Sequence[Requirement]) -> None:
        """Show a task, or that none is selected."""
        self.row = row
        if row is None:
            self.flush()
            self.setCurrentIndex(0)
            return
        self._heading.setText(self.tr("Task {0}").format(row.code))
        late = row.is_overdue(self._desk.today())
        self.overdue.setVisible(late)
        if late and row.due is not None:
            days = (self._desk.today() - row.due).days
            self.overdue.setText(self.tr("⚠ Overdue by {0} days").format(days))
        self.form.show_row(row)
        self.links.show_row(row, requirements)
        self.setCurrentIndex(1)

    def forget(self) -> None:
        """The task that was shown is gone from the workbook."""
        self.form.forget()
        self.row = None
        self.setCurrentIndex(0)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field, or into the list of requirements."""
        if not name:
            return
        widget = self.links.table if name == "requirements" else self.form.field(name)
        widget.setFocus()
        # The layout has its final heights only after it has been shown.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget))

    def flush(self) -> None:
        self.form.flush()

    def unsaved(self) -> bool:
        return self.form.unsaved()
