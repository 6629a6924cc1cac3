"""Asks what a new task needs: its year and what is to be done."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from app.services.plan import TaskFields
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE
from app.views.widgets.text_fields import TextField
from app.views.widgets.year_field import YearField


class NewTaskDialog(QDialog):
    """Everything else is filled in on the page."""

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New task"))
        self.title = TextField("title")
        self.year = YearField()
        self.year.setValue(year)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build(desk)
        self.title.editor.textChanged.connect(self._show_state)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_state()

    def _build(self, desk: Desk) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Add"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(desk.text("field.plan_task.title"), self.title)
        form.addRow(desk.text("field.plan_task.year"), self.year)
        self.title.set_name(desk.text("field.plan_task.title"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(WIDE)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(480)
        self.title.setFocus()

    def fields(self) -> TaskFields:
        """What was entered."""
        return {"title": self.title.text(), "year": self.year.value()}

    def _show_state(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.title.text().strip()) and not self.title.too_long())
