"""Puts a fresh sample where an earlier one was, and never touches anything else."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from app.domain.vocabulary import Language
from app.errors import EnvironmentProblem, UserError
from app.queries.profile import profile
from app.sample.build import build_sample
from app.services.workbooks import Workbook, open_workbook
from app.store.layout import BACKUPS, DATABASE, EVIDENCE, LOCK, LOCK_HOLDER
from app.store.problems import environment

# All that a workbook's folder holds; a folder with anything else in it is not taken away.
_OWN_NAMES = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", EVIDENCE, BACKUPS, LOCK, LOCK_HOLDER}


def place_sample(folder: Path, today: date, language: Language, *, replace: bool) -> None:
    """Build the sample beside `folder` and move it there when it is complete.

    Raises UserError `sample.exists` where something is there and may not be replaced,
    `sample.not-a-sample` where it is no earlier sample, `sample.not-a-folder` where the place
    above it is none, EnvironmentProblem `workbook.busy` where the earlier sample is open.
    """
    if folder.parent.exists() and not folder.parent.is_dir():
        raise UserError("sample.not-a-folder", path=str(folder.parent))
    if folder.exists() or folder.is_symlink():
        if not replace:
            raise UserError("sample.exists", path=str(folder))
        _check_is_sample(folder)
    with environment(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".sample-", dir=folder.parent))
    try:
        fresh = scratch / folder.name
        build_sample(fresh, today, language).close()
        with environment(folder):
            if folder.exists():
                # Moved first, so that a folder is never half deleted.
                folder.replace(scratch / "earlier")
            fresh.replace(folder)
    finally:
        _delete(scratch)


def _check_is_sample(folder: Path) -> None:
    if folder.is_symlink() or not folder.is_dir():
        raise UserError("sample.not-a-sample", path=str(folder))
    with environment(folder):
        if {entry.name for entry in folder.iterdir()} - _OWN_NAMES:
            raise UserError("sample.not-a-sample", path=str(folder))
    try:
        workbook = open_workbook(folder)
    except (UserError, EnvironmentProblem) as error:
        raise UserError("sample.not-a-sample", path=str(folder)) from error
    try:
        _check_workbook(workbook)
    finally:
        workbook.close()


def _check_workbook(workbook: Workbook) -> None:
    if not profile(workbook).sample:
        raise UserError("sample.not-a-sample", path=str(workbook.folder))
    if workbook.read_only_reason == "locked":
        raise EnvironmentProblem("workbook.busy")


def _delete(folder: Path) -> None:
    """Remove a folder with write-protected files in it, as evidence is."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o700 if path.is_dir() else 0o600)
    shutil.rmtree(folder, ignore_errors=True)
