"""How tables of rows look: one height, lines in turns, one column that takes the width left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.views.widgets.rows_model import Column


def plain_viewport() -> QWidget:
    """A viewport in place of Qt's own: to know the class of a widget that Python has not made,
    PySide sets up all classes of widgets, which start-up cannot afford.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    return viewport


def dress(table: QTableView) -> None:
    """Give a table its look, once it has a model."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(table.fontMetrics().height() + 12)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    # One that selects nothing: Qt's header else asks whether each cell of a column is selected.
    header.setSelectionModel(QItemSelectionModel(table.model(), header))
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)


def least_width(table: QTableView, column: Column[Any]) -> int:
    """The width that a column asks for, or its title."""
    metrics = table.fontMetrics()
    title = metrics.horizontalAdvance(column.title) + 32
    # The average width that Chinese fonts state is that of a Chinese character.
    return max(title, metrics.horizontalAdvance("x") * column.width + 16)


def stretch_column(table: QTableView, number: int, column: Column[Any]) -> None:
    """Give a column the width that the others leave, but at least its own."""
    others = (each for each in range(table.model().columnCount()) if each != number)
    room = table.viewport().width() - sum(map(table.columnWidth, others))
    table.setColumnWidth(number, max(least_width(table, column), room))
