"""Repairing what a verification found: bytes from a backup or another copy, surplus removed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from sqlalchemy import select

from app.domain.numbers import normal_name
from app.domain.steps import Step, Steps
from app.errors import UserError
from app.models import Attachment
from app.queries.references import needed_hashes
from app.services.intake.folders import files_of
from app.store.backup import is_backup, stored_evidence
from app.store.problems import environment
from app.store.vault import CHUNK, check_source
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Removed:
    """Hashes of bytes that were deleted, and how many bytes these were."""

    hashes: frozenset[str]
    size: int


def repair(workbook: Workbook, damaged: Collection[str], source: Path) -> Steps[frozenset[str]]:
    """Put back those of the `damaged` hashes that a backup, a copy of the file or a folder has.

    Only bytes with that very hash are taken, whatever the file is called; the hashes put back are
    returned. Raises UserError `repair.nothing`, `repair.wrong-file`, `repair.not-in-folder`,
    `repair.not-in-backup`, `workbook.read-only`, `file.…`; EnvironmentProblem `disk.…`.
    """
    if workbook.read_only:
        raise UserError("workbook.read-only")
    if not damaged:
        raise UserError("repair.nothing")
    if source.is_dir():
        return (yield from _from_folder(workbook, damaged, source))
    if is_backup(source):
        return (yield from _from_backup(workbook, damaged, source))
    return (yield from _from_copy(workbook, damaged, source))


def _from_folder(
    workbook: Workbook, damaged: Collection[str], folder: Path
) -> Steps[frozenset[str]]:
    """Take what lies anywhere below the folder; only files of a size that is wanted are read."""
    with workbook.read() as session:
        sizes = frozenset(
            session.scalars(select(Attachment.size).where(Attachment.sha256.in_(damaged)))
        )
    repaired: set[str] = set()
    for found in files_of([folder], workbook.folder):
        name = found.place[-1]
        yield Step(len(repaired), len(damaged), name)
        if len(repaired) == len(damaged):
            break
        wanted = frozenset(damaged) - repaired
        try:
            if found.error is None and check_source(found.path).st_size in sizes:
                place = Step(len(repaired), len(damaged), name)
                repaired |= yield from _at(place, _from_copy(workbook, wanted, found.path))
        except UserError:
            # Another file, or one that can't be read: the next may be it.
            continue
    if not repaired:
        raise UserError("repair.not-in-folder", name=normal_name(folder.name))
    return frozenset(repaired)


def _at(place: Step, work: Steps[frozenset[str]]) -> Steps[frozenset[str]]:
    """Work whose steps do not count."""
    try:
        while True:
            next(work)
            yield place
    except StopIteration as stop:
        result: frozenset[str] = stop.value
        return result
    finally:
        work.close()


def _from_copy(workbook: Workbook, damaged: Collection[str], source: Path) -> Steps[frozenset[str]]:
    """Read once to know the file, and once more to take it."""
    name = normal_name(source.name)
    total = 2 * check_source(source).st_size
    digest = hashlib.sha256()
    done = 0
    with environment(source), source.open("rb") as stream:
        for chunk in _chunks(stream):
            digest.update(chunk)
            done += len(chunk)
            yield Step(min(done, total), total, name)
    sha256 = digest.hexdigest()
    if sha256 not in damaged:
        raise UserError("repair.wrong-file", name=name)
    with environment(source), source.open("rb") as stream:
        mending = workbook.vault.mend(sha256, _chunks(stream))
        same = yield from _shown(mending, Step(done, total, name))
    if not same:
        raise UserError("file.changed", name=name)
    return frozenset({sha256})


def _from_backup(
    workbook: Workbook, damaged: Collection[str], source: Path
) -> Steps[frozenset[str]]:
    """Take all that the backup has; a copy that was altered in there already is passed over."""
    name = normal_name(source.name)
    repaired: set[str] = set()
    wanted = sorted(damaged)
    for sha256, size, chunks in stored_evidence(source, wanted):
        # As parts of one file among many.
        place = wanted.index(sha256)
        mending = workbook.vault.mend(sha256, chunks)
        if (yield from _shown(mending, Step(place * size, len(wanted) * size, name))):
            repaired.add(sha256)
    if not repaired:
        raise UserError("repair.not-in-backup", name=name)
    return frozenset(repaired)


def _shown(mending: Generator[int, None, bool], start: Step) -> Steps[bool]:
    """The bytes that the vault takes as steps, counted from `start`."""
    try:
        while True:
            done = start.done + next(mending)
            yield replace(start, done=min(done, start.total))
    except StopIteration as stop:
        return bool(stop.value)
    finally:
        mending.close()


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def remove_surplus(workbook: Workbook, hashes: Collection[str]) -> Removed:
    """Delete bytes that nothing refers to, neither evidence, bin nor undo; others are left alone.

    Raises UserError `workbook.read-only`.
    """
    if workbook.read_only:
        raise UserError("workbook.read-only")
    with workbook.read() as session:
        free = frozenset(hashes) - needed_hashes(session)
    _, size = workbook.vault.delete(free)
    gone = frozenset(one for one in free if not workbook.vault.path(one).exists())
    return Removed(gone, size)
