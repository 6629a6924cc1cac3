"""The page of the policy library."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from app.domain.changes import Changes
from app.domain.checks import Place
from app.queries.library.entries import NOTICE
from app.views.desk import Desk
from app.views.library.contents import Contents, load, with_answers
from app.views.library.finder import Finder
from app.views.library.naming import Naming
from app.views.library.reader import Reader
from app.views.library.sheets import Sheets
from app.views.library.shelves import Shelves
from app.views.library.trail import Trail
from app.views.page import Page
from app.views.widgets.basic import label
from app.views.widgets.latest import Latest

_SPLITTER = "library-splitter"


class LibraryPage(Page):
    """Documents and search at the left, the text with what is related to it at the right.

    The documents are read beside the window; until they are there, the page says so.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        naming = Naming(desk, self)
        self._shelves = Shelves(desk, naming, self)
        self._sheets = Sheets(desk, naming, self)
        self._contents: Contents | None = None
        self._wanted = NOTICE
        self._trail = Trail()
        self.finder = Finder(desk)
        self.reader = Reader()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._loading: Latest[Contents] = Latest(
            self, desk.runner, self._on_loaded, desk.problem.emit
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        waiting = label(self.tr("The documents are being read…"), "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._splitter.addWidget(self.finder)
        self._splitter.addWidget(self.reader)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 7)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([352, 752])
        self._splitter.restoreState(self.desk.settings.state(_SPLITTER))
        self._stack.addWidget(waiting)
        self._stack.addWidget(self._splitter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.finder.chosen.connect(self._show)
        self.reader.opened.connect(self._open)
        self.reader.answer.connect(self._answer)
        self._splitter.splitterMoved.connect(self._keep_splitter)
        ways = (
            ("Alt+Left", self.reader.back, self._back),
            ("Alt+Right", self.reader.forward, self._forward),
        )
        for key, signal, way in ways:
            signal.connect(way)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    # -- what the window asks for

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches("requirement", "article", "document"):
            self._loading.request(partial(load, self.desk.workbook, self._contents))
        elif changes.touches("response") and self._contents is not None:
            self._set_contents(with_answers(self._contents, self.desk.workbook))

    def go_to(self, place: Place) -> None:
        """Show an entry or a document; as soon as there are any."""
        if self._contents is None:
            self._wanted = place.id
        else:
            self._show(place.id)
            self.reader.take_focus()

    @property
    def current(self) -> str:
        """Key of what is shown: the id of an entry or document, or the path of a part of one."""
        return self._trail.current

    @property
    def busy(self) -> bool:
        """Whether the documents are being read or searched."""
        return self._loading.busy or self.finder.busy

    # -- contents

    def _on_loaded(self, contents: Contents) -> None:
        self._set_contents(contents)
        self._stack.setCurrentWidget(self._splitter)

    def _set_contents(self, contents: Contents) -> None:
        self._contents = contents
        self.finder.set_contents(self._shelves.nodes(contents), contents.content.index)
        if self.finder.model.node(self.current) is None:
            known = self.finder.model.node(self._wanted) is not None
            self._show(self._wanted if known else NOTICE)
        else:
            self._show_sheet()

    # -- going about

    def _show(self, key: str) -> None:
        if self.finder.model.node(key) is None:
            return
        self._trail.visit(key)
        self.finder.select(key)
        self._show_sheet()

    def _show_sheet(self) -> None:
        node = self.finder.model.node(self.current)
        if node is None or self._contents is None:
            return
        path = self.finder.model.path(node.key)
        self.reader.show_sheet(self._sheets.sheet(self._contents, node, path))
        self.reader.show_ways(back=self._trail.can_go_back, forward=self._trail.can_go_forward)

    def _open(self, key: str) -> None:
        """Go on to a related entry; a requirement is shown where it is answered."""
        contents = self._contents
        if contents is None:
            return
        # From an article one goes on to what it contains, from a clause to the answer.
        if self.current in contents.content.entries and key in contents.answers:
            self._answer(key)
        else:
            self._show(key)

    def _answer(self, requirement_id: str) -> None:
        self.desk.show_place(Place("requirement", requirement_id))

    def _back(self) -> None:
        self._show(self._trail.back())

    def _forward(self) -> None:
        self._show(self._trail.forward())

    def _keep_splitter(self) -> None:
        self.desk.settings.set_state(_SPLITTER, self._splitter.saveState())
