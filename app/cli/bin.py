"""`evidence remove` and `bin list|restore|empty`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from app.cli.command import Command, Group, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import plain, show, show_json
from app.cli.session import Session
from app.domain.dates import format_date
from app.errors import UserError
from app.queries.bin import BinnedRow, bin_list
from app.queries.evidence import evidence
from app.services import bin as bin_service
from app.services.evidence import remove as remove_evidence
from app.services.workbooks import Workbook

bin_ = Group(
    name="bin",
    help="cli.program.bin",
    no_args_is_help=True,
    members={
        "list": "app.cli.bin:list_",
        "restore": "app.cli.bin:restore",
        "empty": "app.cli.bin:empty",
    },
)


@click.command("remove", cls=Command, help="cli.program.evidence.remove")
@workbook_argument
@click.argument("numbers", nargs=-1, required=True)
@json_option
@click.pass_obj
def remove(session: Session, workbook: Path, numbers: Sequence[str], as_json: bool) -> None:
    """Move dossiers to the bin."""
    with writing(workbook) as opened:
        rows = [evidence(opened, number) for number in dict.fromkeys(numbers)]
        remove_evidence(opened, [row.id for row in rows], session.today)
    if as_json:
        show_json([{"id": row.id, "number": row.number, "title": row.title} for row in rows])
    else:
        show(session.say("cli.bin.removed", number=row.number, title=row.title) for row in rows)


@click.command("list", cls=Command, help="cli.program.bin.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """What lies in the bin, those removed last first."""
    with reading(workbook) as opened:
        rows = bin_list(opened)
    if as_json:
        show_json([plain(row) | {"size": row.size} for row in rows])
    elif rows:
        show(table(_line(row, session) for row in rows))
    else:
        show([session.say("cli.bin.none")])


@click.command("restore", cls=Command, help="cli.program.bin.restore")
@workbook_argument
@click.argument("numbers", nargs=-1, required=True)
@json_option
@click.pass_obj
def restore(session: Session, workbook: Path, numbers: Sequence[str], as_json: bool) -> None:
    """Bring dossiers back."""
    with writing(workbook) as opened:
        rows = _chosen(opened, numbers)
        bin_service.restore(opened, [row.id for row in rows])
    if as_json:
        show_json(rows)
    else:
        show(session.say("cli.bin.restored", number=row.number, title=row.title) for row in rows)


@click.command("empty", cls=Command, help="cli.program.bin.empty")
@workbook_argument
@click.argument("numbers", nargs=-1)
@click.option("--yes", is_flag=True, help="cli.option.bin.yes")
@json_option
@click.pass_obj
def empty(
    session: Session, workbook: Path, numbers: Sequence[str], yes: bool, as_json: bool
) -> None:
    """Delete all of the bin, or some dossiers of it, for good."""
    with writing(workbook) as opened:
        rows = _chosen(opened, numbers) if numbers else bin_list(opened)
        if rows and not yes:
            show(table(_line(row, session) for row in rows))
            raise UserError("bin.confirm", count=len(rows))
        done = bin_service.empty(opened, [row.id for row in rows])
    if as_json:
        show_json({"count": len(rows), "files": done.files, "size": done.size})
    elif not rows:
        show([session.say("cli.bin.none")])
    else:
        show([session.say("cli.bin.emptied", count=len(rows), files=done.files, size=done.size)])


def _chosen(workbook: Workbook, numbers: Sequence[str]) -> list[BinnedRow]:
    """The dossiers of the bin with these numbers; UserError `bin.unknown`."""
    known = {row.number: row for row in bin_list(workbook)}
    for number in numbers:
        if number not in known:
            raise UserError("bin.unknown", evidence=number)
    return [known[number] for number in dict.fromkeys(numbers)]


def _line(row: BinnedRow, session: Session) -> tuple[str, ...]:
    files = session.say("cli.evidence.files", count=len(row.files), size=row.size)
    removed = session.say(
        "cli.bin.when", on=format_date(row.binned_on, session.language), actor=row.actor
    )
    return row.number, files, removed, row.title
