"""The window of an open workbook: navigation at the left, the page at the right.

What is not needed for the first painting is imported when it is used: start-up time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.queries.profile import profile
from app.views.actions import Actions
from app.views.banners import banners
from app.views.desk import Desk
from app.views.finding import Finding
from app.views.navigation import Navigation
from app.views.page import Page
from app.views.pages import ICONS, import_page, make_page, page_titles
from app.views.saved_state import SavedState
from app.views.undoing import Undoing
from app.views.widgets.basic import banner

if TYPE_CHECKING:
    from app.domain.checks import Place

AFTER_PAINTING_MS = 50
SIZE = QSize(1280, 720)
# What a window system puts around a window, at most.
FRAME = QSize(16, 40)
_PAGE_OF_PLACE = {
    "profile": "profile",
    "requirement": "requirements",
    "evidence": "evidence",
    "indicator": "indicators",
    "library": "library",
    "plan": "plan",
    "report": "reports",
}


class MainWindow(QMainWindow):
    """Shows one workbook. `closed` comes when everything is saved and the window may go.

    `problem` carries an error that no page has shown.
    """

    closed = Signal()
    problem = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._titles = page_titles()
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._leaving = False
        # What the first painting can do without. Here and not beside the window: two threads that
        # import from Qt at once bring PySide down.
        self._details: list[Callable[[], None]] = [
            self._show_state,
            self._add_icons,
            # The pages that come next, most of the time; they import much.
            lambda: import_page("requirements"),
            lambda: import_page("evidence"),
        ]
        self._navigation = Navigation(self._titles)
        self._stack = QStackedWidget()
        self._saved = SavedState(desk, self._unsaved_pages)
        self.actions_ = Actions(self, desk.settings.recent, self._titles)
        self._finding = Finding(desk, self.actions_, self, self._titles)
        self._undoing = Undoing(desk, self.actions_, self.flush)
        self._build()
        self._connect()
        self.show_page("overview")

    # -- building

    def _build(self) -> None:
        pilot = profile(self.desk.workbook)
        self.setWindowTitle(
            self.tr("{0} — Four Changes Workbook").format(
                pilot.name or self.desk.workbook.folder.name
            )
        )
        self._navigation.setAccessibleName(self.tr("Pages"))
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text in banners(self.desk.workbook, sample=pilot.sample):
            column.addWidget(banner(text))
        column.addWidget(body, 1)
        self.setCentralWidget(central)
        self.statusBar().addPermanentWidget(self._saved)
        self.actions_.set_open(True)
        self.setMinimumSize(800, 560)
        self.resize(self.screen().availableSize().boundedTo(SIZE + FRAME) - FRAME)
        self.restoreGeometry(self.desk.settings.state("geometry"))
        self._later = QTimer(self, interval=AFTER_PAINTING_MS, singleShot=True)
        self._later.timeout.connect(self._on_later)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Counted from the first turn of the event loop, not from here: building goes on.
        if self._details:
            QTimer.singleShot(0, self._later.start)

    def _on_later(self) -> None:
        """Do one thing of those that can wait; what the user does has its turn before the next."""
        self._details.pop(0)()
        if self._details:
            self._later.start()

    def _show_state(self) -> None:
        self._undoing.show_state()
        self._saved.show_state()

    def _add_icons(self) -> None:
        """Icons in the colour of the text; anew when the system turns dark or light."""
        import qtawesome

        colour = self.palette().windowText().color()
        for row, name in enumerate(self._titles):
            self._navigation.item(row).setIcon(qtawesome.icon(ICONS[name], color=colour))

    def _connect(self) -> None:
        self._navigation.chosen.connect(self.show_page)
        self.desk.data_changed.connect(self._on_changes)
        self.desk.go_to.connect(self._on_go_to)
        self.desk.page_wanted.connect(self.show_page)
        self.desk.message.connect(lambda text: self.statusBar().showMessage(text, 8000))
        self.desk.problem.connect(self.problem)
        self.desk.saving.connect(self._saved.show_saving)
        self.desk.runner.idle.connect(self._saved.show_state)
        self.actions_.page.connect(self.show_page)
        self.actions_.find.connect(self._find)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._add_icons)

    # -- pages

    @property
    def current(self) -> str:
        """Name of the page that is shown."""
        return self._navigation.current

    def page(self, name: str) -> Page:
        """A page, built if need be."""
        if name not in self._pages:
            page = make_page(name, self.desk)
            self._pages[name] = page
            self._stack.addWidget(page)
            page.refresh()
        return self._pages[name]

    def show_page(self, name: str) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Page):
            shown.flush()
        page = self.page(name)
        if name in self._stale:
            self._stale.discard(name)
            page.refresh()
        self._stack.setCurrentWidget(page)
        self._navigation.show_page(name)

    def _on_go_to(self, place: Place) -> None:
        name = _PAGE_OF_PLACE.get(place.kind)
        if name is None:
            return
        self.show_page(name)
        self.page(name).go_to(place)

    def _on_changes(self, changes: Changes) -> None:
        current = self.current
        self._stale |= set(self._pages) - {current}
        if current in self._pages:
            self._pages[current].refresh(changes)
        self._undoing.show_state()

    def _find(self) -> None:
        """Put the cursor into the filter of the page, where it has one."""
        field = self.page(self.current).findChild(QWidget, "filter")
        if field is not None:
            field.setFocus()

    # -- saving

    def flush(self) -> None:
        """Hand over everything that is being typed."""
        for page in self._pages.values():
            page.flush()

    def _unsaved_pages(self) -> list[str]:
        return [name for name, page in self._pages.items() if page.unsaved()]

    # -- closing

    def leave(self, then: Callable[[], None], instead: Callable[[], None]) -> None:
        """Save everything, then call `then`; `instead` when the user rather stays.

        The check waits behind all writes in the queue, so that it knows what could not be saved.
        """
        if self._leaving:
            instead()
            return
        self._leaving = True
        self._saved.show_saving()
        self.flush()

        def check(_: object) -> None:
            try:
                unsaved = self._unsaved_pages()
                stays = bool(unsaved) and not self._discard()
            finally:
                self._leaving = False
            if stays:
                self.show_page(unsaved[0])
                self.page(unsaved[0]).show_unsaved()
                instead()
                return
            self.desk.settings.set_state("geometry", self.saveGeometry())
            then()

        self.desk.runner.write(lambda: None, check, self.problem.emit)

    def retire(self) -> None:
        """Go for good: cancel what is under way; nothing of it comes back to this window."""
        self.hide()
        self._later.stop()
        self.desk.runner.idle.disconnect(self._saved.show_state)
        self.desk.runner.stop()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leave(self.closed.emit, lambda: None)

    def _discard(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Not everything is saved"),
            self.tr("Some of what you typed could not be saved. Close all the same and lose it?"),
            buttons.Discard | buttons.Cancel,
            buttons.Cancel,
        )
        return answer == buttons.Discard
