"""The answer to one requirement. It saves itself; what can't be saved is kept as a draft."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.domain.scheme import Scheme
from app.domain.vocabulary import Progress
from app.errors import UserError, WorkbookError
from app.queries.answers import Answer
from app.services.answers import AnswerFields, edit_answer
from app.views.desk import Desk
from app.views.requirements.drafts import Draft, Drafts, Key
from app.views.requirements.rating import Rating
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField

# Narrower than this many characters the unit goes below.
_NARROW = 96


class AnswerForm(QWidget):
    """Shows one requirement at a time; `flush` it before it shows the next."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._id = ""
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
        self._connect()

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

    def _connect(self) -> None:
        for name, field in self.texts.items():
            field.edited.connect(lambda text, name=name: self._submit(name, text))
        self.progress.currentIndexChanged.connect(self._on_progress)
        self.rating.edited.connect(lambda level: self._submit("level", level))
        self.due.edited.connect(lambda value: self._submit("due", value))
        self._drafts.saved.connect(self._on_saved)
        self._drafts.refused.connect(self._on_refused)

    def _set_read_only(self, read_only: bool) -> None:
        self.progress.setEnabled(not read_only)
        self.rating.set_read_only(read_only)
        self.due.set_read_only(read_only)
        for field in self.texts.values():
            field.set_read_only(read_only)

    # -- showing

    def show_requirement(self, item: Requirement, answer: Answer, scheme: Scheme) -> None:
        """Show another requirement, with what of it could not be saved so far."""
        language = self._desk.language
        self._id = item.id
        self.rating.set_anchors([anchor.in_(language) for anchor in item.anchors])
        self._show_levels(scheme)
        for name, field in self.texts.items():
            field.reset(getattr(answer, name))
        self.due.set_value(answer.due)
        self._show_choices(answer)
        for name, draft in self._drafts.of(item.id).items():
            self._restore(name, draft)

    def refresh(self, answer: Answer, scheme: Scheme) -> None:
        """Show what the workbook holds now; what is being typed stays."""
        self._show_levels(scheme)
        for name, field in self.texts.items():
            field.set_text(getattr(answer, name))
        if not self._drafts.get((self._id, "due")):
            self.due.refresh_value(answer.due)
        self._show_choices(answer)

    def _show_levels(self, scheme: Scheme) -> None:
        language = self._desk.language
        self.rating.set_labels([level.label.in_(language) for level in scheme.levels])

    def _show_choices(self, answer: Answer) -> None:
        drafts = self._drafts.of(self._id)
        self._say("progress", "")
        self._say("level", "")
        self.progress.set_value(answer.progress)
        self.rating.set_value(answer.level)
        self._show_what_applies()
        for name in drafts.keys() & {"progress", "level"}:
            self._restore(name, drafts[name])

    def _restore(self, name: str, draft: Draft) -> None:
        """Show an unsaved value again, and why it is not saved."""
        sentence = self._desk.sentence(draft.error) if draft.error else ""
        if name in self.texts:
            self.texts[name].show_unsaved(str(draft.value), sentence)
            return
        if name == "due" and draft.write is None:
            self.due.show_typed(str(draft.value))
            return
        if name == "due":
            self.due.set_value(cast("date | None", draft.value))
        elif name == "progress":
            self.progress.set_value(cast(Progress, draft.value))
            self._show_what_applies()
        elif name == "level":
            self.rating.set_value(cast("int | None", draft.value))
        if sentence:
            self._say(name, sentence)

    def _show_what_applies(self) -> None:
        """A reason only where the requirement does not apply, a rating only where it does."""
        applies = self.progress.value() is not Progress.NOT_APPLICABLE
        self._reason_label.setVisible(not applies)
        self.texts["reason"].setVisible(not applies)
        self.rating.setVisible(applies)

    def _say(self, field: str, sentence: str) -> None:
        if field in self.texts:
            self.texts[field].refuse(sentence)
        elif field == "due":
            self.due.refuse(sentence)
        elif field == "level":
            self.rating.refuse(sentence)
        elif field == "progress":
            self._problem.setText(sentence)
            self._problem.setVisible(bool(sentence))

    # -- saving

    def flush(self) -> None:
        """Hand over what is being typed, and keep as drafts what can't be handed over."""
        if not self._id or self._desk.read_only:
            return
        for name, field in self.texts.items():
            field.flush()
            self._settle_text((self._id, name), field)
        self.due.flush()
        self._settle_due((self._id, "due"))

    def _settle_text(self, key: Key, field: TextField) -> None:
        draft = self._drafts.get(key)
        if field.too_long():
            text = field.text().strip()
            error = UserError(
                "field.too-long", field=field.field, length=len(text), limit=field.limit
            )
            self._drafts.hold(key, text, error)
        elif draft and draft.error and not field.unsaved():
            self._drafts.drop(key)

    def _settle_due(self, key: Key) -> None:
        draft = self._drafts.get(key)
        if self.due.unsaved():
            text = self.due.text()
            self._drafts.hold(key, text, UserError("date.unreadable", text=text))
        elif draft and draft.write is None:
            self._drafts.drop(key)

    def _on_progress(self) -> None:
        self._show_what_applies()
        self._submit("progress", self.progress.value())

    def _submit(self, field: str, value: object) -> None:
        workbook, requirement_id = self._desk.workbook, self._id
        fields = cast(AnswerFields, {field: value})
        self._drafts.submit(
            (requirement_id, field),
            value,
            lambda: edit_answer(workbook, requirement_id, **fields),
        )

    def _on_saved(self, key: Key, value: object) -> None:
        requirement_id, field = key
        if requirement_id != self._id:
            return
        if field in self.texts:
            self.texts[field].accept(str(value))
        elif field == "due":
            self.due.accept()
        else:
            self._say(field, "")

    def _on_refused(self, key: Key, error: WorkbookError) -> None:
        if key[0] == self._id:
            self._say(key[1], self._desk.sentence(error))

    # -- going to a field

    def focus_field(self, name: str) -> QWidget | None:
        """Put the cursor into a field; the field, so that it can be scrolled to."""
        if name == "level":
            self.rating.focus()
            return self.rating
        field = {"progress": self.progress, "due": self.due, **self.texts}.get(name)
        if field is not None:
            field.setFocus()
        return field
