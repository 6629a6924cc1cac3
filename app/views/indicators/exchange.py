"""Values as Excel files: a table to fill in, an export, and the import.

What reads and writes Excel is slow to load; it is imported when it is used.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from app import paths
from app.views.desk import Desk

_SUFFIX = ".xlsx"


class ExcelButton(QPushButton):
    """A menu of what can be done with Excel files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setText(self.tr("E&xcel"))
        menu = QMenu(self)
        self.template = menu.addAction(self.tr("Write a &table to fill in…"))
        self.export = menu.addAction(self.tr("&Export the values…"))
        menu.addSeparator()
        self.import_ = menu.addAction(self.tr("&Import values…"))
        self.setMenu(menu)
        self.import_.setEnabled(not desk.read_only)
        self.template.triggered.connect(lambda: self._write(empty=True))
        self.export.triggered.connect(lambda: self._write(empty=False))
        self.import_.triggered.connect(self._import)

    def _write(self, *, empty: bool) -> None:
        name = self.tr("Indicator values to fill in") if empty else self.tr("Indicator values")
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Save as"),
            str(paths.documents() / f"{name}{_SUFFIX}"),
            self.tr("Excel files (*.xlsx)"),
        )
        if chosen:
            path = Path(chosen)
            self.write(
                path if path.suffix.lower() == _SUFFIX else Path(f"{chosen}{_SUFFIX}"), empty
            )

    def write(self, target: Path, empty: bool) -> None:
        """Write the file once everything typed is saved; the status bar says what came of it."""
        desk = self._desk

        def work() -> int:
            from app.services.readings_export import write_readings

            return write_readings(desk.workbook, target, desk.language, desk.today(), empty=empty)

        def done(count: int) -> None:
            text = self.tr("“{0}” was written, rows: {1}.").format(target.name, count)
            desk.message.emit(text)

        desk.runner.write(
            lambda: None,
            lambda _: desk.runner.compute(work, done, desk.problem.emit),
            desk.problem.emit,
        )

    def _import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Import values"),
            str(paths.documents()),
            self.tr("Excel files (*.xlsx);;All files (*)"),
        )
        if chosen:
            from app.views.indicators.import_dialog import ImportDialog

            ImportDialog(self._desk, Path(chosen), self.window()).open()
