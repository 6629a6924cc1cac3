"""The evidence vault: bytes stored once, by SHA-256, never changed.

A file is copied to a temporary name while it is hashed (`copy`), synced, and renamed to its hash
(`keep`), and the folders are synced (`settle`); only then may the database refer to it. A crash
leaves at most a temporary file, which the next opening sweeps away.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from app.domain.limits import MAX_EVIDENCE_BYTES, TITLE
from app.domain.numbers import normal_name
from app.domain.steps import Step, Steps
from app.errors import EnvironmentProblem, UserError
from app.store.problems import environment

CHUNK = 1024 * 1024
_INCOMING = ".incoming"
_HASH = re.compile(r"[0-9a-f]{64}")
# Kept free beyond the file itself, for the database's own writes.
_RESERVE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes in the vault: hash in hex, size in bytes; `new` when they were not there before."""

    sha256: str
    size: int
    new: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Copied:
    """Bytes under a temporary name, which the disk may not hold yet."""

    temporary: Path
    sha256: str
    size: int

    def drop(self) -> None:
        with suppress(OSError):  # the medium may be gone, with the file
            self.temporary.unlink(missing_ok=True)


class Vault:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash are, or would be."""
        return self.folder / sha256[:2] / sha256

    def add(self, source: Path) -> Steps[StoredFile]:
        """Take a copy of `source`; steps count bytes. UserError `file.…` for what is no evidence.

        Closing the generator before its end leaves nothing behind.
        """
        stored = self.keep((yield from self.copy(source)))
        self.settle([stored])
        return stored

    def copy(self, source: Path) -> Steps[Copied]:
        """The first part of `add`: the rest, `keep` and `settle`, may be done on another thread,
        `settle` once for many files.
        """
        before = check_source(source)
        name = normal_name(source.name)
        with environment(self.folder):
            # Not with its parents: a stick that was pulled out must not come to life as a folder.
            self.folder.mkdir(exist_ok=True)
            (self.folder / _INCOMING).mkdir(exist_ok=True)
            if shutil.disk_usage(self.folder).free < before.st_size + _RESERVE:
                raise EnvironmentProblem("disk.full", path=str(self.folder), detail="")
        temporary = self.folder / _INCOMING / uuid4().hex
        try:
            digest = hashlib.sha256()
            copied = 0
            with _reading(source) as reader, environment(self.folder), temporary.open("xb") as out:
                # Not beyond its size, which would never end with a file that grows.
                while copied <= before.st_size and (chunk := _read(reader, source)):
                    digest.update(chunk)
                    out.write(chunk)
                    copied += len(chunk)
                    yield Step(copied, before.st_size, name)
            _check_unchanged(source, before, copied)
        except BaseException:
            Copied(temporary, "", 0).drop()
            raise
        return Copied(temporary, digest.hexdigest(), copied)

    def keep(self, copied: Copied) -> StoredFile:
        """Put the bytes in their place; a damaged copy that is there already is replaced."""
        try:
            with environment(self.folder):
                return self._keep(copied.temporary, copied.sha256, copied.size)
        finally:
            copied.drop()

    def settle(self, stored: Iterable[StoredFile]) -> None:
        """Make the places of files durable, so that the database may refer to them."""
        folders = {self.path(one.sha256).parent for one in stored}
        with environment(self.folder):
            for folder in (*sorted(folders), self.folder):
                sync_folder(folder)

    def _keep(self, temporary: Path, sha256: str, size: int) -> StoredFile:
        target = self.path(sha256)
        there = target.exists()
        if there and self.is_there(StoredFile(sha256, size)) and self.is_intact(sha256):
            return StoredFile(sha256, size)
        # By a handle that may write, which Windows asks for.
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        target.parent.mkdir(exist_ok=True)
        if there:
            target.chmod(0o644)  # Windows replaces no read-only file
        temporary.chmod(0o444)
        temporary.replace(target)
        return StoredFile(sha256, size, new=not there)

    def discard(self, stored: StoredFile) -> None:
        """Take back what `add` has just brought in and nothing refers to.

        Where that can't be done the bytes stay, which does no harm.
        """
        if stored.new:
            with suppress(OSError):
                target = self.path(stored.sha256)
                target.chmod(0o644)
                target.unlink()

    def delete(self, hashes: Iterable[str]) -> tuple[int, int]:
        """Delete bytes for good that nothing needs; how many files and bytes that were.

        What can't be deleted stays, which does no harm: it is surplus.
        """
        files = size = 0
        for sha256 in hashes:
            with suppress(OSError):
                target = self.path(sha256)
                length = target.stat().st_size
                target.chmod(0o644)
                target.unlink()
                files, size = files + 1, size + length
        return files, size

    def mend(self, sha256: str, chunks: Iterable[bytes]) -> Generator[int, None, bool]:
        """Put bytes back that are missing or damaged; yields how many have been taken so far.

        False, and nothing changed, where they are not those of the hash. Raises EnvironmentProblem
        where the disk gives way.
        """
        with environment(self.folder):
            self.folder.mkdir(exist_ok=True)
            (self.folder / _INCOMING).mkdir(exist_ok=True)
        temporary = self.folder / _INCOMING / uuid4().hex
        try:
            digest = hashlib.sha256()
            taken = 0
            with environment(self.folder), temporary.open("xb") as out:
                for chunk in chunks:
                    digest.update(chunk)
                    out.write(chunk)
                    taken += len(chunk)
                    yield taken
            if digest.hexdigest() != sha256:
                return False
            self.settle([self.keep(Copied(temporary, sha256, taken))])
            return True
        finally:
            with suppress(OSError):  # the medium may be gone, with the file
                temporary.unlink(missing_ok=True)

    def is_there(self, stored: StoredFile) -> bool:
        """Whether a file of the right size is in place; `is_intact` reads all of it."""
        try:
            return self.path(stored.sha256).stat().st_size == stored.size
        except OSError:
            return False

    def is_intact(self, sha256: str) -> bool:
        """Whether the bytes still have their hash."""
        with environment(self.folder), self.path(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def hashes(self) -> Iterator[str]:
        """All hashes that have a file in the vault. Raises OSError where it can't be read."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            # System and cloud programs leave files of their own everywhere, and people move some.
            yield from (
                file.name
                for file in sorted(folder.iterdir())
                if _HASH.fullmatch(file.name) and file.name.startswith(folder.name)
            )

    def sweep(self) -> None:
        """Remove what a crash left half copied."""
        for leftover in (self.folder / _INCOMING).glob("*"):
            leftover.unlink(missing_ok=True)


def check_source(source: Path) -> os.stat_result:
    """The file's state; UserError where it is not a plain file that can be evidence."""
    name = normal_name(source.name)
    # Before the system is asked, which knows shorter names only and calls this unreadable.
    if len(name) > TITLE:
        raise UserError("file.long-name", name=name, length=len(name), limit=TITLE)
    try:
        state = source.lstat()
    except (FileNotFoundError, NotADirectoryError):
        raise UserError("file.not-found", name=name) from None
    except (OSError, ValueError):
        raise UserError("file.unreadable", name=name) from None
    if stat.S_ISLNK(state.st_mode):
        raise UserError("file.link", name=name)
    if stat.S_ISDIR(state.st_mode):
        raise UserError("file.folder", name=name)
    if not stat.S_ISREG(state.st_mode):
        raise UserError("file.device", name=name)
    if state.st_size == 0:
        raise UserError("file.empty", name=name)
    if state.st_size > MAX_EVIDENCE_BYTES:
        raise UserError(
            "file.too-large", name=name, size=state.st_size, limit_bytes=MAX_EVIDENCE_BYTES
        )
    return state


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reading(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError:
        raise UserError("file.unreadable", name=normal_name(source.name)) from None


def _read(reader: BinaryIO, source: Path) -> bytes:
    try:
        return reader.read(CHUNK)
    except OSError:
        raise UserError("file.unreadable", name=normal_name(source.name)) from None


def _check_unchanged(source: Path, before: os.stat_result, copied: int) -> None:
    try:
        after = source.lstat()
    except OSError:
        raise UserError("file.changed", name=normal_name(source.name)) from None
    same = (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    if not same or copied != before.st_size:
        raise UserError("file.changed", name=normal_name(source.name))
