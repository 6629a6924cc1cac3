"""The tables of the scoring scheme: levels, grades, weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import Text
from app.views.settings.draft import BandRow, LevelRow, WeightRow, with_new_band
from app.views.settings.editable import Cell, EditableModel, EditTable
from app.views.widgets.basic import GAP, button
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.rows_model import RIGHT, Column


class LevelsPart(QWidget):
    """What each rating level is called and which share of the points it earns."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        columns = (
            Column[LevelRow](self.tr("Level"), lambda row: str(row.level)),
            Column[LevelRow](self.tr("Name (Chinese)"), lambda row: row.zh, width=24),
            Column[LevelRow](self.tr("Name (English)"), lambda row: row.en, width=24),
            Column[LevelRow](
                self.tr("Share of the points, %"), lambda row: shown(row.share), align=RIGHT
            ),
        )
        cells = {
            1: Cell[LevelRow](lambda row: row.zh, lambda row, it: replace(row, zh=it)),
            2: Cell[LevelRow](lambda row: row.en, lambda row, it: replace(row, en=it)),
            3: Cell[LevelRow](lambda row: row.share, lambda row, it: replace(row, share=it)),
        }
        self.model = EditableModel(columns, cells, lambda row: str(row.level), self)
        self.table = EditTable(self.model, self.tr("Levels"), stretch=2)
        self.model.edited.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(self.table)

    def set_read_only(self, read_only: bool) -> None:
        self.model.read_only = read_only


class BandsPart(QWidget):
    """Which grade is given from how many points upwards; grades can be added and removed."""

    edited = Signal()

    def __init__(self, new_label: Text) -> None:
        """`new_label` is what a new grade is called first."""
        super().__init__()
        self._new_label = new_label
        columns = (
            Column[BandRow](self.tr("From points"), lambda row: shown(row.minimum), align=RIGHT),
            Column[BandRow](self.tr("Name (Chinese)"), lambda row: row.zh, width=24),
            Column[BandRow](self.tr("Name (English)"), lambda row: row.en, width=24),
        )
        cells = {
            0: Cell[BandRow](lambda row: row.minimum, lambda row, it: replace(row, minimum=it)),
            1: Cell[BandRow](lambda row: row.zh, lambda row, it: replace(row, zh=it)),
            2: Cell[BandRow](lambda row: row.en, lambda row, it: replace(row, en=it)),
        }
        self.model = EditableModel(columns, cells, lambda row: str(row.number), self)
        self.table = EditTable(self.model, self.tr("Grades"), stretch=2)
        self.add = button(self.tr("&Add a grade"))
        self.remove = button(self.tr("Re&move the grade"))
        self._read_only = False
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.modelReset.connect(self._show_buttons)
        self.table.selectionModel().currentChanged.connect(self._show_buttons)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._show_buttons()

    def set_read_only(self, read_only: bool) -> None:
        self.model.read_only = self._read_only = read_only
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.add.setEnabled(not self._read_only)
        chosen = self.table.currentIndex().isValid()
        self.remove.setEnabled(not self._read_only and chosen and len(self.model.rows) > 1)

    def _add(self) -> None:
        at = self.table.currentIndex().row() if self.table.currentIndex().isValid() else -1
        position = at if at >= 0 else len(self.model.rows)
        self._change(with_new_band(self.model.rows, position, self._new_label))

    def _remove(self) -> None:
        at = self.table.currentIndex().row()
        self._change([row for number, row in enumerate(self.model.rows) if number != at])

    def _change(self, rows: Sequence[BandRow]) -> None:
        self.table.commit()
        self.model.set_rows(rows)
        self.edited.emit()


class WeightsPart(QWidget):
    """Weights of articles or requirements, with the part of the sum that each one makes."""

    edited = Signal()

    def __init__(self, name: str, filtered: str) -> None:
        """`name` says whose weights these are, `filtered` what the filter line filters."""
        super().__init__()
        columns = (
            Column[WeightRow](self.tr("No."), lambda row: row.id, width=10),
            Column[WeightRow](name, lambda row: row.title, width=40),
            Column[WeightRow](self.tr("Weight"), lambda row: shown(row.weight), align=RIGHT),
            Column[WeightRow](self.tr("Part of the sum"), self._part, align=RIGHT),
        )
        weight = Cell[WeightRow](lambda row: row.weight, lambda row, it: replace(row, weight=it))
        self.model = EditableModel(columns, {2: weight}, lambda row: row.id, self)
        self.table = EditTable(self.model, name, stretch=1)
        self.filter = FilterLine(filtered)
        self._sums: dict[int, float] = {}
        self.model.edited.connect(self._on_edited)
        self.filter.textChanged.connect(self.table.filter.set_text)
        self.filter.down.connect(self.table.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self.table)

    def set_rows(self, rows: Sequence[WeightRow]) -> None:
        self._sums = {}
        for row in rows:
            self._sums[row.group] = self._sums.get(row.group, 0.0) + row.weight
        self.model.set_rows(rows)
        self.table.viewport().update()

    def set_read_only(self, read_only: bool) -> None:
        self.model.read_only = read_only

    def _on_edited(self) -> None:
        self.set_rows(self.model.rows)
        self.edited.emit()

    def _part(self, row: WeightRow) -> str:
        total = self._sums.get(row.group, 0.0)
        return f"{row.weight / total * 100:.1f}%" if total else "—"


def shown(value: float) -> str:
    """At most two decimals: 17, 17.5, 0.25."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
