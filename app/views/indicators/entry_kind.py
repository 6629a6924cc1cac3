"""What tells one table in which people type from another."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from app.domain.changes import Changes
from app.queries.indicators import IndicatorRow
from app.views.indicators.entry_model import EntryColumn

R = TypeVar("R")


class EntryKind(Generic[R]):
    """The columns of a table, its words, and the writes that its cells come to."""

    # Columns that the empty row needs.
    needed: tuple[str, ...] = ()

    @abstractmethod
    def columns(self) -> Sequence[EntryColumn[R]]:
        """The columns, in order."""

    @abstractmethod
    def key_of(self, entry: R) -> str:
        """What a row is known by."""

    @abstractmethod
    def entries(self, row: IndicatorRow) -> Sequence[R]:
        """The rows of an indicator."""

    @abstractmethod
    def edit(self, row: IndicatorRow, key: str, name: str, text: str) -> Callable[[], Changes]:
        """The write of a cell; UserError where the text can't be taken."""

    @abstractmethod
    def add(self, row: IndicatorRow, texts: dict[str, str]) -> tuple[str, Callable[[], Changes]]:
        """The key and the write of a new row; UserError where it can't be taken."""

    @abstractmethod
    def check(self, row: IndicatorRow, name: str, text: str) -> None:
        """UserError where a text can't be in a cell of a new row."""

    @abstractmethod
    def removal(self, row: IndicatorRow, entry: R) -> tuple[str, Callable[[], Changes]]:
        """What to say of a removal, and its write."""

    @abstractmethod
    def name(self) -> str:
        """What the table is called, for screen readers too."""

    @abstractmethod
    def hint(self) -> str:
        """What stands below the table."""

    @abstractmethod
    def invitation(self) -> str:
        """What stands in the empty row."""

    @abstractmethod
    def remove_text(self) -> str:
        """The text of the button that removes a row."""

    @abstractmethod
    def stretch(self) -> int:
        """The number of the column that takes the room that is left."""
