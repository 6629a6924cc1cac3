"""The tree of documents with what they contain."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from app.views.library.shelves import Node
from app.views.widgets.progress_icons import progress_icon
from app.views.widgets.rows_model import Index, plain_tip
from app.views.widgets.two_lines import COUNT, HEADING, SECOND_LINE

_NOWHERE = QModelIndex()


class LibraryTree(QAbstractItemModel):
    """Qt.UserRole gives the Node. The internal id of an index is the Node's place in `_nodes`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: tuple[Node, ...] = ()
        self._nodes: list[Node] = []
        # For each node the place of its parent (-1 for a document) and its row there.
        self._above: list[tuple[int, int]] = []
        self._places: dict[str, int] = {}

    def set_nodes(self, roots: tuple[Node, ...]) -> None:
        """Show other documents; where only states differ, nothing else moves."""
        before, self._roots = self._nodes, roots
        nodes, above = _flat(roots)
        if [node.key for node in before] != [node.key for node in nodes]:
            self.beginResetModel()
            self._nodes, self._above = nodes, above
            self._places = {node.key: place for place, node in enumerate(nodes)}
            self.endResetModel()
            return
        self._nodes = nodes
        for place, (old, new) in enumerate(zip(before, nodes, strict=True)):
            if (old.title, old.second, old.progress) != (new.title, new.second, new.progress):
                index = self._index(place)
                self.dataChanged.emit(index, index)

    def node(self, key: str) -> Node | None:
        place = self._places.get(key)
        return None if place is None else self._nodes[place]

    def path(self, key: str) -> list[Node]:
        """What a node stands in, from the document down."""
        path: list[Node] = []
        place = self._places.get(key, -1)
        while place >= 0 and (place := self._above[place][0]) >= 0:
            path.insert(0, self._nodes[place])
        return path

    def index_of(self, key: str) -> QModelIndex:
        """Where a node is; an invalid index where there is none."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self._index(place)

    # -- structure

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self._index(self._places[self._children(parent)[row].key])

    def parent(self, child: Index = _NOWHERE) -> Any:
        place = self._above[child.internalId()][0] if child.isValid() else -1
        return self._index(place) if place >= 0 else QModelIndex()

    def _children(self, parent: Index) -> tuple[Node, ...]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._roots

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._above[place][1], 0, place)

    # -- data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{node.title}\n{node.second}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{node.title}\n{node.second}"
            case Qt.ItemDataRole.DecorationRole:
                return progress_icon(node.progress) if node.progress else None
            case Qt.ItemDataRole.UserRole:
                return node
            case _ if role == SECOND_LINE:
                return node.second
            case _ if role == HEADING:
                return self._above[index.internalId()][0] < 0
            case _ if role == COUNT:
                return str(node.leaves) if node.children else ""
            case _:
                return None


def _flat(roots: tuple[Node, ...]) -> tuple[list[Node], list[tuple[int, int]]]:
    """All nodes, each before its children, and for each its parent's place and its row."""
    nodes: list[Node] = []
    above: list[tuple[int, int]] = []

    def add(siblings: tuple[Node, ...], parent: int) -> None:
        for row, node in enumerate(siblings):
            place = len(nodes)
            nodes.append(node)
            above.append((parent, row))
            add(node.children, place)

    add(roots, -1)
    return nodes, above
