"""A page with a list of things, and the details of the one that is selected."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from app.views.page import Page
from app.views.widgets.keys import DELETE, on_key
from app.views.widgets.rows_table import ColumnsTable
from app.views.widgets.side_by_side import SideBySide

if TYPE_CHECKING:  # as app.views.page has it
    from app.domain.checks import Place


class DetailsOfOne(Protocol):
    """What is known of one thing; each field saves itself."""

    def flush(self) -> None: ...
    def unsaved(self) -> bool: ...
    def focus_field(self, name: str) -> None:
        """Put the cursor into a field, or into a part; "" leaves it where it is."""


T = TypeVar("T", bound=ColumnsTable[Any])
D = TypeVar("D", bound=DetailsOfOne)


class ListPage(Page, Generic[T, D]):
    """What derives from it makes `table` and `details`, calls `connect_list` once, and
    `show_wanted` whenever things have been read.
    """

    table: T
    details: D
    _wanted: Place | None = None

    @property
    @abstractmethod
    def busy(self) -> bool:
        """Whether things are being read."""

    @abstractmethod
    def clear_filter(self) -> None:
        """Let all things be shown."""

    @abstractmethod
    def remove_selected(self) -> None:
        """Remove what is selected, after asking."""

    def connect_list(self, first_field: str) -> None:
        """Enter goes from the list into a field of the details, Del removes."""
        self.table.opened.connect(lambda _: self.details.focus_field(first_field))
        on_key(self.table, DELETE, self.remove_selected)

    @staticmethod
    def beside(list_: QWidget, details: QWidget, sizes: tuple[int, int]) -> SideBySide:
        """List and details side by side; the list grows more with the page."""
        details.setMinimumSize(280, 120)
        both = SideBySide(list_, details, sizes)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        return both

    def go_to(self, place: Place) -> None:
        """Select a thing; once it has been read, where that is still under way."""
        self._wanted = place
        self.clear_filter()
        if not self.busy:
            self.show_wanted()

    def show_wanted(self) -> None:
        """Select what `go_to` was asked for."""
        place, self._wanted = self._wanted, None
        if place is not None and place.id and self.table.select(place.id):
            self.details.focus_field(place.field)

    def flush(self) -> None:
        self.details.flush()

    def unsaved(self) -> bool:
        return self.details.unsaved()
