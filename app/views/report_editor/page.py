"""The report editor: sections, the text of one of them, and its pages as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.report_sections import Section
from app.domain.report_template import SectionChoice
from app.domain.vocabulary import LANGUAGES, Language
from app.views.desk import Desk
from app.views.page import Page
from app.views.report_editor.practices import PracticesPart
from app.views.report_editor.preview import PreviewPane
from app.views.report_editor.state import EditorState, Wanted, load
from app.views.report_editor.writing import WritingPart
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES
from app.views.widgets.latest import Latest
from app.views.widgets.side_by_side import SideBySide

# From this width of the page on the pages stand beside the text.
_WIDE_PAGE = 860


class ReportEditorPage(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._state = EditorState()
        self.sections = QListWidget()
        self.language: Choice[Language] = Choice((item, LANGUAGE_NAMES[item]) for item in LANGUAGES)
        self.writing = WritingPart(desk)
        self.practices = PracticesPart(desk)
        self.preview = PreviewPane(desk)
        self.to_export = button(self.tr("Go to the e&xport"))
        self._reading: Latest[EditorState] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        self.language.set_value(self.desk.language)
        self.language.setAccessibleName(self.tr("Language of the text"))
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("Report editor"), "page-title"))
        top.addStretch(1)
        top.addWidget(label(self.tr("Language of the text")))
        top.addWidget(self.language)
        top.addWidget(self.to_export)
        self.sections.setAccessibleName(self.tr("Sections of the report"))
        self.sections.setWordWrap(True)
        self.sections.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections.setFixedWidth(self.fontMetrics().height() * 11)
        room = _WIDE_PAGE - 3 * WIDE - self.sections.width()
        both = SideBySide(self._middle(), self.preview, (420, 420), room)
        body = QHBoxLayout()
        body.setSpacing(WIDE)
        body.addWidget(self.sections)
        body.addWidget(both, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addLayout(body, 1)

    def _middle(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        column.addWidget(self.writing, 1)
        column.addWidget(self.practices)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumWidth(280)
        self.preview.setMinimumWidth(240)
        return scroll

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(lambda _: self._show_section())
        self.language.currentIndexChanged.connect(lambda _: self._show_all())
        self.preview.shown.connect(self._show_facts)
        self.to_export.clicked.connect(lambda: self.desk.page_wanted.emit("reports"))

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        self._reading.request(lambda: load(self.desk.workbook))

    def flush(self) -> None:
        self.writing.flush()

    def unsaved(self) -> bool:
        return self.writing.unsaved()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_preview()

    # -- showing

    @property
    def section(self) -> SectionChoice | None:
        """The section that is chosen."""
        row = self.sections.currentRow()
        return self._state.sections[row] if 0 <= row < len(self._state.sections) else None

    def _on_read(self, state: EditorState) -> None:
        self._state = state
        self._show_all()

    def _show_all(self) -> None:
        row = max(self.sections.currentRow(), 0)
        names = [self._name(choice) for choice in self._state.sections]
        with QSignalBlocker(self.sections):
            shown = [self.sections.item(number).text() for number in range(self.sections.count())]
            if shown != names:
                self.sections.clear()
                self.sections.addItems(names)
            self.sections.setCurrentRow(row if row < len(names) else 0)
        self.practices.show_state(self._state)
        self._show_section()

    def _name(self, choice: SectionChoice) -> str:
        """The heading, with a mark where a text was written."""
        written = self._state.text(choice.key, self.language.value())
        return f"✓ {self._heading(choice)}" if written else self._heading(choice)

    def _heading(self, choice: SectionChoice) -> str:
        if choice.heading is not None:
            return choice.heading.in_(self.desk.language)
        usual = choice.key in list(Section)
        return self.desk.text(f"section.{choice.key}") if usual else choice.key

    def _show_section(self) -> None:
        choice = self.section
        if choice is None:
            return
        language = self.language.value()
        text = self._state.text(choice.key, language)
        self.writing.show_section(choice.key, language, self._heading(choice), text)
        practices = choice.key == Section.PRACTICES
        self.practices.setVisible(practices)
        self.writing.leave_room(practices)
        self._show_preview()

    def _show_preview(self) -> None:
        choice = self.section
        if choice is not None:
            today, width = self.desk.today(), self.preview.width_wanted()
            language = self.language.value()
            self.preview.show_section(Wanted(choice, self._state.stage, language, today, width))

    def _show_facts(self) -> None:
        report = self.preview.report
        if report is not None:
            self.writing.show_facts(report.sections[0].facts)
