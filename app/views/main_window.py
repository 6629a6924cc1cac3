"""The window of an open workbook: navigation at the left, the page at the right.

What is not needed for the first painting is imported when it is used: start-up time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.errors import WorkbookError
from app.queries.profile import profile
from app.services.workbooks import Workbook
from app.views.actions import Actions
from app.views.desk import Desk
from app.views.page import Page
from app.views.pages import ICONS, import_page, make_page, page_titles
from app.views.widgets.basic import banner

if TYPE_CHECKING:
    from app.domain.checks import Place

AFTER_PAINTING_MS = 50
_PAGE_OF_PLACE = {
    "profile": "profile",
    "requirement": "requirements",
    "evidence": "evidence",
    "indicator": "indicators",
    "library": "library",
    "plan": "plan",
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
        self._navigation = QListWidget()
        self._stack = QStackedWidget()
        self._saved = QLabel()
        self.actions_ = Actions(self, desk.settings.recent, self._titles)
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
        self._navigation.setObjectName("navigation")
        self._navigation.setAccessibleName(self.tr("Pages"))
        self._navigation.addItems(list(self._titles.values()))
        hint = self._navigation.sizeHintForColumn(0)
        self._navigation.setFixedWidth(max(176, hint + 64))
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
        for text in self._banners(pilot.sample):
            column.addWidget(banner(text))
        column.addWidget(body, 1)
        self.setCentralWidget(central)
        self.statusBar().addPermanentWidget(self._saved)
        self.actions_.set_open(True)
        self.setMinimumSize(800, 560)
        self.resize(1280, 720)
        self.restoreGeometry(self.desk.settings.state("geometry"))
        self._later = QTimer(self, interval=AFTER_PAINTING_MS, singleShot=True)
        self._later.timeout.connect(self._add_details)

    def _banners(self, sample: bool) -> list[str]:
        texts = []
        if sample:
            texts.append(self.tr("Sample data: everything in this workbook is invented."))
        holder = self.desk.workbook.holder
        if self.desk.workbook.read_only_reason == "locked" and holder:
            texts.append(
                self.tr("Read-only: {0} on {1} has this workbook open.").format(
                    holder.user, holder.host
                )
            )
        elif self.desk.read_only:
            texts.append(self.tr("Read-only: this disk or folder cannot be written."))
        return texts

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Counted from the first turn of the event loop, not from here: building goes on.
        QTimer.singleShot(0, self._later.start)

    def _add_details(self) -> None:
        """What the first painting can do without; the icon fonts take a while to load."""
        self._show_undo_state()
        self._show_saved()
        self.desk.runner.compute(
            partial(import_module, "qtawesome"), lambda _: self._add_icons(), self.problem.emit
        )
        # The page that comes next, most of the time.
        self.desk.runner.compute(
            partial(import_page, "requirements"), lambda _: None, self.problem.emit
        )

    def _add_icons(self) -> None:
        """Icons in the colour of the text; anew when the system turns dark or light."""
        import qtawesome

        colour = self.palette().windowText().color()
        for row, name in enumerate(self._titles):
            self._navigation.item(row).setIcon(qtawesome.icon(ICONS[name], color=colour))

    def _connect(self) -> None:
        self._navigation.currentRowChanged.connect(
            lambda row: self.show_page(list(self._titles)[row])
        )
        self.desk.data_changed.connect(self._on_changes)
        self.desk.go_to.connect(self._on_go_to)
        self.desk.page_wanted.connect(self.show_page)
        self.desk.message.connect(lambda text: self.statusBar().showMessage(text, 8000))
        self.desk.problem.connect(self.problem)
        self.desk.saving.connect(lambda: self._saved.setText(self.tr("Saving…")))
        self.desk.runner.idle.connect(self._show_saved)
        self.actions_.page.connect(self.show_page)
        self.actions_.undo.connect(self._undo)
        self.actions_.redo.connect(self._redo)
        self.actions_.find.connect(self._find)
        self.actions_.search.connect(self._search)
        self.actions_.jump.connect(self._jump)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._add_icons)

    # -- pages

    @property
    def current(self) -> str:
        """Name of the page that is shown."""
        return list(self._titles)[self._navigation.currentRow()]

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
        row = list(self._titles).index(name)
        if self._navigation.currentRow() != row:
            self._navigation.setCurrentRow(row)

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
        self._show_undo_state()

    def _find(self) -> None:
        """Put the cursor into the filter of the page, where it has one."""
        field = self.page(self.current).findChild(QWidget, "filter")
        if field is not None:
            field.setFocus()

    def _search(self) -> None:
        """Search the evidence beside the page (Ctrl+Shift+F)."""
        from app.views.search.dialog import SearchDialog

        dialog = SearchDialog(self.desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _jump(self) -> None:
        """Ask where to go (Ctrl+K)."""
        from app.views.palette.dialog import Palette

        palette = Palette(self.desk, self._titles, self)
        palette.finished.connect(palette.deleteLater)
        palette.open()

    # -- saving, undo

    def _undo(self) -> None:
        from app.services.undo import undo

        self._revert(undo)

    def _redo(self) -> None:
        from app.services.undo import redo

        self._revert(redo)

    def _revert(self, how: Callable[[Workbook], Changes]) -> None:
        self.flush()
        workbook = self.desk.workbook
        self.desk.write(
            lambda: how(workbook),
            saved=lambda changes: self.desk.message.emit(
                self.desk.operation(changes.kind, dict(changes.params))
            ),
        )

    def _show_undo_state(self) -> None:
        from app.services.undo import undo_state

        self.actions_.show_undo(undo_state(self.desk.workbook), self.desk)

    def _show_saved(self) -> None:
        from app.queries.history import last_saved

        try:
            at = last_saved(self.desk.workbook)
        except WorkbookError:
            # The field that could not be saved says why; here it would be said at every attempt.
            self._saved.setText(self.tr("The workbook cannot be reached"))
            return
        if self.desk.read_only or at is None:
            self._saved.setText(self.tr("Read-only") if self.desk.read_only else "")
            return
        if self._unsaved_pages():
            self._saved.setText(self.tr("Not everything is saved"))
            return
        today = datetime.now().astimezone().date()
        moment = at.strftime("%H:%M:%S") if at.date() == today else at.strftime("%Y-%m-%d %H:%M")
        self._saved.setText(self.tr("Saved {0}").format(moment))

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
        self._saved.setText(self.tr("Saving…"))
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
        self.desk.runner.idle.disconnect(self._show_saved)
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
