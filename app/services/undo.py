"""Undo and redo out of the change record: the inverse is written as a new operation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final, Literal

from sqlalchemy import Date, Float, select
from sqlalchemy import inspect as mapping
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.errors import UserError
from app.models import Alteration, Evidence, Operation, Tracked, tracked_classes
from app.queries.references import EMPTYING, TAKING, purged_number, purged_rows
from app.services.moving import REQUIREMENT, aside
from app.store.journal import DELETE, INSERT, UPDATE
from app.store.recorder import to_json
from app.store.workbook import Workbook

_EVIDENCE = Evidence.__tablename__
UNDO: Final = "undo"
REDO: Final = "redo"
# What can't be taken back: the workbook itself, what is gone for good, and what is frozen.
_FINAL = ("workbook.create", EMPTYING, TAKING)


@dataclass(frozen=True, slots=True)
class Reversible:
    """The operation that undo or redo would take back; `kind` and `params` name it to people."""

    operation_id: str
    kind: str
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class UndoState:
    undo: Reversible | None
    redo: Reversible | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """`seq` and `id` are of the operation whose fields are put back, `original` names it."""

    seq: int
    id: str
    original: Reversible


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of one row that an operation touched."""

    cls: type[Tracked]
    id: str
    fields: dict[str, Alteration]

    def before(self) -> dict[str, Any]:
        return {name: _value(self.cls, name, row.before) for name, row in self.fields.items()}


def undo_state(workbook: Workbook) -> UndoState:
    """What undo and redo would take back now."""
    with workbook.read() as session:
        undoable, redoable = _stacks(session)
    return UndoState(
        undoable[-1].original if undoable else None, redoable[-1].original if redoable else None
    )


def undo(workbook: Workbook) -> Changes:
    """Take back the last operation. UserError `undo.nothing`, `undo.conflict`, `undo.purged`."""
    return _revert(workbook, UNDO)


def redo(workbook: Workbook) -> Changes:
    """Take back the last undo. UserError `redo.nothing`, `undo.conflict`, `undo.purged`."""
    return _revert(workbook, REDO)


def _revert(workbook: Workbook, kind: Literal["undo", "redo"]) -> Changes:
    with workbook.write(kind) as unit:
        undoable, redoable = _stacks(unit.session)
        stack = undoable if kind == UNDO else redoable
        if not stack:
            raise UserError(f"{kind}.nothing")
        entry = stack[-1]
        unit.reverts = entry.id
        unit.params.update({"kind": entry.original.kind, "params": entry.original.params})
        _apply_inverse(unit.session, entry.seq)
    return unit.changes


def _stacks(session: Session) -> tuple[list[_Entry], list[_Entry]]:
    """What can be undone and what can be redone, the next one last."""
    rows = session.execute(
        select(Operation.seq, Operation.id, Operation.kind, Operation.params).order_by(
            Operation.seq
        )
    )
    undoable: list[_Entry] = []
    redoable: list[_Entry] = []
    for seq, id_, kind, params in rows:
        if kind == UNDO:
            redoable.append(_Entry(seq, id_, undoable.pop().original))
        elif kind == REDO:
            undoable.append(_Entry(seq, id_, redoable.pop().original))
        elif kind not in _FINAL:
            undoable.append(_Entry(seq, id_, Reversible(id_, kind, params)))
            redoable.clear()
    return undoable, redoable


def _apply_inverse(session: Session, seq: int) -> None:
    """Put every field of an operation back, last change first.

    UserError `undo.conflict` if one moved on, `undo.purged` if its evidence is gone for good.

    Rows that came with it go first and rows that went with it come last, so that what may be
    there only once is never there twice.
    """
    alterations = session.scalars(
        select(Alteration)
        .where(Alteration.operation_seq == seq)
        .order_by(Alteration.position.desc())
    ).all()
    _check_not_purged(session, alterations)
    classes = tracked_classes()
    rows: dict[str, list[_Row]] = {INSERT: [], UPDATE: [], DELETE: []}
    for (action, table, row_id), group in groupby(
        alterations, key=lambda row: (row.action, row.table_name, row.row_id)
    ):
        fields = {row.field: row for row in group}
        rows[action].append(_Row(classes[table], row_id, fields))
    for row in rows[UPDATE]:
        _check_unmoved(session, row)
    _set_aside(session, rows[UPDATE])
    # One row at a time, so that rows go and come in the recorded order.
    for row in rows[INSERT]:
        session.delete(_present(session, row.cls, row.id))
        session.flush()
    for row in rows[UPDATE]:
        present = _present(session, row.cls, row.id)
        for name, value in row.before().items():
            setattr(present, name, value)
        session.flush()
    for row in rows[DELETE]:
        session.add(row.cls(**row.before()))
        session.flush()


def _check_not_purged(session: Session, alterations: Iterable[Alteration]) -> None:
    """Nothing can come back to a dossier that went when the bin was emptied."""
    purged = purged_rows(session)
    if not purged:
        return
    for row in alterations:
        if (row.table_name, row.row_id) in purged:
            evidence_id = row.row_id if row.table_name == _EVIDENCE else _dossier_of(session, row)
        elif row.field == "evidence_id" and (_EVIDENCE, row.before) in purged:
            evidence_id = row.before
        else:
            continue
        raise UserError("undo.purged", number=purged_number(session, evidence_id))


def _dossier_of(session: Session, row: Alteration) -> str:
    """The dossier that a part of it belonged to when it was deleted."""
    return str(
        session.scalar(
            select(Alteration.before).where(
                Alteration.table_name == row.table_name,
                Alteration.row_id == row.row_id,
                Alteration.field == "evidence_id",
                Alteration.action == DELETE,
            )
        )
    )


def _check_unmoved(session: Session, row: _Row) -> None:
    present = _present(session, row.cls, row.id)
    for name, alteration in row.fields.items():
        if to_json(getattr(present, name)) != alteration.after:
            raise UserError("undo.conflict")


def _set_aside(session: Session, rows: list[_Row]) -> None:
    """Take rows off the requirements that they were moved to, as some may have changed places."""
    for row in rows:
        if REQUIREMENT in row.fields:
            setattr(_present(session, row.cls, row.id), REQUIREMENT, aside(row.id))
    session.flush()


def _present(session: Session, cls: type[Tracked], row_id: str) -> Tracked:
    row = session.get(cls, row_id)
    if row is None:
        raise UserError("undo.conflict")
    return row


def _value(cls: type[Tracked], name: str, recorded: Any) -> Any:
    """A recorded value as the column takes it."""
    kind = mapping(cls).columns[name].type
    if recorded is not None and isinstance(kind, Date):
        return date.fromisoformat(recorded)
    if recorded is not None and isinstance(kind, Float):
        return float(recorded)
    return recorded
