"""The menu beside the choice of a template: make one, import, export, remove."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from app.domain.changes import Changes
from app.domain.report_template import USUAL_TEMPLATE, ReportTemplate
from app.services.templates import (
    read_template,
    remove_template,
    save_template,
    write_template,
)
from app.views.desk import Desk
from app.views.reports.template_dialog import TemplateDialog

_FILTER = "JSON (*.json)"


class TemplateMenu(QPushButton):
    """`saved` carries the name of a template that was made or imported."""

    saved = Signal(str)

    def __init__(
        self,
        desk: Desk,
        chosen: Callable[[], ReportTemplate | None],
        parent: QWidget | None = None,
    ) -> None:
        """`chosen` gives the template that is chosen, None for the usual one."""
        super().__init__(parent)
        self._desk = desk
        self._chosen = chosen
        self.setText(self.tr("Templates"))
        menu = QMenu(self)
        self.new = menu.addAction(self.tr("&New…"), self._on_new)
        self.edit = menu.addAction(self.tr("&Edit…"), self._on_edit)
        self.read = menu.addAction(self.tr("&Import…"), self._on_import)
        self.write = menu.addAction(self.tr("E&xport…"), self._on_export)
        self.remove = menu.addAction(self.tr("&Remove"), self._on_remove)
        self.setMenu(menu)
        self.show_state()

    def show_state(self) -> None:
        """What can be done with what is chosen."""
        writable, kept = not self._desk.read_only, self._chosen() is not None
        self.new.setEnabled(writable)
        self.read.setEnabled(writable)
        self.edit.setEnabled(writable and kept)
        self.remove.setEnabled(writable and kept)

    def _on_new(self) -> None:
        self._ask(replace(self._chosen() or USUAL_TEMPLATE, name=""))

    def _on_edit(self) -> None:
        self._ask(self._chosen() or USUAL_TEMPLATE)

    def _ask(self, begin: ReportTemplate) -> None:
        dialog = TemplateDialog(self._desk, begin, self)
        dialog.accepted.connect(lambda: self._save(dialog.template()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import a template"), "", _FILTER)
        if file:
            read: list[ReportTemplate] = []

            def work() -> Changes:
                read.append(read_template(Path(file)))
                return save_template(self._desk.workbook, read[0])

            self._desk.write(work, lambda _: self.saved.emit(read[0].name))

    def _save(self, template: ReportTemplate) -> None:
        self._desk.write(
            lambda: save_template(self._desk.workbook, template),
            lambda _: self.saved.emit(template.name),
        )

    def _on_export(self) -> None:
        usual = replace(USUAL_TEMPLATE, name=self._desk.text("template.usual"))
        template = self._chosen() or usual
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the template"), f"{template.name}.json", _FILTER
        )
        if file:
            self._desk.runner.compute(
                lambda: write_template(template, Path(file)),
                lambda _: self._desk.message.emit(self.tr("The template was exported.")),
                self._desk.problem.emit,
            )

    def _on_remove(self) -> None:
        template = self._chosen()
        if template is not None:
            name = template.name
            self._desk.write(
                lambda: remove_template(self._desk.workbook, name),
                lambda _: self._desk.message.emit(
                    self.tr("Template “{0}” was removed. This can be undone.").format(name)
                ),
            )
