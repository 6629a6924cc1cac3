"""A new workbook folder appears whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import UserError
from app.store.layout import DATABASE
from app.store.problems import environment
from app.store.vault import sync_folder

_UNFINISHED = ".unfinished"


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A folder to fill, whose contents become those of `target` when the block ends well.

    It lies inside `target`, which may be the root of a stick or the current folder. Otherwise
    nothing is left; after a crash the next attempt clears it away. Raises UserError
    `workbook.exists` where `target` is there and not empty.
    """
    scratch = target / _UNFINISHED
    with environment(target):
        made = not target.exists()
        if not made and not _is_free(target):
            raise UserError("workbook.exists", path=str(target))
        scratch.mkdir(parents=True, exist_ok=True)
        _clear(scratch)
    try:
        with environment(target):
            yield scratch
            # The database last: it is what makes a folder a workbook.
            for entry in sorted(scratch.iterdir(), key=lambda entry: entry.name == DATABASE):
                entry.replace(target / entry.name)
            scratch.rmdir()
            sync_folder(target)
    except BaseException:
        shutil.rmtree(target if made else scratch, ignore_errors=True)
        raise


def _is_free(target: Path) -> bool:
    return target.is_dir() and all(entry.name == _UNFINISHED for entry in target.iterdir())


def _clear(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
