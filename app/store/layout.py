"""Names inside a workbook folder, and the marks of its database."""

from pathlib import Path

DATABASE = "workbook.sqlite"
EVIDENCE = "evidence"
BACKUPS = "backups"
# The index of the search: no part of the workbook, it can be made anew at any time.
SEARCH = "search.sqlite"
LOCK = ".lock"
LOCK_HOLDER = ".lock.json"

# "FCW1": marks a SQLite file as ours (PRAGMA application_id).
APPLICATION_ID = 0x46435731
# The newest Alembic revision; revisions are numbered, so that older and newer can be told apart.
SCHEMA = 5


def database(folder: Path) -> Path:
    return folder / DATABASE
