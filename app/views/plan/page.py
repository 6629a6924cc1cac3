"""The page of the annual plan: tasks by year and unit, and the selected one beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.vocabulary import Progress
from app.queries.plan import TaskRow
from app.services.plan import TaskFields, add_task, remove_task
from app.views.desk import Desk
from app.views.dialogs.asking import confirmed
from app.views.list_page import ListPage
from app.views.plan.columns import TaskColumns
from app.views.plan.details import Details
from app.views.plan.filter_bar import FilterBar
from app.views.plan.new_task import NewTaskDialog
from app.views.plan.state import PlanState, load
from app.views.tables.exchange import Exchange, TableKind
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, button, label
from app.views.widgets.latest import Latest
from app.views.widgets.list_or_hint import ListOrHint
from app.views.widgets.rows_table import RowsTable

_TABLES = ("plan_task", "plan_link", "requirement")


class PlanPage(ListPage[RowsTable[TaskRow], Details]):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._state = PlanState()
        self._columns = TaskColumns(desk)
        self.filters = FilterBar(desk)
        self.table: RowsTable[TaskRow] = RowsTable(
            self._columns.columns(), lambda row: row.id, self._columns.search, stretch=2
        )
        self.details = Details(desk)
        self.add = button(self.tr("&Add task…"), "primary")
        self.remove = button(self.tr("&Remove…"))
        self.excel = button(self.tr("E&xcel"))
        self.exchange = Exchange(desk, self._table_kind, self)
        self._count = ElidedLabel("muted")
        self._list = ListOrHint(self.table, self.tr("Show all tasks"))
        self.show_all = self._list.show_all
        self._reading: Latest[PlanState] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._build()
        self._connect()

    # -- building

    def _table_kind(self) -> TableKind:
        from app.services.plan_table import compare_plan, import_plan, write_plan

        return TableKind(
            self.desk.text("plan.heading"),
            write_plan,
            compare_plan,
            import_plan,
            lambda name: self.desk.text(f"field.plan_task.{name}"),
        )

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("Annual plan"), "page-title"))
        top.addWidget(self._count, 1)
        for way in (self.remove, self.excel, self.add):
            top.addWidget(way)
        menu = QMenu(self.excel)
        self.exchange.fill(menu)
        self.excel.setMenu(menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(self.beside(self._list, self.details, (640, 420)), 1)
        self.add.setEnabled(not self.desk.read_only)
        self.table.setAccessibleName(self.desk.text("plan.heading"))
        self._show_state()

    def _connect(self) -> None:
        self.filters.line.textChanged.connect(self._on_filter)
        self.filters.line.down.connect(self.table.setFocus)
        self.filters.changed.connect(self._narrow)
        self.show_all.clicked.connect(self.filters.clear)
        self.table.current_changed.connect(self._on_current)
        self.connect_list("title")
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self.remove_selected)

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_TABLES):
            self._reading.request(lambda: load(self.desk.workbook))

    @property
    def busy(self) -> bool:
        return self._reading.busy

    def clear_filter(self) -> None:
        self.filters.clear()

    # -- showing

    def _on_read(self, state: PlanState) -> None:
        self._state = state
        language = self.desk.language
        self._columns.titles = {item.id: item.title.in_(language) for item in state.requirements}
        shown = self.details.row
        if shown is not None and all(row.id != shown.id for row in state.rows):
            self.details.forget()
        self.filters.show_rows(state.rows)
        self.table.set_rows(state.rows)
        self._narrow()
        current = self.table.current_row()
        if current is not None:
            self.details.show_row(current, state.requirements)
        self.show_wanted()

    def _on_current(self, row: TaskRow | None) -> None:
        self.details.show_row(row, self._state.requirements)
        self._show_state()

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        self._show_state()

    def _narrow(self) -> None:
        self.table.filter.set_accept(self.filters.narrowing().accepts(self.desk.today()))
        self._show_state()

    def _show_state(self) -> None:
        total = len(self._state.rows)
        shown = [self.table.filter.row(n) for n in range(self.table.filter.rowCount())]
        count = self.tr("{0} of {1} · {2} done · {3} overdue").format(
            len(shown),
            total,
            sum(row.state is Progress.DONE for row in shown),
            sum(self._columns.is_overdue(row) for row in shown),
        )
        # Empty, not hidden: it holds the buttons at the right.
        self._count.setText(count if total else "")
        if shown:
            self._list.show_list()
        elif total:
            self._list.show_hint(self.tr("No task matches the filter."), filtered=True)
        else:
            self._list.show_hint(
                self.tr(
                    "There is no task yet. Add one with the button at the top right, or save the "
                    "Excel template, fill it in and import it."
                ),
                filtered=False,
            )
        self.details.setVisible(bool(total))
        self.remove.setEnabled(not self.desk.read_only and self.table.current_row() is not None)

    # -- adding and removing

    def _on_add(self) -> None:
        year = self.filters.year.value() or self.desk.today().year
        dialog = NewTaskDialog(self.desk, year, self)
        dialog.accepted.connect(lambda: self._add(dialog.fields()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, fields: TaskFields) -> None:
        def saved(changes: Changes) -> None:
            task = next(id_ for table, id_ in changes.rows if table == "plan_task")
            self.go_to(Place("plan", task, "unit"))

        self.desk.write(lambda: add_task(self.desk.workbook, **fields), saved)

    def remove_selected(self) -> None:
        row = self.table.current_row()
        if row is None or self.desk.read_only or not self._confirm(row):
            return
        code = row.code
        self.desk.write(
            lambda: remove_task(self.desk.workbook, code),
            saved=lambda _: self.desk.message.emit(
                self.tr("Task {0} was removed. This can be undone.").format(code)
            ),
        )

    def _confirm(self, row: TaskRow) -> bool:
        return confirmed(
            self,
            self.tr("Remove a task"),
            self.tr("Remove task {0} “{1}”?").format(row.code, row.title),
            self.tr("Its links with requirements go with it. Removing can be undone."),
            self.tr("Remove"),
        )
