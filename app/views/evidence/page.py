"""The page of all evidence: the list of dossiers, and the selected one beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.catalogue import articles, requirement_texts
from app.queries.evidence import EvidenceRow
from app.queries.evidence_order import Listed
from app.queries.touched import TABLES
from app.views.desk import Desk
from app.views.evidence.adding import Adding
from app.views.evidence.columns import DossierColumns
from app.views.evidence.details import Details
from app.views.evidence.dossier_table import DossierTable
from app.views.evidence.files_check import FilesCheck
from app.views.evidence.filter_bar import FilterBar
from app.views.evidence.list_pane import ListPane
from app.views.evidence.removing import remove_dossiers
from app.views.list_page import ListPage
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.drop_area import DropArea

# Of tasks codes and titles are shown.
_TABLES = (*TABLES, "plan_task")


class EvidencePage(ListPage[DossierTable, Details]):
    """Knows the order of all dossiers and the contents of those in view: there may be 100,000."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        requirements = requirement_texts(desk.workbook)
        self._listed: Listed | None = None
        self._columns = DossierColumns(desk)
        self.filters = FilterBar(desk, articles(desk.workbook))
        self._list = ListPane(desk, self._columns)
        self.table, self.show_all = self._list.table, self._list.show_all
        self.details = Details(desk, requirements)
        self.adding = Adding(desk, self, self.details)
        self.add = self.adding.files
        self.remove = button(self.tr("Move to the &bin…"))
        self._title = label(desk.text("field.evidence"), "page-title")
        self._count = label("", "muted")
        self._drop = DropArea(
            self.beside(self._list, self.details, (620, 440)),
            self.tr("Let go to take these files and folders in as evidence."),
        )
        self.files = FilesCheck(desk, self)
        self._build()
        self._connect()

    # -- building

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
        self.filters.line.textChanged.connect(lambda _: self._narrow())
        self.filters.line.entered.connect(self.table.prepare)
        self.filters.line.down.connect(self.table.setFocus)
        self.filters.changed.connect(self._narrow)
        self.show_all.clicked.connect(self.filters.clear)
        self.files.changed.connect(self._on_files)
        self.table.arrived.connect(self._on_arrived)
        self.table.shown.connect(self._on_shown)
        self.table.current_changed.connect(self._on_current)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self.connect_list("title")
        self.remove.clicked.connect(self.remove_selected)

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches("requirement"):
            self.details.links.set_requirements(requirement_texts(self.desk.workbook))
        if changes is None or changes.touches(*_TABLES):
            self.table.read_anew()
            self.files.check(changes)

    @property
    def busy(self) -> bool:
        return self.table.busy

    def clear_filter(self) -> None:
        self.filters.clear()

    # -- showing

    def _on_arrived(self, listed: Listed) -> None:
        self._listed = listed
        shown = self.details.row
        if shown is not None and shown.id == listed.gone:
            self.details.forget()

    def _on_shown(self) -> None:
        self._show_current()
        self.show_wanted()
        self._show_state()

    def _on_files(self) -> None:
        self._columns.missing = self.files.missing
        self.table.viewport().update()
        self._narrow()
        self._show_current()

    def _show_current(self) -> None:
        current = self.table.current_row()
        if current is not None:
            self.details.show_row(current, self.files.missing)

    def _on_current(self, row: EvidenceRow | None) -> None:
        self.details.show_row(row, self.files.missing)
        self._show_state()

    def _narrow(self) -> None:
        narrowing = self.filters.narrowing()
        missing = self.files.missing if narrowing.state == "file-missing" else frozenset()
        self.table.narrow(self.filters.line.text(), narrowing, missing)

    def _show_state(self) -> None:
        listed = self._listed
        self._list.show_state(listed)
        if listed is not None:
            self._count.setText(self.tr("{0} of {1}").format(len(listed.ids), listed.total))
        total = listed.total if listed is not None else 0
        self._count.setVisible(bool(total))
        self.details.setVisible(bool(total))
        self.remove.setEnabled(
            not self.desk.read_only and self.table.selectionModel().hasSelection()
        )

    def remove_selected(self) -> None:
        remove_dossiers(self.desk, self.table.selected_keys(), self)
