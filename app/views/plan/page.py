"""The page of the annual plan: tasks by year and unit, and the selected one beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.vocabulary import Progress
from app.queries.plan import TaskRow
from app.services.plan import TaskFields, add_task, remove_task
from app.views.desk import Desk
from app.views.page import Page
from app.views.plan.columns import TaskColumns
from app.views.plan.details import Details
from app.views.plan.filter_bar import FilterBar
from app.views.plan.new_task import NewTaskDialog
from app.views.plan.state import PlanState, load
from app.views.tables.exchange import Exchange, TableKind
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, button, label
from app.views.widgets.latest import Latest
from app.views.widgets.rows_table import RowsTable
from app.views.widgets.side_by_side import SideBySide

_TABLES = ("plan_task", "plan_link", "requirement")


class PlanPage(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._state = PlanState()
        self._wanted: Place | None = None
        self._columns = TaskColumns(desk)
        self.filters = FilterBar(desk)
        self.table: RowsTable[TaskRow] = RowsTable(
            self._columns.columns(), lambda row: row.id, self._columns.search, stretch=2
        )
        self.details = Details(desk)
        self.add = button(self.tr("&Add task…"), "primary")
        self.remove = button(self.tr("&Remove…"))
        self.excel = button(self.tr("E&xcel"))
        self.show_all = button(self.tr("Show all tasks"))
        self.exchange = Exchange(desk, self._table_kind, self)
        self._count = ElidedLabel("muted")
        self._empty = label("", wrap=True)
        self._list = QStackedWidget()
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
        layout.addWidget(self._body(), 1)
        self.add.setEnabled(not self.desk.read_only)
        self._show_state()

    def _body(self) -> QWidget:
        self.table.setAccessibleName(self.desk.text("plan.heading"))
        nothing = QWidget()
        hint = QVBoxLayout(nothing)
        hint.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        hint.setSpacing(GAP)
        hint.addWidget(self._empty)
        hint.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        hint.addStretch(1)
        self._list.addWidget(self.table)
        self._list.addWidget(nothing)
        self._list.setMinimumSize(240, 120)
        self.details.setMinimumSize(280, 120)
        both = SideBySide(self._list, self.details, (640, 420))
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        return both

    def _connect(self) -> None:
        self.filters.line.textChanged.connect(self._on_filter)
        self.filters.line.down.connect(self.table.setFocus)
        self.filters.changed.connect(self._narrow)
        self.show_all.clicked.connect(self.filters.clear)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _: self.details.focus_field("title"))
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_TABLES):
            self._reading.request(lambda: load(self.desk.workbook))

    def go_to(self, place: Place) -> None:
        """Select a task; once it has been read, where that is still under way."""
        self._wanted = place
        self.filters.clear()
        if not self._reading.busy:
            self._show_wanted()

    def flush(self) -> None:
        self.details.flush()

    def unsaved(self) -> bool:
        return self.details.unsaved()

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
        self._show_wanted()

    def _show_wanted(self) -> None:
        place, self._wanted = self._wanted, None
        if place is not None and place.id and self.table.select(place.id):
            self.details.focus_field(place.field)

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
        self._empty.setText(
            self.tr("No task matches the filter.")
            if total
            else self.tr(
                "There is no task yet. Add one with the button at the top right, or save the "
                "Excel template, fill it in and import it."
            )
        )
        self.show_all.setVisible(bool(total))
        self._list.setCurrentIndex(0 if shown else 1)
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

    def _on_remove(self) -> None:
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
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Remove a task"))
        box.setText(self.tr("Remove task {0} “{1}”?").format(row.code, row.title))
        box.setInformativeText(
            self.tr("Its links with requirements go with it. Removing can be undone.")
        )
        yes = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is yes
