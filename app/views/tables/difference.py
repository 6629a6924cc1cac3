"""What an import would do, row by row, before anything is taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from app.domain.dates import format_date
from app.services.tables.comparing import Comparison, Line
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

# Up to this many rows are as high as their sentences; more of them would have to be measured.
_WRAPPED = 200
# What has to be looked at first comes first.
_ORDER = ("error", "changed", "new", "same")


class DifferenceDialog(QDialog):
    """Accepted when the user takes the import over; a file with mistakes can't be."""

    def __init__(
        self,
        desk: Desk,
        comparison: Comparison,
        field_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`field_name` gives the name of a field in the window's language."""
        super().__init__(parent)
        self._desk = desk
        self._field_name = field_name
        self._outcomes = {
            "new": self.tr("New"),
            "changed": self.tr("Changed"),
            "same": self.tr("Unchanged"),
            "error": self.tr("Mistake"),
        }
        self.setWindowTitle(self.tr("Import from “{0}”").format(comparison.name))
        self.table: RowsTable[Line] = RowsTable(
            self._columns(), lambda line: str(line.row), stretch=4
        )
        self.summary = label(self._summary(comparison), wrap=True)
        self.advice = label(self._advice(comparison), wrap=True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build(comparison)
        self.table.set_rows(sorted(comparison.lines, key=lambda line: _ORDER.index(line.outcome)))
        self.table.select_first()

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(
                self.tr("Row"), lambda line: str(line.row), lambda line: line.row, RIGHT, width=6
            ),
            Column(self.tr("Result"), lambda line: self._outcomes[line.outcome], width=12),
            Column(self._desk.text("field.number"), lambda line: line.id, width=8),
            Column(self._desk.text("field.title"), lambda line: line.title, width=28),
            Column(self.tr("Details"), self._details, width=44),
        )

    def _build(self, comparison: Comparison) -> None:
        self.table.setAccessibleName(self.tr("What the import would do"))
        if len(comparison.lines) <= _WRAPPED:
            self.table.setWordWrap(True)
            self.table.verticalHeader().setSectionResizeMode(
                QHeaderView.ResizeMode.ResizeToContents
            )
        take_over = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        take_over.setText(self.tr("Take over"))
        take_over.setEnabled(not comparison.count("error") and self._any_change(comparison))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.advice)
        layout.addWidget(self.buttons)
        self.resize(880, 480)

    def _summary(self, comparison: Comparison) -> str:
        counts = [
            self.tr("{0}: {1}").format(name, comparison.count(outcome))  # type: ignore[arg-type]
            for outcome, name in self._outcomes.items()
        ]
        return " · ".join(counts)

    def _advice(self, comparison: Comparison) -> str:
        parts = []
        if comparison.count("error"):
            parts.append(
                self.tr("Nothing can be taken over until the mistakes are mended in the file.")
            )
        elif not self._any_change(comparison):
            parts.append(self.tr("The file holds nothing that is not in the workbook already."))
        else:
            parts.append(
                self.tr("Nothing has been changed yet. Taking over can be undone as one step.")
            )
        if comparison.ignored:
            parts.append(
                self.tr("Columns that are not used: {0}").format(
                    self._separator().join(comparison.ignored)
                )
            )
        return "\n".join(parts)

    def _any_change(self, comparison: Comparison) -> bool:
        return bool(comparison.count("new") + comparison.count("changed"))

    def _details(self, line: Line) -> str:
        if line.error is not None:
            return self._desk.sentence(line.error)
        if line.outcome != "changed":
            return ""
        parts = [
            self.tr("{0}: {1} → {2}").format(
                self._field_name(name), self._value(before), self._value(after)
            )
            for name, (before, after) in line.changes.items()
        ]
        return ("；" if self._desk.language == "zh" else "; ").join(parts)

    def _value(self, value: object) -> str:
        if value is None or value in ("", ()):
            return self.tr("(empty)")
        if isinstance(value, date):
            return format_date(value, self._desk.language)
        if isinstance(value, StrEnum):
            return self._desk.text(f"progress.{value}")
        if isinstance(value, tuple):
            return self._separator().join(value)
        return str(value)

    def _separator(self) -> str:
        return "、" if self._desk.language == "zh" else ", "
