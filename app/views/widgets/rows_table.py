"""The view of a RowsFilter: whole rows, one height, what is selected outlives a refresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.views.widgets.rows_model import Column, RowsFilter, RowsModel

R = TypeVar("R")


class RowsTable(QTableView, Generic[R]):
    """`current_changed` carries the row that has the focus, or None; `opened` a row that was
    double-clicked or on which Enter was pressed.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        search: Callable[[R], str] | None = None,
        *,
        stretch: int = 0,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`search` is the text the filter looks into, by default all columns. `stretch` is the
        column that takes what width is left, but at least its own; `several` allows selecting more
        than one row.
        """
        super().__init__(parent)
        self._stretch = stretch
        self.rows_model = RowsModel(columns, key, search, self)
        self.filter = RowsFilter(self.rows_model, self)
        self._current_key = ""
        self._restoring = False
        self._build(several)
        self._connect()

    def _build(self, several: bool) -> None:
        self._make_viewport()
        self.setModel(self.filter)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number in range(len(self.rows_model.columns)):
            self.setColumnWidth(number, self._least_width(number))

    def _make_viewport(self) -> None:
        """Replace Qt's own viewport: to know the class of a widget that Python has not made,
        PySide sets up all classes of widgets, which start-up cannot afford.
        """
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    def _connect(self) -> None:
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.filter.layoutChanged.connect(self._restore)
        self.filter.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._on_opened)
        self.horizontalHeader().sectionResized.connect(self._on_resized)

    def show_rows(self, count: int) -> None:
        """Be as high as the header and `count` rows."""
        rows = self.verticalHeader().defaultSectionSize() * count
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(header + rows + bar + 2 * self.frameWidth())

    def set_rows(self, rows: Sequence[R], haystacks: Mapping[str, str] | None = None) -> None:
        """Show other rows; selection and scroll position stay where they can."""
        keys = {self.rows_model.key(row) for row in self.selected_rows()}
        at = self.verticalScrollBar().value()
        self._restoring = True
        self.rows_model.set_rows(rows, haystacks)
        self._restoring = False
        self._restore()
        if len(keys) > 1:
            self._select_more(keys)
        self.verticalScrollBar().setValue(at)

    def current_row(self) -> R | None:
        """The row that has the focus."""
        index = self.currentIndex()
        return self.filter.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[R]:
        """All selected rows, in the order shown."""
        indexes = self.selectionModel().selectedRows()
        return [self.filter.row(number) for number in sorted(index.row() for index in indexes)]

    def select(self, key: str) -> bool:
        """Make a row the current one and show it; False where the filter hides it."""
        number = self._number_of(key)
        if number is None:
            return False
        self.selectRow(number)
        self.scrollTo(self.filter.index(number, 0))
        return True

    def select_first(self) -> None:
        """Make the first row the current one, where there is any."""
        if self.filter.rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _least_width(self, number: int) -> int:
        column = self.rows_model.columns[number]
        metrics = self.fontMetrics()
        title = metrics.horizontalAdvance(column.title) + 32
        # The average width that Chinese fonts state is that of a Chinese character.
        return max(title, metrics.horizontalAdvance("x") * column.width + 16)

    def _fit(self) -> None:
        """Give the stretching column what the others leave."""
        numbers = [n for n in range(len(self.rows_model.columns)) if n != self._stretch]
        room = self.viewport().width() - sum(map(self.columnWidth, numbers))
        self.setColumnWidth(self._stretch, max(self._least_width(self._stretch), room))

    def _on_resized(self, number: int) -> None:
        if number != self._stretch:
            self._fit()

    def _number_of(self, key: str) -> int | None:
        rows = (self.filter.row(number) for number in range(self.filter.rowCount()))
        return next((n for n, row in enumerate(rows) if self.rows_model.key(row) == key), None)

    def _on_current(self, current: QModelIndex) -> None:
        if self._restoring:
            return
        row = self.filter.row(current.row()) if current.isValid() else None
        self._current_key = self.rows_model.key(row) if row is not None else ""
        self.current_changed.emit(row)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.filter.row(index.row()))

    def _restore(self) -> None:
        """Put the focus back on the row that had it; where it is gone, there is none."""
        if self._restoring:
            return
        row = self.current_row()
        if row is not None and self.rows_model.key(row) == self._current_key:
            return
        if self._current_key and not self.select(self._current_key):
            self._current_key = ""
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self.current_changed.emit(None)

    def _select_more(self, keys: set[str]) -> None:
        # Neighbours as one range: selecting thousands of rows one by one takes minutes.
        chosen = [
            number
            for number in range(self.filter.rowCount())
            if self.rows_model.key(self.filter.row(number)) in keys
        ]
        selection = QItemSelection()
        for _, group in groupby(enumerate(chosen), key=lambda pair: pair[1] - pair[0]):
            numbers = [number for _, number in group]
            first, last = self.filter.index(numbers[0], 0), self.filter.index(numbers[-1], 0)
            selection.select(first, last)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.Select | flags.Rows)
