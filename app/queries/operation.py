"""One operation of the change record: every field it changed, with names for the rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Alteration, Operation
from app.models.base import batches
from app.store.journal import INSERT
from app.store.workbook import Workbook

# Table and row id.
Row: TypeAlias = tuple[str, str]

# The fields by which people know a row; ids of evidence and indicators are shown as numbers.
_NAMING = {
    "response": ("requirement_id",),
    "evidence": ("number",),
    "attachment": ("name",),
    "evidence_link": ("evidence_id", "requirement_id"),
    "evidence_reading": ("evidence_id",),
    "evidence_task": ("evidence_id", "task_id"),
    "indicator": ("code",),
    "indicator_link": ("indicator_id", "requirement_id"),
    "target": ("indicator_id", "year"),
    "reading": ("indicator_id", "on"),
    "plan_task": ("code",),
    "plan_link": ("task_id", "requirement_id"),
    "practice": ("code",),
    "practice_link": ("practice_id", "requirement_id"),
    "practice_evidence": ("practice_id", "evidence_id"),
    "report_text": ("section", "language"),
    "report_template": ("name",),
    "snapshot": ("code",),
}
# Rows that others are named after, with the field that holds their id.
_OWNERS = {
    "evidence_id": "evidence",
    "indicator_id": "indicator",
    "task_id": "plan_task",
    "practice_id": "practice",
}
# Rows whose id is what people call them.
_SELF_NAMED = ("document", "article", "requirement")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one operation; `subject` names the row (a number, a requirement, a file name).

    `action` is insert, update or delete; values are in JSON form.
    """

    position: int
    action: str
    table: str
    subject: str
    field: str
    before: Any
    after: Any


def operation_number(workbook: Workbook, operation_id: str) -> int | None:
    """The sequence number of an operation; None where there is none with this id."""
    with workbook.read() as session:
        return session.scalar(select(Operation.seq).where(Operation.id == operation_id))


def operation_fields(workbook: Workbook, seq: int, limit: int) -> list[FieldChange]:
    """The fields that one operation changed, in the recorded order, the first `limit` of them."""
    columns = (
        Alteration.position,
        Alteration.action,
        Alteration.table_name,
        Alteration.row_id,
        Alteration.field,
        Alteration.before,
        Alteration.after,
    )
    with workbook.read() as session:
        rows = session.execute(
            select(*columns)
            .where(Alteration.operation_seq == seq)
            .order_by(Alteration.position)
            .limit(limit)
        ).all()
        names = _names(session, {(row.table_name, row.row_id) for row in rows})
    return [
        FieldChange(position, action, table, names.get((table, row_id), ""), *values)
        for position, action, table, row_id, *values in rows
    ]


def _names(session: Session, rows: set[Row]) -> dict[Row, str]:
    """What to call rows, gone ones too: the record of their making says it."""
    recorded = _recorded(session, {row for row in rows if row[0] in _NAMING})
    owners = {
        (table, str(fields[name]))
        for fields in recorded.values()
        for name, table in _OWNERS.items()
        if name in fields
    }
    numbers = {
        row_id: str(fields[_NAMING[table][0]])
        for (table, row_id), fields in _recorded(session, owners).items()
    }
    names = {(table, row_id): row_id for table, row_id in rows if table in _SELF_NAMED}
    for (table, row_id), fields in recorded.items():
        values = [str(fields[name]) for name in _NAMING[table] if fields[name] is not None]
        names[table, row_id] = " → ".join(numbers.get(value, value) for value in values)
    return names


def _recorded(session: Session, rows: set[Row]) -> dict[Row, dict[str, Any]]:
    """The naming fields of rows as they were when they were made, or made again by undo."""
    found: defaultdict[Row, dict[str, Any]] = defaultdict(dict)
    for table in {table for table, _ in rows}:
        ids = [row_id for name, row_id in rows if name == table]
        for some in batches(ids):
            lines = session.execute(
                select(Alteration.row_id, Alteration.field, Alteration.after).where(
                    Alteration.table_name == table,
                    Alteration.row_id.in_(some),
                    Alteration.field.in_(_NAMING[table]),
                    Alteration.action == INSERT,
                )
            )
            for row_id, name, value in lines:
                found[table, row_id][name] = value
    return found
