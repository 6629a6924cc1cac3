"""The files that were dropped: folders with all that is below them, links not followed."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from app.domain.numbers import normal_name
from app.errors import UserError

# What systems and office programs leave in folders; nobody means it when dropping a folder.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "__macosx"})
_LEFT_BEHIND_STARTS = ("~$", "._", ".~lock.")


@dataclass(frozen=True, slots=True)
class Found:
    """`place` is where it was dropped from: the names from the dropped folder down to the file.

    `error` says why there is nothing to read.
    """

    path: Path
    place: tuple[str, ...]
    error: UserError | None = None


def files_of(paths: Sequence[Path], workbook: Path) -> Iterator[Found]:
    """All files that were named, and those below the folders that were, each once, by name.

    The folder of the workbook itself is no evidence and is left out.
    """
    seen: set[Path] = set()
    own = workbook.absolute()
    for path in paths:
        place = (normal_name(path.name),)
        files = _files(path, place, own)
        first = next(files, Found(path, place, UserError("file.empty-folder", name=place[0])))
        for found in chain([first], files):
            # Not resolved: a link is a row of its own, with its reason.
            key = found.path.absolute()
            if key not in seen:
                seen.add(key)
                yield found


def _files(path: Path, place: tuple[str, ...], own: Path) -> Iterator[Found]:
    if path.absolute() == own:
        return
    try:
        is_folder = stat.S_ISDIR(path.lstat().st_mode)
        children = sorted(path.iterdir(), key=_order) if is_folder else []
    except (FileNotFoundError, NotADirectoryError):
        yield Found(path, place, UserError("file.not-found", name=place[-1]))
        return
    except (OSError, ValueError):
        yield Found(path, place, UserError("file.unreadable", name=place[-1]))
        return
    if not is_folder:
        yield Found(path, place)
    for child in children:
        if not _is_left_behind(child.name):
            yield from _files(child, (*place, normal_name(child.name)), own)


def _order(path: Path) -> list[tuple[int, int | str]]:
    """附件2 before 附件10."""
    parts = re.split(r"(\d+)", normal_name(path.name).casefold())
    return [(0, int(part)) if part.isdigit() else (1, part) for part in parts]


def _is_left_behind(name: str) -> bool:
    return name.casefold() in _LEFT_BEHIND or name.startswith(_LEFT_BEHIND_STARTS)
