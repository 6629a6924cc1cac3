"""Adds an indicator of the region's own."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import Direction, Period, Text, Unit
from app.errors import WorkbookError
from app.services.indicators import IndicatorFields, add_indicator
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.choice import Choice
from app.views.widgets.text_fields import TextField


class OwnIndicatorDialog(QDialog):
    """Stays open, with the reason at the name, where the indicator can't be added."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.text
        self.title = TextField("title")
        self.measure: Choice[Unit] = Choice([(it, text(f"measure.{it}")) for it in Unit])
        self.direction: Choice[Direction] = Choice(
            [(it, text(f"direction.{it}")) for it in Direction]
        )
        self.frequency: Choice[Period] = Choice([(it, text(f"frequency.{it}")) for it in Period])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = self.buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Add an indicator of the region's own"))
        self.add.setProperty("role", "primary")
        self.frequency.set_value(Period.YEAR)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Indicator"), self.title),
            (self._desk.text("field.measure"), self.measure),
            (self._desk.text("field.direction"), self.direction),
            (self._desk.text("field.frequency"), self.frequency),
        )
        for name, field in rows:
            title = label(name)
            title.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(title, field)
        self.title.set_name(rows[0][0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addLayout(form)
        hint = self.tr("Its code is given by the program. Meaning, targets and values come after.")
        layout.addWidget(label(hint, "muted", wrap=True))
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(520, 280)

    def accept(self) -> None:
        title = self.title.text().strip()
        fields: IndicatorFields = {
            "title": Text(title, title),
            "measure": self.measure.value(),
            "direction": self.direction.value(),
            "frequency": self.frequency.value(),
        }
        workbook = self._desk.workbook
        self.add.setEnabled(False)
        self._desk.write(
            lambda: add_indicator(workbook, **fields),
            saved=lambda _: QDialog.accept(self),
            failed=self._on_failed,
        )

    def _on_failed(self, error: WorkbookError) -> None:
        self.add.setEnabled(True)
        self.title.refuse(self._desk.sentence(error))
        self.title.setFocus()
