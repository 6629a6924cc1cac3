"""`history` and `undo`: the change record."""

from __future__ import annotations

from pathlib import Path

import click

from app import texts
from app.cli.command import Command, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import plain, show, show_json
from app.cli.session import Session
from app.queries.history import history as read_history
from app.services.undo import undo as undo_last


@click.command("history", cls=Command, help="cli.program.history")
@workbook_argument
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=1000,
    metavar="cli.value.count",
    help="cli.option.limit",
)
@json_option
@click.pass_obj
def history(session: Session, workbook: Path, limit: int, as_json: bool) -> None:
    """List who changed what and when, newest first."""
    with reading(workbook) as opened:
        rows = read_history(opened, limit)
    if as_json:
        show_json(
            [
                plain(row) | {"what": texts.operation(row.kind, row.params, session.language)}
                for row in rows
            ]
        )
        return
    show(
        table(
            (
                str(row.seq),
                row.at.strftime("%Y-%m-%d %H:%M"),
                row.actor,
                texts.operation(row.kind, row.params, session.language),
            )
            for row in rows
        )
    )


@click.command("undo", cls=Command, help="cli.program.undo")
@workbook_argument
@click.pass_obj
def undo(session: Session, workbook: Path) -> None:
    """Take the last change back, as a new change."""
    with writing(workbook) as opened:
        changes = undo_last(opened)
    show([texts.operation(changes.kind, dict(changes.params), session.language)])
