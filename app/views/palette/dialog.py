"""The palette (Ctrl+K): a line and what it finds, for the keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from app.domain.checks import Place
from app.queries.jumps import FoundJump, Jump, JumpIndex, jumps
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import Index, plain_tip

_NOWHERE = QModelIndex()
_MOVES: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class JumpsModel(QAbstractListModel):
    """Qt.UserRole gives the Jump."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found: list[FoundJump] = []

    def set_found(self, found: list[FoundJump]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        jump = self.found[index.row()].jump
        match role:
            case Qt.ItemDataRole.DisplayRole:
                kind = self._desk.text(f"jump.{jump.kind}")
                return "  ".join(part for part in (kind, jump.number, jump.title) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(jump.title)
            case Qt.ItemDataRole.UserRole:
                return jump
            case _:
                return None


class Palette(QDialog):
    """Goes to what is chosen with Enter and closes; Esc only closes."""

    def __init__(self, desk: Desk, pages: dict[str, str], parent: QWidget | None = None) -> None:
        """`pages` are the names and titles of the window's pages."""
        super().__init__(parent)
        self._desk = desk
        self._pages = [Jump("page", name, "", title) for name, title in pages.items()]
        self._index = JumpIndex(self._pages)
        self.line = FilterLine(self.tr("Go to a requirement, dossier, indicator or page"))
        self.model = JumpsModel(desk, self)
        self.list = QListView()
        self._nothing = label(self.tr("Nothing was found."), "muted")
        self._reading: Latest[JumpIndex] = Latest(self, desk.runner, self._on_read, self._failed)
        self._finding: Latest[list[FoundJump]] = Latest(self, desk.runner, self._show, self._failed)
        self._build()
        self._connect()
        self._show(self._index.find(""))
        workbook, language, page_jumps = desk.workbook, desk.language, list(self._pages)
        self._reading.request(lambda: JumpIndex([*page_jumps, *jumps(workbook, language)]))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Go to"))
        self.setModal(True)
        self.list.setAccessibleName(self.tr("Places found"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The line keeps the focus; its arrow keys move in the list.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.line)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        self.resize(640, 420)
        self.line.setFocus()

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._find())
        self.line.down.connect(lambda: self._move(1))
        self.list.clicked.connect(lambda _: self.accept())

    @property
    def busy(self) -> bool:
        """Whether places are being read or found."""
        return self._reading.busy or self._finding.busy

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Go to the place that is marked; what is still being looked for is found first."""
        if self._finding.busy:
            self._show(self._index.find(self.line.text()))
        jump = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if jump is None:
            return
        super().accept()
        if jump.kind == "page":
            self._desk.page_wanted.emit(jump.id)
        else:
            self._desk.show_place(Place(jump.kind, jump.id))

    def _on_read(self, index: JumpIndex) -> None:
        self._index = index
        self._find()

    def _find(self) -> None:
        self._finding.request(partial(self._index.find, self.line.text()))

    def _show(self, found: list[FoundJump]) -> None:
        self.model.set_found(found)
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def _move(self, step: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + step, 0), last)
            self.list.setCurrentIndex(self.model.index(row))

    def _failed(self, error: BaseException) -> None:
        self._desk.problem.emit(error)
