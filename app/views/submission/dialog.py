"""Makes the submission folder of what is chosen on the page of reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.domain.numbers import format_size
from app.domain.vocabulary import LANGUAGES, Language
from app.errors import Cancelled, UserError, WorkbookError
from app.reports.handover.model import Fate
from app.reports.submission.export import submit
from app.reports.submission.model import SubmissionRequest, SubmissionResult
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, button, label, set_role
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES
from app.views.widgets.task_row import TaskRow


class SubmissionDialog(QDialog):
    """Stays open until it is closed, so that what came of it can be read."""

    def __init__(
        self, desk: Desk, proposed: SubmissionRequest, source: str, parent: QWidget | None = None
    ) -> None:
        """`proposed` is what the page has chosen; `source` names what it is made from."""
        super().__init__(parent)
        self._desk = desk
        self._proposed = proposed
        self._waiting = False
        self._closing = False
        self._result: SubmissionResult | None = None
        self.setWindowTitle(self.tr("Make the submission folder"))
        self.source = label(source, wrap=True)
        self.language: Choice[Language] = Choice((item, LANGUAGE_NAMES[item]) for item in LANGUAGES)
        self.language.set_value(proposed.language)
        self.folder = QLineEdit(str(desk.settings.report_folder or paths.documents()))
        self.browse = button(self.tr("&Browse…"))
        self.archive = QCheckBox(self.tr("Also as one archive (&zip)"))
        self.internal = QCheckBox(self.tr("&Leave out evidence marked internal"))
        self.start = button(self.tr("&Make"), "primary")
        self.task = TaskRow(desk.runner, self.tr("Progress of the submission folder"))
        self.outcome = label("", wrap=True)
        self.open_page = button(self.tr("Open the page"))
        self.open_folder = button(self.tr("Open folder"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        note = self.tr(
            "Everything that an evaluator needs in one folder: the report as PDF, Excel and Word, "
            "the evidence with its register and checksums, and a page that shows it all in any "
            "browser without a network. Nothing is overwritten."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(note, "muted", wrap=True))
        layout.addLayout(self._form())
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.task)
        layout.addWidget(self.outcome)
        opening = QHBoxLayout()
        opening.addWidget(self.open_page)
        opening.addWidget(self.open_folder)
        opening.addStretch(1)
        layout.addLayout(opening)
        self._show_result(False)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(560)

    def _form(self) -> QFormLayout:
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        form.addRow(label(self.tr("Made from")), self.source)
        form.addRow(self.tr("L&anguage"), self.language)
        folder = label(self.tr("&In folder"))
        folder.setBuddy(self.folder)
        form.addRow(folder, place)
        form.addRow("", self.archive)
        form.addRow("", self.internal)
        return form

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.folder.textChanged.connect(self._show_ready)
        self.start.clicked.connect(self._on_start)
        self.task.running.connect(self._show_ready)
        self.open_page.clicked.connect(lambda: self._open("index.html"))
        self.open_folder.clicked.connect(lambda: self._open(""))
        self.buttons.rejected.connect(self.reject)

    # -- showing

    def _show_ready(self) -> None:
        free = not self._waiting and self.task.isHidden()
        for field in (self.language, self.folder, self.browse, self.archive, self.internal):
            field.setEnabled(free)
        self.start.setEnabled(free and bool(self.folder.text().strip()))

    def _show_result(self, shown: bool) -> None:
        for widget in (self.open_page, self.open_folder):
            widget.setVisible(shown)
        self.outcome.setVisible(shown)

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the submission"), self.folder.text()
        )
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

    # -- making it

    def request(self) -> SubmissionRequest:
        return replace(
            self._proposed,
            folder=Path(self.folder.text().strip()).expanduser().absolute(),
            language=self.language.value(),
            internal=not self.internal.isChecked(),
            archive=self.archive.isChecked(),
        )

    def _on_start(self) -> None:
        """Wait for what is being saved, then begin."""
        request = self.request()
        self._show_result(False)
        self._waiting = True
        self._show_ready()
        self._desk.runner.write(
            lambda: None, lambda _: self._begin(request), self._desk.problem.emit
        )

    def _begin(self, request: SubmissionRequest) -> None:
        self._waiting = False
        workbook, today = self._desk.workbook, self._desk.today()
        self.task.start(lambda: submit(workbook, request, today), self._on_done, self._on_failed)

    def _on_done(self, result: SubmissionResult) -> None:
        self._result, self._closing = result, False
        content = result.content
        self._desk.settings.report_folder = content.path.parent
        written = (
            self.tr("✓ Written and read back: {0} ({1})")
            if content.complete
            else self.tr("✗ Written, but not every file of evidence is in it: {0} ({1})")
        )
        lines = [written.format(content.path.name, format_size(content.size))]
        if result.archive is not None:
            size = format_size(result.archive_size)
            lines.append(self.tr("Archive: {0} ({1})").format(result.archive.name, size))
        lines.append(
            self.tr("Evidence in it: {0}; left out: {1}; missing: {2}; altered: {3}.").format(
                *(content.counts[fate] for fate in Fate)
            )
        )
        self._show_result(True)
        self._say("good" if content.complete else "error", "\n".join(lines))
        self._desk.message.emit(self.tr("The submission folder was made."))

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

    def _open(self, name: str) -> None:
        if self._result is None:
            return
        path = self._result.content.path / name
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.problem.emit(UserError("file.no-opener", name=path.name))
