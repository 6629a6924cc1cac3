"""How wide the columns of the intake table are: as their contents want, as far as there is room."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from app.views.intake.columns import NARROW, WIDTHS, Name
from app.views.intake.model import IntakeModel

# Beside a heading, which may have the arrow of sorting; beside a text; of an icon.
_HEADING, _TEXT, _ICON = 30, 18, 22
# As many rows are measured.
_MEASURED = 400
# What is proposed goes before remarks, all of which stands below the table; others count 3.
_WEIGHTS: dict[Name, int] = {"title": 4, "remark": 2}
# Characters below which a column says nothing.
_LEAST = 9


class ColumnFit(QObject):
    """Fits when the files are there and whenever the table is resized, until somebody draws the
    columns by hand. The column of remarks is hidden while there is none.
    """

    def __init__(self, table: QTableView, model: IntakeModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._by_hand = self._fitting = False
        self._wanted: dict[Name, int] = {}
        table.horizontalHeader().sectionResized.connect(self._on_resized)
        table.viewport().installEventFilter(self)
        model.modelReset.connect(self._measure)
        model.dataChanged.connect(lambda *_: self._show_remarks())
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _on_resized(self) -> None:
        self._by_hand = self._by_hand or (not self._fitting and self._table.isVisible())

    def _measure(self) -> None:
        metrics, columns = self._table.fontMetrics(), self._model.columns
        sign = metrics.horizontalAdvance("x")
        for name in columns.names:
            heading = metrics.horizontalAdvance(columns.heading(name)) + _HEADING
            texts = (columns.shown(item, name) for item in islice(self._model.items, _MEASURED))
            widest = max(map(metrics.horizontalAdvance, texts), default=0)
            room = _TEXT + (_ICON if name == "choice" else 0)
            enough = sign * WIDTHS[name] * (1 if name in NARROW else 2)
            self._wanted[name] = max(heading, min(widest, enough) + room)
        self._show_remarks()

    def _show_remarks(self) -> None:
        columns = self._model.columns
        hidden = not any(columns.remark(item) for item in self._model.items)
        number = columns.names.index("remark")
        if self._table.isColumnHidden(number) != hidden:
            self._fitting = True
            self._table.setColumnHidden(number, hidden)
            self._fitting = False
        self._fit()

    def _fit(self) -> None:
        if self._by_hand:
            return
        names = self._model.columns.names
        shown = [name for name in names if not self._table.isColumnHidden(names.index(name))]
        least = self._table.fontMetrics().horizontalAdvance("x") * _LEAST
        widths = shared(
            {name: self._wanted[name] for name in shown}, self._table.viewport().width(), least
        )
        self._fitting = True
        for name in shown:
            self._table.setColumnWidth(names.index(name), widths[name])
        self._fitting = False


def shared(wanted: Mapping[Name, int], room: int, least: int) -> dict[Name, int]:
    """What each column gets of the room: what it wants, or a share of the rest by its weight.

    What nobody wants goes to the title. No column is narrower than `least`, or than it wants.
    """
    widths = {name: width for name, width in wanted.items() if name in NARROW}
    left = room - sum(widths.values())
    wide = [name for name in wanted if name not in NARROW]
    wide.sort(key=lambda name: wanted[name] / _weight(name))
    for number, name in enumerate(wide):
        share = _weight(name) / sum(map(_weight, wide[number:]))
        widths[name] = min(wanted[name], max(int(max(left, 0) * share), least))
        left -= widths[name]
    spare: Name = "title" if "title" in widths else "file"
    widths[spare] += max(left, 0)
    return widths


def _weight(name: Name) -> int:
    return _WEIGHTS.get(name, 3)
