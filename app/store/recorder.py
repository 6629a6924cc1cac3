"""The one door for writes: a transaction that records every field it changes.

The recorder hangs on the session class. A flush opens the connection for writing, lists each
column's value before and after, and shuts it again; the unit's end writes the operation with its
hash. From this record come undo, history, audit trail and what the window refreshes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, event, insert, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from app.domain.changes import Changes
from app.models import Operation, SnapshotContent, Tracked
from app.store.engine import WRITES, json_text, open_door, shut_door
from app.store.journal import DELETE, INSERT, UPDATE, FieldChange, net_changes

FIRST_HASH = "0" * 64
_INSERT = (
    "INSERT INTO alteration"
    " (operation_seq, position, action, table_name, row_id, field, before, after)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_JOURNAL = "journal"
_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class RecordingSession(Session):
    """A session whose flushes are recorded; used by WriteUnit only."""


class WriteUnit:
    """One transaction of one person. `session` takes the changes; `changes` is there at the end."""

    def __init__(
        self, session: RecordingSession, kind: str, actor: str, params: dict[str, Any]
    ) -> None:
        self.session = session
        self.kind = kind
        self.actor = actor
        self.params = params
        self.reverts: str | None = None
        self.changes = Changes()
        self._journal: list[FieldChange] = []
        session.info[_JOURNAL] = self._journal
        # Takes the write lock now, so that what is read here is what is written over.
        session.connection(execution_options={WRITES: True})

    def insert_many(self, cls: type[Tracked], rows: Sequence[dict[str, Any]]) -> None:
        """Add thousands of rows, recorded like any others but without an object for each.

        Every row gives all columns of `cls`, the id too.
        """
        if not rows:
            return
        fields, table = _columns(cls), cls.__tablename__
        for row in rows:
            self._journal.extend(
                FieldChange(INSERT, table, row["id"], name, None, to_json(row[name]))
                for name in fields
            )
        connection = self.session.connection()
        open_door(connection)
        connection.execute(insert(cls), rows)
        shut_door(connection)

    def keep(self, sha256: str, data: bytes) -> None:
        """Keep the content of a snapshot under its hash, by which alone the record names it."""
        connection = self.session.connection()
        open_door(connection)
        connection.execute(insert(SnapshotContent), {"sha256": sha256, "data": data})
        shut_door(connection)

    def commit(self) -> None:
        """Write the operation and make all of it durable; nothing at all if nothing differs."""
        self.session.flush()
        changes = net_changes(self._journal)
        if not changes:
            self.session.rollback()
            return
        operation = self._write_operation(self.session.connection(), changes)
        self.session.commit()
        rows = frozenset((change.table, change.row_id) for change in changes)
        self.changes = Changes(operation["id"], self.kind, self.params, rows)

    def _write_operation(
        self, connection: Connection, changes: Sequence[FieldChange]
    ) -> dict[str, Any]:
        last = connection.execute(
            select(Operation.seq, Operation.hash).order_by(Operation.seq.desc()).limit(1)
        ).first()
        operation: dict[str, Any] = {
            "seq": last.seq + 1 if last else 1,
            "id": str(uuid4()),
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "actor": self.actor,
            "kind": self.kind,
            "params": self.params,
            "reverts": self.reverts,
            "previous_hash": last.hash if last else FIRST_HASH,
        }
        # By hand, and past SQLAlchemy: an import writes tens of thousands of alterations.
        seq = operation["seq"]
        rows = [(seq, n, *c[:4], json_text(c[4]), json_text(c[5])) for n, c in enumerate(changes)]
        lines = (_line(row, change) for row, change in zip(rows, changes, strict=True))
        operation["hash"] = _hash(operation, lines)
        open_door(connection)
        connection.execute(insert(Operation), operation)
        connection.exec_driver_sql(_INSERT, rows)
        shut_door(connection)
        return operation


def operation_hash(operation: dict[str, Any], alterations: Sequence[dict[str, Any]]) -> str:
    """SHA-256 over the operation without its hash, and its alterations, as canonical JSON."""
    return _hash(operation, map(_canonical, alterations))


def _hash(operation: dict[str, Any], lines: Iterable[str]) -> str:
    body = {key: value for key, value in operation.items() if key != "hash"}
    content = ",".join((_canonical(body), *lines))
    return hashlib.sha256(f"[{content}]".encode()).hexdigest()


def _line(row: tuple[Any, ...], change: FieldChange) -> str:
    """An alteration as canonical JSON, put together from what is stored of it."""
    seq, position, action, table, row_id, field, before, after = row
    if isinstance(change.before, dict | list):
        before = _canonical(change.before)
    if isinstance(change.after, dict | list):
        after = _canonical(change.after)
    return (
        f'{{"action":"{action}","after":{after},"before":{before},"field":"{field}",'
        f'"operation_seq":{seq},"position":{position},"row_id":{json_text(row_id)},'
        f'"table_name":"{table}"}}'
    )


def to_json(value: Any) -> Any:
    """A column's value as the record keeps it.

    Decimal numbers are kept as text: SQLite takes a JSON number for one of its own, and 50.0 would
    come back as 50, or with other last digits.
    """
    if isinstance(value, float):
        return repr(value)
    return value.isoformat() if isinstance(value, date) else value


@event.listens_for(RecordingSession, "before_flush")
def _open(session: Session, _: UOWTransaction, __: object) -> None:
    open_door(session.connection())


@event.listens_for(RecordingSession, "after_flush")
def _record(session: Session, _: UOWTransaction) -> None:
    shut_door(session.connection())
    journal: list[FieldChange] = session.info[_JOURNAL]
    for row in session.new:
        journal.extend(_whole_row(row, INSERT))
    for row in sorted(session.dirty, key=lambda row: (row.__tablename__, row.id)):
        journal.extend(_changed_fields(row))
    for row in session.deleted:
        journal.extend(_whole_row(row, DELETE))


def _columns(cls: type[Tracked]) -> list[str]:
    return [column.key for column in inspect(cls).column_attrs]


def _whole_row(row: Tracked, action: str) -> Iterator[FieldChange]:
    for field in _columns(type(row)):
        value = to_json(getattr(row, field))
        before, after = (None, value) if action == INSERT else (value, None)
        yield FieldChange(action, row.__tablename__, row.id, field, before, after)


def _changed_fields(row: Tracked) -> Iterator[FieldChange]:
    state = inspect(row)
    for field in _columns(type(row)):
        history = state.attrs[field].history
        if not history.has_changes():
            continue
        old: Sequence[Any] = history.deleted or ()
        if not old:
            raise RuntimeError(f"{row.__tablename__}.{field} was set without being read")
        before, after = to_json(old[0]), to_json(getattr(row, field))
        if before != after:
            yield FieldChange(UPDATE, row.__tablename__, row.id, field, before, after)
