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
from app.domain.numbers import normal_name
from app.errors import UserError
from app.queries.bin import BinnedRow, bin_list
from app.queries.evidence import EvidenceRow, evidence
from app.queries.evidence_parts import FileRow
from app.services import bin as bin_service
from app.services.evidence import remove as remove_evidence
from app.services.evidence_files import remove_file
from app.services.workbooks import Workbook

# Of a hash, to name a file by it.
_DIGITS = 8

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
@click.option("--file", default="", metavar="cli.value.file", help="cli.option.remove-file")
@click.option("--all-editions", is_flag=True, help="cli.option.all-editions")
@json_option
@click.pass_obj
def remove(
    session: Session,
    workbook: Path,
    numbers: Sequence[str],
    file: str,
    all_editions: bool,
    as_json: bool,
) -> None:
    """Move dossiers to the bin, or take one file out of a dossier."""
    if file or all_editions:
        _remove_file(session, workbook, numbers, file, all_editions, as_json)
        return
    with writing(workbook) as opened:
        rows = [evidence(opened, number) for number in dict.fromkeys(numbers)]
        remove_evidence(opened, [row.id for row in rows], session.today)
    if as_json:
        show_json([{"id": row.id, "number": row.number, "title": row.title} for row in rows])
    else:
        show(session.say("cli.bin.removed", number=row.number, title=row.title) for row in rows)


def _remove_file(
    session: Session,
    workbook: Path,
    numbers: Sequence[str],
    name: str,
    all_editions: bool,
    as_json: bool,
) -> None:
    if len(set(numbers)) != 1 or not name:
        raise UserError("attachment.one-dossier")
    with writing(workbook) as opened:
        row = evidence(opened, numbers[0])
        file = _named(row, name)
        remove_file(opened, file.id, all_editions=all_editions)
        row = evidence(opened, row.id)
    if as_json:
        show_json(row)
    else:
        show([session.say("cli.evidence.file-removed", number=row.number, name=file.name)])


def _named(row: EvidenceRow, name: str) -> FileRow:
    """The file in force with that name, or any edition by its hash.

    Raises UserError `attachment.not-in`, `attachment.several`.
    """
    found = [each for each in row.files if each.name == normal_name(name)]
    if not found and len(name) >= _DIGITS:
        files = (*row.files, *row.earlier)
        found = [each for each in files if each.sha256.startswith(name.lower())]
    if not found:
        raise UserError("attachment.not-in", number=row.number, name=name)
    if len(found) > 1:
        raise UserError("attachment.several", number=row.number, name=name)
    return found[0]


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
