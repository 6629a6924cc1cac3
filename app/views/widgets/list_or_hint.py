"""A list, or in its place why it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.views.widgets.basic import GAP, WIDE, button, label


class ListOrHint(QStackedWidget):
    """`hint` says why it is empty; `show_all` is offered where a filter hides everything."""

    def __init__(self, list_: QWidget, show_all: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_all = button(show_all)
        self.hint = label("", wrap=True)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self.hint)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.addWidget(list_)
        self.addWidget(nothing)
        self.setMinimumSize(240, 120)

    def show_list(self) -> None:
        self.setCurrentIndex(0)

    def show_hint(self, hint: str, *, filtered: bool) -> None:
        """Say why there is nothing; `filtered` where a filter hides what there is."""
        self.hint.setText(hint)
        self.show_all.setVisible(filtered)
        self.setCurrentIndex(1)
