"""What a write changed: services return it, the window refreshes by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """`rows` are (table, row id) pairs. Empty when nothing was different: no operation was made."""

    operation_id: str = ""
    kind: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    rows: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether any row of one of these tables was changed."""
        return any(table in tables for table, _ in self.rows)
