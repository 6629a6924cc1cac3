"""Brings a workbook's database to the newest schema, with a backup first."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.store.engine import connect, connect_to_read
from app.store.layout import BACKUPS, database

if TYPE_CHECKING:
    from alembic.config import Config


def alembic_config(file: Path) -> Config:
    """Alembic's configuration for one database file; imported late, it costs start-up time."""
    from alembic.config import Config

    config = Config()
    # Alembic's options take % as a mark of interpolation.
    config.set_main_option("script_location", str(paths.migrations()).replace("%", "%%"))
    config.attributes["database"] = file
    return config


def upgrade(file: Path, revision: str = "head") -> None:
    """Run the missing migrations in one transaction."""
    from alembic import command

    command.upgrade(alembic_config(file), revision)


def downgrade(file: Path, revision: str) -> None:
    """Take migrations back; for tests and for handing a workbook to an older program."""
    from alembic import command

    command.downgrade(alembic_config(file), revision)


def back_up(folder: Path, found: int) -> Path:
    """Copy the database to backups/ before it is migrated from schema `found`."""
    (folder / BACKUPS).mkdir(exist_ok=True)
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    target = folder / BACKUPS / f"schema-{found:04}-{stamp}.sqlite"
    copy_database(database(folder), target)
    return target


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of a database that may be in use, made by SQLite itself."""
    with closing(connect_to_read(source)) as old, closing(connect(target, "rwc")) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")
