"""Ctrl+V on a page: copied files, or a picture from the clipboard, are taken in as evidence."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.views.widgets.drop_area import dropped_paths


def pasting(page: QWidget, name: str, taken: Callable[[list[Path]], None]) -> QShortcut:
    """Let Ctrl+V on a page hand over files; a text field with the focus pastes text as ever.

    `name` begins the file name of a picture; the moment follows it.
    """

    def paste() -> None:
        files = pasted_files(QGuiApplication.clipboard(), name, datetime.now())
        if files:
            taken(files)

    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(paste)
    return shortcut


def pasted_files(clipboard: QClipboard, name: str, now: datetime) -> list[Path]:
    """The files of a clipboard; a picture becomes a PNG file that goes with the program."""
    files = dropped_paths(clipboard.mimeData())
    if files:
        return files
    image = clipboard.image()
    target = _folder() / f"{name} {now:%Y-%m-%d %H.%M.%S}.png"
    return [target] if not image.isNull() and image.save(str(target)) else []


@cache
def _folder() -> Path:
    """Where pasted pictures wait to be taken in."""
    folder = tempfile.TemporaryDirectory(prefix="four-changes-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)
