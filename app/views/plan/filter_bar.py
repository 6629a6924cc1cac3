"""What narrows the list of tasks: words, year, unit, state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.vocabulary import Progress
from app.queries.plan import TaskGroup, TaskRow, by_unit, by_year
from app.views.desk import Desk
from app.views.plan.state import ALL, OVERDUE, Narrowing
from app.views.widgets.basic import GAP
from app.views.widgets.choice import Choice
from app.views.widgets.filter_line import FilterLine


class FilterBar(QWidget):
    """`changed` says that one of the lists was used; words come from `line` itself."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine(self.tr("Filter by words, unit or requirement"))
        self.year: Choice[int] = Choice([(0, self.tr("All years"))])
        self.unit: Choice[str | None] = Choice([(None, self.tr("All units"))])
        self.state: Choice[str] = Choice(
            [
                (ALL, self.tr("All states")),
                (OVERDUE, self.tr("Overdue")),
                *((str(state), desk.text(f"progress.{state}")) for state in Progress),
            ]
        )
        self._build()
        for choice in (self.year, self.unit, self.state):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        for choice, name, characters in (
            (self.year, self.tr("Year"), 10),
            (self.unit, self.tr("Responsible unit"), 12),
            (self.state, self.tr("State"), 8),
        ):
            choice.describe(name, characters)
            row.addWidget(choice)

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Offer the years and units of these tasks, each with how much of it is done."""
        years = [(int(group.name), self._count(group, group.name)) for group in by_year(rows)]
        units = [
            (group.name, self._count(group, group.name or self.tr("No unit")))
            for group in by_unit(rows)
        ]
        self.year.set_options([(0, self.tr("All years")), *years])
        self.unit.set_options([(None, self.tr("All units")), *units])

    def narrowing(self) -> Narrowing:
        """What the lists choose."""
        return Narrowing(self.year.value(), self.unit.value(), self.state.value())

    def clear(self) -> None:
        """Let everything through again."""
        self.line.clear()
        for choice in (self.year, self.unit, self.state):
            choice.setCurrentIndex(0)

    def _count(self, group: TaskGroup, name: str) -> str:
        return self.tr("{0} ({1} of {2} done)").format(name, group.done, group.applicable)
