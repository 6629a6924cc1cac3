"""What a page of the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.views.desk import Desk

if TYPE_CHECKING:  # start-up time
    from app.domain.checks import Place


class Page(QWidget):
    """Built when first shown; `refresh` reads the workbook anew.

    The window calls `refresh` when the page is shown and something was written since, or at once
    while it is shown.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def refresh(self, changes: Changes | None = None) -> None:
        """Read anew what is shown; `changes` is what was written, None for everything."""

    def go_to(self, place: Place) -> None:
        """Show a requirement, a dossier or a field."""

    def flush(self) -> None:
        """Hand over for writing what is still being typed."""

    def unsaved(self) -> bool:
        """Whether something typed could not be saved."""
        return False

    def show_unsaved(self) -> None:
        """Go to what could not be saved, where the page shows one thing of several at a time."""
