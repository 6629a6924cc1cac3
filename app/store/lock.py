"""One writer at a time: a lock on the folder that names who holds it."""

from __future__ import annotations

import getpass
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from app.store.layout import LOCK, LOCK_HOLDER


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the workbook open: `since` is local time, ISO 8601."""

    user: str
    host: str
    pid: int
    since: str


def current_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name for this user id
        return str(os.getuid()) if hasattr(os, "getuid") else "user"


def me() -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder(current_user(), socket.gethostname(), os.getpid(), since)


class FolderLock:
    """The operating system drops the lock when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK, timeout=0)
        self._holder_file = folder / LOCK_HOLDER

    def acquire(self) -> bool:
        """Whether the lock is ours now. Raises OSError where the folder can't be written."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        text = json.dumps(asdict(me()), ensure_ascii=False)
        self._holder_file.write_text(text, encoding="utf-8")
        return True

    def holder(self) -> Holder | None:
        """Who holds the lock, where that can be read."""
        try:
            return Holder(**json.loads(self._holder_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def release(self) -> None:
        if self._lock.is_locked:
            self._holder_file.unlink(missing_ok=True)
            self._lock.release()
