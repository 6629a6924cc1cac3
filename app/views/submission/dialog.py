"""Makes the submission folder of what is chosen on the page of reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.numbers import format_size
from app.domain.vocabulary import LANGUAGES
from app.errors import UserError
from app.reports.handover.model import Fate
from app.reports.submission.export import submit
from app.reports.submission.model import SubmissionRequest, SubmissionResult
from app.views.desk import Desk
from app.views.dialogs.export import ExportDialog
from app.views.widgets.basic import GAP, WIDE, button, label


class SubmissionDialog(ExportDialog):
    """Everything for an evaluator in one folder."""

    def __init__(
        self, desk: Desk, proposed: SubmissionRequest, source: str, parent: QWidget | None = None
    ) -> None:
        """`proposed` is what the page has chosen; `source` names what it is made from."""
        super().__init__(
            desk,
            self.tr("&Make"),
            self.tr("Progress of the submission folder"),
            self.tr("Folder for the submission"),
            parent,
        )
        self._proposed = proposed
        self._result: SubmissionResult | None = None
        self.setWindowTitle(self.tr("Make the submission folder"))
        self.source = label(source, wrap=True)
        self.language.set_value(proposed.language)
        self.both = QCheckBox(self.tr("The report in &both languages"))
        self.both.setChecked(bool(proposed.also))
        self.archive = QCheckBox(self.tr("Also as one archive (&zip)"))
        self.open_page = button(self.tr("Open the page"))
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
        form = self._new_form()
        form.addRow(label(self.tr("Made from")), self.source)
        form.addRow(self.tr("L&anguage"), self.language)
        self._add_folder(form)
        form.addRow("", self.both)
        form.addRow("", self.archive)
        form.addRow("", self.internal)
        return form

    def _connect(self) -> None:
        super()._connect()
        self.open_page.clicked.connect(lambda: self._open("index.html"))
        self.open_folder.clicked.connect(lambda: self._open(""))

    def _inputs(self) -> Sequence[QWidget]:
        return self.both, self.archive

    def _show_result(self, shown: bool) -> None:
        for widget in (self.open_page, self.open_folder):
            widget.setVisible(shown)
        self.outcome.setVisible(shown)

    # -- making it

    def request(self) -> SubmissionRequest:
        return replace(
            self._proposed,
            folder=self._chosen_folder(),
            language=self.language.value(),
            internal=not self.internal.isChecked(),
            archive=self.archive.isChecked(),
            also=LANGUAGES if self.both.isChecked() else (),
        )

    def _on_start(self) -> None:
        request, workbook, today = self.request(), self._desk.workbook, self._desk.today()
        self._show_result(False)
        self._launch(lambda: submit(workbook, request, today), self._on_done)

    def _on_done(self, result: SubmissionResult) -> None:
        self._result = result
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
        lines += self._font_lines(content.fonts, content.missing_characters)
        self._show_result(True)
        self._say("good" if content.complete else "error", "\n".join(lines))
        self._desk.message.emit(self.tr("The submission folder was made."))

    def _open(self, name: str) -> None:
        if self._result is None:
            return
        path = self._result.content.path / name
        self._show_file(path, UserError("file.no-opener", name=path.name))
