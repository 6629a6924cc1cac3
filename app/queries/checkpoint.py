"""Remembers which files a verification has read, so that one broken off can go on.

A file of its own in the user's cache, a line for each file: a workbook is never written to by
looking at it. What can't be remembered is read again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import paths


@dataclass(frozen=True, slots=True)
class State:
    """What a file looked like when it was read: size in bytes, time of change in nanoseconds."""

    size: int
    changed: int

    @classmethod
    def of(cls, file: Path) -> State:
        found = file.stat()
        return cls(found.st_size, found.st_mtime_ns)


class Checkpoint:
    """`known` are the hashes of files found intact, with their state then."""

    def __init__(self, workbook: Path, *, resume: bool) -> None:
        """`resume`: go on where the last verification of this workbook was broken off."""
        name = hashlib.sha256(str(workbook.resolve()).encode("utf-8", "replace")).hexdigest()[:32]
        self._file = paths.cache() / "verification" / f"{name}.txt"
        if not resume:
            self.clear()
        self.known = self._read()

    def is_known(self, sha256: str, file: Path) -> bool:
        """Whether the file was found intact and has not been touched since."""
        try:
            return self.known.get(sha256) == State.of(file)
        except OSError:
            return False

    def note(self, sha256: str, state: State) -> None:
        """Remember a file that is intact."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="ascii") as lines:
                lines.write(f"{sha256} {state.size} {state.changed}\n")

    def clear(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _read(self) -> dict[str, State]:
        known: dict[str, State] = {}
        try:
            # A line that was cut off, or that somebody wrote, is passed over.
            for line in self._file.read_text(encoding="ascii", errors="replace").splitlines():
                parts = line.split(" ")
                if len(parts) == 3 and parts[1].isdecimal() and parts[2].isdecimal():
                    known[parts[0]] = State(int(parts[1]), int(parts[2]))
        except OSError:
            return {}
        return known
