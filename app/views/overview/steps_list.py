"""The list of what to do next; each line goes to its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import format_date
from app.views.desk import Desk
from app.views.widgets.basic import label
from app.views.widgets.elided_link import ElidedLink

if TYPE_CHECKING:  # start-up time
    from app.views.overview.next_steps import NextStep


class StepsList(QWidget):
    """Says that the workbook is being looked through until the steps are known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[NextStep, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._note = label(self.tr("Looking through the workbook…"), "muted", wrap=True)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)
        self._links: list[ElidedLink] = []

    def show_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Lines that stay the same are left alone, so that the focus is not lost."""
        if steps == self._shown:
            return
        self._shown = steps
        for link in self._links:
            self._layout.removeWidget(link)
            link.deleteLater()
        self._links = []
        for number, step in enumerate(steps):
            link = ElidedLink(self._sentence(step), self)
            link.clicked.connect(partial(self._desk.show_place, step.place))
            self._layout.insertWidget(number, link)
            self._links.append(link)
        self._note.setVisible(not steps)
        self._note.setText(
            self.tr("Nothing is pressing. The report can be exported on the page “Reports”.")
        )

    def links(self) -> list[ElidedLink]:
        return self._links

    def _sentence(self, step: NextStep) -> str:
        subject = self._subject(step)
        match step.kind:
            case "profile":
                field = self._desk.text(f"field.{step.place.field}")
                return self.tr("Complete the pilot profile: “{0}” is empty").format(field)
            case "finding":
                return self.tr("{0}: {1}").format(subject, self._finding(step))
            case "evidence":
                return self.tr("Add evidence to {0}").format(subject)
            case "overdue":
                return self.tr("Overdue since {0}: {1}").format(self._due(step), subject)
            case "soon":
                return self.tr("Due on {0}: {1}").format(self._due(step), subject)
            case "unanswered":
                return self.tr("Answer next: {0}").format(subject)

    def _subject(self, step: NextStep) -> str:
        if step.answer is not None:
            return f"{step.answer.requirement_id} {step.answer.title.in_(self._desk.language)}"
        if step.finding is not None and step.finding.label:
            return step.finding.label
        return self.tr("Pilot profile")

    def _finding(self, step: NextStep) -> str:
        assert step.finding is not None
        return self._desk.text(f"check.{step.finding.code}", **step.finding.params)

    def _due(self, step: NextStep) -> str:
        assert step.answer is not None
        return format_date(step.answer.due, self._desk.language)
