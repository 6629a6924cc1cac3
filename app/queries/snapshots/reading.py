"""Snapshots as they are listed and read; what is read is checked against its hash."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from app.domain.vocabulary import Stage
from app.errors import EnvironmentProblem, UserError
from app.models import Snapshot, SnapshotContent
from app.models.base import columns
from app.queries.snapshots.codec import canonical, decode, encode
from app.queries.snapshots.content import Content
from app.store.workbook import Workbook

# The form in which contents are written; a reader of a later form reads this one too.
FORMAT = 1
_SNAPSHOT = columns(Snapshot)
_CONTENT = columns(SnapshotContent)


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """A snapshot without its content; `taken_at` is local time, `size` bytes of its JSON."""

    id: str
    code: str
    stage: Stage
    title: str
    taken_on: date
    taken_at: datetime
    actor: str
    sha256: str
    size: int


def snapshots(workbook: Workbook) -> list[SnapshotRow]:
    """All snapshots, the first one first."""
    with workbook.read() as session:
        rows = session.execute(
            select(*_SNAPSHOT).order_by(func.length(_SNAPSHOT.code), _SNAPSHOT.code)
        )
        return [_row(row) for row in rows]


def snapshot(workbook: Workbook, code: str) -> SnapshotRow:
    """One snapshot by code, id or whole hash; UserError `snapshot.unknown`."""
    for row in snapshots(workbook):
        if code in (row.code, row.id, row.sha256):
            return row
    raise UserError("snapshot.unknown", snapshot=code)


def snapshot_json(workbook: Workbook, row: SnapshotRow) -> bytes:
    """The canonical JSON of a snapshot, whose SHA-256 is the verification code.

    EnvironmentProblem `snapshot.damaged` where it is not what was frozen.
    """
    with workbook.read() as session:
        stored = session.scalar(select(_CONTENT.data).where(_CONTENT.sha256 == row.sha256))
    try:
        data = zlib.decompress(stored or b"")
    except zlib.error as error:
        raise EnvironmentProblem("snapshot.damaged", snapshot=row.code) from error
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise EnvironmentProblem("snapshot.damaged", snapshot=row.code)
    return data


def read_snapshot(workbook: Workbook, row: SnapshotRow) -> Content:
    """What a snapshot froze. EnvironmentProblem `snapshot.damaged`; UserError `snapshot.newer`."""
    data = json.loads(snapshot_json(workbook, row))
    if data["format"] > FORMAT:
        raise UserError("snapshot.newer", snapshot=row.code)
    try:
        return decode(Content, data["content"])
    except (KeyError, TypeError, ValueError) as error:
        raise EnvironmentProblem("snapshot.damaged", snapshot=row.code) from error


def damaged_snapshots(workbook: Workbook) -> tuple[str, ...]:
    """The codes of snapshots that are not what was frozen."""
    damaged = []
    for row in snapshots(workbook):
        try:
            snapshot_json(workbook, row)
        except EnvironmentProblem:
            damaged.append(row.code)
    return tuple(damaged)


def as_json(content: Content) -> bytes:
    """Content as canonical JSON."""
    return canonical({"format": FORMAT, "content": encode(content)})


def _row(row: Row[Any]) -> SnapshotRow:
    return SnapshotRow(
        id=row.id,
        code=row.code,
        stage=Stage(row.stage),
        title=row.title,
        taken_on=row.taken_on,
        taken_at=datetime.fromisoformat(row.taken_at).astimezone(),
        actor=row.actor,
        sha256=row.sha256,
        size=row.size,
    )
