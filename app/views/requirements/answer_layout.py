"""The fields of an answer to one requirement, and where they stand in the form."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.vocabulary import Progress
from app.views.desk import Desk
from app.views.requirements.rating import Rating
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField

# Narrower than this many characters the unit goes below.
_NARROW = 96


class AnswerLayout(QWidget):
    """Knows nothing of what is in them; the form fills and saves them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.progress: Choice[Progress] = Choice(
            [(item, desk.text(f"progress.{item}")) for item in Progress]
        )
        self.rating = Rating(desk)
        self.due = DateField()
        self.texts = {
            "unit": TextField("unit"),
            "reason": TextField("reason", lines=2),
            "narrative": TextField("narrative", lines=4),
            "problems": TextField("problems", lines=2),
            "next_steps": TextField("next_steps", lines=2),
        }
        self._reason_label = self._label("reason", self.texts["reason"])
        self._problem = label("", "error", wrap=True)
        self._first = QGridLayout()
        self._narrow: bool | None = None
        self._build()

    def _label(self, field: str, of: QWidget) -> QLabel:
        name = self._desk.text(f"field.{field}")
        of.setAccessibleName(name)
        if isinstance(of, (TextField, DateField)):
            of.set_name(name)
        widget = label(name)
        widget.setBuddy(of)
        return widget

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(4)
        layout.addLayout(self._first)
        layout.addWidget(self._problem)
        layout.addSpacing(GAP)
        layout.addWidget(self._reason_label)
        layout.addWidget(self.texts["reason"])
        layout.addWidget(self.rating)
        for field in ("narrative", "problems", "next_steps"):
            layout.addSpacing(GAP)
            layout.addWidget(self._label(field, self.texts[field]))
            layout.addWidget(self.texts[field])
        layout.addStretch(1)
        self._problem.hide()
        self._first.setHorizontalSpacing(WIDE)
        self._first.setVerticalSpacing(4)
        self._unit_label = self._label("unit", self.texts["unit"])
        for column, (field, widget) in enumerate((("progress", self.progress), ("due", self.due))):
            self._first.addWidget(self._label(field, widget), 0, column)
            self._first.addWidget(widget, 1, column)
        self._arrange(narrow=False)
        self._hint()
        self._set_read_only(self._desk.read_only)
        order = (self.progress, self.due, self.texts["unit"], self.texts["reason"], self.rating)
        for before, after in pairwise((*order, self.texts["narrative"])):
            self.setTabOrder(before, after)

    def _arrange(self, *, narrow: bool) -> None:
        """The unit beside progress and date, or below them where there is no room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        unit = self.texts["unit"]
        if narrow:
            self._first.addWidget(self._unit_label, 2, 0, 1, 3)
            self._first.addWidget(unit, 3, 0, 1, 3)
        else:
            self._first.addWidget(self._unit_label, 0, 2)
            self._first.addWidget(unit, 1, 2)
        self._first.setColumnStretch(2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < self.fontMetrics().horizontalAdvance("x") * _NARROW)

    def _hint(self) -> None:
        """What belongs into the long fields."""
        for field, hint in {
            "reason": self.tr("Say why this requirement does not apply to the region"),
            "narrative": self.tr("What was done, by whom and when, with figures"),
        }.items():
            self.texts[field].editor.setPlaceholderText(hint)

    def _set_read_only(self, read_only: bool) -> None:
        self.progress.setEnabled(not read_only)
        self.rating.set_read_only(read_only)
        self.due.set_read_only(read_only)
        for field in self.texts.values():
            field.set_read_only(read_only)

    def show_what_applies(self) -> None:
        """A reason only where the requirement does not apply, a rating only where it does."""
        applies = self.progress.value() is not Progress.NOT_APPLICABLE
        self._reason_label.setVisible(not applies)
        self.texts["reason"].setVisible(not applies)
        self.rating.setVisible(applies)

    def say(self, field: str, sentence: str) -> None:
        """Say at a field why it was not saved; "" when all is well."""
        if field in self.texts:
            self.texts[field].refuse(sentence)
        elif field == "due":
            self.due.refuse(sentence)
        elif field == "level":
            self.rating.refuse(sentence)
        elif field == "progress":
            self._problem.setText(sentence)
            self._problem.setVisible(bool(sentence))

    def focus_field(self, name: str) -> QWidget | None:
        """Put the cursor into a field; the field, so that it can be scrolled to."""
        if name == "level":
            self.rating.focus()
            return self.rating
        field = {"progress": self.progress, "due": self.due, **self.texts}.get(name)
        if field is not None:
            field.setFocus()
        return field
