"""Asks for stage and title of a snapshot, and says that it can't be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import Stage
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.choice import Choice
from app.views.widgets.text_fields import TextField


class TakeDialog(QDialog):
    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take a snapshot"))
        self.stage: Choice[Stage] = Choice((item, desk.text(f"stage.{item}")) for item in Stage)
        self.stage.set_value(stage)
        self.title = TextField("title")
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build(desk)
        self.title.editor.textChanged.connect(self._show_state)

    def _build(self, desk: Desk) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Take snapshot"))
        self.title.set_name(desk.text("field.snapshot.title"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(desk.text("field.snapshot.stage"), self.stage)
        form.addRow(desk.text("field.snapshot.title"), self.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(WIDE)
        note = self.tr(
            "The answers, indicators, evidence register and scoring scheme are frozen as they "
            "are now. A snapshot can be neither changed nor removed, and undo passes over it."
        )
        layout.addWidget(label(note, wrap=True))
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.setMinimumWidth(480)
        self.title.setFocus()

    def _show_state(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not self.title.too_long())
