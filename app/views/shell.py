"""Opens, closes and rebuilds windows; there is one for the whole run of the program.

Dialogs and what they need are imported when they are used: start-up time.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app import paths
from app.domain.steps import Steps
from app.domain.vocabulary import Language
from app.errors import WorkbookError
from app.services.workbooks import (
    Workbook,
    check_integrity,
    create_workbook,
    open_workbook,
)
from app.settings import Settings
from app.tasks.runner import Runner
from app.views import theme
from app.views.actions import Actions
from app.views.desk import Desk
from app.views.folder_drop import FolderDrop
from app.views.main_window import MainWindow
from app.views.messages import Messages
from app.views.translation import Translation
from app.views.welcome.window import WelcomeWindow

T = TypeVar("T")
BACKUP_SUFFIX = ".fcbackup"
# When the window stands and its first work is done.
CHECK_AFTER_MS = 500


class Shell(QObject):
    """Holds the one window that is open: the welcome page, or a workbook."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        sample: Callable[[Path, date, Language], Workbook],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._sample = sample
        self._today = today
        self._translation = Translation(application)
        self._runner = Runner(self)
        self._workbook: Workbook | None = None
        self.window: MainWindow | WelcomeWindow | None = None
        self.messages = Messages(settings, self._parent, self)
        # A closed window must not end the program while the next one is made.
        application.setQuitOnLastWindowClosed(False)

    # -- windows

    def start(self, folder: Path | None = None) -> None:
        """Show the welcome page, or a workbook at once."""
        self._translation.use(self._settings.language)
        if folder is not None:
            self.open(folder)
        if self.window is None:
            self.show_welcome()

    def show_welcome(self) -> None:
        window = WelcomeWindow(self._settings)
        window.new.connect(self.new)
        window.open.connect(self.choose)
        window.open_recent.connect(self.open)
        window.sample.connect(self.make_sample)
        window.restore.connect(self.choose_backup)
        window.language_chosen.connect(self.set_language)
        window.closed.connect(self.quit)
        self._replace(window)

    def _show_workbook(self, workbook: Workbook) -> None:
        self._workbook = workbook
        runner = Runner()
        desk = Desk(workbook, self._settings.language, runner, self._settings, self._today)
        window = MainWindow(desk)
        runner.setParent(window)
        desk.setParent(window)
        desk.language_chosen.connect(self.set_language)
        desk.theme_chosen.connect(self.set_theme)
        window.closed.connect(self.quit)
        window.problem.connect(self.messages.tell)
        self._connect_actions(window.actions_)
        self._replace(window)

    def _connect_actions(self, actions: Actions) -> None:
        actions.new.connect(self.new)
        actions.open.connect(self.choose)
        actions.open_recent.connect(self.open)
        actions.sample.connect(self.make_sample)
        actions.back_up.connect(self.choose_back_up)
        actions.restore.connect(self.choose_backup)
        actions.close.connect(self._close_workbook)
        actions.quit.connect(self.quit_when_saved)
        actions.guide.connect(self.open_guide)
        actions.about.connect(self._show_about)

    def _replace(self, window: MainWindow | WelcomeWindow) -> None:
        old, self.window = self.window, window
        FolderDrop(window).dropped.connect(self.open)
        window.show()
        if old is not None:
            old.retire()

    def _parent(self) -> QWidget | None:
        return self.window

    # -- opening and making workbooks

    def open(self, folder: Path) -> bool:
        """Open a workbook in place of what is shown; says why where it can't be."""
        if self._is_open(folder):
            return True
        try:
            workbook = open_workbook(folder, thorough=False)
        except WorkbookError as error:
            self.messages.tell(error)
            if error.code == "workbook.not-found":
                self._settings.forget_recent(folder)
                if isinstance(self.window, WelcomeWindow):
                    self.show_welcome()
            return False
        self._leave(lambda: self._enter(workbook), instead=workbook.close)
        return True

    def _is_open(self, folder: Path) -> bool:
        """Whether this folder is open for writing here; opening it again would lock us out."""
        workbook = self._workbook
        if workbook is None or workbook.read_only or not folder.exists():
            return False
        return folder.samefile(workbook.folder)

    def choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._parent(), self.tr("Open workbook"), str(paths.documents())
        )
        if chosen:
            self.open(Path(chosen))

    def new(self) -> None:
        """Ask until a workbook could be made or the user gives up; what was typed stays."""
        from app.views.dialogs.new_workbook import NewWorkbookDialog

        dialog = NewWorkbookDialog(self._settings.language, self._today(), self._parent())
        while dialog.exec():
            try:
                create_workbook(dialog.folder(), dialog.pilot()).close()
            except WorkbookError as error:
                self.messages.tell(error)
            else:
                self.open(dialog.folder())
                return

    def make_sample(self) -> None:
        """Open the sample workbook in a folder of the user's choice, made there if need be."""
        chosen = QFileDialog.getExistingDirectory(
            self._parent(), self.tr("Where to put the sample workbook"), str(paths.documents())
        )
        if not chosen:
            return
        folder = Path(chosen) / self.tr("Sample workbook")
        if folder.exists():
            self.open(folder)
            return

        def work() -> Steps[None]:
            yield from ()
            try:
                self._sample(folder, self._today(), self._settings.language).close()
            except BaseException:
                # Half of it would be taken for the sample the next time.
                shutil.rmtree(folder, ignore_errors=True)
                raise

        self._long(self.tr("Making the sample workbook…"), work, lambda _: self.open(folder))

    def choose_back_up(self) -> None:
        workbook = self._workbook
        if workbook is None or not isinstance(self.window, MainWindow):
            return
        from app.services.backups import back_up

        self.window.flush()
        name = f"{workbook.folder.name}-{self._today():%Y%m%d}{BACKUP_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
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
                lambda result: self.messages.inform(
                    self.tr("The backup was written and read back: {0}").format(result.path)
                ),
                # Behind what was just flushed.
                runner=self.window.desk.runner,
            )

    def choose_backup(self) -> None:
        from app.services.backups import restore

        file, _ = QFileDialog.getOpenFileName(
            self._parent(),
            self.tr("Restore a backup"),
            str(paths.documents()),
            self.tr("Backup (*.fcbackup)"),
        )
        if not file:
            return
        parent = QFileDialog.getExistingDirectory(
            self._parent(), self.tr("Where to put the restored workbook"), str(paths.documents())
        )
        if parent:
            target = Path(parent) / Path(file).stem
            self._long(
                self.tr("Restoring…"),
                lambda: restore(Path(file), target),
                self.open,
            )

    # -- leaving

    def _leave(self, then: Callable[[], None], instead: Callable[[], None] | None = None) -> None:
        """Save and close what is open, then go on; `instead` when the user stays."""
        if isinstance(self.window, MainWindow):
            self.window.leave(then, instead or (lambda: None))
        else:
            then()

    def _enter(self, workbook: Workbook) -> None:
        """Show a workbook that was just opened; the one before is closed behind its window."""
        before = self._workbook
        try:
            self._show_workbook(workbook)
        except WorkbookError as error:  # its disk went away just now
            self._workbook = before
            workbook.close()
            self.messages.tell(error)
            return
        if before is not None:
            before.close()
        if not workbook.read_only:
            self._settings.add_recent(workbook.folder.absolute())
        QTimer.singleShot(CHECK_AFTER_MS, lambda: self._check(workbook))

    def _check(self, workbook: Workbook) -> None:
        """Read the database for damage beside the window; a damaged one is closed with a word."""

        def damaged(error: BaseException) -> None:
            self.messages.tell(error)
            self._close_workbook()

        if self._workbook is workbook and isinstance(self.window, MainWindow):
            self.window.desk.runner.compute(
                lambda: check_integrity(workbook), lambda _: None, damaged
            )

    def _release(self) -> None:
        if self._workbook is not None:
            self._workbook.close()
            self._workbook = None

    def _close_workbook(self) -> None:
        def close() -> None:
            self.show_welcome()
            self._release()

        self._leave(close)

    def quit_when_saved(self) -> None:
        self._leave(self.quit)

    def quit(self) -> None:
        if self.window is not None:
            self.window.retire()
            self.window = None
        self._runner.stop()
        self._release()
        self._application.quit()

    # -- language and look

    def set_language(self, language: Language) -> None:
        """Switch the language: the window is made anew."""

        def rebuild() -> None:
            self._settings.language = language
            self._translation.use(language)
            self._rebuild()

        self._leave(rebuild)

    def set_theme(self) -> None:
        theme.apply(self._application, self._settings.theme)
        self._leave(self._rebuild)

    def _rebuild(self) -> None:
        if self._workbook is None:
            self.show_welcome()
            return
        page = self.window.current if isinstance(self.window, MainWindow) else "overview"
        self._show_workbook(self._workbook)
        if isinstance(self.window, MainWindow):
            self.window.show_page(page)

    # -- help, long work

    def _show_about(self) -> None:
        from app.views.dialogs.about import show_about

        show_about(self._parent())

    def open_guide(self) -> None:
        from app.views.dialogs.guide import GuideDialog

        try:
            GuideDialog(self._settings.language, self._parent()).show()
        except WorkbookError as error:
            self.messages.tell(error)

    def _long(
        self,
        title: str,
        work: Callable[[], Steps[T]],
        done: Callable[[T], object],
        *,
        runner: Runner | None = None,
    ) -> None:
        """Run long work behind a progress dialog, with its errors told."""
        from app.views.dialogs.progress import run_with_progress

        run_with_progress(
            runner or self._runner,
            self._parent(),
            title,
            work,
            done,
            self.messages.tell,
            writes=runner is not None,
        )
