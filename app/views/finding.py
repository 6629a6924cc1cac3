"""Search and jump, which open beside whatever page is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.views.actions import Actions
from app.views.desk import Desk


class Finding(QObject):
    """`window` is what the dialogs belong to, `titles` the pages that can be jumped to."""

    def __init__(
        self, desk: Desk, actions: Actions, window: QWidget, titles: dict[str, str]
    ) -> None:
        super().__init__(actions)
        self._desk = desk
        self._window = window
        self._titles = titles
        actions.search.connect(self._search)
        actions.jump.connect(self._jump)

    def _search(self) -> None:
        """Search the evidence beside the page (Ctrl+Shift+F)."""
        from app.views.search.dialog import SearchDialog

        dialog = SearchDialog(self._desk, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _jump(self) -> None:
        """Ask where to go (Ctrl+K)."""
        from app.views.palette.dialog import Palette

        palette = Palette(self._desk, self._titles, self._window)
        palette.finished.connect(palette.deleteLater)
        palette.open()
