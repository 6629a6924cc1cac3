"""The table of findings."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QResizeEvent

from app.domain.vocabulary import Severity
from app.views import theme
from app.views.checks.rows import FindingRow
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import RowsTable

_PLACE = 1


class FindingsTable(RowsTable[FindingRow]):
    """In the order of the check, gravest first, until it is sorted by a column."""

    def __init__(self) -> None:
        icons = _icons()
        severities = list(Severity)
        super().__init__(
            [
                Column(
                    self.tr("Severity"),
                    lambda row: row.severity,
                    lambda row: severities.index(row.finding.severity),
                    width=22,
                    icon=lambda row: icons[row.finding.severity],
                ),
                Column(self.tr("Place"), lambda row: row.place, width=16),
                Column(self.tr("Finding"), lambda row: row.sentence, width=16),
            ],
            lambda row: row.key,
            stretch=2,
        )
        self.setAccessibleName(self.tr("Findings of the check"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place and finding share the width."""
        room = self.viewport().width() - self.columnWidth(0)
        self.setColumnWidth(_PLACE, room // 2)
        super().resizeEvent(event)


def _icons() -> dict[Severity, QIcon]:
    # Icon fonts take a while to load: not before the page is wanted.
    import qtawesome

    look = theme.colours()
    return {
        Severity.ERROR: qtawesome.icon("mdi6.alert-octagon", color=look.bad),
        Severity.WARNING: qtawesome.icon("mdi6.alert-outline", color=look.warning),
        Severity.HINT: qtawesome.icon("mdi6.information-outline", color=look.muted),
    }
