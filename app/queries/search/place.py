"""Where the index of a workbook is kept."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from app import paths
from app.queries.search.index import TextIndex
from app.store.layout import SEARCH
from app.store.workbook import Workbook


def open_index(workbook: Workbook) -> TextIndex:
    """In the workbook's folder; where that can't be written, in the user's; else in memory."""
    for file in (workbook.folder / SEARCH, _of_user(workbook.folder)):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            return TextIndex(file)
        except (OSError, sqlite3.Error):
            continue
    return TextIndex(None)


def _of_user(folder: Path) -> Path:
    name = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return paths.cache_folder() / "search" / f"{name}.sqlite"
