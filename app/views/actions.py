"""Menus and their shortcuts. What they do is told by signals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

if TYPE_CHECKING:
    from app.services.undo import UndoState
    from app.views.desk import Desk

# The keys of the first pages in their order, as they stand on the keyboard.
_PAGE_KEYS = "1234567890-="
# Further pages are reached in the menu by a letter, which alone is no shortcut.
_PAGE_LETTERS = "ABCDEFG"


class Actions(QObject):
    """The menu bar of one window."""

    new = Signal()
    open = Signal()
    open_recent = Signal(object)
    sample = Signal()
    back_up = Signal()
    restore = Signal()
    close = Signal()
    quit = Signal()
    undo = Signal()
    redo = Signal()
    find = Signal()
    search = Signal()
    jump = Signal()
    page = Signal(str)
    guide = Signal()
    about = Signal()

    def __init__(self, window: QMainWindow, recent: list[Path], pages: dict[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._recent = recent
        self._needs_workbook: list[QAction] = []
        self._file_menu()
        self._edit_menu()
        self._view_menu(pages)
        self._help_menu()

    def set_open(self, is_open: bool) -> None:
        """Whether a workbook is open: without one, most actions make no sense."""
        for action in self._needs_workbook:
            action.setEnabled(is_open)
        if not is_open:
            self._undo.setEnabled(False)
            self._redo.setEnabled(False)

    def show_undo(self, state: UndoState, desk: Desk) -> None:
        """Name what would be undone and redone."""
        for action, entry, plain in (
            (self._undo, state.undo, self.tr("&Undo")),
            (self._redo, state.redo, self.tr("&Redo")),
        ):
            action.setEnabled(entry is not None and not desk.read_only)
            name = desk.operation(entry.kind, entry.params) if entry else ""
            action.setText(self.tr("{0}: {1}").format(plain, _literal(name)) if name else plain)

    def _file_menu(self) -> None:
        menu = self._menu(self.tr("&File"))
        keys = QKeySequence.StandardKey
        self._add(menu, self.tr("&New workbook…"), self.new, keys.New)
        self._add(menu, self.tr("&Open workbook…"), self.open, keys.Open)
        recent = menu.addMenu(self.tr("&Recent workbooks"))
        recent.setEnabled(bool(self._recent))
        for position, folder in enumerate(self._recent, 1):
            action = recent.addAction(f"&{position}  {_literal(str(folder))}")
            action.triggered.connect(lambda _=False, folder=folder: self.open_recent.emit(folder))
        self._add(menu, self.tr("Open &sample workbook…"), self.sample)
        menu.addSeparator()
        self._add(menu, self.tr("&Back up…"), self.back_up, needs_workbook=True)
        self._add(menu, self.tr("Res&tore a backup…"), self.restore)
        menu.addSeparator()
        self._add(menu, self.tr("&Close workbook"), self.close, keys.Close, needs_workbook=True)
        self._add(menu, self.tr("&Quit"), self.quit, "Ctrl+Q")

    def _edit_menu(self) -> None:
        menu = self._menu(self.tr("&Edit"))
        keys = QKeySequence.StandardKey
        self._undo = self._add(menu, self.tr("&Undo"), self.undo, keys.Undo)
        self._redo = self._add(menu, self.tr("&Redo"), self.redo, keys.Redo)
        menu.addSeparator()
        self._add(menu, self.tr("&Find in the list"), self.find, keys.Find, needs_workbook=True)
        self._add(
            menu,
            self.tr("Search the &evidence…"),
            self.search,
            "Ctrl+Shift+F",
            needs_workbook=True,
        )
        self._add(menu, self.tr("&Go to…"), self.jump, "Ctrl+K", needs_workbook=True)

    def _view_menu(self, pages: dict[str, str]) -> None:
        menu = self._menu(self.tr("&View"))
        signs = (_PAGE_KEYS + _PAGE_LETTERS)[: len(pages)]
        for sign, (name, title) in zip(signs, pages.items(), strict=True):
            numbered = f"&{sign}  {_literal(title)}"
            shortcut = f"Ctrl+{sign}" if sign in _PAGE_KEYS else None
            action = self._add(menu, numbered, None, shortcut, needs_workbook=True)
            action.triggered.connect(lambda _=False, name=name: self.page.emit(name))

    def _help_menu(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("&User guide"), self.guide, QKeySequence.StandardKey.HelpContents)
        self._add(menu, self.tr("&About"), self.about)

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(
        self,
        menu: QMenu,
        title: str,
        signal: object | None,
        key: QKeySequence.StandardKey | str | None = None,
        *,
        needs_workbook: bool = False,
    ) -> QAction:
        action = menu.addAction(title)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        if signal is not None:
            action.triggered.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        if needs_workbook:
            self._needs_workbook.append(action)
        return action


def _literal(text: str) -> str:
    """Text for a menu in which an ampersand is an ampersand, not a mnemonic."""
    return text.replace("&", "&&")
