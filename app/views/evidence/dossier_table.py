"""The table of dossiers: any number of them, filtered and ordered beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import EvidenceKind
from app.queries.evidence import EvidenceRow, evidence_rows
from app.queries.evidence_order import (
    EvidenceOrder,
    Listed,
    Listing,
    Narrowing,
    OrderBy,
    next_of,
)
from app.views.desk import Desk
from app.views.widgets.latest import Latest
from app.views.widgets.paged_table import PagedTable
from app.views.widgets.rows_model import Column


class DossierTable(PagedTable[EvidenceRow]):
    """Shows nothing before `read_anew`. `arrived` carries what has been found (Listed) before it is
    shown, `shown` afterwards.
    """

    arrived = Signal(object)
    shown = Signal(object)

    def __init__(
        self,
        desk: Desk,
        columns: Mapping[OrderBy, Column[EvidenceRow]],
        *,
        stretch: int = 1,
        unlinked_with: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tuple(columns.values()),
            lambda row: row.id,
            partial(evidence_rows, desk.workbook),
            stretch=stretch,
            several=True,
            parent=parent,
        )
        self._desk = desk
        self._orders = tuple(columns)
        self._order = EvidenceOrder(
            desk.workbook, {kind: desk.text(f"kind.{kind}") for kind in EvidenceKind}
        )
        self._wanted = Listing(desk.today(), narrowing=Narrowing(unlinked_with=unlinked_with))
        self._shown: Listing | None = None
        self._reading: Latest[tuple[Listing, Listed]] = Latest(
            self, desk.runner, self._on_read, desk.problem.emit
        )
        self._finding: Latest[tuple[str, int]] = Latest(
            self, desk.runner, self._on_found, desk.problem.emit
        )
        self._preparing: Latest[None] = Latest(self, desk.runner, lambda _: None, desk.problem.emit)
        self.setAccessibleName(desk.text("field.evidence"))
        model = self.paged_model
        model.order_wanted.connect(self._on_order)
        model.letters.connect(self._on_letters)
        # Not at once: it is told while the table is being painted.
        model.failed.connect(desk.problem, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether other rows are on their way."""
        return self._reading.busy

    def narrow(
        self, text: str, narrowing: Narrowing, missing: frozenset[str] = frozenset()
    ) -> None:
        """Show the dossiers that hold all words of a text, and that a choice lets through.

        `missing` are the hashes of files that are not on disk.
        """
        wanted = replace(self._wanted, text=text, narrowing=narrowing, missing=missing)
        if wanted != self._wanted:
            self._wanted = wanted
            self.read_anew()

    def prepare(self) -> None:
        """Get ready for words, as one is about to type them."""
        self._preparing.request(self._order.prepare)

    def read_anew(self) -> None:
        """Ask which dossiers are to be shown; the answer comes a moment later."""
        wanted = replace(self._wanted, today=self._desk.today(), watched=self._current_key)
        order = self._order
        self._reading.request(lambda: (wanted, order.find(wanted)))

    def _on_read(self, answer: tuple[Listing, Listed]) -> None:
        wanted, listed = answer
        self.arrived.emit(listed)
        self.set_keys(listed.ids, keep_place=_same_view(wanted, self._shown))
        self._shown = wanted
        self.shown.emit(listed)

    def _on_order(self) -> None:
        column, order = self.paged_model.order
        self._wanted = replace(
            self._wanted,
            by=self._orders[column] if column >= 0 else "number",
            descending=column >= 0 and order == Qt.SortOrder.DescendingOrder,
        )
        if self._shown is not None:
            self.read_anew()

    def _on_letters(self, number: int, column: int, text: str) -> None:
        keys, by, order = self.paged_model.keys, self._orders[column], self._order
        self._finding.request(lambda: (next_of(keys, order.starting(by, text), number), column))

    def _on_found(self, found: tuple[str, int]) -> None:
        key, column = found
        keys = self.shown_keys()
        if key in keys:
            self.setCurrentIndex(self.paged_model.index(keys.index(key), column))


def _same_view(one: Listing, other: Listing | None) -> bool:
    """Whether two lists differ at most by what was written in between."""
    return other is not None and (one.text, one.narrowing, one.by, one.descending) == (
        other.text,
        other.narrowing,
        other.by,
        other.descending,
    )
