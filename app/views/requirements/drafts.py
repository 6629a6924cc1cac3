"""What was entered and is not in the workbook yet: on its way, or refused and kept.

Kept for each requirement and field, so that going on to another requirement loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes
from app.errors import EnvironmentProblem, WorkbookError
from app.views.desk import Desk

Key = tuple[str, str]
"""Requirement id and field."""


@dataclass(slots=True)
class Draft:
    """`error` says why it could not be saved; None while it is on its way.

    `write` is None for what can't be written as it stands, such as a text over its limit.
    """

    value: object
    write: Callable[[], Changes] | None
    error: WorkbookError | None = None


class Drafts(QObject):
    """`saved` and `refused` carry the key; `saved` the value, `refused` the error."""

    saved = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts: dict[Key, Draft] = {}

    def submit(self, key: Key, value: object, write: Callable[[], Changes]) -> None:
        """Write a value; what was entered before for the same field is overtaken."""
        self._send(key, Draft(value, write))

    def hold(self, key: Key, value: object, error: WorkbookError) -> None:
        """Keep what can't be written as it stands, until the user changes it."""
        self._drafts[key] = Draft(value, None, error)

    def get(self, key: Key) -> Draft | None:
        return self._drafts.get(key)

    def drop(self, key: Key) -> None:
        """The user has taken back what could not be saved."""
        self._drafts.pop(key, None)

    def of(self, requirement_id: str) -> dict[str, Draft]:
        """The drafts of one requirement by field."""
        return {
            field: draft for (id_, field), draft in self._drafts.items() if id_ == requirement_id
        }

    def first(self) -> Key | None:
        """Requirement and field of what has waited longest."""
        return next(iter(self._drafts), None)

    def failed(self) -> bool:
        """Whether something waits for the disk to come back."""
        return any(isinstance(draft.error, EnvironmentProblem) for draft in self._drafts.values())

    def retry(self) -> None:
        """Try again what failed because of disk or folder."""
        for key, draft in list(self._drafts.items()):
            if isinstance(draft.error, EnvironmentProblem):
                self._send(key, Draft(draft.value, draft.write))

    def __bool__(self) -> bool:
        return bool(self._drafts)

    def _send(self, key: Key, draft: Draft) -> None:
        self._drafts[key] = draft
        if draft.write is None:
            return
        self._desk.write(
            draft.write,
            saved=lambda _: self._on_saved(key, draft),
            failed=lambda error: self._on_failed(key, draft, error),
        )

    def _on_saved(self, key: Key, draft: Draft) -> None:
        if self._drafts.get(key) is draft:
            del self._drafts[key]
            self.saved.emit(key, draft.value)

    def _on_failed(self, key: Key, draft: Draft, error: WorkbookError) -> None:
        if self._drafts.get(key) is draft:
            draft.error = error
            self.refused.emit(key, error)
