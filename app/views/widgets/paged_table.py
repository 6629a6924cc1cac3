"""The view of a PagedModel: a table of any number of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.views.widgets.paged_model import PagedModel
from app.views.widgets.rows_model import Column
from app.views.widgets.rows_table import ColumnsTable

R = TypeVar("R")


class PagedTable(ColumnsTable[R]):
    """As a RowsTable, but its owner decides which rows it shows (`set_keys`)."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        read: Callable[[Sequence[str]], Sequence[R]],
        *,
        stretch: int = 0,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(columns, stretch, several, parent)
        self.paged_model = PagedModel(columns, key, read, self)
        self.show_model(self.paged_model)
        # The width that a double click between headers gives: by what is in view.
        self.horizontalHeader().setResizeContentsPrecision(0)

    def set_keys(self, keys: tuple[str, ...], *, keep_place: bool = True) -> None:
        """Show other rows; selection and, with `keep_place`, scroll position stay where they can.

        Without it the current row comes into view, or the first one.
        """
        if keys == self.paged_model.keys:
            self.paged_model.set_keys(keys)
            return
        self._replace(lambda: self.paged_model.set_keys(keys))
        if keep_place:
            return
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def row_at(self, number: int) -> R | None:
        return self.paged_model.row_at(number)

    def key_at(self, number: int) -> str:
        return self.paged_model.keys[number]

    def shown_keys(self) -> tuple[str, ...]:
        return self.paged_model.keys
