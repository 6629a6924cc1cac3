"""Other processes: another person at the workbook, one without rights, one that is killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

# Rights bite nobody who is root, so the child becomes nobody, after it has read the program.
PRELUDE = """
import encodings.cp437, encodings.idna, os, resource, sys
from pathlib import Path
import alembic.command, alembic.config
import sqlalchemy.dialects.sqlite
sqlalchemy.create_engine("sqlite://").connect().close()  # what it loads by name
import app.store.recorder  # which the first write loads, as it does all models
from app.models import load_all
load_all()
from app.domain.steps import finish
from app.errors import UserError, EnvironmentProblem
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files
from app.services.backups import back_up
from app.services.workbooks import NewPilot, create_workbook, open_workbook
from app.queries.answers import answer

def become_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)

def refusal(work, *args, **kwargs):
    try:
        result = work(*args, **kwargs)
        if hasattr(result, "send"):
            finish(result)
    except (UserError, EnvironmentProblem) as error:
        return error.code
    return "no error"

folder = Path(sys.argv[1])
"""


def run(code: str, *args: object) -> list[str]:
    """What the code prints, line by line; the test fails where the child does."""
    done = subprocess.run(
        _command(code, args), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@contextmanager
def running(code: str, *args: object) -> Iterator[subprocess.Popen[str]]:
    """A child at work, whose lines are read from `stdout`; it is killed at the end."""
    child = subprocess.Popen(
        _command(code, args), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def _command(code: str, args: tuple[Any, ...]) -> list[str]:
    return [sys.executable, "-c", PRELUDE + code, *map(str, args)]


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that a child without rights can reach, which pytest's own is not."""
    folder = Path(tempfile.mkdtemp(prefix="four-changes-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for inner, _, _ in os.walk(folder):  # from the top, so that each can be entered
            Path(inner).chmod(0o700)
            for entry in Path(inner).iterdir():
                if entry.is_dir():
                    entry.chmod(0o700)
        shutil.rmtree(folder)


def give_away(folder: Path) -> None:
    """Make a folder the child's own where we are root."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 65534, 65534)
