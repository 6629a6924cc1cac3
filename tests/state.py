"""What a workbook holds, in a form that can be compared."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.models import tracked_classes
from app.services.workbooks import Workbook

Tables = dict[str, list[dict[str, Any]]]


def tables(workbook: Workbook) -> Tables:
    """The rows of all tables that people's writes change, by id."""
    with workbook.read() as session:
        return {
            name: [
                dict(row)
                for row in session.execute(
                    select(*cls.__table__.columns).order_by(cls.id)
                ).mappings()
            ]
            for name, cls in sorted(tracked_classes().items())
        }


def everything(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a database, as SQLite has it."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in names
        }


def tamper(database: Path, *statements: str) -> None:
    """Change a closed workbook's database behind the program's back."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
