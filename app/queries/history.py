"""The history: who did what and when, and the values of one requirement's answer over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.models import Alteration, Operation, Response
from app.models.base import columns
from app.store.engine import json_text
from app.store.journal import DELETE, INSERT
from app.store.workbook import Workbook

_RESPONSE = columns(Response)
# What a field that nobody filled in holds.
_EMPTY = ("", None)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One operation; `at` is local time, `fields` is how many fields it changed."""

    seq: int
    at: datetime
    actor: str
    kind: str
    params: dict[str, Any]
    fields: int
    hash: str


@dataclass(frozen=True, slots=True)
class FieldHistory:
    """One change of one field; values are in JSON form."""

    at: datetime
    actor: str
    kind: str
    field: str
    before: Any
    after: Any


def history(workbook: Workbook, limit: int = 1000) -> list[HistoryRow]:
    """The latest operations, newest first."""
    counts = (
        select(Alteration.operation_seq, func.count().label("fields"))
        .group_by(Alteration.operation_seq)
        .subquery()
    )
    with workbook.read() as session:
        rows = session.execute(
            select(
                Operation.seq,
                Operation.at,
                Operation.actor,
                Operation.kind,
                Operation.params,
                counts.c.fields,
                Operation.hash,
            )
            .join(counts, counts.c.operation_seq == Operation.seq)
            .order_by(Operation.seq.desc())
            .limit(limit)
        )
        return [
            HistoryRow(
                row.seq, _local(row.at), row.actor, row.kind, row.params, row.fields, row.hash
            )
            for row in rows
        ]


def state_known(workbook: Workbook, mark: str) -> bool:
    """Whether the workbook has been in the state that a data mark names."""
    with workbook.read() as session:
        return session.scalar(select(Operation.seq).where(Operation.hash == mark)) is not None


def answer_history(workbook: Workbook, requirement_id: str) -> list[FieldHistory]:
    """Every change of a requirement's answer, newest first; of one that was removed too."""
    with workbook.read() as session:
        rows = session.execute(
            select(
                Operation.at,
                Operation.actor,
                Operation.kind,
                Alteration.field,
                Alteration.before,
                Alteration.after,
            )
            .join(Alteration, Alteration.operation_seq == Operation.seq)
            .where(
                Alteration.table_name == Response.__tablename__,
                Alteration.row_id.in_(_answer_rows(session, requirement_id)),
                Alteration.action != INSERT,
                Alteration.field != "id",
            )
            .order_by(Operation.seq.desc(), Alteration.position)
        )
        return [
            FieldHistory(_local(row.at), *row[1:])
            for row in rows
            if row.before not in _EMPTY or row.after not in _EMPTY
        ]


def _answer_rows(session: Session, requirement_id: str) -> Sequence[str]:
    """The id of the answer; where there is none any more, those of answers that were removed."""
    present = session.scalars(
        select(_RESPONSE.id).where(_RESPONSE.requirement_id == requirement_id)
    ).all()
    return (
        present
        or session.scalars(
            select(Alteration.row_id).where(
                Alteration.table_name == Response.__tablename__,
                Alteration.field == "requirement_id",
                Alteration.action == DELETE,
                # As it is stored, in JSON.
                type_coerce(Alteration.before, String) == json_text(requirement_id),
            )
        ).all()
    )


def last_saved(workbook: Workbook) -> datetime | None:
    """When the last operation was written, in local time."""
    with workbook.read() as session:
        at = session.scalar(select(Operation.at).order_by(Operation.seq.desc()).limit(1))
    return _local(at) if at else None


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()
