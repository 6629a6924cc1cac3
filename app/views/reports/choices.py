"""What the report is to be: of what, by which template, stage, language, formats, folder."""

from __future__ import annotations

from collections.abc import Sequence
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
from app.domain.report_template import USUAL_TEMPLATE, ReportTemplate, TemplateLanguage
from app.domain.vocabulary import LANGUAGES, Stage
from app.queries.snapshots.reading import SnapshotRow
from app.reports.differences import snapshot_name
from app.reports.outcome import FORMATS, ExportRequest, Format, Source
from app.reports.submission.model import SubmissionRequest
from app.views.desk import Desk
from app.views.reports.templates import TemplateMenu
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES

# What stands for the live state, and for the usual template.
_LIVE = _USUAL = ""


class ReportChoices(QWidget):
    """`changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stage_chosen = False
        self._templates: dict[str, ReportTemplate] = {}
        self.source: Choice[str] = Choice([(_LIVE, self.tr("Present state, as a draft"))])
        self.compare: Choice[str | None] = Choice([(None, self.tr("The snapshot before"))])
        self.template: Choice[str] = Choice([(_USUAL, desk.text("template.usual"))])
        self.stage: Choice[Stage] = Choice((item, desk.text(f"stage.{item}")) for item in Stage)
        self._stages: dict[str, Stage] = {}
        # A template that was saved and is still to be read.
        self._wanted = ""
        self.language: Choice[TemplateLanguage] = Choice(
            [
                *((TemplateLanguage(item), LANGUAGE_NAMES[item]) for item in LANGUAGES),
                (TemplateLanguage.BOTH, self.tr("Both languages")),
            ]
        )
        names: dict[Format, str] = {
            "pdf": self.tr("&PDF document"),
            "xlsx": self.tr("E&xcel workbook"),
            "docx": self.tr("&Word document"),
        }
        self.formats = {item: QCheckBox(names[item]) for item in FORMATS}
        self.templates = TemplateMenu(desk, self.chosen_template, self)
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
        self.language.set_value(TemplateLanguage(self._desk.language))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        template = QHBoxLayout()
        template.setSpacing(GAP)
        template.addWidget(self.template, 1)
        template.addWidget(self.templates)
        template_label = label(self.tr("&Template"))
        template_label.setBuddy(self.template)
        form.addRow(self.tr("&Made from"), self.source)
        form.addRow(self.tr("&Compared with"), self.compare)
        form.addRow(template_label, template)
        form.addRow(self.tr("&Stage"), self.stage)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(label(self.tr("Formats")), formats)
        folder_label = label(self.tr("F&older"))
        folder_label.setBuddy(self.folder)
        form.addRow(folder_label, place)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.stage.currentIndexChanged.connect(self._on_stage)
        self.source.currentIndexChanged.connect(self._on_source)
        self.compare.currentIndexChanged.connect(self.changed)
        self.template.currentIndexChanged.connect(self._on_template)
        self.templates.saved.connect(self.choose_template)
        self.language.currentIndexChanged.connect(self.changed)
        self.folder.textChanged.connect(self.changed)
        for box in self.formats.values():
            box.toggled.connect(self.changed)

    def show_stage(self, stage: Stage) -> None:
        """Propose the stage of the profile, until another has been chosen here."""
        if not self._stage_chosen and self.stage.isEnabled():
            self.stage.set_value(stage)

    def show_sources(
        self, rows: Sequence[SnapshotRow], templates: Sequence[ReportTemplate]
    ) -> None:
        """Offer the snapshots and templates of the workbook; what was chosen stays."""
        names = [(row.code, snapshot_name(row, self._desk.language)) for row in rows]
        self._stages = {row.code: row.stage for row in rows}
        self.source.set_options([(_LIVE, self.tr("Present state, as a draft")), *names[::-1]])
        self.compare.set_options(
            [
                (None, self.tr("The snapshot before")),
                (_LIVE, self.tr("Nothing")),
                *names[::-1],
            ]
        )
        self._templates = {one.name: one for one in templates}
        kept = [(one.name, one.name) for one in templates]
        self.template.set_options([(_USUAL, self._desk.text("template.usual")), *kept])
        self._show_source()
        self._choose_wanted()
        self.templates.show_state()

    def chosen_template(self) -> ReportTemplate | None:
        """The template of the workbook that is chosen, None for the usual one."""
        return self._templates.get(self.template.value())

    def choose_template(self, name: str) -> None:
        """Choose a template, as soon as it is among those offered."""
        self._wanted = name
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted in self._templates:
            self.template.set_value(self._wanted)
            self._wanted = ""
            self._on_template()

    def choose_source(self, code: str) -> None:
        """Choose a snapshot, where it is among those offered."""
        if code in self._stages:
            self.source.set_value(code)
            self._on_source()

    def _on_source(self) -> None:
        self._show_source()
        self.changed.emit()

    def _show_source(self) -> None:
        """A snapshot has a stage of its own."""
        stage = self._stages.get(self.source.value())
        self.stage.setEnabled(stage is None)
        if stage is not None:
            self.stage.set_value(stage)

    def _on_template(self) -> None:
        """A template proposes stage and language."""
        chosen = self.chosen_template()
        self.templates.show_state()
        if chosen is not None:
            if chosen.stage is not None and self.stage.isEnabled():
                self.stage.set_value(chosen.stage)
                self._stage_chosen = True
            self.language.set_value(chosen.language)
        self.changed.emit()

    def request(self) -> ExportRequest | None:
        """What to export; None while something is missing."""
        formats = tuple(item for item, box in self.formats.items() if box.isChecked())
        folder = self.folder.text().strip()
        if not formats or not folder:
            return None
        return ExportRequest(
            folder=Path(folder).expanduser().absolute(),
            stage=self.stage.value(),
            languages=self.language.value().languages,
            formats=formats,
            source=self._source(),
        )

    def submission(self) -> SubmissionRequest:
        """What a submission folder would be made of; its folder is to be asked for."""
        languages = self.language.value().languages
        return SubmissionRequest(
            folder=Path(self.folder.text().strip()).expanduser().absolute(),
            stage=self.stage.value(),
            language=self._desk.language if len(languages) > 1 else languages[0],
            source=self._source(),
            also=languages if len(languages) > 1 else (),
        )

    def _source(self) -> Source:
        template = self.chosen_template() or USUAL_TEMPLATE
        return Source(self.source.value(), self.compare.value(), template)

    def _on_stage(self) -> None:
        self._stage_chosen = True
        self.changed.emit()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the report"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)
