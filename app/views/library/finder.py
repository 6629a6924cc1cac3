"""The left side: the line for searching, and below it the documents or what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTreeView, QVBoxLayout, QWidget

from app.queries.library.search import MOST_HITS, Hit, Index
from app.views.desk import Desk
from app.views.library.shelves import Node
from app.views.library.tree_model import LibraryTree
from app.views.widgets.basic import GAP, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.hits import HitsList
from app.views.widgets.latest import Latest
from app.views.widgets.two_lines import TwoLines

_DOCUMENTS, _FOUND = range(2)


class Finder(QWidget):
    """`chosen` carries the key of the node or entry that the user went to."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._index: Index | None = None
        self.filter = FilterLine(self.tr("Search all documents"))
        self.model = LibraryTree(self)
        self.tree = QTreeView()
        self.list: HitsList[Hit] = HitsList(
            self.tr("Entries found"), lambda hit: f"{desk.text(f'entry.{hit.kind}')} · {hit.id}"
        )
        self.hits = self.list.hits
        self._stack = QStackedWidget()
        self._count = label("", "muted", wrap=True)
        self._search: Latest[list[Hit]] = Latest(
            self, desk.runner, self._show_hits, desk.problem.emit
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.filter.setToolTip(
            self.tr("Words in Chinese or English, numbers, or the initials of the pinyin")
        )
        self.tree.setAccessibleName(self.tr("Documents"))
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(TwoLines(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(12)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self._count)
        layout.addWidget(self._stack, 1)
        self._count.hide()
        self.setMinimumWidth(200)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_text)
        self.filter.down.connect(self._go_below)
        self.filter.returnPressed.connect(self._go_below)
        self.tree.selectionModel().currentChanged.connect(self._on_node)
        self.list.selectionModel().currentChanged.connect(self._on_hit)

    # -- contents

    def set_contents(self, nodes: tuple[Node, ...], index: Index) -> None:
        first = not self.model.rowCount()
        self.model.set_nodes(nodes)
        if first:
            self.tree.expand(self.model.index(0, 0))
        if index is not self._index:
            self._index = index
            self._on_text(self.filter.text())

    def select(self, key: str) -> None:
        """Show where an entry is, in the documents and in what was found."""
        index = self.model.index_of(key)
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.tree.scrollTo(index)
        self._mark_hit(key)

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._search.busy

    # -- searching

    def _on_text(self, text: str) -> None:
        index = self._index
        if not text.strip():
            self._stack.setCurrentIndex(_DOCUMENTS)
            self._count.hide()
        elif index is not None:
            # Beside the window: the first search by pinyin initials reads a large dictionary.
            self._search.request(partial(index.search, text, self._desk.language))

    def _show_hits(self, hits: list[Hit]) -> None:
        if not self.filter.text().strip():
            return
        self.hits.set_hits(hits)
        self._count.setText(self._how_many(len(hits)))
        self._count.show()
        self._stack.setCurrentIndex(_FOUND)
        node = self.tree.currentIndex().data(Qt.ItemDataRole.UserRole)
        if node is not None:
            self._mark_hit(node.key)

    def _how_many(self, count: int) -> str:
        if not count:
            return self.tr("Nothing was found. Try a shorter word.")
        if count == MOST_HITS:
            return self.tr("The first {0} found").format(count)
        return self.tr("{0} found").format(count)

    def _mark_hit(self, key: str) -> None:
        row = self.hits.place(key)
        if row < 0:
            self.list.setCurrentIndex(QModelIndex())
            self.list.clearSelection()
        elif row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.hits.index(row))

    # -- going about

    def _go_below(self) -> None:
        if self._stack.currentIndex() == _DOCUMENTS:
            self.tree.setFocus()
        else:
            self.list.enter()

    def _on_node(self, index: QModelIndex) -> None:
        node = index.data(Qt.ItemDataRole.UserRole)
        if node is not None:
            self.chosen.emit(node.key)

    def _on_hit(self, index: QModelIndex) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        if hit is not None:
            self.chosen.emit(hit.id)
