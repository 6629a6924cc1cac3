"""The fields of the profile behind one face: set, saved, refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.widgets.basic import label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField
from app.views.widgets.text_fields import TextField


class ProfileField(Protocol):
    """`show_stored` never overwrites what has not been saved."""

    def show_stored(self, value: object) -> None: ...
    def on_saved(self, submitted: object, stored: object) -> None: ...
    def refuse(self, sentence: str) -> None: ...
    def unsaved(self) -> bool: ...
    def flush(self) -> None: ...
    def set_read_only(self, read_only: bool) -> None: ...
    def set_name(self, name: str) -> None: ...


class ProfileText(TextField):
    """A text of the profile. In the form it was stored it is shown once the field is left: not
    under the hands of who is typing.
    """

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self._form = ""
        self.editor.left.connect(self._show_form)

    def show_stored(self, value: object) -> None:
        if not (self.editor.hasFocus() and value == self._form):
            self.set_text(str(value))

    def on_saved(self, submitted: object, stored: object) -> None:
        self.accept(str(submitted))
        self._form = str(stored) if stored != submitted else ""
        if not self.editor.hasFocus():
            self._show_form()

    def _show_form(self) -> None:
        if self._form and not self.unsaved():
            self.reset(self._form)
            self._form = ""


class ProfileDate(DateField):
    """A date of the profile; one that could not be saved is kept and tried again."""

    def __init__(self) -> None:
        super().__init__()
        self._refused = False

    def show_stored(self, value: object) -> None:
        if not self._refused:
            self.refresh_value(value if isinstance(value, date) else None)

    def on_saved(self, submitted: object, stored: object) -> None:
        self._refused = False
        self.accept()

    def refuse(self, sentence: str) -> None:
        super().refuse(sentence)
        # What is no date is known as unsaved already.
        self._refused = not super().unsaved()

    def unsaved(self) -> bool:
        return self._refused or super().unsaved()

    def flush(self) -> None:
        if self._refused:
            self.edited.emit(self.value())
        else:
            super().flush()


class ProfileChoice(QWidget):
    """A choice of the profile with room for the reason why it could not be saved."""

    edited = Signal(object)

    def __init__(self, options: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.choice: Choice[str] = Choice(options)
        self._stored = self.choice.value()
        self._note = label("", "error", wrap=True)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.choice)
        layout.addWidget(self._note)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self.flush)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the field."""
        self.choice.setAccessibleName(name)

    def show_stored(self, value: object) -> None:
        kept = self.unsaved()
        self._stored = str(value)
        if not kept:
            self.choice.set_value(self._stored)

    def on_saved(self, submitted: object, stored: object) -> None:
        self._stored = str(stored)
        self._note.setHidden(not self.unsaved())

    def refuse(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.show()

    def unsaved(self) -> bool:
        return self.choice.value() != self._stored

    def flush(self) -> None:
        if self.unsaved():
            self.edited.emit(self.choice.value())

    def set_read_only(self, read_only: bool) -> None:
        self.choice.setEnabled(not read_only)
