"""Opening a file of the vault: as a read-only copy, so that the evidence itself stays as it is."""

from __future__ import annotations

import atexit
import hashlib
import re
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.steps import Step, Steps
from app.errors import Cancelled, EnvironmentProblem, UserError
from app.queries.evidence_parts import FileRow
from app.services.workbooks import Workbook
from app.views.desk import Desk
from app.views.dialogs.progress import run_with_progress

_CHUNK = 1024 * 1024
# Bytes of a file name that every file system takes.
_LONGEST_NAME = 200
# Started, not shown, by the systems this runs on.
_PROGRAMS = frozenset(
    {
        *("appimage", "bat", "cmd", "com", "cpl", "desktop", "exe", "hta", "jar", "js", "jse"),
        *("lnk", "msc", "msi", "pif", "ps1", "reg", "run", "scr", "sh", "url", "vbe", "vbs"),
        *("wsf", "wsh"),
    }
)


class Opener(QObject):
    """Keeps the copies in a folder of its own, which goes with the window."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def open(self, file: FileRow) -> None:
        """Show a file with the program that the system has for it."""
        if safe_name(file.name).rpartition(".")[2].casefold() in _PROGRAMS:
            self._desk.problem.emit(UserError("file.program", name=file.name))
            return
        folder = _folder() / safe_name(file.id)
        run_with_progress(
            self._desk.runner,
            self._window,
            self.tr("Opening the file…"),
            lambda: copy_out(self._desk.workbook, file, folder),
            lambda copy: self._show(file, copy),
            self._on_failed,
        )

    def _show(self, file: FileRow, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._desk.problem.emit(UserError("file.no-opener", name=file.name))

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._desk.problem.emit(error)


@cache
def _folder() -> Path:
    """Where the copies are; it goes when the program ends, as far as nobody holds them open."""
    folder = tempfile.TemporaryDirectory(prefix="four-changes-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)


def copy_out(workbook: Workbook, file: FileRow, folder: Path) -> Steps[Path]:
    """A read-only copy of a file under its own name in `folder`; steps count bytes.

    Raises UserError `file.gone`, `file.altered` where the bytes are no longer those taken in, and
    EnvironmentProblem where the copy can't be written.
    """
    source = workbook.vault.path(file.sha256)
    if not source.is_file():
        raise UserError("file.gone", name=file.name)
    target = folder / safe_name(file.name)
    digest = hashlib.sha256()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists():
            # Opened before: Windows deletes no file that is read-only.
            target.chmod(0o600)
            target.unlink()
        copied = 0
        with source.open("rb") as reader, target.open("xb") as writer:
            while chunk := reader.read(_CHUNK):
                digest.update(chunk)
                writer.write(chunk)
                copied += len(chunk)
                yield Step(copied, max(file.size, copied), file.name)
        target.chmod(0o400)
    except OSError as error:
        raise EnvironmentProblem(
            "disk.failing", path=str(error.filename or target), detail=error.strerror or str(error)
        ) from error
    if digest.hexdigest() != file.sha256:
        raise UserError("file.altered", name=file.name)
    return target


def safe_name(name: str) -> str:
    """`name` as a file name on any system: no path in it, no forbidden characters, short enough."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", name).strip(" .") or "_"
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix.encode()) > 20:
        stem, dot, suffix = plain, "", ""
    room = _LONGEST_NAME - len((dot + suffix).encode())
    return stem.encode()[:room].decode(errors="ignore") + dot + suffix
