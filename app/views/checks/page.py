"""The check before submission: what was found, and the way to each place."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.domain.changes import Changes
from app.domain.vocabulary import Severity
from app.errors import WorkbookError
from app.views.checks.rows import FindingRow, counts, finding_rows
from app.views.checks.table import FindingsTable
from app.views.checks.verify_row import VerifyRow
from app.views.desk import Desk
from app.views.page import Page
from app.views.widgets.basic import GAP, WIDE, label, set_role
from app.views.widgets.choice import Choice
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.latest import Latest


class ChecksPage(Page):
    """The check runs beside the window; the old lines stay until the new ones are there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = FindingsTable()
        self.filter = FilterLine(self.tr("Filter by requirement, evidence or words of the finding"))
        self.severity: Choice[Severity | None] = Choice(
            [
                (None, self.tr("All severities")),
                *((severity, desk.text(f"severity.{severity}")) for severity in Severity),
            ]
        )
        self.summary = label(self.tr("Looking through the workbook…"), wrap=True)
        self._empty = label("", "muted", wrap=True)
        self._body = QStackedWidget()
        self.verification = VerifyRow(desk)
        self._rows: tuple[FindingRow, ...] = ()
        self._known = False
        self._latest: Latest[tuple[FindingRow, ...]] = Latest(
            self, desk.runner, self._show_rows, self._on_failed
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(self.tr("Check"), "page-title"))
        layout.addWidget(self.summary)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        self.severity.setAccessibleName(self.tr("Severity"))
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.severity)
        layout.addLayout(bar)
        self._body.addWidget(self.table)
        self._body.addWidget(self._empty)
        self._empty.setContentsMargins(0, WIDE, 0, WIDE)
        layout.addWidget(self._body, 1)
        layout.addWidget(
            label(self.tr("Double-click a line, or press Enter, to go to its place."), "muted")
        )
        layout.addWidget(self.verification)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self._to_table)
        self.severity.currentIndexChanged.connect(self._on_severity)
        self.table.opened.connect(lambda row: self.desk.show_place(row.finding.place))
        self.verification.verified.connect(self.refresh)

    # -- showing

    def refresh(self, changes: Changes | None = None) -> None:
        workbook, today = self.desk.workbook, self.desk.today()
        altered, language = self.verification.altered, self.desk.language
        self._latest.request(lambda: finding_rows(workbook, today, altered, language))

    def _show_rows(self, rows: tuple[FindingRow, ...]) -> None:
        self._known = True
        self._rows = rows
        self.table.set_rows(rows)
        set_role(self.summary, "")
        self.summary.setText(self._summary())
        self._show_empty()

    def _summary(self) -> str:
        if not self._rows:
            return self.tr("✓ Nothing was found.")
        found = counts(self._rows)
        names = {severity: self.desk.text(f"severity.{severity}") for severity in Severity}
        return self.tr("{0} findings. {1}").format(
            len(self._rows),
            " · ".join(f"{names[severity]} {number}" for severity, number in found.items()),
        )

    def _show_empty(self) -> None:
        """Where there is no line to show, say why."""
        nothing = self.table.filter.rowCount() == 0
        self._body.setCurrentWidget(self._empty if nothing and self._known else self.table)
        self._empty.setText(
            self.tr("No finding fits the filter. Empty the filter to see all findings.")
            if self._rows
            else self.tr("Nothing was found. The report can be exported on the page “Reports”.")
        )

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbookError):
            set_role(self.summary, "error")
            self.summary.setText(self.desk.sentence(error))
        else:
            self.desk.problem.emit(error)

    # -- filtering

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        self._show_empty()

    def _on_severity(self) -> None:
        wanted = self.severity.value()
        self.table.filter.set_accept(
            None if wanted is None else lambda row: row.finding.severity is wanted
        )
        self._show_empty()

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.current_row() is None:
            self.table.select_first()
