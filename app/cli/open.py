"""Opening the workbook that a command names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.errors import EnvironmentProblem, UserError
from app.services.workbooks import Workbook, open_workbook


@contextmanager
def reading(folder: Path) -> Iterator[Workbook]:
    """The workbook for a command that only reads: it takes no lock and disturbs nobody.

    One that an older version of the program made is brought up to date first.
    """
    try:
        workbook = open_workbook(folder, read_only=True)
    except UserError as error:
        if error.code != "workbook.must-be-migrated":
            raise
        workbook = open_workbook(folder)
    try:
        yield workbook
    finally:
        workbook.close()


@contextmanager
def writing(folder: Path) -> Iterator[Workbook]:
    """The workbook for a command that writes.

    Raises EnvironmentProblem `workbook.locked` or `workbook.busy` where somebody has it open,
    `disk.read-only` where the medium can't be written.
    """
    workbook = open_workbook(folder)
    try:
        _check_writable(workbook)
        yield workbook
    finally:
        workbook.close()


def _check_writable(workbook: Workbook) -> None:
    if workbook.read_only_reason == "medium":
        raise EnvironmentProblem("disk.read-only", path=str(workbook.folder))
    if workbook.read_only_reason == "locked":
        holder = workbook.holder
        if holder is None:
            raise EnvironmentProblem("workbook.busy")
        since = datetime.fromisoformat(holder.since).strftime("%Y-%m-%d %H:%M")
        raise EnvironmentProblem("workbook.locked", user=holder.user, host=holder.host, since=since)
