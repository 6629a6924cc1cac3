"""Asks for what a requirement of the region's own says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from app.queries.own import OwnRequirement
from app.services.own_requirements import OwnFields
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField


class OwnDialog(QDialog):
    """`wanted` carries what was entered; the dialog stays until that is saved."""

    wanted = Signal(object)

    def __init__(
        self, desk: Desk, present: OwnRequirement | None = None, parent: QWidget | None = None
    ) -> None:
        """`present` is the requirement that is to be changed, None for a new one."""
        super().__init__(parent)
        self._desk = desk
        self.texts = {
            "title": TextField("title"),
            "statement": TextField("statement", lines=4),
            "unit": TextField("unit"),
            "notes": TextField("notes", lines=2),
        }
        self.due = DateField()
        self._problem = label("", "error", wrap=True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.setWindowTitle(
            self.tr("Change own requirement {0}").format(present.id)
            if present
            else self.tr("Add own requirement")
        )
        self._build()
        if present is not None:
            for name, field in self.texts.items():
                field.reset(getattr(present, name))
            self.due.set_value(present.due)
        self.texts["title"].editor.textChanged.connect(self._show_state)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        self._show_state()

    def _build(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Save"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = self.texts | {"due": self.due}
        for name in ("title", "statement", "unit", "due", "notes"):
            title = self._desk.text(f"field.{name}")
            fields[name].set_name(title)
            heading = label(title)
            heading.setBuddy(fields[name])
            form.addRow(heading, fields[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(self._desk.text("own.note"), "muted", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(self.buttons)
        self._problem.hide()
        self.setMinimumWidth(520)
        self.texts["title"].setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not saved; what was entered stays."""
        self._problem.setText(sentence)
        self._problem.show()
        self.buttons.setEnabled(True)

    def _on_ok(self) -> None:
        self.due.flush()
        if self.due.unsaved() or any(field.too_long() for field in self.texts.values()):
            return
        fields: OwnFields = {
            "title": self.texts["title"].text(),
            "statement": self.texts["statement"].text(),
            "unit": self.texts["unit"].text(),
            "notes": self.texts["notes"].text(),
            "due": self.due.value(),
        }
        self.buttons.setEnabled(False)
        self.wanted.emit(fields)

    def _show_state(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.texts["title"].text().strip()))
