"""How far long work on a page is, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.domain.steps import Step, Steps
from app.tasks.runner import Job, Runner
from app.views.widgets.basic import GAP, ElidedLabel, button

T = TypeVar("T")
V = TypeVar("V")


class TaskRow(QWidget):
    """Shown only while work is under way; `running` says when that begins and ends."""

    running = Signal(bool)

    def __init__(self, runner: Runner, name: str) -> None:
        """`name` says what the progress is of."""
        super().__init__()
        self._runner = runner
        self._job: Job | None = None
        self.bar = QProgressBar()
        self.bar.setAccessibleName(name)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.stop)
        self._what = ElidedLabel("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.bar, 1)
        row.addWidget(self._what, 1)
        row.addWidget(self.cancel)
        self.hide()

    def start(
        self,
        work: Callable[[], Steps[T]],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        writes: bool = False,
    ) -> None:
        """Start long work; `writes` lets it write the workbook. `failed` also gets Cancelled."""

        def ended(then: Callable[[V], None]) -> Callable[[V], None]:
            def call(value: V) -> None:
                self._show_running(False)
                then(value)

            return call

        self.bar.setRange(0, 0)
        self._what.setText("")
        self._show_running(True)
        self._job = self._runner.start(
            work, ended(done), ended(failed), self._on_progress, writes=writes
        )

    def stop(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.cancel()

    def _show_running(self, is_running: bool) -> None:
        self.cancel.setEnabled(is_running)
        self.setVisible(is_running)
        self.running.emit(is_running)

    def _on_progress(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        self._what.setText(step.label)
