"""The list of dossiers, or why there is none to show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.queries.evidence_order import Listed
from app.views.desk import Desk
from app.views.evidence.columns import DossierColumns
from app.views.evidence.dossier_table import DossierTable
from app.views.widgets.list_or_hint import ListOrHint


class ListPane(ListOrHint):
    def __init__(self, desk: Desk, columns: DossierColumns, parent: QWidget | None = None) -> None:
        self.table = DossierTable(desk, columns.columns())
        show_all = QCoreApplication.translate("ListPane", "Show all evidence")
        super().__init__(self.table, show_all, parent)

    def show_state(self, listed: Listed | None) -> None:
        """Show the table or say why it is empty; None where that is not known yet."""
        if listed is None or listed.ids:
            self.show_list()
        elif listed.total:
            self.show_hint(
                self.tr(
                    "No evidence matches the filter. The search (Ctrl+Shift+F) also looks into the "
                    "text of the files, and takes the initials of pinyin."
                ),
                filtered=True,
            )
        else:
            self.show_hint(
                self.tr(
                    "There is no evidence yet. Drop files or folders here, paste a picture, or add "
                    "them with the buttons at the top right. To attach a file to a requirement at "
                    "once, drop it on that requirement."
                ),
                filtered=False,
            )
