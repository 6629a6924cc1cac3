"""The search of a window: one index for all pages, filled in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes
from app.domain.steps import Step
from app.errors import Cancelled
from app.queries.search.evidence import EvidenceSearch
from app.queries.search.filling import Filled
from app.queries.touched import TABLES
from app.tasks.runner import Job
from app.views.desk import Desk

# What a search compares, and the responsible units by which it filters.
_TABLES = (*TABLES, "response")


class WindowSearch(QObject):
    """`changed` says that a search may find something else now; `progress` counts files read."""

    changed = Signal()
    progress = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.evidence = EvidenceSearch(desk.workbook)
        self._job: Job | None = None
        self._again = False
        desk.data_changed.connect(self._on_changes)
        # Not a method of ours, as we are gone by then.
        desk.destroyed.connect(self.evidence.close)
        self._fill()

    @staticmethod
    def of(desk: Desk) -> WindowSearch:
        """The window's search; it begins to read the files when it is first asked for."""
        found = desk.findChild(WindowSearch)
        return found if isinstance(found, WindowSearch) else WindowSearch(desk)

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self.evidence.refresh()
            self.changed.emit()
        if changes.touches("attachment"):
            self._fill()

    def _fill(self) -> None:
        if self._job is not None:
            self._again = True
            return
        self._job = self._desk.runner.start(
            self.evidence.fill, self._on_filled, self._on_failed, self._on_step
        )

    def _on_step(self, step: Step) -> None:
        self.progress.emit(step)

    def _on_filled(self, filled: Filled) -> None:
        self._job = None
        if filled.read:
            self.changed.emit()
        if self._again:
            self._again = False
            self._fill()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, Cancelled):
            self._desk.problem.emit(error)
