"""Undo and redo, from the menu to the workbook and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.changes import Changes
from app.services.workbooks import Workbook
from app.views.actions import Actions
from app.views.desk import Desk


class Undoing(QObject):
    """`flush` hands over what is being typed, which is to be undone first."""

    def __init__(self, desk: Desk, actions: Actions, flush: Callable[[], None]) -> None:
        super().__init__(actions)
        self._desk = desk
        self._actions = actions
        self._flush = flush
        actions.undo.connect(self._undo)
        actions.redo.connect(self._redo)

    def show_state(self) -> None:
        """Name in the menu what would be undone and redone."""
        from app.services.undo import undo_state  # start-up time

        self._actions.show_undo(undo_state(self._desk.workbook), self._desk)

    def _undo(self) -> None:
        from app.services.undo import undo

        self._revert(undo)

    def _redo(self) -> None:
        from app.services.undo import redo

        self._revert(redo)

    def _revert(self, how: Callable[[Workbook], Changes]) -> None:
        self._flush()
        workbook = self._desk.workbook
        self._desk.write(
            lambda: how(workbook),
            saved=lambda changes: self._desk.message.emit(
                self._desk.operation(changes.kind, dict(changes.params))
            ),
        )
