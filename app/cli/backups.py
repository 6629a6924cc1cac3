"""`backup` and `restore`."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.command import Command, workbook_argument
from app.cli.open import reading
from app.cli.output import carry_out, show
from app.cli.session import Session
from app.services.backups import back_up
from app.services.backups import restore as restore_backup


@click.command("backup", cls=Command, help="cli.program.backup")
@workbook_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(session: Session, workbook: Path, file: Path) -> None:
    """Write the whole workbook into one file."""
    with reading(workbook) as opened:
        result = carry_out(back_up(opened, file.absolute()))
    show([session.say("cli.backup.done", path=result.path, size=result.size)])


@click.command("restore", cls=Command, help="cli.program.restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def restore(session: Session, file: Path, folder: Path) -> None:
    """Lay the workbook of a backup out in a new folder."""
    path = carry_out(restore_backup(file, folder.absolute()))
    show([session.say("cli.restore.done", path=path)])
