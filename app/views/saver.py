"""Saves single fields of things, and remembers what could not be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.changes import Changes
from app.errors import EnvironmentProblem, WorkbookError
from app.views.desk import Desk

# Which thing, which of its fields.
Place: TypeAlias = tuple[str, str]

# How long after a fault of the disk the next attempt is made, in milliseconds.
_AGAIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A value that is kept in the window, and why it is not in the workbook."""

    value: object
    sentence: str


class Saver(QObject):
    """`saved` and `failed` carry the thing's id, the field and the value.

    What failed stays here, also when the page shows something else meanwhile, until it is saved or
    replaced by a newer value.
    """

    saved = Signal(str, str, object)
    failed = Signal(str, str, object)

    def __init__(
        self, desk: Desk, save: Callable[[str, str, object], Changes], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._save = save
        self._unsaved: dict[Place, Unsaved] = {}
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.retry)

    def save(self, thing: str, field: str, value: object) -> None:
        """Hand a value over for writing."""

        def on_saved(_: Changes) -> None:
            self._unsaved.pop((thing, field), None)
            self.saved.emit(thing, field, value)

        def on_failed(error: WorkbookError) -> None:
            self._unsaved[thing, field] = Unsaved(value, self._desk.sentence(error))
            if isinstance(error, EnvironmentProblem):
                self._again.start()
            self.failed.emit(thing, field, value)

        self._desk.write(lambda: self._save(thing, field, value), on_saved, on_failed)

    def unsaved(self, thing: str, field: str) -> Unsaved | None:
        """What of a field could not be saved."""
        return self._unsaved.get((thing, field))

    def any_unsaved(self) -> bool:
        return bool(self._unsaved)

    def forget(self, thing: str) -> None:
        """The thing is gone; nothing can be saved to it."""
        for place in [place for place in self._unsaved if place[0] == thing]:
            del self._unsaved[place]

    def retry(self) -> None:
        """Try again what failed."""
        for (thing, field), kept in list(self._unsaved.items()):
            self.save(thing, field, kept.value)
