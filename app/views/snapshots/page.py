"""The page of snapshots: the list, taking one, two of them compared, a report of one."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.checks import Place
from app.domain.dates import format_date
from app.errors import WorkbookError
from app.queries.snapshots.reading import SnapshotRow
from app.reports.differences import snapshot_name
from app.reports.model import ComparisonEntry
from app.services.snapshots import take_snapshot
from app.views.desk import Desk
from app.views.page import Page
from app.views.snapshots.difference import DifferenceView
from app.views.snapshots.state import LIVE, SnapshotsState, compared, load
from app.views.snapshots.take_dialog import TakeDialog
from app.views.widgets.basic import GAP, WIDE, button, label, set_role
from app.views.widgets.choice import Choice
from app.views.widgets.latest import Latest
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable


class SnapshotsPage(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._state = SnapshotsState()
        self.table: RowsTable[SnapshotRow] = RowsTable(
            self._columns(), lambda row: row.id, stretch=2
        )
        self.take = button(self.tr("&Take snapshot…"), "primary")
        self.report = button(self.tr("Export a &report of it"))
        self.copy = button(self.tr("&Copy the verification code"))
        live = [(LIVE, self.tr("Present state"))]
        self.before: Choice[str] = Choice(live)
        self.after: Choice[str] = Choice(live)
        self.difference = DifferenceView(desk)
        self.outcome = label("", "muted", wrap=True)
        self._body = QStackedWidget()
        self._reading: Latest[SnapshotsState] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._comparing: Latest[ComparisonEntry] = Latest(
            self, desk.runner, self._on_compared, self._on_failed
        )
        self._build()
        self._connect()

    # -- building

    def _columns(self) -> tuple[Column[SnapshotRow], ...]:
        text, language = self.desk.text, self.desk.language
        return (
            Column(text("field.snapshot.code"), lambda row: row.code, width=7),
            Column(text("field.snapshot.stage"), lambda row: text(f"stage.{row.stage}"), width=8),
            Column(text("field.snapshot.title"), lambda row: row.title, width=24),
            Column(
                text("field.snapshot.taken_on"),
                lambda row: format_date(row.taken_on, language),
                sort=lambda row: row.taken_on,
                width=16,
            ),
            Column(text("field.snapshot.actor"), lambda row: row.actor, width=12),
            Column(
                text("field.snapshot.sha256"),
                lambda row: row.sha256[:16],
                tip=lambda row: row.sha256,
                width=18,
            ),
        )

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label(self.tr("Snapshots"), "page-title"))
        top.addStretch(1)
        for way in (self.copy, self.report, self.take):
            top.addWidget(way)
        self.table.setAccessibleName(self.tr("Snapshots"))
        self.table.show_rows(3)
        self._body.addWidget(self._empty())
        self._body.addWidget(self._comparison())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self._body, 1)
        self._show_state()

    def _empty(self) -> QWidget:
        nothing = QWidget()
        hint = QVBoxLayout(nothing)
        hint.setContentsMargins(0, WIDE, 0, WIDE)
        words = self.tr(
            "There is no snapshot yet. Take one at each stage of the pilot: it freezes answers, "
            "indicators and evidence register, reports are made from it, and two of them show "
            "what has changed."
        )
        hint.addWidget(label(words, wrap=True))
        hint.addStretch(1)
        return nothing

    def _comparison(self) -> QWidget:
        choices = QHBoxLayout()
        choices.setSpacing(GAP)
        for choice, words in (
            (self.before, self.tr("Compare")),
            (self.after, self.tr("with")),
        ):
            choices.addWidget(label(words))
            choices.addWidget(choice, 1)
            choice.setAccessibleName(words)
            choice.setMinimumWidth(120)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table)
        column.addLayout(choices)
        column.addWidget(self.outcome)
        column.addWidget(self.difference, 1)
        return content

    def _connect(self) -> None:
        self.take.clicked.connect(self._on_take)
        self.report.clicked.connect(self._on_report)
        self.copy.clicked.connect(self._on_copy)
        self.table.current_changed.connect(lambda _: self._show_state())
        self.table.opened.connect(lambda _: self._on_report())
        for choice in (self.before, self.after):
            choice.currentIndexChanged.connect(lambda _: self._compare())

    # -- page

    def refresh(self, changes: Changes | None = None) -> None:
        self._reading.request(lambda: load(self.desk.workbook))

    # -- showing

    def _on_read(self, state: SnapshotsState) -> None:
        first = not self._state.rows
        fresh = state.rows != self._state.rows
        self._state = state
        self.table.set_rows(state.rows)
        # One that was just taken is what comes next is about.
        if state.rows and (fresh or self.table.current_row() is None):
            self.table.select(state.rows[-1].id)
        options = [(row.code, snapshot_name(row, self.desk.language)) for row in state.rows]
        live = (LIVE, self.tr("Present state"))
        if fresh:
            self.before.set_options([*options, live])
            self.after.set_options([*options, live])
        if first and state.rows:
            self.before.set_value(state.rows[-1].code)
            self.after.set_value(LIVE)
        self._body.setCurrentIndex(1 if state.rows else 0)
        self._show_state()
        self._compare()

    def _show_state(self) -> None:
        chosen = self.table.current_row() is not None
        self.take.setEnabled(not self.desk.read_only)
        self.report.setEnabled(chosen)
        self.copy.setEnabled(chosen)

    def _compare(self) -> None:
        if not self._state.rows:
            return
        before, after = self.before.value(), self.after.value()
        desk = self.desk
        self._comparing.request(
            partial(compared, desk.workbook, before, after, desk.language, desk.today())
        )

    def _on_compared(self, entry: ComparisonEntry) -> None:
        self.outcome.hide()
        self.difference.setVisible(True)
        self.difference.show_entry(entry)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, WorkbookError):
            self.desk.problem.emit(error)
            return
        self.difference.setVisible(False)
        set_role(self.outcome, "error")
        self.outcome.setText(self.desk.sentence(error))
        self.outcome.show()

    # -- doing

    def _on_take(self) -> None:
        dialog = TakeDialog(self.desk, self._state.stage, self)

        def on_accepted() -> None:
            stage, title, today = dialog.stage.value(), dialog.title.text(), self.desk.today()
            self.desk.write(
                lambda: take_snapshot(self.desk.workbook, stage, today, title), self._on_taken
            )

        dialog.accepted.connect(on_accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_taken(self, changes: Changes) -> None:
        code = changes.params["code"]
        self.desk.message.emit(self.tr("Snapshot {0} was taken.").format(code))

    def _on_report(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.desk.show_place(Place("report", row.code))

    def _on_copy(self) -> None:
        row = self.table.current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(row.sha256)
            self.desk.message.emit(self.tr("The verification code was copied."))
