"""The table of what a verification found."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app.domain.numbers import format_size
from app.views import theme
from app.views.verification.rows import Fault, FaultKind
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable


class FaultsTable(RowsTable[Fault]):
    def __init__(self) -> None:
        icons = _icons()
        names: dict[FaultKind, str] = {
            "missing": self.tr("Missing"),
            "altered": self.tr("Altered"),
            "unreadable": self.tr("Unreadable"),
            "surplus": self.tr("Surplus"),
            "operation": self.tr("History broken"),
            "row": self.tr("Not in the history"),
            "snapshot": self.tr("Snapshot damaged"),
        }
        super().__init__(
            [
                Column(
                    self.tr("Finding"),
                    lambda row: names[row.kind],
                    lambda row: list(names).index(row.kind),
                    width=18,
                    icon=lambda row: icons[row.kind],
                ),
                Column(self.tr("Evidence"), lambda row: row.what, width=12),
                Column(self.tr("File"), lambda row: row.name, width=30),
                Column(
                    self.tr("Size"),
                    lambda row: "" if row.size is None else format_size(row.size),
                    lambda row: row.size or 0,
                    RIGHT,
                    width=10,
                ),
                Column(self.tr("SHA-256"), lambda row: row.sha256[:16], width=20),
            ],
            lambda row: row.key,
            stretch=2,
            several=True,
        )
        self.setAccessibleName(self.tr("Findings of the verification"))


def _icons() -> dict[FaultKind, QIcon]:
    # Icon fonts take a while to load: not before the page is wanted.
    import qtawesome

    look = theme.colours()
    bad, hint = ("mdi6.alert-octagon", look.bad), ("mdi6.information-outline", look.muted)
    kinds: dict[FaultKind, tuple[str, str]] = {
        "missing": bad,
        "altered": bad,
        "surplus": hint,
        "operation": bad,
        "row": bad,
        "unreadable": bad,
        "snapshot": bad,
    }
    return {kind: qtawesome.icon(name, color=colour) for kind, (name, colour) in kinds.items()}
