"""One writer at a time: a lock on the folder that names who holds it."""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
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
    except (ImportError, KeyError, OSError):  # no name for this user id
        return str(os.getuid()) if hasattr(os, "getuid") else "user"


def me() -> Holder:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder(current_user(), platform.node(), os.getpid(), since)


class FolderLock:
    """The operating system drops the lock when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        # A workbook may be opened on one thread and closed on another.
        self._lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
        self._holder_file = folder / LOCK_HOLDER

    def acquire(self) -> bool:
        """Whether the lock is ours now. Raises OSError where the folder can't be written."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        try:
            self._holder_file.write_text(json.dumps(asdict(me())), encoding="utf-8")
        except OSError as error:
            # On a full disk the workbook can still be read, and freed of something.
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                self._lock.release()
                raise
        return True

    def holder(self) -> Holder | None:
        """Who holds the lock, where that can be read."""
        try:
            return Holder(**json.loads(self._holder_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def release(self) -> None:
        if not self._lock.is_locked:
            return
        try:
            self._holder_file.unlink(missing_ok=True)
        except OSError:
            # The medium is gone or write-protected by now; the next holder writes its own name.
            pass
        finally:
            self._lock.release()
