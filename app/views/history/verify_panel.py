"""What keeps the history honest, and the button that proves it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from app.domain.steps import Step
from app.errors import Cancelled
from app.queries.verification import BadFile, Verification, verify
from app.tasks.runner import Job
from app.views.desk import Desk
from app.views.widgets.basic import GAP, button, card, label, set_role


class VerifyPanel(QWidget):
    """Reads every file and every operation again, beside all other work."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.verify = button(self.tr("Verif&y"))
        self.cancel = button(self.tr("Cancel"))
        self.progress = QProgressBar()
        self.result = label("", wrap=True)
        self.faults = QPlainTextEdit()
        self._build()
        self.verify.clicked.connect(self._on_verify)
        self.cancel.clicked.connect(self._on_cancel)

    def _build(self) -> None:
        frame, column = card()
        column.setContentsMargins(12, GAP, 12, GAP)
        note = label(
            self.tr(
                "Each operation carries the checksum of the one before it, so that no line of the "
                "history can be changed or dropped unnoticed. Verifying computes all of them again "
                "and reads every file of evidence."
            ),
            "muted",
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(note, 1)
        row.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        self.progress.setAccessibleName(self.tr("Progress of the verification"))
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setAccessibleName(self.tr("Faults found"))
        self.faults.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 16)
        column.addLayout(row)
        for widget in (self.progress, self.result, self.faults):
            column.addWidget(widget)
            widget.hide()
        self.cancel.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _on_verify(self) -> None:
        self.result.hide()
        self.faults.hide()
        self.progress.setRange(0, 0)
        self._show_running(True)
        self._job = self._desk.runner.start(
            lambda: verify(self._desk.workbook), self._on_done, self._on_failed, self._on_progress
        )

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.verify.setVisible(not running)

    def _on_progress(self, step: Step) -> None:
        self.progress.setRange(0, step.total)
        self.progress.setValue(step.done)

    def _on_done(self, found: Verification) -> None:
        self._show_running(False)
        set_role(self.result, "good" if found.ok else "error")
        self.result.setText("\n".join(self._lines(found)))
        self.result.show()
        faults = [
            *map(self._missing, found.missing),
            *map(self._altered, found.altered),
            *map(self._unreadable, found.unreadable),
        ]
        if found.broken_operations:
            numbers = ", ".join(map(str, found.broken_operations))
            faults.append(self.tr("Operations whose checksum does not fit: {0}").format(numbers))
        if found.unrecorded:
            count = len(found.unrecorded)
            faults.append(self.tr("Rows that are not as the history says: {0}").format(count))
        if found.damaged_snapshots:
            codes = ", ".join(found.damaged_snapshots)
            faults.append(self.tr("Snapshots that are not what was frozen: {0}").format(codes))
        self.faults.setPlainText("\n".join(faults))
        self.faults.setVisible(bool(faults))

    def _lines(self, found: Verification) -> list[str]:
        verdict = (
            self.tr("✓ All is as it was recorded.")
            if found.ok
            else self.tr("✗ Not all is as it was recorded.")
        )
        files = self.tr("Files checked: {0}; missing: {1}; altered: {2}; unreadable: {3}.").format(
            found.checked, len(found.missing), len(found.altered), len(found.unreadable)
        )
        chain = (
            self.tr("Operations checked: {0}; those that do not fit: {1}.").format(
                found.operations, len(found.broken_operations)
            )
            if found.broken_operations
            else self.tr("Operations checked: {0}; the chain is unbroken.").format(found.operations)
        )
        return [verdict, files, chain]

    def _missing(self, file: BadFile) -> str:
        return self.tr("Missing: {0} “{1}”").format(file.number, file.name)

    def _altered(self, file: BadFile) -> str:
        return self.tr("Altered: {0} “{1}”").format(file.number, file.name)

    def _unreadable(self, file: BadFile) -> str:
        return self.tr("Unreadable: {0} “{1}”").format(file.number, file.name)

    def _on_failed(self, error: BaseException) -> None:
        self._show_running(False)
        if isinstance(error, Cancelled):
            set_role(self.result, "muted")
            self.result.setText(self.tr("The verification was cancelled."))
            self.result.show()
        else:
            self._desk.problem.emit(error)
