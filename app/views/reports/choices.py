"""What the report is to be: stage, language, formats, folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app import paths
from app.domain.vocabulary import LANGUAGES, Language, Stage
from app.reports.outcome import FORMATS, ExportRequest, Format
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES


class ReportChoices(QWidget):
    """`changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stage_chosen = False
        self.stage: Choice[Stage] = Choice((item, desk.text(f"stage.{item}")) for item in Stage)
        self.language: Choice[Language] = Choice((item, LANGUAGE_NAMES[item]) for item in LANGUAGES)
        names: dict[Format, str] = {
            "pdf": self.tr("&PDF document"),
            "xlsx": self.tr("E&xcel workbook"),
        }
        self.formats = {item: QCheckBox(names[item]) for item in FORMATS}
        self.folder = QLineEdit(str(desk.settings.report_folder or paths.documents()))
        self.browse = button(self.tr("&Browse…"))
        self._build()
        self._connect()

    def _build(self) -> None:
        formats = QHBoxLayout()
        formats.setSpacing(WIDE)
        for box in self.formats.values():
            box.setChecked(True)
            formats.addWidget(box)
        formats.addStretch(1)
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        self.language.set_value(self._desk.language)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        for title, field in (
            (self.tr("&Stage"), self.stage),
            (self.tr("&Language"), self.language),
        ):
            form.addRow(title, field)
        form.addRow(label(self.tr("Formats")), formats)
        folder_label = label(self.tr("F&older"))
        folder_label.setBuddy(self.folder)
        form.addRow(folder_label, place)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.stage.currentIndexChanged.connect(self._on_stage)
        self.language.currentIndexChanged.connect(self.changed)
        self.folder.textChanged.connect(self.changed)
        for box in self.formats.values():
            box.toggled.connect(self.changed)

    def show_stage(self, stage: Stage) -> None:
        """Propose the stage of the profile, until another has been chosen here."""
        if not self._stage_chosen:
            self.stage.set_value(stage)

    def request(self) -> ExportRequest | None:
        """What to export; None while something is missing."""
        formats = tuple(item for item, box in self.formats.items() if box.isChecked())
        folder = self.folder.text().strip()
        if not formats or not folder:
            return None
        return ExportRequest(
            folder=Path(folder).expanduser().absolute(),
            stage=self.stage.value(),
            languages=(self.language.value(),),
            formats=formats,
        )

    def _on_stage(self) -> None:
        self._stage_chosen = True
        self.changed.emit()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the report"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)
