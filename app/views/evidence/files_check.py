"""Looks beside the window for files of the evidence that are gone from the disk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes
from app.queries.evidence_files import AT_ONCE, FilesPiece, missing_after, missing_of
from app.views.desk import Desk
from app.views.widgets.latest import Latest


class FilesCheck(QObject):
    """`missing` are the hashes of the files that were not found; `changed` when they are others.

    Files are looked for in pieces, so that what is asked for meanwhile has its turn in between.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbook = desk.workbook
        self.missing: frozenset[str] = frozenset()
        self._found: set[str] = set()
        self._all: Latest[FilesPiece] = Latest(self, desk.runner, self._on_piece, desk.problem.emit)
        self._some: Latest[frozenset[str]] = Latest(
            self, desk.runner, self._show, desk.problem.emit
        )

    @property
    def busy(self) -> bool:
        return self._all.busy or self._some.busy

    def check(self, changes: Changes | None) -> None:
        """Look for all files, or after a write for those that it touched or that were missing."""
        if changes is None:
            self._check_all()
            return
        touched = {id_ for table, id_ in changes.rows if table == "attachment"}
        missing = self.missing
        if max(len(touched), len(missing)) > AT_ONCE:
            self._check_all()
        elif touched or missing:
            workbook = self._workbook
            self._some.request(lambda: missing_of(workbook, touched, missing))

    def _check_all(self) -> None:
        self._found = set()
        self._look("")

    def _look(self, last: str) -> None:
        workbook = self._workbook
        self._all.request(lambda: missing_after(workbook, last))

    def _on_piece(self, piece: FilesPiece) -> None:
        self._found |= piece.missing
        if piece.last:
            self._look(piece.last)
        else:
            self._show(frozenset(self._found))

    def _show(self, missing: frozenset[str]) -> None:
        if missing != self.missing:
            self.missing = missing
            self.changed.emit()
