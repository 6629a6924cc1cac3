"""The page of all evidence: the list of dossiers, and the selected one beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.checks import Place
from app.queries.catalogue import articles, requirement_texts
from app.queries.evidence import EvidenceRow
from app.views.desk import Desk
from app.views.evidence.adding import Adding
from app.views.evidence.columns import DossierColumns
from app.views.evidence.details import Details
from app.views.evidence.filter_bar import FilterBar
from app.views.evidence.list_pane import ListPane
from app.views.evidence.removing import remove_dossiers
from app.views.evidence.state import EvidenceState, accepts, load
from app.views.page import Page
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.drop_area import DropArea
from app.views.widgets.latest import Latest

_TABLES = (
    "evidence",
    "attachment",
    "evidence_link",
    "evidence_reading",
    "evidence_task",
    "reading",
    "plan_task",
)
# From this width on the details stand beside the list, below it in a narrower window.
_WIDE_PAGE = 900


class EvidencePage(Page):
    """Reads the dossiers beside the main thread: there may be thousands of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        requirements = requirement_texts(desk.workbook)
        self._article_of = {item.id: item.article for item in requirements}
        self._state = EvidenceState((), frozenset(), {})
        self._wanted: Place | None = None
        self._columns = DossierColumns(desk)
        self.filters = FilterBar(desk, articles(desk.workbook))
        self._list = ListPane(self._columns, desk.text("field.evidence"))
        self.table, self.show_all = self._list.table, self._list.show_all
        self.details = Details(desk, requirements)
        self.adding = Adding(desk, self, self.details)
        self.add = self.adding.files
        self.remove = button(self.tr("Move to the &bin…"))
        self._title = label(desk.text("field.evidence"), "page-title")
        self._count = label("", "muted")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._drop = DropArea(
            self._body(), self.tr("Let go to take these files and folders in as evidence.")
        )
        self._reading: Latest[EvidenceState] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._build()
        self._connect()

    # -- building

    def _body(self) -> QWidget:
        self.details.setMinimumSize(280, 120)
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setSizes([620, 440])
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        return self._splitter

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._title)
        top.addWidget(self._count)
        top.addStretch(1)
        for widget in (self.remove, self.adding.folder, self.adding.files):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(self._drop, 1)
        self.adding.receive(self._drop)
        self._show_state()

    def _connect(self) -> None:
        self.filters.line.textChanged.connect(self._on_filter)
        self.filters.line.down.connect(self.table.setFocus)
        self.filters.changed.connect(self._on_narrowed)
        self.show_all.clicked.connect(self.filters.clear)
        self.table.current_changed.connect(self._on_current)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self.table.opened.connect(lambda _: self.details.focus_field("title"))
        self.remove.clicked.connect(self._on_remove)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches("requirement"):
            requirements = requirement_texts(self.desk.workbook)
            self._article_of = {item.id: item.article for item in requirements}
            self.details.links.set_requirements(requirements)
        if changes is None or changes.touches(*_TABLES):
            self._reading.request(lambda: load(self.desk.workbook, self._columns.search))

    def go_to(self, place: Place) -> None:
        """Select a dossier; once it has been read, where that is still under way."""
        self._wanted = place
        self.filters.clear()
        if not self._reading.busy:
            self._show_wanted()

    def flush(self) -> None:
        self.details.flush()

    def unsaved(self) -> bool:
        return self.details.unsaved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _WIDE_PAGE
        self._splitter.setOrientation(
            Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        )

    # -- showing

    def _on_read(self, state: EvidenceState) -> None:
        self._state = state
        self._columns.missing = state.missing
        shown = self.details.row
        if shown is not None and all(row.id != shown.id for row in state.rows):
            self.details.forget()
        self.table.set_rows(state.rows, state.haystacks)
        self._narrow()
        current = self.table.current_row()
        if current is not None:
            self.details.show_row(current, state.missing)
        self._show_wanted()
        self._show_state()

    def _show_wanted(self) -> None:
        place, self._wanted = self._wanted, None
        if place is not None and place.id and self.table.select(place.id):
            self.details.focus_field(place.field)

    def _on_current(self, row: EvidenceRow | None) -> None:
        self.details.show_row(row, self._state.missing)
        self._show_state()

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        self._show_state()

    def _on_narrowed(self) -> None:
        self._narrow()
        self._show_state()

    def _narrow(self) -> None:
        self.table.filter.set_accept(
            accepts(
                self.filters.narrowing(), self._article_of, self._state.missing, self.desk.today()
            )
        )

    def _show_state(self) -> None:
        total = len(self._state.rows)
        shown = self._list.show_state(total)
        self._count.setText(self.tr("{0} of {1}").format(shown, total))
        self._count.setVisible(bool(total))
        self.details.setVisible(bool(total))
        self.remove.setEnabled(
            not self.desk.read_only and self.table.selectionModel().hasSelection()
        )

    def _on_remove(self) -> None:
        remove_dossiers(self.desk, self.table.selected_rows(), self)
