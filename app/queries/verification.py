"""Full verification: every evidence file re-hashed, the change record's chain recomputed.

And the record replayed: what it says and what the tables hold must be the same. So neither a value
changed behind its back nor a record cut off at its end goes unseen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.steps import Step, Steps
from app.errors import EnvironmentProblem
from app.models import Alteration, Attachment, Evidence, Operation, tracked_classes
from app.store.journal import DELETE
from app.store.recorder import FIRST_HASH, operation_hash, to_json
from app.store.workbook import Workbook

_Line: TypeAlias = dict[str, Any]
_Tables: TypeAlias = dict[tuple[str, str], dict[str, Any]]
_State = Literal["intact", "missing", "altered", "unreadable"]


@dataclass(frozen=True, slots=True)
class BadFile:
    number: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found.

    `unreadable` are files that are there and that disk or rights don't let us read.
    `broken_operations` are sequence numbers whose hash does not fit; `unrecorded` are rows (table,
    id) that are not as the record says; `surplus` are hashes of files that no evidence refers to
    (kept for undo), which is no fault.
    """

    checked: int
    missing: tuple[BadFile, ...]
    altered: tuple[BadFile, ...]
    surplus: tuple[str, ...]
    operations: int
    broken_operations: tuple[int, ...]
    unrecorded: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[BadFile, ...] = ()

    @property
    def ok(self) -> bool:
        bad_files = self.missing or self.altered or self.unreadable
        return not (bad_files or self.broken_operations or self.unrecorded)


def verify(workbook: Workbook) -> Steps[Verification]:
    """Read everything again; steps count files. Closing the generator stops it."""
    with workbook.read() as session:
        rows = session.execute(
            select(Evidence.number, Attachment.name, Attachment.sha256)
            .join(Evidence, Evidence.id == Attachment.evidence_id)
            .order_by(Evidence.number, Attachment.position)
        ).all()
    found: dict[_State, list[BadFile]] = defaultdict(list)
    states: dict[str, _State] = {}
    for done, (number, name, sha256) in enumerate(rows):
        yield Step(done, len(rows) + 1, name)
        if sha256 not in states:
            states[sha256] = _state(workbook, sha256)
        found[states[sha256]].append(BadFile(number, name, sha256))
    with workbook.read() as session:
        operations = [
            dict(row._mapping)
            for row in session.execute(select(*Operation.__table__.columns).order_by(Operation.seq))
        ]
        lines = _lines(session)
        present = _tables(session)
    yield Step(len(rows) + 1, len(rows) + 1)
    return Verification(
        checked=len(rows),
        missing=tuple(found["missing"]),
        altered=tuple(found["altered"]),
        surplus=_surplus(workbook, {row.sha256 for row in rows}),
        operations=len(operations),
        broken_operations=_broken(operations, lines),
        unrecorded=_unrecorded(present, _replayed(lines)),
        unreadable=tuple(found["unreadable"]),
    )


def _state(workbook: Workbook, sha256: str) -> _State:
    try:
        if not workbook.vault.path(sha256).is_file():
            return "missing"
        return "intact" if workbook.vault.is_intact(sha256) else "altered"
    except (OSError, EnvironmentProblem):
        return "unreadable"


def _surplus(workbook: Workbook, named: set[str]) -> tuple[str, ...]:
    """Nothing where a folder of the evidence can't be read: that is reported file by file."""
    try:
        return tuple(sha256 for sha256 in workbook.vault.hashes() if sha256 not in named)
    except OSError:
        return ()


def _lines(session: Session) -> Mapping[int, list[_Line]]:
    """The alterations of each operation, in order."""
    lines: defaultdict[int, list[_Line]] = defaultdict(list)
    for row in session.execute(
        select(*Alteration.__table__.columns).order_by(
            Alteration.operation_seq, Alteration.position
        )
    ):
        lines[row.operation_seq].append(dict(row._mapping))
    return lines


def _broken(operations: Iterable[_Line], lines: Mapping[int, list[_Line]]) -> tuple[int, ...]:
    """The numbers of the operations whose hash, number or predecessor does not fit.

    Among them those of which only alterations are left.
    """
    broken: list[int] = []
    orphaned = set(lines)
    previous = FIRST_HASH
    expected = 1
    for operation in operations:
        seq = operation["seq"]
        fits = (
            seq == expected
            and operation["previous_hash"] == previous
            and operation["hash"] == operation_hash(operation, lines.get(seq, []))
        )
        if not fits:
            broken.append(seq)
        previous, expected = operation["hash"], seq + 1
        orphaned.discard(seq)
    return (*broken, *sorted(orphaned))


def _replayed(lines: Mapping[int, list[_Line]]) -> _Tables:
    """The tables as the record says they are."""
    tables: _Tables = {}
    for seq in sorted(lines):
        for line in lines[seq]:
            key = (line["table_name"], line["row_id"])
            if line["action"] == DELETE:
                tables.pop(key, None)
            else:
                tables.setdefault(key, {})[line["field"]] = line["after"]
    return tables


def _tables(session: Session) -> _Tables:
    """The tables as they are."""
    return {
        (name, row["id"]): {field: to_json(value) for field, value in row.items()}
        for name, cls in tracked_classes().items()
        for row in session.execute(select(*cls.__table__.columns)).mappings()
    }


def _unrecorded(present: _Tables, recorded: _Tables) -> tuple[tuple[str, str], ...]:
    """Rows that differ; a field that the record does not know came with a newer schema."""
    differing = {
        key
        for key in present.keys() & recorded.keys()
        if any(present[key].get(name) != value for name, value in recorded[key].items())
    }
    return tuple(sorted(differing | (present.keys() ^ recorded.keys())))
