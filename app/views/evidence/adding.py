"""The ways in which files come to the evidence page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.evidence import Target
from app.views.desk import Desk
from app.views.evidence.details import Details
from app.views.evidence.intake import choose_files, choose_folder, take_in
from app.views.evidence.pasting import pasting
from app.views.widgets.basic import button
from app.views.widgets.drop_area import DropArea


class Adding:
    """Buttons, dropping and pasting; what is dropped on a dossier's files goes into it."""

    def __init__(self, desk: Desk, page: QWidget, details: Details) -> None:
        translate = QCoreApplication.translate
        self._desk, self._page, self._details = desk, page, details
        self.files: QPushButton = button(translate("EvidencePage", "&Add files…"), "primary")
        self.folder: QPushButton = button(translate("EvidencePage", "Add a folde&r…"))
        for widget in (self.files, self.folder):
            widget.setEnabled(not desk.read_only)
        self.files.clicked.connect(lambda: self._new(choose_files(desk, page)))
        self.folder.clicked.connect(lambda: self._new(choose_folder(desk, page)))
        details.add_wanted.connect(lambda: self._to_dossier(choose_files(desk, page)))
        details.dropped.connect(self._to_dossier)
        pasting(page, translate("pasting", "Picture"), self._on_pasted)

    def receive(self, drop: DropArea) -> None:
        """Take what is dropped on the page."""
        drop.set_read_only(self._desk.read_only)
        drop.dropped.connect(self._new)

    def _new(self, files: list[Path]) -> None:
        take_in(self._desk, files, Target(), self._page)

    def _to_dossier(self, files: list[Path]) -> None:
        row = self._details.row
        if row is not None:
            take_in(self._desk, files, Target(evidence_id=row.id), self._page)

    def _on_pasted(self, files: list[Path]) -> None:
        if self._details.files.has_focus():
            self._to_dossier(files)
        else:
            self._new(files)
