"""A progress dialog for long work that has no page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from app.domain.steps import Step, Steps
from app.tasks.runner import Job, Runner
from app.views.widgets.basic import WIDE, label

T = TypeVar("T")


class ProgressDialog(QDialog):
    """Closed by its maker only; Esc and the button ask for an end by `cancelled`."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.addWidget(label(title))
        layout.addWidget(self.bar)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(400)

    def show_step(self, step: Step) -> None:
        # In parts of a thousand: a number of bytes can be more than a bar can count.
        self.bar.setRange(0, 1000)
        self.bar.setValue(step.done * 1000 // max(step.total, 1))

    def reject(self) -> None:
        self._buttons.setEnabled(False)
        self.cancelled.emit()


def run_with_progress(
    runner: Runner,
    parent: QWidget | None,
    title: str,
    work: Callable[[], Steps[T]],
    done: Callable[[T], object],
    failed: Callable[[BaseException], None],
    *,
    writes: bool = False,
) -> Job:
    """Start `work` and show how far it is; it can be cancelled, then `failed` gets Cancelled."""
    dialog = ProgressDialog(title, parent)

    def close() -> None:
        dialog.hide()
        dialog.deleteLater()

    def on_done(result: T) -> None:
        close()
        done(result)

    def on_failed(error: BaseException) -> None:
        close()
        failed(error)

    job = runner.start(work, on_done, on_failed, dialog.show_step, writes=writes)
    dialog.cancelled.connect(job.cancel)
    dialog.open()
    return job
