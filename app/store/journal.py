"""The journal of one transaction: what each field was at its start and is at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

INSERT, UPDATE, DELETE = "insert", "update", "delete"


class FieldChange(NamedTuple):
    """Values are in JSON form: dates as ISO 8601 text."""

    action: str
    table: str
    row_id: str
    field: str
    before: Any
    after: Any


@dataclass(slots=True)
class _Row:
    """Whether the row was there before and is there after, with the fields it had and has."""

    was_there: bool
    is_there: bool = True
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


def net_changes(changes: Iterable[FieldChange]) -> list[FieldChange]:
    """The changes of several flushes as one step from first to last state, row by row.

    Without this a field that is set twice in a transaction could not be put back by its inverse,
    and one that is set and set back would count as changed.
    """
    listed = list(changes)
    if len({(change.table, change.row_id, change.field) for change in listed}) == len(listed):
        # No field twice, as after a single flush: it is one step already.
        return listed
    rows: dict[tuple[str, str], _Row] = {}
    for change in listed:
        row = rows.setdefault((change.table, change.row_id), _Row(change.action != INSERT))
        row.is_there = change.action != DELETE
        if change.action != INSERT:
            row.before.setdefault(change.field, change.before)
        row.after[change.field] = change.after
    return [
        change for (table, row_id), row in rows.items() for change in _net_row(table, row_id, row)
    ]


def _net_row(table: str, row_id: str, row: _Row) -> Iterator[FieldChange]:
    if row.was_there and row.is_there:
        for name, after in row.after.items():
            before = row.before[name]
            if before != after:
                yield FieldChange(UPDATE, table, row_id, name, before, after)
    elif row.is_there:
        for name, after in row.after.items():
            yield FieldChange(INSERT, table, row_id, name, None, after)
    elif row.was_there:
        for name, before in row.before.items():
            yield FieldChange(DELETE, table, row_id, name, before, None)
