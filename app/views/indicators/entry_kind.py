"""What tells one table in which people type from another."""

from __future__ import annotations

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

    def columns(self) -> Sequence[EntryColumn[R]]:
        raise NotImplementedError

    def key_of(self, entry: R) -> str:
        raise NotImplementedError

    def entries(self, row: IndicatorRow) -> Sequence[R]:
        raise NotImplementedError

    def edit(self, row: IndicatorRow, key: str, name: str, text: str) -> Callable[[], Changes]:
        """The write of a cell; UserError where the text can't be taken."""
        raise NotImplementedError

    def add(self, row: IndicatorRow, texts: dict[str, str]) -> tuple[str, Callable[[], Changes]]:
        """The key and the write of a new row; UserError where it can't be taken."""
        raise NotImplementedError

    def check(self, row: IndicatorRow, name: str, text: str) -> None:
        """UserError where a text can't be in a cell of a new row."""
        raise NotImplementedError

    def removal(self, row: IndicatorRow, entry: R) -> tuple[str, Callable[[], Changes]]:
        """What to say of a removal, and its write."""
        raise NotImplementedError

    def name(self) -> str:
        raise NotImplementedError

    def hint(self) -> str:
        raise NotImplementedError

    def invitation(self) -> str:
        raise NotImplementedError

    def remove_text(self) -> str:
        raise NotImplementedError

    def stretch(self) -> int:
        raise NotImplementedError
