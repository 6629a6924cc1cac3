"""The requirements that a task serves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.domain.checks import Place
from app.queries.plan import TaskRow
from app.services.plan import edit_task
from app.views.desk import Desk
from app.views.evidence.picker import RequirementPicker
from app.views.widgets.basic import GAP, button
from app.views.widgets.keys import DELETE, on_key
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class TaskLinks(QWidget):
    """A list of ids with titles; links are added from the searchable list and taken away here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: TaskRow | None = None
        self._requirements: Sequence[Requirement] = ()
        self._titles: dict[str, str] = {}
        self.table: RowsTable[str] = RowsTable(
            (
                Column(self.tr("Requirement"), lambda id_: id_, width=11),
                Column(desk.text("field.title"), lambda id_: self._titles.get(id_, ""), width=20),
            ),
            lambda id_: id_,
            stretch=1,
        )
        self.add = button(self.tr("&Link a requirement…"))
        self.unlink = button(self.tr("&Unlink"))
        self.open = button(self.tr("Go to the requirement"), "link")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.setAccessibleName(self._desk.text("field.plan_task.requirements"))
        self.table.show_rows(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.add)
        buttons.addWidget(self.unlink)
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.table.current_changed.connect(lambda _: self._show_state())
        self.table.opened.connect(self._go_to)
        self.add.clicked.connect(self._on_add)
        self.unlink.clicked.connect(self._on_unlink)
        self.open.clicked.connect(lambda: self._go_to(self.table.current_row()))
        on_key(self.table, DELETE, self._on_unlink)

    def show_row(self, row: TaskRow, requirements: Sequence[Requirement]) -> None:
        """Show the links of a task; `requirements` are all that it could serve."""
        self._row, self._requirements = row, requirements
        self._titles = {item.id: item.title.in_(self._desk.language) for item in requirements}
        self.table.set_rows(row.requirements)
        if self.table.current_row() is None:
            self.table.select_first()
        self._show_state()

    def _show_state(self) -> None:
        writable, chosen = not self._desk.read_only, self.table.current_row() is not None
        self.add.setEnabled(writable)
        self.unlink.setEnabled(writable and chosen)
        self.open.setEnabled(chosen)

    def _on_add(self) -> None:
        if self._row is None:
            return
        row = self._row
        free = [item for item in self._requirements if item.id not in row.requirements]
        chosen = RequirementPicker(self._desk.language, free, self).choose()
        if chosen:
            self._save(
                row,
                (*row.requirements, chosen),
                self.tr("Task {0} is now linked with {1}.").format(row.code, chosen),
            )

    def _on_unlink(self) -> None:
        row, current = self._row, self.table.current_row()
        if row is None or current is None or self._desk.read_only:
            return
        self._save(
            row,
            (id_ for id_ in row.requirements if id_ != current),
            self.tr("Task {0} is no longer linked with {1}. This can be undone.").format(
                row.code, current
            ),
        )

    def _save(self, row: TaskRow, requirements: Iterable[str], sentence: str) -> None:
        workbook, linked = self._desk.workbook, tuple(requirements)
        self._desk.write(
            lambda: edit_task(workbook, row.code, requirements=linked),
            saved=lambda _: self._desk.message.emit(sentence),
        )

    def _go_to(self, requirement_id: str | None) -> None:
        if requirement_id is not None:
            self._desk.show_place(Place("requirement", requirement_id))
