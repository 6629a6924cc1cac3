"""Tells the user of errors and of what was done."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from app import paths, texts
from app.errors import Cancelled, WorkbookError
from app.settings import Settings

log = logging.getLogger(__name__)


class Messages(QObject):
    """`parent_window` gives the window that the boxes belong to."""

    def __init__(
        self, settings: Settings, parent_window: Callable[[], QWidget | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._window = parent_window
        self._bug_shown = False

    def tell(self, error: BaseException) -> None:
        """Say what is wrong; anything that is no WorkbookError is a bug of ours."""
        if isinstance(error, WorkbookError):
            sentence = texts.sentence(error, self._settings.language)
            QMessageBox.warning(self._window(), self._title(), sentence)
        elif not isinstance(error, Cancelled):
            self.report_bug(error)

    def inform(self, text: str) -> None:
        QMessageBox.information(self._window(), self._title(), text)

    def report_bug(self, error: BaseException) -> None:
        """Say that something unexpected happened; the details go to the log file.

        While the box is shown, further errors only go to the log: a fault in drawing comes back
        with every frame.
        """
        log.error("unexpected error\n%s", "".join(traceback.format_exception(error)))
        if self._bug_shown:
            return
        self._bug_shown = True
        try:
            QMessageBox.critical(
                self._window(),
                self._title(),
                self.tr(
                    "An unexpected error occurred. What was saved is safe. Details are in {0}"
                ).format(paths.log_file()),
            )
        finally:
            self._bug_shown = False

    def _title(self) -> str:
        return self.tr("Four Changes Workbook")
