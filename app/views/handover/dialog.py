"""Hands the evidence over, with the report where that is wanted."""

from __future__ import annotations

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
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.domain.numbers import format_size
from app.domain.vocabulary import LANGUAGES, Language, Stage
from app.errors import Cancelled, UserError, WorkbookError
from app.reports.handover.export import hand_over
from app.reports.handover.model import Fate, HandoverRequest, HandoverResult, Kind
from app.reports.outcome import FORMATS
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, button, label, set_role
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES
from app.views.widgets.task_row import TaskRow


class HandoverDialog(QDialog):
    """Stays open until it is closed, so that what came of it can be read."""

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting = False
        self._closing = False
        self.setWindowTitle(self.tr("Hand over the evidence"))
        self.kind: Choice[Kind] = Choice(
            [("folder", self.tr("Folder")), ("zip", self.tr("One archive (zip)"))]
        )
        self.stage: Choice[Stage] = Choice((item, desk.text(f"stage.{item}")) for item in Stage)
        self.stage.set_value(stage)
        self.language: Choice[Language] = Choice((item, LANGUAGE_NAMES[item]) for item in LANGUAGES)
        self.language.set_value(desk.language)
        self.folder = QLineEdit(str(desk.settings.report_folder or paths.documents()))
        self.browse = button(self.tr("&Browse…"))
        self.internal = QCheckBox(self.tr("&Leave out evidence marked internal"))
        self.report = QCheckBox(self.tr("With the &report (PDF, Excel and Word)"))
        self.start = button(self.tr("&Hand over"), "primary")
        self.task = TaskRow(desk.runner, self.tr("Progress of the hand-over"))
        self.outcome = label("", wrap=True)
        self.faults = QPlainTextEdit()
        self.open_folder = button(self.tr("Open folder"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._result: HandoverResult | None = None
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        note = self.tr(
            "A folder for each article and requirement, with a register, checksums and a note on "
            "how to check the files without this program. Nothing is overwritten."
        )
        self.report.setChecked(True)
        self.report.setToolTip(self.tr("Evidence numbers in the Excel file lead to the files."))
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setAccessibleName(self.tr("Files that were not handed over"))
        self.faults.setFixedHeight(self.fontMetrics().lineSpacing() * 6 + 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(note, "muted", wrap=True))
        layout.addLayout(self._form())
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.task)
        for widget in (self.outcome, self.faults):
            layout.addWidget(widget)
            widget.hide()
        layout.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_folder.hide()
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
        form.addRow(self.tr("&Make"), self.kind)
        folder = label(self.tr("&In folder"))
        folder.setBuddy(self.folder)
        form.addRow(folder, place)
        form.addRow(self.tr("&Stage"), self.stage)
        form.addRow(self.tr("L&anguage"), self.language)
        form.addRow("", self.internal)
        form.addRow("", self.report)
        return form

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.folder.textChanged.connect(self._show_ready)
        self.start.clicked.connect(self._on_start)
        self.task.running.connect(self._show_ready)
        self.open_folder.clicked.connect(self._open)
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
        for field in (self.kind, self.stage, self.language, self.folder, self.browse):
            field.setEnabled(free)
        for box in (self.internal, self.report):
            box.setEnabled(free)
        self.start.setEnabled(free and bool(self.folder.text().strip()))
        self._make_room()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the evidence"), self.folder.text()
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

    # -- handing over

    def request(self) -> HandoverRequest:
        return HandoverRequest(
            folder=Path(self.folder.text().strip()).expanduser().absolute(),
            kind=self.kind.value(),
            stage=self.stage.value(),
            language=self.language.value(),
            internal=not self.internal.isChecked(),
            formats=FORMATS if self.report.isChecked() else (),
        )

    def _on_start(self) -> None:
        """Wait for what is being saved, then hand over."""
        request = self.request()
        for widget in (self.outcome, self.faults, self.open_folder):
            widget.hide()
        self._waiting = True
        self._show_ready()
        self._desk.runner.write(
            lambda: None, lambda _: self._begin(request), self._desk.problem.emit
        )

    def _begin(self, request: HandoverRequest) -> None:
        self._waiting = False
        workbook, today = self._desk.workbook, self._desk.today()
        self.task.start(lambda: hand_over(workbook, request, today), self._on_done, self._on_failed)

    def _on_done(self, result: HandoverResult) -> None:
        self._result, self._closing = result, False
        self._desk.settings.report_folder = result.path.parent
        counts = result.counts
        lines = [
            self.tr("✓ Written and read back: {0} ({1})").format(
                result.path.name, format_size(result.size)
            )
            if result.complete
            else self.tr("✗ Written, but not every file could be handed over: {0} ({1})").format(
                result.path.name, format_size(result.size)
            ),
            self.tr("Handed over: {0}; left out: {1}; missing: {2}; altered: {3}.").format(
                *(counts[fate] for fate in Fate)
            ),
        ]
        self._say("good" if result.complete else "error", "\n".join(lines))
        faults = [
            f"{file.number} {file.name}  {self._desk.text(f'handover.fate.{file.fate}')}"
            for file in result.files
            if file.fate is not Fate.HANDED_OVER
        ]
        self.faults.setPlainText("\n".join(faults))
        self.faults.setVisible(bool(faults))
        self.open_folder.show()
        self._make_room()
        self._desk.message.emit(self.tr("The evidence was handed over."))

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

    def _open(self) -> None:
        if self._result is None:
            return
        path = self._result.path
        folder = path if self._result.kind == "folder" else path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.problem.emit(UserError("folder.not-opened", path=str(folder)))
