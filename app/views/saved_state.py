"""The words of the status bar on whether everything is saved, and when it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QLabel

from app.errors import WorkbookError
from app.views.desk import Desk


class SavedState(QLabel):
    """`unsaved` gives the names of the pages that hold something unsaved."""

    def __init__(self, desk: Desk, unsaved: Callable[[], list[str]]) -> None:
        super().__init__()
        self._desk = desk
        self._unsaved = unsaved

    def show_saving(self) -> None:
        self.setText(self.tr("Saving…"))

    def show_state(self) -> None:
        from app.queries.history import last_saved  # start-up time

        try:
            at = last_saved(self._desk.workbook)
        except WorkbookError:
            # The field that could not be saved says why; here it would be said at every attempt.
            self.setText(self.tr("The workbook cannot be reached"))
            return
        if self._desk.read_only or at is None:
            self.setText(self.tr("Read-only") if self._desk.read_only else "")
            return
        if self._unsaved():
            self.setText(self.tr("Not everything is saved"))
            return
        today = datetime.now().astimezone().date()
        moment = at.strftime("%H:%M:%S") if at.date() == today else at.strftime("%Y-%m-%d %H:%M")
        self.setText(self.tr("Saved {0}").format(moment))
