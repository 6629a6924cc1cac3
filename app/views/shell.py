"""Opens, closes and rebuilds windows; there is one for the whole run of the program.

Dialogs and what they need are imported when they are used: start-up time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.vocabulary import Language
from app.errors import WorkbookError
from app.services.workbooks import (
    Workbook,
    check_integrity,
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

if TYPE_CHECKING:
    from app.views.menu import Menu
    from app.views.welcome.window import WelcomeWindow

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
        self.settings = settings
        self.sample = sample
        self.today = today
        self._translation = Translation(application)
        self.runner = Runner(self)
        self.workbook: Workbook | None = None
        self.window: MainWindow | WelcomeWindow | None = None
        self.messages = Messages(settings, lambda: self.window, self)
        # A closed window must not end the program while the next one is made.
        application.setQuitOnLastWindowClosed(False)

    @cached_property
    def menu(self) -> Menu:
        """What is done through dialogs."""
        from app.views.menu import Menu

        return Menu(self)

    def _on_menu(self, do: Callable[[Menu], None]) -> Callable[[], None]:
        """A slot that uses the menu, which is loaded by the first of them."""
        return lambda: do(self.menu)

    # -- windows

    def start(self, folder: Path | None = None) -> None:
        """Show the welcome page, or a workbook at once."""
        self._translation.use(self.settings.language)
        if folder is not None:
            self.open(folder)
        if self.window is None:
            self.show_welcome()

    def show_welcome(self) -> None:
        from app.views.welcome.window import WelcomeWindow

        window = WelcomeWindow(self.settings)
        window.new.connect(self._on_menu(lambda menu: menu.new()))
        window.open.connect(self._on_menu(lambda menu: menu.choose()))
        window.open_recent.connect(self.open)
        window.sample.connect(self._on_menu(lambda menu: menu.make_sample()))
        window.restore.connect(self._on_menu(lambda menu: menu.choose_backup()))
        window.language_chosen.connect(self.set_language)
        window.closed.connect(self.quit)
        self._replace(window)

    def _show_workbook(self, workbook: Workbook) -> None:
        self.workbook = workbook
        runner = Runner()
        desk = Desk(workbook, self.settings.language, runner, self.settings, self.today)
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
        actions.new.connect(self._on_menu(lambda menu: menu.new()))
        actions.open.connect(self._on_menu(lambda menu: menu.choose()))
        actions.open_recent.connect(self.open)
        actions.sample.connect(self._on_menu(lambda menu: menu.make_sample()))
        actions.back_up.connect(self._on_menu(lambda menu: menu.choose_back_up()))
        actions.restore.connect(self._on_menu(lambda menu: menu.choose_backup()))
        actions.close.connect(self._close_workbook)
        actions.quit.connect(self.quit_when_saved)
        actions.guide.connect(self._on_menu(lambda menu: menu.open_guide()))
        actions.about.connect(self._on_menu(lambda menu: menu.show_about()))

    def _replace(self, window: MainWindow | WelcomeWindow) -> None:
        old, self.window = self.window, window
        FolderDrop(window).dropped.connect(self.open)
        window.show()
        if old is not None:
            old.retire()

    # -- opening and making workbooks

    def open(self, folder: Path) -> bool:
        """Open a workbook in place of what is shown; says why where it can't be."""
        if _is_open(self.workbook, folder):
            return True
        try:
            workbook = open_workbook(folder, thorough=False)
        except WorkbookError as error:
            self.messages.tell(error)
            if error.code == "workbook.not-found":
                self.settings.forget_recent(folder)
                if self.window and not isinstance(self.window, MainWindow):
                    self.show_welcome()
            return False
        self._leave(lambda: self._enter(workbook), instead=workbook.close)
        return True

    # -- leaving

    def _leave(self, then: Callable[[], None], instead: Callable[[], None] | None = None) -> None:
        """Save and close what is open, then go on; `instead` when the user stays."""
        if isinstance(self.window, MainWindow):
            self.window.leave(then, instead or (lambda: None))
        else:
            then()

    def _enter(self, workbook: Workbook) -> None:
        """Show a workbook that was just opened; the one before is closed behind its window."""
        before = self.workbook
        try:
            self._show_workbook(workbook)
        except WorkbookError as error:  # its disk went away just now
            self.workbook = before
            workbook.close()
            self.messages.tell(error)
            return
        if before is not None:
            before.close()
        if not workbook.read_only:
            self.settings.add_recent(workbook.folder.absolute())
        QTimer.singleShot(CHECK_AFTER_MS, lambda: self._check(workbook))

    def _check(self, workbook: Workbook) -> None:
        """Read the database for damage beside the window; a damaged one is closed with a word."""

        def damaged(error: BaseException) -> None:
            self.messages.tell(error)
            self._close_workbook()

        if self.workbook is workbook and isinstance(self.window, MainWindow):
            self.window.desk.runner.compute(
                lambda: check_integrity(workbook), lambda _: None, damaged
            )

    def _release(self) -> None:
        if self.workbook is not None:
            self.workbook.close()
            self.workbook = None

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
        self.runner.stop()
        self._release()
        self._application.quit()

    # -- language and look

    def set_language(self, language: Language) -> None:
        """Switch the language: the window is made anew."""

        def rebuild() -> None:
            self.settings.language = language
            self._translation.use(language)
            self._rebuild()

        self._leave(rebuild)

    def set_theme(self) -> None:
        theme.apply(self._application, self.settings.theme)
        self._leave(self._rebuild)

    def _rebuild(self) -> None:
        if self.workbook is None:
            self.show_welcome()
            return
        page = self.window.current if isinstance(self.window, MainWindow) else "overview"
        self._show_workbook(self.workbook)
        if isinstance(self.window, MainWindow):
            self.window.show_page(page)


def _is_open(workbook: Workbook | None, folder: Path) -> bool:
    """Whether this folder is open for writing here; opening it again would lock us out."""
    if workbook is None or workbook.read_only or not folder.exists():
        return False
    return folder.samefile(workbook.folder)
