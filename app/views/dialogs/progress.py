"""A progress dialog for long work that has no page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from app.domain.steps import Step, Steps
from app.tasks.runner import Job, Runner

T = TypeVar("T")


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
    cancel = QCoreApplication.translate("progress", "Cancel")
    dialog = QProgressDialog(title, cancel, 0, 0, parent)
    dialog.setWindowTitle(title)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(300)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)

    def close() -> None:
        dialog.blockSignals(True)  # closing is not cancelling
        dialog.close()
        dialog.deleteLater()

    def on_progress(step: Step) -> None:
        if not job.cancelled:
            dialog.setMaximum(step.total)
            dialog.setValue(step.done)

    def on_done(result: T) -> None:
        close()
        done(result)

    def on_failed(error: BaseException) -> None:
        close()
        failed(error)

    job = runner.start(work, on_done, on_failed, on_progress, writes=writes)
    dialog.canceled.connect(job.cancel)
    dialog.show()
    return job
