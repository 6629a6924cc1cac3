"""The page of the standards that the evidence names, and the readings they propose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app import paths
from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.standards.number import Level
from app.domain.steps import Step
from app.queries.standards import (
    ProposedReading,
    StandardRow,
    count_by_level,
    proposed_readings,
    standards_named,
)
from app.services.measurements import set_reading
from app.views.desk import Desk
from app.views.page import Page
from app.views.search.searching import WindowSearch
from app.views.standards.columns import proposal_columns, standard_columns
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest
from app.views.widgets.rows_table import RowsTable

_TABLES = ("evidence", "attachment", "indicator", "reading")
_PROPOSALS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Read:
    rows: list[StandardRow]
    proposals: list[ProposedReading]


class StandardsPage(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._search = WindowSearch.of(desk)
        self._rows: list[StandardRow] = []
        self.filter = FilterLine(self.tr("Filter by number, region or evidence"))
        self.level: Choice[Level | None] = Choice(
            [
                (None, self.tr("All levels")),
                *((level, desk.text(f"standards.level.{level}")) for level in Level),
            ]
        )
        self.role: Choice[bool] = Choice(
            [(False, self.tr("All that are named")), (True, desk.text("standards.own"))]
        )
        self.table: RowsTable[StandardRow] = RowsTable(
            standard_columns(desk), lambda row: row.standard.designation, stretch=5
        )
        self.proposals: RowsTable[ProposedReading] = RowsTable(
            proposal_columns(desk), lambda row: row.indicator_id, stretch=1, several=True
        )
        self.accept = button(self.tr("&Accept as readings"))
        self.excel = button(self.tr("E&xport to Excel…"))
        self.counts = ElidedLabel("muted")
        self._counted = ""
        self._below = QWidget()
        self._empty = label("", "muted", wrap=True)
        self._reading: Latest[_Read] = Latest(self, desk.runner, self._on_read, desk.problem.emit)
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("Standards"), "page-title"))
        top.addWidget(self.counts, 1)
        top.addWidget(self.excel)
        filters = QHBoxLayout()
        filters.setSpacing(GAP)
        filters.addWidget(self.filter, 1)
        for choice, name in ((self.level, self.tr("Level")), (self.role, self.tr("Named as"))):
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            filters.addWidget(choice)
        self.table.setAccessibleName(self.tr("Standards that the evidence names"))
        self.proposals.setAccessibleName(self.tr("Proposed readings"))
        self.proposals.show_rows(_PROPOSALS_SHOWN)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Proposed readings"), "section-title"))
        head.addStretch(1)
        head.addWidget(self.accept)
        below.addLayout(head)
        below.addWidget(self.proposals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._below)
        self._show_state()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.filter.set_text)
        self.filter.down.connect(self.table.setFocus)
        self.level.currentIndexChanged.connect(lambda _: self._narrow())
        self.role.currentIndexChanged.connect(lambda _: self._narrow())
        self.table.opened.connect(self._open)
        self.excel.clicked.connect(self._export)
        self.accept.clicked.connect(self._accept)
        self.proposals.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self._search.changed.connect(self._read)
        self._search.progress.connect(self._show_counts)

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_TABLES):
            self._read()

    @property
    def busy(self) -> bool:
        """Whether files or standards are being read."""
        return self._reading.busy or self._search.busy

    def _read(self) -> None:
        workbook, index, today = self.desk.workbook, self._search.evidence, self.desk.today()

        def read() -> _Read:
            rows = standards_named(workbook, index.index)
            return _Read(rows, proposed_readings(workbook, rows, today))

        self._reading.request(read)

    def _on_read(self, read: _Read) -> None:
        self._rows = read.rows
        self.proposals.set_rows(read.proposals)
        self._below.setVisible(bool(read.proposals))
        self._narrow()

    def _narrow(self) -> None:
        level, own = self.level.value(), self.role.value()
        rows = [
            row
            for row in self._rows
            if (level is None or row.standard.level is level) and (row.own or not own)
        ]
        self.table.set_rows(rows)
        self._counted = self.desk.text("report.separator").join(
            self.tr("{0}: {1}").format(self.desk.text(f"standards.level.{of}"), number)
            for of, number in count_by_level(rows).items()
        )
        self._show_counts()
        self._show_state()

    def _show_counts(self, step: Step | None = None) -> None:
        """How many of each level; while files are being read, that more may come."""
        parts = [self._counted]
        if step is not None and self._search.busy and step.done < step.total:
            reading = self.tr("files are being read, {0} of {1}").format(step.done, step.total)
            parts.append(reading)
        self.counts.setText(" · ".join(filter(None, parts)))
        self.counts.update()

    def _show_state(self) -> None:
        self.excel.setEnabled(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._empty.setText(
            self.tr(
                "No evidence names a standard yet. Titles, document numbers, names of files and "
                "the text inside them are looked through."
            )
        )
        chosen = bool(self.proposals.selected_rows())
        self.accept.setEnabled(chosen and not self.desk.read_only)

    # -- what the user does

    def _open(self, row: StandardRow) -> None:
        """Go to the dossier; where there are several, ask to which."""
        if len(row.named_by) == 1:
            self._go(row.named_by[0].evidence_id)
            return
        self.menu_of(row).popup(QCursor.pos() if self.isVisible() else QPoint())

    def menu_of(self, row: StandardRow) -> QMenu:
        """The dossiers that name a standard."""
        menu = QMenu(self)
        for naming in row.named_by:
            source = self.desk.text(f"standards.source.{naming.source}")
            name = f"{naming.number} {naming.title} · {source}".replace("&", "&&")
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, id_=naming.evidence_id: self._go(id_))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _go(self, evidence_id: str) -> None:
        self.desk.show_place(Place("evidence", evidence_id))

    def _accept(self) -> None:
        for row in self.proposals.selected_rows():
            self.desk.write(partial(self._take, row))

    def _take(self, row: ProposedReading) -> Changes:
        today = self.desk.today()
        source = self.desk.text("standards.reading-source", count=row.value)
        return set_reading(
            self.desk.workbook,
            row.indicator_id,
            today,
            today,
            value=float(row.value),
            source=source,
        )

    def _export(self) -> None:
        suggested = str(paths.documents() / f"{self.desk.text('standards.title')}.xlsx")
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to Excel"), suggested, self.tr("Excel workbook (*.xlsx)")
        )
        if not file:
            return
        target = Path(file if file.lower().endswith(".xlsx") else f"{file}.xlsx")
        rows, language = list(self.table.rows_model.rows), self.desk.language

        def write() -> int:
            from app.services.standards_export import write_standards

            return write_standards(rows, target, language)

        self.desk.runner.compute(
            write,
            lambda _: self.desk.message.emit(self.tr("Written to {0}").format(target)),
            self.desk.problem.emit,
        )
