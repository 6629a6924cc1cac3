"""Says that an answer was written for another wording, and shows both."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.queries.answers import Answer
from app.services.editions import mark_reviewed
from app.views.desk import Desk
from app.views.editions.wording import SideBySide
from app.views.widgets.basic import GAP, WIDE, button, card, label

_HEIGHT = 200


class ReviewNote(QWidget):
    """Hidden where there is nothing to be looked at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self.wordings = SideBySide(desk)
        self.reviewed = button(self.tr("Re&viewed"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, 0)
        layout.addWidget(self._frame())
        self.reviewed.setEnabled(not desk.read_only)
        self.reviewed.clicked.connect(self._on_reviewed)
        self.hide()

    def _frame(self) -> QFrame:
        frame, inside = card()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        said = label("⚠ " + self._desk.text("check.answer-to-review"), "warning", wrap=True)
        row.addWidget(said, 1)
        row.addWidget(self.reviewed)
        inside.addLayout(row)
        inside.addWidget(self.wordings)
        self.wordings.setFixedHeight(_HEIGHT)
        return frame

    def show_answer(self, item: Requirement, answer: Answer, version: str) -> None:
        """Show what is to be looked at; `version` is that of the present edition."""
        self._id = answer.requirement_id
        self.setVisible(answer.review is not None)
        if answer.review is None:
            return
        self.wordings.set_titles(
            self.tr("Answered under edition {0}").format(answer.review.version),
            self.tr("Present edition {0}").format(version),
        )
        self.wordings.show_wordings(answer.review.before, [item])

    def _on_reviewed(self) -> None:
        workbook, id_ = self._desk.workbook, self._id
        self._desk.write(
            lambda: mark_reviewed(workbook, id_),
            saved=lambda changes: self._desk.message.emit(
                self._desk.operation(changes.kind, dict(changes.params))
            ),
        )
