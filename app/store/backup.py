"""Backup of a workbook to one file, and back.

The file is a zip: the database, every evidence file under its hash, and a manifest with the
SHA-256 of each. It is read back before success is reported.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from app.domain.steps import Step, Steps
from app.errors import EnvironmentProblem, UserError, WorkbookError
from app.store.layout import BACKUPS, DATABASE, EVIDENCE
from app.store.migrate import copy_database
from app.store.opening import check_is_workbook
from app.store.problems import environment
from app.store.unfinished import unfinished
from app.store.vault import CHUNK
from app.store.workbook import Workbook

FORMAT = "four-changes-backup-1"
_MANIFEST = "manifest.json"
_EVIDENCE_NAME = re.compile(r"evidence/[0-9a-f]{2}/[0-9a-f]{64}")
_LARGEST_MANIFEST = 64 * 1024 * 1024
# What reading a zip raises where it is none, was cut off or has been changed; RuntimeError is for
# members that claim to be encrypted.
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    KeyError,
    TypeError,
    ValueError,
    EOFError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class BackupResult:
    path: Path
    files: int
    size: int


def back_up(workbook: Workbook, target: Path) -> Steps[BackupResult]:
    """Write the whole workbook to `target`; steps count files.

    Raises UserError `backup.exists` and never overwrites; closing the generator leaves nothing.
    """
    with environment(target):
        if target.exists():
            raise UserError("backup.exists", path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.partial")
    try:
        with environment(target):
            names = yield from _write_archive(workbook, partial)
            yield from _verify(partial)
            partial.replace(target)
            return BackupResult(target, len(names), target.stat().st_size)
    finally:
        partial.unlink(missing_ok=True)


def _write_archive(workbook: Workbook, partial: Path) -> Steps[dict[str, str]]:
    digests: dict[str, str] = {}
    with (
        tempfile.TemporaryDirectory(dir=partial.parent) as scratch,
        zipfile.ZipFile(partial, "w", allowZip64=True) as archive,
    ):
        copy = Path(scratch) / DATABASE
        copy_database(workbook.database, copy)
        # Listed after the copy: a file that was taken in meanwhile is one too many, not too few.
        hashes = list(workbook.vault.hashes())
        digests[DATABASE] = _digest(copy.open("rb"))
        archive.write(copy, DATABASE, zipfile.ZIP_DEFLATED)
        for done, sha256 in enumerate(hashes, 1):
            name = f"{EVIDENCE}/{sha256[:2]}/{sha256}"
            # The digest of what is there: evidence that was altered is no reason to go without.
            digests[name] = _digest(workbook.vault.path(sha256).open("rb"))
            # Most evidence is compressed already (PDF, office files, pictures).
            archive.write(workbook.vault.path(sha256), name, zipfile.ZIP_STORED)
            yield Step(done, 2 * len(hashes) + 2)
        manifest = json.dumps({"format": FORMAT, "files": digests}, indent=1)
        archive.writestr(_MANIFEST, manifest, zipfile.ZIP_DEFLATED)
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    return digests


def _verify(file: Path) -> Steps[None]:
    """Read every member back; EnvironmentProblem `backup.damaged` where one is not as written."""
    with _archive(file) as archive:
        files = _manifest(archive, file)
        for done, (name, digest) in enumerate(files.items(), 1):
            damaged = EnvironmentProblem("backup.damaged", path=str(file), detail=name)
            with _faults_as(damaged):
                if _digest(_member(archive, name)) != digest:
                    raise damaged
            yield Step(len(files) + done, 2 * len(files))


def restore(file: Path, target: Path) -> Steps[Path]:
    """Lay the workbook of a backup out in `target`, a new or empty folder; steps count files.

    Everything is unpacked and checked before it appears there; closing the generator leaves
    nothing. UserError `backup.not-found`, `backup.not-a-backup`, `workbook.exists`;
    EnvironmentProblem `backup.damaged`.
    """
    with environment(file):
        if not file.is_file():
            raise UserError("backup.not-found", path=str(file))
        archive = _archive(file)
    with archive:
        files = _manifest(archive, file)
        with unfinished(target) as scratch:
            for done, (name, digest) in enumerate(files.items(), 1):
                _unpack(archive, name, digest, scratch / name, file)
                yield Step(done, len(files), name)
            (scratch / EVIDENCE).mkdir(exist_ok=True)
            (scratch / BACKUPS).mkdir(exist_ok=True)
            check_is_workbook(scratch)
    return target


def is_backup(file: Path) -> bool:
    """Whether a file is a backup that this program made."""
    try:
        with _archive(file) as archive:
            return bool(_manifest(archive, file))
    except (WorkbookError, OSError):
        return False


def stored_evidence(
    file: Path, wanted: Iterable[str]
) -> Iterator[tuple[str, int, Iterator[bytes]]]:
    """Those of the wanted hashes that a backup has, with size and bytes, to be read at once.

    The bytes are as they were backed up: whether they have their hash is for the reader to see.
    Raises UserError `backup.not-a-backup`; EnvironmentProblem `backup.damaged` while reading.
    """
    with environment(file), _archive(file) as archive:
        files = _manifest(archive, file)
        for sha256 in wanted:
            name = f"{EVIDENCE}/{sha256[:2]}/{sha256}"
            if name in files:
                yield sha256, _size_of(archive, name, file), _bytes_of(archive, name, file)


def _size_of(archive: zipfile.ZipFile, name: str, file: Path) -> int:
    with _faults_as(EnvironmentProblem("backup.damaged", path=str(file), detail=name)):
        return archive.getinfo(name).file_size


def _bytes_of(archive: zipfile.ZipFile, name: str, file: Path) -> Iterator[bytes]:
    damaged = EnvironmentProblem("backup.damaged", path=str(file), detail=name)
    with _faults_as(damaged), _member(archive, name) as source:
        yield from _chunks(source)


def _archive(file: Path) -> zipfile.ZipFile:
    with _faults_as(UserError("backup.not-a-backup", path=str(file))):
        return zipfile.ZipFile(file)


@contextmanager
def _faults_as(problem: WorkbookError) -> Iterator[None]:
    """Raise `problem` where the zip turns out to be damaged; faults of the disk pass."""
    try:
        yield
    except _DAMAGES as error:
        raise problem from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the start of the file
            raise
        raise problem from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    with _faults_as(UserError("backup.not-a-backup", path=str(file))):
        if archive.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST:
            raise ValueError(_MANIFEST)
        data: Any = json.loads(archive.read(_MANIFEST))
        files = data["files"]
        if data["format"] != FORMAT or not isinstance(files, dict) or DATABASE not in files:
            raise ValueError(data["format"])
    for name in files:
        if name != DATABASE and not _EVIDENCE_NAME.fullmatch(name):
            raise EnvironmentProblem("backup.damaged", path=str(file), detail=name)
    return files


def _member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """A member packed as we pack; BadZipFile for another way, whose faults would be others too."""
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(name)
    return archive.open(name)


def _unpack(archive: zipfile.ZipFile, name: str, digest: str, target: Path, file: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    hasher = hashlib.sha256()
    damaged = EnvironmentProblem("backup.damaged", path=str(file), detail=name)
    with _faults_as(damaged), _member(archive, name) as source, target.open("xb") as out:
        for chunk in _chunks(source):
            hasher.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    if hasher.hexdigest() != digest:
        raise damaged
    if name != DATABASE:
        target.chmod(0o444)


def _chunks(stream: IO[bytes]) -> Generator[bytes, None, None]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _digest(stream: IO[bytes]) -> str:
    with stream:
        hasher = hashlib.sha256()
        for chunk in _chunks(stream):
            hasher.update(chunk)
        return hasher.hexdigest()
