"""Writes a template or the present rows to an Excel file, and takes such a file over.

What reads and writes Excel is slow to load; it is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app import paths
from app.domain.changes import Changes
from app.domain.steps import Steps
from app.domain.vocabulary import Language
from app.errors import Cancelled
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.dialogs.progress import run_with_progress

if TYPE_CHECKING:
    from app.services.tables.comparing import Comparison


class WritesTable(Protocol):
    def __call__(
        self, workbook: Workbook, target: Path, language: Language, *, empty: bool = False
    ) -> int: ...


@dataclass(frozen=True, slots=True)
class TableKind:
    """The services of one kind of table; `name` is that of its files, `field_name` of a field."""

    name: str
    write: WritesTable
    compare: Callable[[Workbook, Path], Steps[Comparison]]
    take_over: Callable[[Workbook, Comparison], Changes]
    field_name: Callable[[str], str]


class Exchange(QObject):
    """What a page's Excel menu does."""

    def __init__(self, desk: Desk, kind: Callable[[], TableKind], page: QWidget) -> None:
        """`kind` imports the services of the table."""
        super().__init__(page)
        self._desk = desk
        self._kind = kind
        self._page = page

    def fill(self, menu: QMenu) -> None:
        """Put the three ways into a menu."""
        menu.addAction(self.tr("Save an empty &template…"), self.save_template)
        menu.addAction(self.tr("&Export to Excel…"), self.export)
        take_in = menu.addAction(self.tr("&Import from Excel…"), self.take_in)
        take_in.setEnabled(not self._desk.read_only)

    def save_template(self) -> None:
        """Write a file with the heading only."""
        name = self.tr("{0} template").format(self._kind().name)
        self._write(self._ask_target(self.tr("Save an empty template"), name), empty=True)

    def export(self) -> None:
        """Write all rows."""
        self._write(self._ask_target(self.tr("Export to Excel"), self._kind().name), empty=False)

    def take_in(self) -> None:
        """Ask for a file, say what it would change, and take it over where that is wanted."""
        file, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Import from Excel"), str(paths.documents()), self._file_types()
        )
        if not file:
            return
        workbook, path = self._desk.workbook, Path(file)

        def failed(error: BaseException) -> None:
            if not isinstance(error, Cancelled):
                self._desk.problem.emit(error)

        run_with_progress(
            self._desk.runner,
            self._page,
            self.tr("Reading the file…"),
            lambda: self._kind().compare(workbook, path),
            self._show,
            failed,
        )

    def _show(self, comparison: Comparison) -> None:
        from app.views.tables.difference import DifferenceDialog

        dialog = DifferenceDialog(self._desk, comparison, self._kind().field_name, self._page)
        dialog.accepted.connect(lambda: self._take_over(comparison))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_over(self, comparison: Comparison) -> None:
        workbook = self._desk.workbook
        self._desk.write(
            lambda: self._kind().take_over(workbook, comparison),
            saved=lambda changes: self._desk.message.emit(
                self._desk.operation(changes.kind, dict(changes.params))
            ),
        )

    def _write(self, target: Path | None, *, empty: bool) -> None:
        if target is None:
            return
        workbook, language = self._desk.workbook, self._desk.language
        self._desk.runner.compute(
            lambda: self._kind().write(workbook, target, language, empty=empty),
            lambda _: self._desk.message.emit(self.tr("Written to {0}").format(target)),
            self._desk.problem.emit,
        )

    def _ask_target(self, title: str, name: str) -> Path | None:
        suggested = str(paths.documents() / f"{name}.xlsx")
        file, _ = QFileDialog.getSaveFileName(self._page, title, suggested, self._file_types())
        if not file:
            return None
        target = Path(file)
        return (
            target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")
        )

    def _file_types(self) -> str:
        return self.tr("Excel workbook (*.xlsx)")
