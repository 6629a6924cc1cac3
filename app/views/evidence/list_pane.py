"""The list of dossiers, or why there is none to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.queries.evidence import EvidenceRow
from app.views.evidence.columns import DossierColumns
from app.views.widgets.basic import GAP, WIDE, button, label
from app.views.widgets.rows_table import RowsTable


class ListPane(QStackedWidget):
    """`show_all` is offered where the filter hides everything."""

    def __init__(self, columns: DossierColumns, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: RowsTable[EvidenceRow] = RowsTable(
            columns.columns(),
            lambda row: row.id,
            columns.search,
            stretch=1,
            several=True,
        )
        self.table.setAccessibleName(name)
        self.show_all = button(self.tr("Show all evidence"))
        self._empty = label("", wrap=True)
        self._build()

    def _build(self) -> None:
        nothing = QWidget()
        hint = QVBoxLayout(nothing)
        hint.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        hint.setSpacing(GAP)
        hint.addWidget(self._empty)
        hint.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        hint.addStretch(1)
        self.addWidget(self.table)
        self.addWidget(nothing)
        self.setMinimumSize(240, 120)

    def show_state(self, total: int) -> int:
        """Show the table or say why it is empty; how many of `total` dossiers are shown."""
        shown = self.table.filter.rowCount()
        self._empty.setText(
            self.tr("No evidence matches the filter.")
            if total
            else self.tr(
                "There is no evidence yet. Drop files or folders here, paste a picture, or add "
                "them with the buttons at the top right. To attach a file to a requirement at "
                "once, drop it on that requirement."
            )
        )
        self.show_all.setVisible(bool(total))
        self.setCurrentIndex(0 if shown else 1)
        return shown
