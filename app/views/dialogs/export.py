"""What dialogs share that write something into a folder of the user's choice."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app import paths
from app.domain.steps import Steps
from app.domain.vocabulary import LANGUAGES, Language
from app.errors import Cancelled, UserError, WorkbookError
from app.reports.outcome import FontUse, MissingCharacter
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, button, label, set_role
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES
from app.views.widgets.task_row import TaskRow

T = TypeVar("T")

# So many characters that no font has are named, each with so many of its places.
_MOST = 6


class ExportDialog(QDialog):
    """Stays open until it is closed, so that what came of it can be read.

    `start_text` is that of the button, `progress` names the progress, `choosing` the choice of a
    folder.
    """

    def __init__(
        self, desk: Desk, start_text: str, progress: str, choosing: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._waiting = False
        self._closing = False
        self.language: Choice[Language] = Choice((item, LANGUAGE_NAMES[item]) for item in LANGUAGES)
        self.folder = QLineEdit(str(desk.settings.report_folder or paths.documents()))
        self.browse = button(self.tr("&Browse…"))
        self.internal = QCheckBox(self.tr("&Leave out evidence marked internal"))
        self.start = button(start_text, "primary")
        self.task = TaskRow(desk.runner, progress)
        self.outcome = label("", wrap=True)
        self.open_folder = button(self.tr("Open folder"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)

    @abstractmethod
    def _inputs(self) -> Sequence[QWidget]:
        """What can't be changed while it is written."""

    @abstractmethod
    def _on_start(self) -> None:
        """Hide what came of it before, and `_launch`."""

    def _add_folder(self, form: QFormLayout) -> None:
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        name = label(self.tr("&In folder"))
        name.setBuddy(self.folder)
        form.addRow(name, place)

    def _new_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        return form

    def _connect(self) -> None:
        # Enter writes; it neither chooses a folder nor closes.
        self.start.setDefault(True)
        for other in (self.browse, self.open_folder):
            other.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        self.folder.textChanged.connect(self._show_ready)
        self.start.clicked.connect(self._on_start)
        self.task.running.connect(self._show_ready)
        self.buttons.rejected.connect(self.reject)

    # -- showing

    def _make_room(self) -> None:
        """Grow for what is shown now: Qt does so by itself only where no text is wrapped."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.heightForWidth(self.width())))

    def _show_ready(self) -> None:
        free = not self._waiting and self.task.isHidden()
        if not free:
            # A second Enter is not to reach Close or Cancel.
            self.setFocus()
        for field in (self.language, self.folder, self.browse, self.internal, *self._inputs()):
            field.setEnabled(free)
        self.start.setEnabled(free and bool(self.folder.text().strip()))
        self._make_room()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._choosing, self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def reject(self) -> None:
        """Closing the dialog first stops what is under way, of which nothing is left."""
        if self._waiting:
            return
        if self.task.isHidden():
            super().reject()
        else:
            self._closing = True
            self.task.stop()

    # -- writing

    def _chosen_folder(self) -> Path:
        return Path(self.folder.text().strip()).expanduser().absolute()

    def _launch(self, work: Callable[[], Steps[T]], done: Callable[[T], None]) -> None:
        """Wait for what is being saved, then begin."""
        self._waiting = True
        self._show_ready()

        def begin(_: object) -> None:
            self._waiting = False
            self.task.start(work, ended, self._on_failed)

        def ended(result: T) -> None:
            self._closing = False
            done(result)

        def refused(error: BaseException) -> None:
            self._waiting = False
            self._show_ready()
            self._desk.problem.emit(error)

        self._desk.runner.write(lambda: None, begin, refused)

    def _on_failed(self, error: BaseException) -> None:
        if self._closing:
            super().reject()
        elif isinstance(error, Cancelled):
            self._say("muted", self.tr("It was cancelled; nothing was written."))
        elif isinstance(error, WorkbookError):
            self._say("error", self._desk.sentence(error))
        else:
            self._desk.problem.emit(error)

    def _say(self, role: str, sentence: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(sentence)
        self.outcome.show()
        self._make_room()

    def _font_lines(
        self, fonts: Iterable[FontUse], missing: Sequence[MissingCharacter]
    ) -> list[str]:
        """That fonts were substituted, and the first of the characters that none has."""
        say, comma = self._desk.text, "、" if self._desk.language == "zh" else ", "
        lines = [] if all(font.official for font in fonts) else [say("cli.report.fonts")]
        for one in missing[:_MOST]:
            places = comma.join([*one.places[:_MOST], *["…"] * (len(one.places) > _MOST)])
            lines.append(say("cli.report.missing", character=one.character, places=places))
        return lines + ["…"] * (len(missing) > _MOST)

    def _show_file(self, path: Path, error: UserError) -> None:
        """Open in the system's program; the error is told where there is none."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.problem.emit(error)
