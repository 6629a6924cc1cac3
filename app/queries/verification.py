"""Full verification: every evidence file re-hashed, the change record's chain recomputed.

And the record replayed: what it says and what the tables hold must be the same. So neither a value
changed behind its back nor a record cut off at its end goes unseen.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.steps import Step, Steps
from app.errors import EnvironmentProblem
from app.models import Alteration, Attachment, Evidence, Operation, tracked_classes
from app.queries.checkpoint import Checkpoint, State
from app.queries.references import needed_hashes
from app.queries.snapshots.reading import damaged_snapshots
from app.store.journal import DELETE
from app.store.problems import environment
from app.store.recorder import FIRST_HASH, operation_hash, to_json
from app.store.vault import CHUNK
from app.store.workbook import Workbook

_Line: TypeAlias = dict[str, Any]
_Tables: TypeAlias = dict[tuple[str, str], dict[str, Any]]
_FileState = Literal["intact", "missing", "altered", "unreadable"]


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file of a dossier that is not intact; `size` in bytes as it was taken in."""

    number: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Surplus:
    """Bytes in the vault that nothing refers to; `size` as they are."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found.

    `unreadable` are files that are there and that disk or rights don't let us read.
    `broken_operations` are sequence numbers whose hash does not fit; `unrecorded` are rows (table,
    id) that are not as the record says. `surplus` is no fault: nothing needs it. `kept` counts
    files that no evidence has any more but undo could bring back. `remembered` of the checked
    files were not read again. `damaged_snapshots` are codes.
    """

    checked: int
    missing: tuple[BadFile, ...]
    altered: tuple[BadFile, ...]
    surplus: tuple[Surplus, ...]
    operations: int
    broken_operations: tuple[int, ...]
    unrecorded: tuple[tuple[str, str], ...] = ()
    kept: int = 0
    remembered: int = 0
    unreadable: tuple[BadFile, ...] = ()
    damaged_snapshots: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether all is intact."""
        bad_files = self.missing or self.altered or self.unreadable
        record = self.broken_operations or self.unrecorded or self.damaged_snapshots
        return not (bad_files or record)

    @property
    def damaged(self) -> frozenset[str]:
        """Hashes of what is missing or altered."""
        return frozenset(file.sha256 for file in (*self.missing, *self.altered))

    def without(self, repaired: Collection[str], removed: Collection[str] = ()) -> Verification:
        """The same after some files were repaired and some surplus bytes removed."""
        return replace(
            self,
            missing=tuple(file for file in self.missing if file.sha256 not in repaired),
            altered=tuple(file for file in self.altered if file.sha256 not in repaired),
            surplus=tuple(file for file in self.surplus if file.sha256 not in removed),
        )


def verify(workbook: Workbook, *, resume: bool = False) -> Steps[Verification]:
    """Read everything again, also what lies in the bin; steps count bytes.

    Closing the generator stops it; `resume` then goes on where it was stopped, files that were
    intact and have not been touched since being passed over.
    """
    with workbook.read() as session:
        rows = [
            BadFile(*row)
            for row in session.execute(
                select(Evidence.number, Attachment.name, Attachment.sha256, Attachment.size)
                .join(Evidence, Evidence.id == Attachment.evidence_id)
                .order_by(Evidence.number, Attachment.position, Attachment.edition)
            )
        ]
    reader = _Reader(workbook, rows, Checkpoint(workbook.folder, resume=resume))
    states = yield from reader.read()
    yield reader.last_step
    result = replace(
        _looked_through(workbook),
        checked=len(rows),
        missing=tuple(row for row in rows if states[row.sha256] == "missing"),
        altered=tuple(row for row in rows if states[row.sha256] == "altered"),
        unreadable=tuple(row for row in rows if states[row.sha256] == "unreadable"),
        remembered=sum(row.sha256 in reader.remembered for row in rows),
        damaged_snapshots=damaged_snapshots(workbook),
    )
    reader.checkpoint.clear()
    return result


def can_resume(workbook: Workbook) -> bool:
    """Whether a verification was broken off, and so could go on."""
    return bool(Checkpoint(workbook.folder, resume=True).known)


class _Reader:
    """Reads each file once, however many dossiers have it."""

    def __init__(self, workbook: Workbook, rows: Sequence[BadFile], known: Checkpoint) -> None:
        self._workbook = workbook
        self._files = {row.sha256: row for row in rows}
        self._total = sum(row.size for row in self._files.values()) + 1
        self._done = 0
        self.checkpoint = known
        self.remembered: set[str] = set()

    @property
    def last_step(self) -> Step:
        """That of the record, which is looked at after the files."""
        return Step(self._total, self._total)

    def read(self) -> Steps[dict[str, _FileState]]:
        """What became of each hash."""
        states: dict[str, _FileState] = {}
        for sha256, row in self._files.items():
            yield Step(self._done, self._total, row.name)
            before = self._done
            states[sha256] = yield from self._state(row)
            self._done = before + row.size
        return states

    def _state(self, row: BadFile) -> Steps[_FileState]:
        try:
            return (yield from self._read(row))
        except (OSError, EnvironmentProblem):
            return "unreadable"

    def _read(self, row: BadFile) -> Steps[_FileState]:
        file = self._workbook.vault.path(row.sha256)
        if not file.is_file():
            return "missing"
        if self.checkpoint.is_known(row.sha256, file):
            self.remembered.add(row.sha256)
            return "intact"
        digest = hashlib.sha256()
        with environment(self._workbook.folder):
            state = State.of(file)
            with file.open("rb") as stream:
                while chunk := stream.read(CHUNK):
                    digest.update(chunk)
                    self._done = min(self._done + len(chunk), self._total)
                    yield Step(self._done, self._total, row.name)
        if digest.hexdigest() != row.sha256:
            return "altered"
        self.checkpoint.note(row.sha256, state)
        return "intact"


def _looked_through(workbook: Workbook) -> Verification:
    """What there is to say of the record, and of bytes beside the evidence."""
    with workbook.read() as session:
        operations = [
            dict(row._mapping)
            for row in session.execute(select(*Operation.__table__.columns).order_by(Operation.seq))
        ]
        lines = _lines(session)
        present = _tables(session)
        needed = needed_hashes(session)
        named = set(session.scalars(select(Attachment.sha256)))
    beside = [sha256 for sha256 in _kept_files(workbook) if sha256 not in named]
    return Verification(
        checked=0,
        missing=(),
        altered=(),
        surplus=tuple(
            Surplus(sha256, workbook.vault.path(sha256).stat().st_size)
            for sha256 in beside
            if sha256 not in needed
        ),
        operations=len(operations),
        broken_operations=_broken(operations, lines),
        unrecorded=_unrecorded(present, _replayed(lines)),
        kept=sum(sha256 in needed for sha256 in beside),
    )


def _kept_files(workbook: Workbook) -> list[str]:
    """Nothing where a folder of the evidence can't be read: that is reported file by file."""
    try:
        return list(workbook.vault.hashes())
    except OSError:
        return []


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
