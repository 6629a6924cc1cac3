"""Reads every evidence file again, so that the check also knows of altered bytes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Cancelled, WorkbookError
from app.queries.verification import Verification, verify
from app.views.desk import Desk
from app.views.widgets.basic import GAP, button, label, set_role
from app.views.widgets.task_row import TaskRow


class VerifyRow(QWidget):
    """The button, its progress and what came of it; `verified` when there is something new."""

    verified = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.altered: frozenset[str] = frozenset()
        self.button = button(self.tr("Ver&ify files"))
        self.result = label(
            self.tr(
                "The check looks at presence and size of the files. Verifying reads them again and "
                "finds every altered byte."
            ),
            "muted",
            wrap=True,
        )
        self.to_page = button(self.tr("Open the verification page"), "link")
        self.task = TaskRow(desk.runner, self.tr("Progress of the verification"))
        self._build()
        self.to_page.hide()
        self.to_page.clicked.connect(lambda: desk.page_wanted.emit("verification"))
        self.button.clicked.connect(self._start)
        self.task.running.connect(self.button.setDisabled)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.result, 1)
        line.addWidget(self.to_page)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(line)
        layout.addWidget(self.task)

    def _start(self) -> None:
        workbook = self._desk.workbook
        self.task.start(lambda: verify(workbook), self._on_done, self._on_failed)

    def _on_done(self, found: Verification) -> None:
        self.altered = frozenset(file.sha256 for file in found.altered)
        self._say("good" if found.ok else "error", self._sentence(found))
        self.to_page.setHidden(found.ok)
        self.verified.emit()

    def _sentence(self, found: Verification) -> str:
        if found.ok:
            return self.tr("✓ {0} files were read again: all are as they were taken in.").format(
                found.checked
            )
        if found.missing or found.altered or found.unreadable:
            return self.tr(
                "✗ {0} files were read again: {1} missing, {2} altered, {3} unreadable."
            ).format(found.checked, len(found.missing), len(found.altered), len(found.unreadable))
        return self.tr(
            "✗ The files are intact, but the record of changes is not. See the page “History”."
        )

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._say("muted", self.tr("The verification was cancelled."))
        elif isinstance(error, WorkbookError):
            self._say("error", self._desk.sentence(error))
        else:
            self._desk.problem.emit(error)

    def _say(self, role: str, sentence: str) -> None:
        set_role(self.result, role)
        self.result.setText(sentence)
