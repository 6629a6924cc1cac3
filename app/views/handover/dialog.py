"""Hands the evidence over, with the report where that is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.numbers import format_size
from app.domain.vocabulary import Stage
from app.errors import UserError
from app.reports.handover.export import hand_over
from app.reports.handover.model import Fate, HandoverRequest, HandoverResult, Kind
from app.reports.outcome import FORMATS
from app.views.desk import Desk
from app.views.dialogs.export import ExportDialog
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.choice import Choice


class HandoverDialog(ExportDialog):
    """Of the whole evidence, with what is to be left out."""

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("&Hand over"),
            self.tr("Progress of the hand-over"),
            self.tr("Folder for the evidence"),
            parent,
        )
        self.setWindowTitle(self.tr("Hand over the evidence"))
        self.kind: Choice[Kind] = Choice(
            [("folder", self.tr("Folder")), ("zip", self.tr("One archive (zip)"))]
        )
        self.stage: Choice[Stage] = Choice((item, desk.text(f"stage.{item}")) for item in Stage)
        self.stage.set_value(stage)
        self.language.set_value(desk.language)
        self.report = QCheckBox(self.tr("With the &report (PDF, Excel and Word)"))
        self.faults = QPlainTextEdit()
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
        form = self._new_form()
        form.addRow(self.tr("&Make"), self.kind)
        self._add_folder(form)
        form.addRow(self.tr("&Stage"), self.stage)
        form.addRow(self.tr("L&anguage"), self.language)
        form.addRow("", self.internal)
        form.addRow("", self.report)
        return form

    def _connect(self) -> None:
        super()._connect()
        self.open_folder.clicked.connect(self._open)

    def _inputs(self) -> Sequence[QWidget]:
        return self.kind, self.stage, self.report

    # -- handing over

    def request(self) -> HandoverRequest:
        return HandoverRequest(
            folder=self._chosen_folder(),
            kind=self.kind.value(),
            stage=self.stage.value(),
            language=self.language.value(),
            internal=not self.internal.isChecked(),
            formats=FORMATS if self.report.isChecked() else (),
        )

    def _on_start(self) -> None:
        request, workbook, today = self.request(), self._desk.workbook, self._desk.today()
        for widget in (self.outcome, self.faults, self.open_folder):
            widget.hide()
        self._launch(lambda: hand_over(workbook, request, today), self._on_done)

    def _on_done(self, result: HandoverResult) -> None:
        self._result = result
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
        lines += self._font_lines(result.fonts, result.missing_characters)
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

    def _open(self) -> None:
        if self._result is None:
            return
        path = self._result.path
        folder = path if self._result.kind == "folder" else path.parent
        self._show_file(folder, UserError("folder.not-opened", path=str(folder)))
