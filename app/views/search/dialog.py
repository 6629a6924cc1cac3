"""The search over the evidence in a window of its own (Ctrl+Shift+F), beside any page."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.checks import Place
from app.views.desk import Desk
from app.views.search.panel import SearchPanel
from app.views.widgets.basic import WIDE


class SearchDialog(QDialog):
    """Stays open while one looks at what was found."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = SearchPanel(desk)
        self.setWindowTitle(self.tr("Search the evidence"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.addWidget(self.panel)
        self.panel.opened.connect(lambda id_: desk.show_place(Place("evidence", id_)))
        self.resize(720, 560)
        self.panel.line.setFocus()
