"""The list of dossiers, or why there is none to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.queries.evidence_order import Listed
from app.views.desk import Desk
from app.views.evidence.columns import DossierColumns
from app.views.evidence.dossier_table import DossierTable
from app.views.widgets.basic import GAP, WIDE, button, label


class ListPane(QStackedWidget):
    """`show_all` is offered where the filter hides everything."""

    def __init__(self, desk: Desk, columns: DossierColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = DossierTable(desk, columns.columns())
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

    def show_state(self, listed: Listed | None) -> None:
        """Show the table or say why it is empty; None where that is not known yet."""
        if listed is None or listed.ids:
            self.setCurrentIndex(0)
            return
        self._empty.setText(
            self.tr("No evidence matches the filter.")
            if listed.total
            else self.tr(
                "There is no evidence yet. Drop files or folders here, paste a picture, or add "
                "them with the buttons at the top right. To attach a file to a requirement at "
                "once, drop it on that requirement."
            )
        )
        self.show_all.setVisible(bool(listed.total))
        self.setCurrentIndex(1)
