"""`catalog diff` and `catalog upgrade`: what a newer edition changes, and taking it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from app.catalog.editions import Difference, differences
from app.catalog.load import load_edition, load_notice
from app.catalog.requirement import Requirement, requirement_as_dict
from app.catalog.schema import Document
from app.cli.command import Command, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import show, show_json
from app.cli.session import Session
from app.domain.editions import Kind
from app.errors import UserError
from app.queries.catalogue import document as present_document
from app.queries.editions import edition_differences
from app.services.editions import take_over

# The word for the edition that the program comes with.
BUILTIN = "builtin"


@click.command("diff", cls=Command, help="cli.program.catalog.diff")
@click.argument("old")
@click.argument("new")
@json_option
@click.pass_obj
def diff(session: Session, old: str, new: str, as_json: bool) -> None:
    """Show what one edition of the catalogue changes against another."""
    before, after = _edition(old), _edition(new)
    if before.id != after.id:
        raise UserError("edition.other-document", document=after.id, present=before.id)
    rows = differences(before.version, before.requirements, after)
    _show(rows, before.version, after.version, False, as_json, session)


@click.command("upgrade", cls=Command, help="cli.program.catalog.upgrade")
@workbook_argument
@click.option(
    "--to", "edition", required=True, metavar="cli.value.edition", help="cli.option.edition"
)
@click.option("--apply", "applied", is_flag=True, help="cli.option.take-over")
@json_option
@click.pass_obj
def upgrade(session: Session, workbook: Path, edition: str, applied: bool, as_json: bool) -> None:
    """Show what an edition would change in a workbook, and with --apply take it over."""
    after = _edition(edition)
    with writing(workbook) if applied else reading(workbook) as opened:
        version = present_document(opened).version
        rows = edition_differences(opened, after)
        if applied:
            take_over(opened, after)
    _show(rows, version, after.version, applied, as_json, session)


def _edition(name: str) -> Document:
    return load_notice() if name == BUILTIN else load_edition(Path(name))


def _show(
    rows: Sequence[Difference],
    old: str,
    new: str,
    applied: bool,
    as_json: bool,
    session: Session,
) -> None:
    counts = {str(kind): sum(row.kind is kind for row in rows) for kind in Kind}
    if as_json:
        changes = [_as_dict(row) for row in rows]
        show_json(
            {"from": old, "to": new, "applied": applied, "counts": counts, "changes": changes}
        )
        return
    show(table(_line(row, session) for row in rows if row.kind is not Kind.SAME))
    show(_verdict(old, new, counts, applied, session))


def _verdict(
    old: str, new: str, counts: dict[str, int], applied: bool, session: Session
) -> Iterator[str]:
    yield session.say("cli.edition.versions", old=old, new=new)
    yield session.say("report.separator").join(
        f"{session.say(f'edition.{kind}')} {count}" for kind, count in counts.items() if count
    )
    if applied:
        yield session.say("cli.edition.applied")


def _as_dict(row: Difference) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "before": [_wording(item) for item in row.before],
        "after": [_wording(item) for item in row.after],
        "fields": row.fields,
        "to_review": row.edited,
    }


def _wording(item: Requirement) -> dict[str, Any]:
    return requirement_as_dict(item) | {"hash": item.hash}


def _line(row: Difference, session: Session) -> tuple[str, ...]:
    old, new = (" ".join(item.id for item in items) for items in (row.before, row.after))
    ids = old if old == new else f"{old} → {new}" if old and new else old or new
    said = session.pick((row.after or row.before)[0].title)
    if row.fields:
        names = (session.say(f"edition.field.{name}") for name in row.fields)
        said = session.say(
            "cli.labelled", label=said, value=session.say("report.separator").join(names)
        )
    return session.say(f"edition.{row.kind}"), ids, said
