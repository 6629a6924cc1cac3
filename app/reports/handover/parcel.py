"""The folder or archive that a hand-over is packed into.

Nothing is believed to be written until it has been read back: `check` compares every file with
the checksum it is to have. The generators yield the bytes they have just worked through.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections import deque
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import IO, Protocol, TypeAlias, TypeVar

from app.errors import EnvironmentProblem
from app.store.vault import CHUNK, sync_folder

T = TypeVar("T")
Work: TypeAlias = Generator[int, None, T]

# Permissions of a plain file as archives keep them, and the system that knows such.
_PLAIN = 0o100644 << 16
_UNIX = 3
# Files that may be copied and not yet on the disk: little is left to do when one cancels.
_MOST_WAITING = 8


class Parcel(Protocol):
    """`passes` is how often each file is worked through, from packing to checking."""

    passes: int

    def add(self, source: Path, path: str, sha256: str) -> Work[bool]:
        """Pack a copy of `source` under a relative path.

        False, and nothing packed, where its bytes do not have that checksum.
        """

    def close(self) -> None:
        """End the packing and make it durable."""

    def check(self, sums: Mapping[str, str]) -> Work[int]:
        """Read all files back and return their size; EnvironmentProblem `export.damaged`."""

    def abandon(self) -> None:
        """Let go of what is open, so that it can be cleared away."""


class FolderParcel:
    """While one file is copied the disk is still taking in those before."""

    passes = 2

    def __init__(self, root: Path) -> None:
        self._root = root
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="parcel")
        self._waiting: deque[Future[None]] = deque()
        root.mkdir()

    def add(self, source: Path, path: str, sha256: str) -> Work[bool]:
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with source.open("rb") as reader, target.open("xb") as writer:
            for chunk in _chunks(reader):
                digest.update(chunk)
                writer.write(chunk)
                yield len(chunk)
        intact = digest.hexdigest() == sha256
        if intact:
            self._waiting.append(self._disk.submit(_sync, target))
            self._await(_MOST_WAITING)
        else:
            target.unlink()
        return intact

    def _await(self, left: int) -> None:
        """Wait until at most so many files are not on the disk yet."""
        while len(self._waiting) > left:
            self._waiting.popleft().result()

    def close(self) -> None:
        """Empty folders, whose only files were altered ones, go."""
        self._await(0)
        self._disk.shutdown()
        folders = [one for one in self._root.rglob("*") if one.is_dir()]
        for folder in sorted(folders, reverse=True):
            if any(folder.iterdir()):
                sync_folder(folder)
            else:
                folder.rmdir()
        sync_folder(self._root)

    def check(self, sums: Mapping[str, str]) -> Work[int]:
        size = 0
        for path, sha256 in sums.items():
            with (self._root / path).open("rb") as reader:
                size += yield from _compared(reader, path, sha256)
        return size

    def abandon(self) -> None:
        self._disk.shutdown(cancel_futures=True)


class ZipParcel:
    """Members in the order they are added, dated `day`: the same content is the same archive."""

    passes = 3

    def __init__(self, file: Path, day: date) -> None:
        self._file = file
        self._date = (*day.timetuple()[:3], 0, 0, 0)
        self._archive = zipfile.ZipFile(file, "x", allowZip64=True)

    def add(self, source: Path, path: str, sha256: str) -> Work[bool]:
        # Looked at before, as nothing can be taken out of an archive again.
        with source.open("rb") as reader:
            if (yield from _digest(reader))[0] != sha256:
                return False
        member = zipfile.ZipInfo(path, self._date)
        member.create_system = _UNIX
        member.external_attr = _PLAIN
        # Most evidence is compressed already, and libraries differ in how they do it.
        member.compress_type = zipfile.ZIP_STORED
        member.file_size = source.stat().st_size
        with source.open("rb") as reader, self._archive.open(member, "w") as writer:
            for chunk in _chunks(reader):
                writer.write(chunk)
                yield len(chunk)
        return True

    def close(self) -> None:
        self._archive.close()
        _sync(self._file)

    def check(self, sums: Mapping[str, str]) -> Work[int]:
        size = 0
        try:
            with zipfile.ZipFile(self._file) as archive:
                for path, sha256 in sums.items():
                    with archive.open(path) as reader:
                        size += yield from _compared(reader, path, sha256)
        except (zipfile.BadZipFile, KeyError) as error:
            raise EnvironmentProblem(
                "export.damaged", name=self._file.name, detail=str(error)
            ) from error
        return size

    def abandon(self) -> None:
        # Closing would write the list of members; on a full disk it would fail once more.
        if self._archive.fp is not None:
            self._archive.fp.close()
            self._archive.fp = None


def _sync(path: Path) -> None:
    # By a handle that may write, which Windows asks for.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _chunks(reader: IO[bytes]) -> Iterator[bytes]:
    while chunk := reader.read(CHUNK):
        yield chunk


def _digest(reader: IO[bytes]) -> Work[tuple[str, int]]:
    """Checksum and size of what is left in a stream."""
    digest = hashlib.sha256()
    size = 0
    for chunk in _chunks(reader):
        digest.update(chunk)
        size += len(chunk)
        yield len(chunk)
    return digest.hexdigest(), size


def _compared(reader: IO[bytes], path: str, sha256: str) -> Work[int]:
    found, size = yield from _digest(reader)
    if found != sha256:
        raise EnvironmentProblem("export.damaged", name=path, detail="SHA-256")
    return size
