"""Makes up a report template: sections in their order, headings, cover, language, stage."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import texts
from app.domain.limits import TITLE
from app.domain.report_sections import USUAL_SECTIONS, is_own_section
from app.domain.report_template import ReportTemplate, SectionChoice, TemplateLanguage
from app.domain.vocabulary import LANGUAGES, Stage, Text
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES
from app.views.widgets.text_fields import TextField

_KEY = Qt.ItemDataRole.UserRole


class TemplateDialog(QDialog):
    """Begins with a template; `template` gives what was made of it."""

    def __init__(self, desk: Desk, begin: ReportTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report template"))
        self._desk = desk
        self._begin = begin
        self._headings = {one.key: one.heading for one in begin.sections}
        self.name = TextField("name")
        self.language: Choice[TemplateLanguage] = Choice(
            [
                *((TemplateLanguage(item), LANGUAGE_NAMES[item]) for item in LANGUAGES),
                (TemplateLanguage.BOTH, self.tr("Both languages")),
            ]
        )
        profile: list[tuple[Stage | None, str]] = [(None, self.tr("That of the profile"))]
        stages = [(item, desk.text(f"stage.{item}")) for item in Stage]
        self.stage: Choice[Stage | None] = Choice([*profile, *stages])
        self.cover = QCheckBox(self.tr("With a &cover"))
        self.sign_off = QCheckBox(self.tr("With a page for &seal and date"))
        self.sections = QListWidget()
        self.up, self.down = button(self.tr("&Up")), button(self.tr("&Down"))
        self.own = button(self.tr("&Add a section"))
        self.headings = {language: QLineEdit() for language in LANGUAGES}
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build()
        self._fill()
        self._connect()
        self._show_section()

    def _build(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Save"))
        self.name.set_name(self._desk.text("field.report_template.name"))
        self.sections.setAccessibleName(self.tr("Sections of the report"))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(self._desk.text("field.report_template.name"), self.name)
        form.addRow(self._desk.text("field.report_text.language"), self.language)
        form.addRow(self._desk.text("field.snapshot.stage"), self.stage)
        form.addRow("", self.cover)
        form.addRow("", self.sign_off)
        order = QVBoxLayout()
        order.setSpacing(GAP)
        for way in (self.up, self.down, self.own):
            order.addWidget(way)
        order.addStretch(1)
        chosen = QHBoxLayout()
        chosen.setSpacing(GAP)
        chosen.addWidget(self.sections, 1)
        chosen.addLayout(order)
        headings = QFormLayout()
        headings.setSpacing(GAP)
        for language, line in self.headings.items():
            line.setMaxLength(TITLE)
            title = self.tr("Heading, {0}").format(LANGUAGE_NAMES[language])
            headings.addRow(title, line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addLayout(form)
        layout.addWidget(label(self.tr("Sections, in their order"), "section-title"))
        layout.addLayout(chosen, 1)
        layout.addLayout(headings)
        layout.addWidget(self.buttons)
        self.resize(560, 600)

    def _fill(self) -> None:
        begin = self._begin
        self.name.reset(begin.name)
        self.language.set_value(begin.language)
        self.stage.set_value(begin.stage)
        self.cover.setChecked(begin.cover)
        self.sign_off.setChecked(begin.sign_off)
        chosen = [one.key for one in begin.sections]
        others = [key.value for key in USUAL_SECTIONS if key not in chosen]
        for key in (*chosen, *others):
            self._add_item(key, key in chosen)
        self.sections.setCurrentRow(0)

    def _add_item(self, key: str, chosen: bool) -> None:
        item = QListWidgetItem(self._shown(key))
        item.setData(_KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.sections.addItem(item)

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(lambda _: self._show_section())
        self.sections.itemChanged.connect(lambda _: self._show_state())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.own.clicked.connect(self._on_own)
        self.name.editor.textChanged.connect(self._show_state)
        for line in self.headings.values():
            line.textEdited.connect(self._on_heading)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # -- what was made

    def template(self) -> ReportTemplate:
        """The template as it stands in the dialog."""
        return replace(
            self._begin,
            name=self.name.text().strip(),
            language=self.language.value(),
            stage=self.stage.value(),
            cover=self.cover.isChecked(),
            sign_off=self.sign_off.isChecked(),
            sections=tuple(SectionChoice(key, self._headings.get(key)) for key in self._chosen()),
        )

    def _chosen(self) -> list[str]:
        items = (self.sections.item(row) for row in range(self.sections.count()))
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    # -- showing and changing

    def _shown(self, key: str) -> str:
        heading = self._headings.get(key)
        if heading is not None:
            return heading.in_(self._desk.language)
        return key if is_own_section(key) else self._desk.text(f"section.{key}")

    def _key(self) -> str:
        item = self.sections.currentItem()
        return str(item.data(_KEY)) if self.sections.currentRow() >= 0 else ""

    def _show_section(self) -> None:
        heading = self._headings.get(self._key())
        for language, line in self.headings.items():
            usual = f"section.{self._key()}"
            known = texts.has_text(usual)
            line.setPlaceholderText(texts.text(usual, language) if known else "")
            line.setText(heading.in_(language) if heading else "")
        self._show_state()

    def _show_state(self) -> None:
        row, last = self.sections.currentRow(), self.sections.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        # Both languages of a heading or none, and one for every section of the region's own.
        whole = all(
            (heading.zh and heading.en) if heading else not is_own_section(key)
            for key, heading in ((key, self._headings.get(key)) for key in self._chosen())
        )
        named = bool(self.name.text().strip()) and not self.name.too_long()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(named and whole and bool(self._chosen()))

    def _on_heading(self) -> None:
        typed = {language: line.text().strip() for language, line in self.headings.items()}
        self._headings[self._key()] = Text(**typed) if any(typed.values()) else None
        with QSignalBlocker(self.sections):
            self.sections.currentItem().setText(self._shown(self._key()) or self._key())
        self._show_state()

    def _move(self, by: int) -> None:
        row = self.sections.currentRow()
        item = self.sections.takeItem(row)
        self.sections.insertItem(row + by, item)
        self.sections.setCurrentRow(row + by)

    def _on_own(self) -> None:
        """Add a section of the region's own; its heading is to be written."""
        keys = {self.sections.item(row).data(_KEY) for row in range(self.sections.count())}
        number = next(number for number in range(1, 100) if f"own-{number}" not in keys)
        self._add_item(f"own-{number}", True)
        self.sections.setCurrentRow(self.sections.count() - 1)
        self.headings["zh"].setFocus()
