"""Taking files in from any page: progress, cancel, and a result for each file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.errors import Cancelled, UserError
from app.services.evidence import FileResult, Intake, Target, add_files
from app.tasks.runner import Job
from app.views.desk import Desk
from app.views.dialogs.progress import run_with_progress
from app.views.evidence.results import IntakeResults, reason


def choose_files(desk: Desk, parent: QWidget) -> list[Path]:
    """Ask for files, beginning where the last ones came from; empty where the user gives up."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("intake", "Add files as evidence"),
        str(desk.settings.files_folder or paths.documents()),
    )
    files = [Path(name) for name in chosen]
    if files:
        desk.settings.files_folder = files[0].parent
    return files


def take_in(desk: Desk, files: Sequence[Path], target: Target, parent: QWidget) -> Job | None:
    """Take files into the vault and say what became of each; None where there is nothing to do.

    Bytes are copied on the writing thread; other writes wait until they are there.
    """
    translate = QCoreApplication.translate
    if desk.read_only:
        desk.problem.emit(UserError("workbook.read-only"))
        return None
    if not files:
        return None

    def done(intake: Intake) -> None:
        desk.announce(intake.changes)
        _tell(desk, intake, parent)

    def failed(error: BaseException) -> None:
        if isinstance(error, Cancelled):
            desk.message.emit(translate("intake", "Cancelled; no file was taken in."))
        else:
            desk.problem.emit(error)

    return run_with_progress(
        desk.runner,
        parent,
        translate("intake", "Taking files in…"),
        lambda: add_files(desk.workbook, list(files), target),
        done,
        failed,
        writes=True,
    )


def _tell(desk: Desk, intake: Intake, parent: QWidget) -> None:
    refused = any(result.outcome == "refused" for result in intake.files)
    if len(intake.files) == 1 and not refused:
        desk.message.emit(_sentence(desk, intake.files[0]))
        return
    dialog = IntakeResults(desk, intake.files, parent)
    dialog.open()


def _sentence(desk: Desk, result: FileResult) -> str:
    if result.outcome == "added":
        return QCoreApplication.translate("intake", "“{0}” was taken in as evidence {1}.").format(
            result.path.name, result.number
        )
    return reason(desk, result)
