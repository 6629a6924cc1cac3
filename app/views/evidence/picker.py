"""Choosing a requirement from a list that filters as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.domain.own import article_mark
from app.domain.vocabulary import Language
from app.views.widgets.basic import GAP, WIDE
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable


class RequirementPicker(QDialog):
    """`choose` gives the id of the chosen requirement, or "" where none was chosen."""

    def __init__(
        self, language: Language, requirements: Sequence[Requirement], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link a requirement"))
        self.filter = FilterLine(self.tr("Filter by number or words"))
        self.table: RowsTable[Requirement] = RowsTable(
            (
                Column(self.tr("Requirement"), lambda row: row.id, width=11),
                Column(
                    self.tr("Article"), lambda row: article_mark(row.article), width=6, align=RIGHT
                ),
                Column(
                    self.tr("Title (paraphrased from the Notice)"),
                    lambda row: row.title.in_(language),
                    tip=lambda row: row.statement.in_(language),
                    width=40,
                ),
            ),
            lambda row: row.id,
            search=lambda row: f"{row.id} {row.title.in_(language)} {row.statement.in_(language)}",
            stretch=2,
        )
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build()
        self._connect()
        self.table.set_rows(requirements)
        self.table.select_first()
        self._show_state()

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("Requirements"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Link"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self.resize(640, 480)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self.table.setFocus)
        self.filter.returnPressed.connect(self.accept)
        self.table.current_changed.connect(lambda _: self._show_state())
        self.table.opened.connect(lambda _: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def choose(self) -> str:
        """Ask; the id of the requirement, or ""."""
        self.filter.setFocus()
        row = self.table.current_row() if self.exec() else None
        return row.id if row else ""

    def accept(self) -> None:
        if self.table.current_row() is not None:
            super().accept()

    def _on_filter(self, text: str) -> None:
        self.table.filter.set_text(text)
        if self.table.current_row() is None:
            self.table.select_first()
        self._show_state()

    def _show_state(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.table.current_row() is not None)
