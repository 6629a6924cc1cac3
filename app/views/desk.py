"""What every page is given: the open workbook, the ways to write, and the language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app import texts
from app.domain.changes import Changes
from app.domain.vocabulary import Language
from app.errors import WorkbookError
from app.services.workbooks import Workbook
from app.settings import Settings
from app.tasks.runner import Runner

if TYPE_CHECKING:  # start-up time
    from app.domain.checks import Place

T = TypeVar("T")


class Desk(QObject):
    """One for each open window; pages keep a reference and nothing else of the outside.

    `data_changed` carries the Changes of every write, `go_to` asks the window to show a place,
    `page_wanted` to show a page by its name (app.views.pages), `message` a sentence for the status
    bar, `problem` an error to be shown to the user. The settings page tells by `language_chosen`
    and `theme_chosen` that the window has to be made anew.
    """

    data_changed = Signal(object)
    go_to = Signal(object)
    page_wanted = Signal(str)
    message = Signal(str)
    problem = Signal(object)
    saving = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal()

    def __init__(
        self,
        workbook: Workbook,
        language: Language,
        runner: Runner,
        settings: Settings,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workbook = workbook
        self.language: Language = language
        self.runner = runner
        self.settings = settings
        self.today = today

    @property
    def read_only(self) -> bool:
        return self.workbook.read_only

    def text(self, key: str, **params: object) -> str:
        """A shared text (app.texts) in the window's language."""
        return texts.text(key, self.language, **params)

    def sentence(self, error: WorkbookError) -> str:
        return texts.sentence(error, self.language)

    def operation(self, kind: str, params: dict[str, object]) -> str:
        return texts.operation(kind, params, self.language)

    def write(
        self,
        work: Callable[[], Changes],
        saved: Callable[[Changes], None] | None = None,
        failed: Callable[[WorkbookError], None] | None = None,
    ) -> None:
        """Write on the writing thread; every page then hears of the changes.

        Without `failed` an error is shown by the window. What is no WorkbookError is a bug and
        always goes to `problem`.
        """

        def on_done(changes: Changes) -> None:
            self.announce(changes)
            if saved is not None:
                saved(changes)

        def on_failed(error: BaseException) -> None:
            if failed is not None and isinstance(error, WorkbookError):
                failed(error)
            else:
                self.problem.emit(error)

        self.saving.emit()
        self.runner.write(work, on_done, on_failed)

    def announce(self, changes: Changes) -> None:
        """Tell all pages of a write; also for writes that ran as a long task."""
        if changes:
            self.data_changed.emit(changes)

    def show_place(self, place: Place) -> None:
        self.go_to.emit(place)
