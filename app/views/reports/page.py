"""Exports the report as PDF, Excel and Word, alone or in a submission folder."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.checks import Finding, Place
from app.domain.vocabulary import Severity
from app.errors import Cancelled, WorkbookError
from app.queries.checks import check
from app.queries.profile import profile
from app.queries.report_texts import templates
from app.queries.snapshots.reading import snapshots
from app.reports.export import export
from app.reports.outcome import ExportRequest, ExportResult
from app.views.desk import Desk
from app.views.page import Page
from app.views.reports.choices import ReportChoices
from app.views.reports.result import ResultCard
from app.views.widgets.basic import GAP, WIDE, button, card, label, set_role
from app.views.widgets.latest import Latest
from app.views.widgets.task_row import TaskRow

# Longer lines than this are hard to read.
_WIDTH = 800


class ReportsPage(Page):
    """Choices, what the check says before, the export with its progress, and what it wrote."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.choices = ReportChoices(desk)
        self.findings = label("", wrap=True)
        self._sample = label("", "warning", wrap=True)
        self.to_checks = button(self.tr("Open the check"), "link")
        self.start = button(self.tr("Expo&rt"), "primary")
        self.hand_over = button(self.tr("H&and over the evidence…"))
        self.submit = button(self.tr("Make the s&ubmission folder…"))
        self.task = TaskRow(desk.runner, self.tr("Progress of the export"))
        self.outcome = label("", "error", wrap=True)
        self.result: ResultCard | None = None
        self._content = QVBoxLayout()
        self._scroll = QScrollArea()
        self._waiting = False
        self._check: Latest[list[Finding]] = Latest(
            self, desk.runner, self._show_findings, self._on_check_failed
        )
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        content.setLayout(self._content)
        self._content.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self._content.setSpacing(WIDE)
        self._content.addWidget(label(self.tr("Reports"), "page-title"))
        note = self.tr(
            "The self-assessment report with all answers, scores, the evidence register and the "
            "list of gaps. Scores and grades: {0}."
        ).format(self.desk.text("mark.unofficial"))
        self._content.addWidget(label(note, "muted", wrap=True))
        self._content.addWidget(self._sample)
        self._content.addWidget(self._form())
        self._content.addWidget(self._handover())
        self._content.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _form(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(self.choices)
        replaced = self.tr("Files of the same name in the folder are replaced.")
        layout.addWidget(label(replaced, "muted", wrap=True))
        before = QHBoxLayout()
        before.addWidget(self.findings, 1)
        before.addWidget(self.to_checks, 0, Qt.AlignmentFlag.AlignTop)
        layout.addSpacing(GAP)
        layout.addLayout(before)
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.task)
        layout.addWidget(self.outcome)
        self.outcome.hide()
        return frame

    def _handover(self) -> QFrame:
        frame, layout = card()
        note = self.tr(
            "All evidence as a folder or archive by article and requirement, with a register and "
            "checksums, to be given to the evaluators."
        )
        layout.addWidget(label(self.tr("Evidence to hand over"), "section-title"))
        layout.addWidget(label(note, "muted", wrap=True))
        layout.addWidget(self.hand_over, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(GAP)
        whole = self.tr(
            "Or everything in one folder: the report as PDF, Excel and Word, the evidence, and a "
            "page that shows it all in any browser. It is made of what is chosen above."
        )
        layout.addWidget(label(whole, "muted", wrap=True))
        layout.addWidget(self.submit, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _connect(self) -> None:
        self.hand_over.clicked.connect(self._on_hand_over)
        self.submit.clicked.connect(self._on_submit)
        self.start.clicked.connect(self._on_start)
        self.to_checks.clicked.connect(lambda: self.desk.page_wanted.emit("checks"))
        self.choices.changed.connect(self._show_ready)
        self.task.running.connect(self._show_ready)
        self._show_ready()

    # -- showing

    def refresh(self, changes: Changes | None = None) -> None:
        workbook, today = self.desk.workbook, self.desk.today()
        stored = profile(workbook)
        self.choices.show_sources(snapshots(workbook), templates(workbook))
        self.choices.show_stage(stored.stage)
        self._sample.setText(
            self.tr("This is a sample workbook: every page of the report says “Sample data”.")
        )
        self._sample.setVisible(stored.sample)
        self._check.request(lambda: check(workbook, today))

    def go_to(self, place: Place) -> None:
        """Choose a snapshot to report on."""
        self.choices.choose_source(place.id)

    def _show_findings(self, found: list[Finding]) -> None:
        grave = sum(finding.severity is Severity.ERROR for finding in found)
        set_role(self.findings, "error" if grave else "")
        if found:
            self.findings.setText(
                self.tr(
                    "The check has {0} findings, of which {1} must be fixed. The report lists them "
                    "as gaps."
                ).format(len(found), grave)
            )
        else:
            self.findings.setText(self.tr("✓ The check has found nothing."))
        self.to_checks.setVisible(bool(found))

    def _on_check_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbookError):
            set_role(self.findings, "error")
            self.findings.setText(self.desk.sentence(error))
        else:
            self.desk.problem.emit(error)

    def _show_ready(self) -> None:
        """Only one export at a time, and only of something."""
        free = not self._waiting and self.task.isHidden()
        self.choices.setEnabled(free)
        self.start.setEnabled(free and self.choices.request() is not None)

    # -- exporting

    def _on_start(self) -> None:
        """Wait for what is being saved, then export."""
        request = self.choices.request()
        if request is None:
            return
        self.outcome.hide()
        self._waiting = True
        self._show_ready()
        self.desk.runner.write(
            lambda: None, lambda _: self._export(request), self.desk.problem.emit
        )

    def _on_hand_over(self) -> None:
        from app.views.handover.dialog import HandoverDialog  # what writes it is slow to load

        dialog = HandoverDialog(self.desk, self.choices.stage.value(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_submit(self) -> None:
        from app.views.submission.dialog import SubmissionDialog  # what writes it is slow to load

        proposed, source = self.choices.submission(), self.choices.source.currentText()
        dialog = SubmissionDialog(self.desk, proposed, source, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _export(self, request: ExportRequest) -> None:
        self._waiting = False
        workbook, today = self.desk.workbook, self.desk.today()
        self.task.start(
            lambda: export(workbook, request, today), self._on_exported, self._on_failed
        )

    def _on_exported(self, result: ExportResult) -> None:
        self.desk.settings.report_folder = result.files[0].path.parent
        if self.result is not None:
            self._content.removeWidget(self.result)
            self.result.deleteLater()
        self.result = ResultCard(self.desk, result)
        # Before the stretch at the end.
        self._content.insertWidget(self._content.count() - 1, self.result)
        self._show_whole(self.result)
        self.desk.message.emit(self.tr("The report was exported."))

    def _show_whole(self, part: QWidget) -> None:
        """Bring a part of the page into sight as soon as it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, WIDE))

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._say("muted", self.tr("The export was cancelled; no file was written."))
        elif isinstance(error, WorkbookError):
            self._say("error", self.desk.sentence(error))
        else:
            self.desk.problem.emit(error)

    def _say(self, role: str, sentence: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(sentence)
        self.outcome.show()
