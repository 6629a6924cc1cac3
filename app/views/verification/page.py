"""Reads everything again, says what is not as it was taken in, and repairs it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from app import paths
from app.domain.changes import Changes
from app.domain.numbers import format_size
from app.errors import Cancelled, WorkbookError
from app.queries.verification import Verification, can_resume, verify
from app.services.repair import Removed, remove_surplus, repair
from app.views.desk import Desk
from app.views.page import Page
from app.views.verification.rows import faults
from app.views.verification.table import FaultsTable
from app.views.widgets.basic import GAP, WIDE, button, card, label, set_role
from app.views.widgets.task_row import TaskRow


class VerificationPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.start = button(self.tr("Verif&y everything"), "primary")
        self.resume = button(self.tr("&Go on where it stopped"))
        self.task = TaskRow(desk.runner, self.tr("Progress of the verification"))
        self.result = label("", wrap=True)
        self.table = FaultsTable()
        self.mend = button(self.tr("&Repair from a backup or another copy…"))
        self.look = button(self.tr("Look for copies in a &folder…"))
        self.remove = button(self.tr("Remove &surplus files"))
        self.found: Verification | None = None
        self._build()
        self._connect()
        self._show_found()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(self.tr("Verification"), "page-title"))
        layout.addWidget(self._top())
        layout.addWidget(self.result)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.mend)
        row.addWidget(self.look)
        row.addWidget(self.remove)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(0)

    def _top(self) -> QFrame:
        frame, column = card()
        note = self.tr(
            "Reads every file of evidence again, also in the bin, and compares it with the "
            "checksum under which it was taken in; then it recomputes the chain of the history. "
            "You can go on working meanwhile. What was read is remembered if you cancel."
        )
        column.addWidget(label(note, "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.start)
        row.addWidget(self.resume)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.task)
        return frame

    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self._verify(resume=False))
        self.resume.clicked.connect(lambda: self._verify(resume=True))
        self.task.running.connect(self._show_ready)
        self.mend.clicked.connect(self._on_repair)
        self.look.clicked.connect(self._on_look)
        self.remove.clicked.connect(self._on_remove)

    # -- showing

    def refresh(self, changes: Changes | None = None) -> None:
        """What was found stays: only another verification knows better."""
        self._show_ready()

    def _show_ready(self) -> None:
        free = self.task.isHidden()
        self.start.setEnabled(free)
        self.resume.setVisible(free and can_resume(self.desk.workbook))
        found, may_write = self.found, free and not self.desk.read_only
        for way in (self.mend, self.look):
            way.setEnabled(may_write)
            way.setVisible(found is not None and bool(found.damaged))
        self.remove.setEnabled(may_write)
        self.remove.setVisible(found is not None and bool(found.surplus))

    def _show_found(self) -> None:
        found = self.found
        self.table.set_rows(faults(found) if found else ())
        self.table.setVisible(bool(found and faults(found)))
        if found is None:
            self._say("muted", self.tr("Nothing has been verified since the workbook was opened."))
        else:
            self._say("good" if found.ok else "error", "\n".join(self._lines(found)))
        self._show_ready()

    def _lines(self, found: Verification) -> list[str]:
        lines = [
            self.tr("✓ All is as it was recorded.")
            if found.ok
            else self.tr("✗ Not all is as it was recorded."),
            self.tr("Files: {0}; missing: {1}; altered: {2}; unreadable: {3}.").format(
                found.checked, len(found.missing), len(found.altered), len(found.unreadable)
            ),
            self.tr("Operations: {0}; those that do not fit: {1}.").format(
                found.operations, len(found.broken_operations)
            ),
        ]
        if found.remembered:
            lines.append(
                self.tr("{0} files had been read before and were not touched since.").format(
                    found.remembered
                )
            )
        if found.surplus:
            size = format_size(sum(one.size for one in found.surplus))
            lines.append(
                self.tr(
                    "Surplus: {0} files ({1}) that neither evidence, bin nor history refers to."
                ).format(len(found.surplus), size)
            )
        return [*lines, *self._ways(found)]

    def _ways(self, found: Verification) -> list[str]:
        """How what was found can be repaired."""
        ways = []
        if found.damaged:
            ways.append(
                self.tr(
                    "Missing and altered files: repair them below from a backup of the workbook, "
                    "from another copy of a file, or from a folder in which copies lie."
                )
            )
        if found.unreadable:
            ways.append(
                self.tr(
                    "Unreadable files: look at the medium and the rights to the folder, and verify "
                    "again."
                )
            )
        if found.broken_operations or found.unrecorded or found.damaged_snapshots:
            ways.append(
                self.tr(
                    "History, data and snapshots cannot be repaired: restore a backup made before "
                    "the damage."
                )
            )
        return ways

    def _say(self, role: str, sentence: str) -> None:
        set_role(self.result, role)
        self.result.setText(sentence)

    # -- doing

    def _verify(self, *, resume: bool) -> None:
        workbook = self.desk.workbook
        self.task.start(lambda: verify(workbook, resume=resume), self._on_verified, self._on_failed)

    def _on_verified(self, found: Verification) -> None:
        self.found = found
        self._show_found()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._say("muted", self.tr("It was cancelled."))
        elif isinstance(error, WorkbookError):
            self._say("error", self.desk.sentence(error))
        else:
            self.desk.problem.emit(error)
        self._show_ready()

    def _on_repair(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("A backup of the workbook, or another copy of the file"),
            str(paths.documents()),
            self.tr("All files (*)"),
        )
        if file:
            self.repair_from(Path(file))

    def _on_look(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("A folder in which copies of the files lie"), str(paths.documents())
        )
        if folder:
            self.repair_from(Path(folder))

    def repair_from(self, source: Path) -> None:
        """Take what a backup, copy or folder has of the missing and altered files."""
        found = self.found
        if found is None:
            return
        workbook, damaged = self.desk.workbook, found.damaged
        self.task.start(
            lambda: repair(workbook, damaged, source),
            lambda hashes: self._on_repaired(found, hashes),
            self._on_failed,
            writes=True,
        )

    def _on_repaired(self, found: Verification, hashes: frozenset[str]) -> None:
        self.found = found.without(hashes)
        self._show_found()
        self.desk.message.emit(self.tr("Files repaired: {0}.").format(len(hashes)))

    def _on_remove(self) -> None:
        found = self.found
        if found is None:
            return
        workbook, hashes = self.desk.workbook, [one.sha256 for one in found.surplus]
        self.remove.setEnabled(False)
        self.desk.runner.write(
            lambda: remove_surplus(workbook, hashes),
            lambda removed: self._on_removed(found, removed),
            self._on_failed,
        )

    def _on_removed(self, found: Verification, removed: Removed) -> None:
        self.found = found.without((), removed.hashes)
        self._show_found()
        self.desk.message.emit(
            self.tr("Surplus files removed: {0}, {1}.").format(
                len(removed.hashes), format_size(removed.size)
            )
        )
