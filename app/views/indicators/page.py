"""The page of indicators: the table of all, and the selected one below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.indicators import IndicatorRow, indicators
from app.queries.library.content import LibraryContent, library_content
from app.services.indicators import remove_indicator
from app.views.desk import Desk
from app.views.dialogs.asking import confirmed
from app.views.indicators.details import IndicatorDetails
from app.views.indicators.exchange import ExcelButton
from app.views.indicators.own_dialog import OwnIndicatorDialog
from app.views.indicators.presets_dialog import PresetsDialog
from app.views.indicators.table import IndicatorsTable
from app.views.list_page import ListPage
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest

_TABLES = ("indicator", "target", "reading", "indicator_link", "evidence")


class IndicatorsPage(ListPage[IndicatorsTable, IndicatorDetails]):
    """Reads the indicators beside the main thread: they may have thousands of values."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: list[IndicatorRow] = []
        self._known = False
        self.filter = FilterLine(self.tr("Filter by code, name, document or requirement"))
        self.table = IndicatorsTable(desk)
        self.details = IndicatorDetails(desk)
        self.presets = button(self.tr("Add from &presets…"), "primary")
        self.own = button(self.tr("Add &own…"))
        self.remove = button(self.tr("&Remove…"))
        self.excel = ExcelButton(desk)
        self._count = label("", "muted")
        self._empty = label("", wrap=True)
        self._list = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._reading: Latest[list[IndicatorRow]] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._library: Latest[LibraryContent] = Latest(
            self, desk.runner, self._on_library, desk.problem.emit
        )
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("Indicators"), "page-title"))
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self.own)
        top.addWidget(self.presets)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.excel)
        bar.addWidget(self.remove)
        self._list.addWidget(self.table)
        self._list.addWidget(self._empty)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(0, WIDE, 0, WIDE)
        self._list.setMinimumHeight(96)
        self.details.setMinimumHeight(180)
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self.details)
        self._splitter.setSizes([200, 360])
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addLayout(bar)
        layout.addWidget(self._splitter, 1)
        self.presets.setEnabled(not self.desk.read_only)
        self.own.setEnabled(not self.desk.read_only)
        self._show_state()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self._to_table)
        self.table.current_changed.connect(self._on_current)
        self.connect_list("readings")
        self.presets.clicked.connect(lambda: PresetsDialog(self.desk, self).open())
        self.own.clicked.connect(lambda: OwnIndicatorDialog(self.desk, self).open())
        self.remove.clicked.connect(self.remove_selected)

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_TABLES):
            workbook, today = self.desk.workbook, self.desk.today()
            self._reading.request(lambda: indicators(workbook, today))

    @property
    def busy(self) -> bool:
        return self._reading.busy

    def clear_filter(self) -> None:
        self.filter.clear()

    # -- showing

    def _on_read(self, rows: list[IndicatorRow]) -> None:
        if not self._known:
            workbook = self.desk.workbook
            self._library.request(lambda: library_content(workbook))
        self._known = True
        before = {row.id for row in self._rows}
        self._rows = rows
        shown = self.details.row
        if shown is not None and all(row.id != shown.id for row in rows):
            self.details.forget()
        self.table.set_rows(rows)
        new = [row.id for row in rows if row.id not in before]
        if before and len(new) == 1:
            # What has just been added.
            self.table.select(new[0])
        current = self.table.current_row()
        if current is None:
            self.table.select_first()
        else:
            self.details.show_row(current)
        self.show_wanted()
        self._show_state()

    def _on_library(self, content: LibraryContent) -> None:
        self.details.set_entries(content.entries)

    def _on_current(self, row: IndicatorRow | None) -> None:
        self.details.show_row(row)
        self._show_state()

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        if self.table.current_row() is None:
            self.table.select_first()
        self._show_state()

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.current_row() is None:
            self.table.select_first()

    def _show_state(self) -> None:
        total, shown = len(self._rows), self.table.filter.rowCount()
        self._count.setText(self.tr("{0} of {1}").format(shown, total))
        self._count.setVisible(bool(total))
        self._empty.setText(
            self.tr("No indicator matches the filter.")
            if total
            else self.tr(
                "There are no indicators yet. Add some from the presets of the Outline and other "
                "regions, or your own, with the buttons at the top right."
            )
        )
        self._list.setCurrentIndex(0 if shown or not self._known else 1)
        self.details.setVisible(self.table.current_row() is not None)
        chosen = self.table.current_row() is not None
        self.remove.setEnabled(not self.desk.read_only and chosen)

    # -- removing

    def remove_selected(self) -> None:
        row = self.table.current_row()
        if row is None or self.desk.read_only or not self._confirm(row):
            return
        workbook = self.desk.workbook
        said = self.tr("Indicator {0} was removed. This can be undone.").format(row.code)
        self.desk.write(
            lambda: remove_indicator(workbook, row.id),
            saved=lambda _: self.desk.message.emit(said),
        )

    def _confirm(self, row: IndicatorRow) -> bool:
        title = row.title.in_(self.desk.language)
        return confirmed(
            self,
            self.tr("Remove indicator"),
            self.tr("Remove indicator {0} “{1}”?").format(row.code, title),
            self.tr("Its targets, values and links go with it. Removing can be undone."),
            self.tr("Remove"),
        )
