"""The answer to one requirement. It saves itself; what can't be saved is kept as a draft."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from app.catalog.requirement import Requirement
from app.domain.scheme import Scheme
from app.domain.vocabulary import Progress
from app.errors import UserError, WorkbookError
from app.queries.answers import Answer
from app.services.answers import AnswerFields, edit_answer
from app.views.desk import Desk
from app.views.requirements.answer_layout import AnswerLayout
from app.views.requirements.drafts import Draft, Drafts, Key
from app.views.widgets.text_fields import TextField


class AnswerForm(AnswerLayout):
    """Shows one requirement at a time; `flush` it before it shows the next."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._drafts = drafts
        self._id = ""
        self._connect()

    def _connect(self) -> None:
        for name, field in self.texts.items():
            field.edited.connect(lambda text, name=name: self._submit(name, text))
        self.progress.currentIndexChanged.connect(self._on_progress)
        self.rating.edited.connect(lambda level: self._submit("level", level))
        self.due.edited.connect(lambda value: self._submit("due", value))
        self._drafts.saved.connect(self._on_saved)
        self._drafts.refused.connect(self._on_refused)

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
        self.say("progress", "")
        self.say("level", "")
        self.progress.set_value(answer.progress)
        self.rating.set_value(answer.level)
        self.show_what_applies()
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
            self.show_what_applies()
        elif name == "level":
            self.rating.set_value(cast("int | None", draft.value))
        if sentence:
            self.say(name, sentence)

    # -- saving

    def flush(self) -> None:
        """Hand over what is being typed, and keep as drafts what can't be handed over."""
        if not self._id or self._desk.read_only:
            return
        for name, field in self.texts.items():
            field.flush()
            self._settle_text((self._id, name), field)
        self.rating.flush()
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
        self.show_what_applies()
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
            self.say(field, "")

    def _on_refused(self, key: Key, error: WorkbookError) -> None:
        if key[0] == self._id:
            self.say(key[1], self._desk.sentence(error))
