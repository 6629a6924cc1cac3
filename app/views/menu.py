"""What the menus and the welcome page do through dialogs: make, find, back up and restore
workbooks, and help. Loaded when it is first used: start-up time.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app import paths
from app.domain.steps import Steps
from app.errors import WorkbookError
from app.services.backups import back_up, restore
from app.services.workbooks import create_workbook
from app.tasks.runner import Runner
from app.views.dialogs.about import show_about
from app.views.dialogs.guide import GuideDialog
from app.views.dialogs.new_workbook import NewWorkbookDialog
from app.views.dialogs.progress import run_with_progress
from app.views.main_window import MainWindow

if TYPE_CHECKING:
    from app.views.shell import Shell

T = TypeVar("T")
BACKUP_SUFFIX = ".fcbackup"


class Menu(QObject):
    """Asks for what is needed in dialogs; the shell opens what comes of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell

    def choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._shell.window, self.tr("Open workbook"), str(paths.documents())
        )
        if chosen:
            self._shell.open(Path(chosen))

    def new(self) -> None:
        """Ask until a workbook could be made or the user gives up; what was typed stays."""
        dialog = NewWorkbookDialog(
            self._shell.settings.language, self._shell.today(), self._shell.window
        )
        while dialog.exec():
            try:
                create_workbook(dialog.folder(), dialog.pilot()).close()
            except WorkbookError as error:
                self._shell.messages.tell(error)
            else:
                self._shell.open(dialog.folder())
                return

    def make_sample(self) -> None:
        """Open the sample workbook in a folder of the user's choice, made there if need be."""
        chosen = QFileDialog.getExistingDirectory(
            self._shell.window, self.tr("Where to put the sample workbook"), str(paths.documents())
        )
        if not chosen:
            return
        folder = Path(chosen) / self.tr("Sample workbook")
        if folder.exists():
            self._shell.open(folder)
            return

        def work() -> Steps[None]:
            yield from ()
            try:
                self._shell.sample(
                    folder, self._shell.today(), self._shell.settings.language
                ).close()
            except BaseException:
                # Half of it would be taken for the sample the next time.
                shutil.rmtree(folder, ignore_errors=True)
                raise

        self._long(self.tr("Making the sample workbook…"), work, lambda _: self._shell.open(folder))

    def choose_back_up(self) -> None:
        workbook, window = self._shell.workbook, self._shell.window
        if workbook is None or not isinstance(window, MainWindow):
            return
        window.flush()
        name = f"{workbook.folder.name}-{self._shell.today():%Y%m%d}{BACKUP_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            window,
            self.tr("Back up to"),
            str(paths.documents() / name),
            self.tr("Backup (*.fcbackup)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            target = Path(chosen if chosen.endswith(BACKUP_SUFFIX) else chosen + BACKUP_SUFFIX)
            self._long(
                self.tr("Backing up…"),
                lambda: back_up(workbook, target),
                lambda result: self._shell.messages.inform(
                    self.tr("The backup was written and read back: {0}").format(result.path)
                ),
                # Behind what was just flushed.
                runner=window.desk.runner,
            )

    def choose_backup(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self._shell.window,
            self.tr("Restore a backup"),
            str(paths.documents()),
            self.tr("Backup (*.fcbackup)"),
        )
        if not file:
            return
        parent = QFileDialog.getExistingDirectory(
            self._shell.window,
            self.tr("Where to put the restored workbook"),
            str(paths.documents()),
        )
        if parent:
            target = Path(parent) / Path(file).stem
            self._long(
                self.tr("Restoring…"),
                lambda: restore(Path(file), target),
                self._shell.open,
            )

    def show_about(self) -> None:
        show_about(self._shell.window)

    def open_guide(self) -> None:
        try:
            GuideDialog(self._shell.settings.language, self._shell.window).show()
        except WorkbookError as error:
            self._shell.messages.tell(error)

    def _long(
        self,
        title: str,
        work: Callable[[], Steps[T]],
        done: Callable[[T], object],
        *,
        runner: Runner | None = None,
    ) -> None:
        """Run long work behind a progress dialog, with its errors told."""
        run_with_progress(
            runner or self._shell.runner,
            self._shell.window,
            title,
            work,
            done,
            self._shell.messages.tell,
            writes=runner is not None,
        )
