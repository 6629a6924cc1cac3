"""The page of the requirements."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.domain.changes import Changes
from app.domain.checks import Place
from app.queries.editions import retired
from app.views.desk import Desk
from app.views.editions.retired import RetiredDialog
from app.views.evidence.pasting import pasting
from app.views.page import Page
from app.views.requirements.drafts import Drafts
from app.views.requirements.own_actions import OwnActions
from app.views.requirements.panel import RequirementPanel
from app.views.requirements.rows import INDICATOR_TABLES, Contents, is_answered, load, reload
from app.views.requirements.tree_panel import TreePanel
from app.views.widgets.drop_area import DropArea

_SPLITTER = "requirements-splitter"
# How often what failed because of disk or folder is tried again, in milliseconds.
_RETRY_MS = 5_000
_KEYS = {
    "previous": ("Alt+Up", "Ctrl+PgUp"),
    "next": ("Alt+Down", "Ctrl+PgDown"),
    "next_unanswered": ("Alt+PgDown",),
}


class RequirementsPage(Page):
    """Tree at the left, the current requirement at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._contents: Contents | None = None
        self._drafts = Drafts(desk, self)
        self._retry = QTimer(self, interval=_RETRY_MS)
        self.tree = TreePanel(desk)
        self.panel = RequirementPanel(desk, self._drafts)
        self.own = OwnActions(desk, self)
        self._drop = DropArea(
            self.panel, self.tr("Drop the files here: they become evidence of this requirement")
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self._drop)
        # A narrow window takes from both sides.
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 7)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([336, 768])
        self._splitter.restoreState(self.desk.settings.state(_SPLITTER))
        self._drop.set_read_only(self.desk.read_only)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _connect(self) -> None:
        self.tree.set_menu(self.own.menu)
        self.own.menu.aboutToShow.connect(self._prepare_menu)
        self.own.added.connect(self.tree.select)
        self.tree.retired.clicked.connect(self._show_retired)
        self.tree.chosen.connect(self._show)
        self._drop.dropped.connect(self.panel.take_in)
        pasting(self, QCoreApplication.translate("pasting", "Picture"), self.panel.take_in)
        self._splitter.splitterMoved.connect(self._keep_splitter)
        self._drafts.refused.connect(self._on_refused)
        self._retry.timeout.connect(self._try_again)
        ways = {
            "previous": lambda: self._step(-1),
            "next": lambda: self._step(1),
            "next_unanswered": self.go_to_unanswered,
        }
        for name, way in ways.items():
            getattr(self.panel.header, name).connect(way)
            for keys in _KEYS[name]:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(way)

    def _show_retired(self) -> None:
        dialog = RetiredDialog(self.desk, retired(self.desk.workbook), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _prepare_menu(self) -> None:
        self.flush()
        self.own.set_current(self.current)

    # -- what the window asks for

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is not None and not changes.touches(
            "requirement",
            "response",
            "evidence",
            "evidence_link",
            "attachment",
            "scheme",
            *INDICATOR_TABLES,
        ):
            return
        if self._contents is None or changes is None or changes.touches("requirement"):
            contents = load(self.desk.workbook)
            if self._contents is None or contents.groups != self._contents.groups:
                self._show_catalogue(contents)
                return
        self._contents = reload(self._contents, self.desk.workbook)
        self.tree.update_answers(self._contents.answers)
        self.panel.refresh(self._contents, changes)

    def _show_catalogue(self, contents: Contents) -> None:
        """Show other requirements than before; the current one stays where it still is there."""
        known = self.current
        self.panel.forget()
        self._contents = contents
        self.tree.retired.setVisible(bool(retired(self.desk.workbook)))
        self.tree.set_contents(contents)
        self.tree.select(known if known in contents.answers else contents.order[0])

    def go_to(self, place: Place) -> None:
        """Show a requirement and put the cursor into a field of its answer."""
        if self._contents is None or place.id not in self._contents.answers:
            return
        self.tree.select(place.id)
        if place.field:
            self.panel.focus_field(place.field)

    def flush(self) -> None:
        self.panel.flush()
        self._drafts.retry()

    def unsaved(self) -> bool:
        return bool(self._drafts)

    def show_unsaved(self) -> None:
        first = self._drafts.first()
        if first is not None:
            self.go_to(Place("requirement", *first))

    @property
    def current(self) -> str:
        """Id of the requirement that is shown."""
        return self.panel.requirement_id

    # -- going about

    def _show(self, requirement_id: str) -> None:
        if self._contents is not None:
            self.panel.show_requirement(self._contents, requirement_id)
            self.tree.shown.keep(requirement_id)

    def _step(self, by: int) -> None:
        """Go to the previous or next of the requirements that the filters let through."""
        if self._contents is None:
            return
        shown = set(self.tree.visible_ids())
        order = [id_ for id_ in self._contents.order if id_ in shown or id_ == self.current]
        if self.current in order:
            position = order.index(self.current) + by
            if 0 <= position < len(order):
                self.tree.select(order[position])

    def go_to_unanswered(self) -> None:
        """Go to the next requirement that has no answer, after the last from the first on."""
        if self._contents is None:
            return
        order = self._contents.order
        at = order.index(self.current) + 1
        for id_ in (*order[at:], *order[:at]):
            if not is_answered(self._contents.answers[id_]):
                self.tree.select(id_)
                return
        self.desk.message.emit(self.tr("All requirements are answered."))

    # -- saving

    def _on_refused(self) -> None:
        self._retry.start()

    def _try_again(self) -> None:
        if self._drafts.failed():
            self.flush()
        else:
            self._retry.stop()

    def _keep_splitter(self) -> None:
        self.desk.settings.set_state(_SPLITTER, self._splitter.saveState())
