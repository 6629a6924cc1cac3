"""Full verification: every evidence file re-hashed, the change record's chain recomputed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.domain.steps import Step, Steps
from app.models import Alteration, Attachment, Evidence, Operation
from app.store.recorder import FIRST_HASH, operation_hash
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class BadFile:
    number: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Verification:
    """`broken_operations` are sequence numbers whose hash does not fit; `surplus` are hashes of
    files that no evidence refers to (kept for undo), which is no fault.
    """

    checked: int
    missing: tuple[BadFile, ...]
    altered: tuple[BadFile, ...]
    surplus: tuple[str, ...]
    operations: int
    broken_operations: tuple[int, ...]

    @property
    def ok(self) -> bool:
        return not (self.missing or self.altered or self.broken_operations)


def verify(workbook: Workbook) -> Steps[Verification]:
    """Read everything again; steps count files. Closing the generator stops it."""
    with workbook.read() as session:
        rows = session.execute(
            select(Evidence.number, Attachment.name, Attachment.sha256)
            .join(Evidence, Evidence.id == Attachment.evidence_id)
            .order_by(Evidence.number, Attachment.position)
        ).all()
    missing: list[BadFile] = []
    altered: list[BadFile] = []
    intact: dict[str, bool] = {}
    for done, (number, name, sha256) in enumerate(rows):
        yield Step(done, len(rows) + 1, name)
        bad = BadFile(number, name, sha256)
        if not workbook.vault.path(sha256).is_file():
            missing.append(bad)
            continue
        if sha256 not in intact:
            intact[sha256] = workbook.vault.is_intact(sha256)
        if not intact[sha256]:
            altered.append(bad)
    named = {row.sha256 for row in rows}
    operations, broken = _check_chain(workbook)
    yield Step(len(rows) + 1, len(rows) + 1)
    return Verification(
        checked=len(rows),
        missing=tuple(missing),
        altered=tuple(altered),
        surplus=tuple(sha256 for sha256 in workbook.vault.hashes() if sha256 not in named),
        operations=operations,
        broken_operations=broken,
    )


def _check_chain(workbook: Workbook) -> tuple[int, tuple[int, ...]]:
    """Number of operations and the numbers of those whose hash or predecessor does not fit."""
    broken: list[int] = []
    previous = FIRST_HASH
    expected = 1
    with workbook.read() as session:
        operations = session.execute(
            select(*Operation.__table__.columns).order_by(Operation.seq)
        ).all()
        for row in operations:
            operation = dict(row._mapping)
            alterations = [
                dict(line._mapping)
                for line in session.execute(
                    select(*Alteration.__table__.columns)
                    .where(Alteration.operation_seq == row.seq)
                    .order_by(Alteration.position)
                )
            ]
            fits = (
                row.seq == expected
                and row.previous_hash == previous
                and row.hash == operation_hash(operation, alterations)
            )
            if not fits:
                broken.append(row.seq)
            previous, expected = row.hash, row.seq + 1
    return len(operations), tuple(broken)
