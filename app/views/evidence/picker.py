"""Choosing one thing from a list that filters as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.domain.own import article_mark
from app.domain.vocabulary import Language
from app.views.widgets.basic import GAP, WIDE
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.rows_model import RIGHT, Column
from app.views.widgets.rows_table import RowsTable

R = TypeVar("R")


class ListDialog(QDialog, Generic[R]):
    """A list of which one row is chosen: by Enter, a double click or the button."""

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        search: Callable[[R], str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.filter = FilterLine(QCoreApplication.translate("picker", "Filter by number or words"))
        self.table: RowsTable[R] = RowsTable(columns, key, search, stretch=len(columns) - 1)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._build()
        self._connect()

    def _build(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(QCoreApplication.translate("picker", "Link"))
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

    def offer(self, rows: Sequence[R], name: str) -> None:
        """What can be chosen, and what a screen reader calls it."""
        self.table.setAccessibleName(name)
        self.table.set_rows(rows)
        self.table.select_first()
        self._show_state()

    def chosen(self) -> R | None:
        """Ask; the row that was chosen, or None."""
        self.filter.setFocus()
        return self.table.current_row() if self.exec() else None

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


class RequirementPicker(ListDialog[Requirement]):
    """`choose` gives the id of the chosen requirement, or "" where none was chosen."""

    def __init__(
        self, language: Language, requirements: Sequence[Requirement], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("picker", "Link a requirement"),
            (
                Column(translate("picker", "Requirement"), lambda row: row.id, width=11),
                Column(
                    translate("picker", "Article"),
                    lambda row: article_mark(row.article),
                    width=6,
                    align=RIGHT,
                ),
                Column(
                    translate("picker", "Title (paraphrased from the Notice)"),
                    lambda row: row.title.in_(language),
                    tip=lambda row: row.statement.in_(language),
                    width=40,
                ),
            ),
            lambda row: row.id,
            lambda row: f"{row.id} {row.title.in_(language)} {row.statement.in_(language)}",
            parent,
        )
        self.offer(requirements, translate("picker", "Requirements"))

    def choose(self) -> str:
        """Ask; the id of the requirement, or ""."""
        row = self.chosen()
        return row.id if row else ""


@dataclass(frozen=True, slots=True)
class Pick:
    """`mark` is the number by which people know it."""

    id: str
    mark: str
    title: str


class Picker(ListDialog[Pick]):
    """Choosing among things that have a number and a title."""

    def __init__(self, title: str, picks: Sequence[Pick], parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            title,
            (
                Column(translate("picker", "No."), lambda row: row.mark, width=14),
                Column(translate("picker", "Title"), lambda row: row.title, width=40),
            ),
            lambda row: row.id,
            lambda row: f"{row.mark} {row.title}",
            parent,
        )
        self.offer(picks, title)

    def choose(self) -> Pick | None:
        """Ask; what was chosen, or None."""
        return self.chosen()
