"""Taking files in from any page: at once where nothing has to be decided, else by a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.errors import Cancelled, UserError
from app.services.evidence import FileResult, Intake, Target, add_files
from app.services.intake.item import Item
from app.services.intake.survey import survey
from app.tasks.runner import Job
from app.views.desk import Desk
from app.views.dialogs.progress import run_with_progress
from app.views.evidence.results import IntakeResults, reason

# Up to this many files are taken in at once, as nobody has lost sight of them.
_FEW = 3


def choose_files(desk: Desk, parent: QWidget) -> list[Path]:
    """Ask for files, beginning where the last ones came from; empty where the user gives up."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("intake", "Add files as evidence"),
        str(desk.settings.files_folder or paths.documents()),
    )
    return _remembered(desk, [Path(name) for name in chosen])


def choose_folder(desk: Desk, parent: QWidget) -> list[Path]:
    """Ask for a folder that is taken in with all that is below it."""
    chosen = QFileDialog.getExistingDirectory(
        parent,
        QCoreApplication.translate("intake", "Add a folder as evidence"),
        str(desk.settings.files_folder or paths.documents()),
    )
    return _remembered(desk, [Path(chosen)] if chosen else [])


def _remembered(desk: Desk, chosen: list[Path]) -> list[Path]:
    if chosen:
        desk.settings.files_folder = chosen[0].parent
    return chosen


def take_in(desk: Desk, files: Sequence[Path], target: Target, parent: QWidget) -> Job | None:
    """Take files and folders in; None where there is nothing to do yet.

    A few files of which nothing is there are taken at once. Folders, many files, and files that
    are there in some form are shown in a table first.
    """
    if desk.read_only:
        desk.problem.emit(UserError("workbook.read-only"))
        return None
    if not files:
        return None
    if len(files) > _FEW or any(path.is_dir() and not path.is_symlink() for path in files):
        _ask(desk, files, target, parent)
        return None

    def looked(items: Sequence[Item]) -> None:
        if all(item.is_plain for item in items):
            _take_at_once(desk, items, target, parent)
        else:
            _ask(desk, files, target, parent)

    return run_with_progress(
        desk.runner,
        parent,
        QCoreApplication.translate("intake", "Taking files in…"),
        lambda: survey(desk.workbook, list(files), target, proposing=False),
        looked,
        lambda error: _failed(desk, error),
        # Behind what is being saved, so that nothing that is there is missed.
        writes=True,
    )


def _ask(desk: Desk, files: Sequence[Path], target: Target, parent: QWidget) -> None:
    from app.views.intake.dialog import IntakeDialog  # start-up time

    def taken(intake: Intake) -> None:
        desk.announce(intake.changes)
        _tell(desk, intake, parent)

    IntakeDialog(desk, files, target, taken, parent).open()


def _take_at_once(desk: Desk, items: Sequence[Item], target: Target, parent: QWidget) -> None:
    """Bytes are copied on the writing thread; other writes wait until they are there."""
    unread = {item.path: item.unread for item in items}

    def done(intake: Intake) -> None:
        desk.announce(intake.changes)
        files = tuple(replace(file, unread=unread[file.path]) for file in intake.files)
        _tell(desk, replace(intake, files=files), parent)

    run_with_progress(
        desk.runner,
        parent,
        QCoreApplication.translate("intake", "Taking files in…"),
        lambda: add_files(desk.workbook, list(unread), target),
        done,
        lambda error: _failed(desk, error),
        writes=True,
    )


def _failed(desk: Desk, error: BaseException) -> None:
    if isinstance(error, Cancelled):
        desk.message.emit(QCoreApplication.translate("intake", "Cancelled; no file was taken in."))
    else:
        desk.problem.emit(error)


def _tell(desk: Desk, intake: Intake, parent: QWidget) -> None:
    plain = not any(result.error or result.unread for result in intake.files)
    if len(intake.files) == 1 and plain:
        desk.message.emit(_sentence(desk, intake.files[0]))
        return
    dialog = IntakeResults(desk, intake.files, parent)
    dialog.open()


def _sentence(desk: Desk, result: FileResult) -> str:
    translate = QCoreApplication.translate
    name, number = result.name, result.number
    if result.outcome == "added":
        return translate("intake", "“{0}” was taken in as evidence {1}.").format(name, number)
    if result.outcome == "edition":
        return translate("intake", "“{0}” is now in force in evidence {1}.").format(name, number)
    return reason(desk, result)
