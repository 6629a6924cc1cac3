"""What became of each file that was to be taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from app.services.evidence import FileResult, Outcome
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable

# Up to this many rows are as high as their sentences; more of them would have to be measured.
_WRAPPED = 200
_OUTCOMES: tuple[Outcome, ...] = (
    "added",
    "edition",
    "linked",
    "already-there",
    "skipped",
    "refused",
)


class IntakeResults(QDialog):
    """One row for each file; what was not taken comes first."""

    def __init__(self, desk: Desk, results: Sequence[FileResult], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Files taken in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.summary = label(self._summary(results), wrap=True)
        self.table: RowsTable[tuple[int, FileResult]] = RowsTable(
            self._columns(), lambda row: str(row[0]), stretch=3
        )
        self._build(len(results) <= _WRAPPED)
        numbered = list(enumerate(results))
        self.table.set_rows(sorted(numbered, key=_urgency))
        self.table.select_first()

    def _columns(self) -> tuple[Column[tuple[int, FileResult]], ...]:
        return (
            Column(self.tr("File"), lambda row: row[1].name, width=24),
            Column(
                self.tr("Result"),
                lambda row: self._desk.text(f"outcome.{row[1].outcome}"),
                width=16,
            ),
            Column(self._desk.text("field.number"), lambda row: row[1].number, width=11),
            Column(self.tr("Details"), lambda row: reason(self._desk, row[1]), width=40),
        )

    def _build(self, wrap: bool) -> None:
        self.table.setAccessibleName(self.tr("Result for each file"))
        if wrap:
            self.table.setWordWrap(True)
            self.table.verticalHeader().setSectionResizeMode(
                QHeaderView.ResizeMode.ResizeToContents
            )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(880, 400)

    def _summary(self, results: Sequence[FileResult]) -> str:
        counts = Counter(result.outcome for result in results)
        parts = [
            self.tr("{0}: {1}").format(self._desk.text(f"outcome.{outcome}"), counts[outcome])
            for outcome in _OUTCOMES
            if counts[outcome]
        ]
        return ("；" if self._desk.language == "zh" else "; ").join(parts)


def _urgency(row: tuple[int, FileResult]) -> int:
    """What was not taken comes first, then what could not be read, then what was there."""
    if row[1].error is not None:
        return 0
    if row[1].unread:
        return 1
    return 3 if row[1].outcome == "added" else 2


def reason(desk: Desk, result: FileResult) -> str:
    """Why a file was refused or can't be read, or where it is already; else ""."""
    if result.error is not None:
        return desk.sentence(result.error)
    if not result.reason:
        return ""
    return desk.text(result.reason, number=result.number, name=result.name)
