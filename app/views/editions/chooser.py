"""The way to another edition: from a folder, or the one that the program comes with."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app import paths
from app.catalog.editions import Difference
from app.catalog.schema import Document
from app.queries.catalogue import document
from app.queries.editions import edition_differences
from app.views.desk import Desk
from app.views.editions.dialog import EditionDialog
from app.views.widgets.basic import GAP, button
from app.views.widgets.latest import Latest


class EditionChooser(QWidget):
    """`shown` carries the dialog when an edition has been read and compared."""

    shown = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.from_folder = button(self.tr("Take over another &catalogue…"))
        self.built_in = button("")
        # What the program comes with does not change while it runs.
        self._built_in: Document | None = None
        self._newest: Latest[Document] = Latest(
            self, desk.runner, self._show_built_in, desk.problem.emit
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.from_folder)
        row.addWidget(self.built_in)
        row.addStretch(1)
        self.from_folder.setEnabled(not desk.read_only)
        self.built_in.hide()
        self.from_folder.clicked.connect(self._on_folder)
        self.built_in.clicked.connect(lambda: self._compare(_from_program))

    def refresh(self) -> None:
        """Look whether the program brings a newer edition than the workbook has."""
        if self._built_in is None:
            self._newest.request(_from_program)
        else:
            self._show_built_in(self._built_in)

    def _show_built_in(self, newest: Document) -> None:
        self._built_in = newest
        present = document(self._desk.workbook)
        newer = newest.id == present.id and _order(newest.version) > _order(present.version)
        self.built_in.setText(
            self.tr("Take over edition {0} of the program…").format(newest.version)
        )
        self.built_in.setVisible(newer and not self._desk.read_only)

    def _on_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the catalogue"), str(paths.documents())
        )
        if folder:
            self._compare(lambda: _from_folder(Path(folder)))

    def _compare(self, load: Callable[[], Document]) -> None:
        workbook = self._desk.workbook

        def work() -> tuple[Document, list[Difference], str]:
            found = load()
            return found, edition_differences(workbook, found), document(workbook).version

        self._desk.runner.compute(work, self._open, self._desk.problem.emit)

    def _open(self, result: tuple[Document, list[Difference], str]) -> None:
        dialog = EditionDialog(self._desk, *result, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.shown.emit(dialog)


def _order(version: str) -> list[int]:
    """2.10 comes after 2.9."""
    return [int(number) for number in re.findall(r"\d+", version)]


def _from_program() -> Document:
    from app.catalog.load import load_notice  # reads YAML, which opening the page does without

    return load_notice()


def _from_folder(folder: Path) -> Document:
    from app.catalog.load import load_edition

    return load_edition(folder)
