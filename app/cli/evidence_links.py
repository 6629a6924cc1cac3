"""`evidence edit`, `evidence link` and `evidence unlink`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, cast

import click

from app.cli.command import Command, Decorated, given, json_option, workbook_argument
from app.cli.open import writing
from app.cli.output import labelled, show, show_json
from app.cli.session import Session
from app.cli.values import date_value
from app.domain.changes import Changes
from app.domain.dates import format_date
from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.errors import UserError
from app.queries.evidence import EvidenceRow, evidence
from app.queries.indicators import indicator
from app.queries.plan import tasks
from app.services import evidence_links
from app.services.evidence import EvidenceFields, edit_evidence
from app.services.workbooks import Workbook

_FIELDS = (
    "title",
    "kind",
    "document_number",
    "issuing_body",
    "formed_on",
    "valid_until",
    "confidentiality",
    "notes",
)


@click.command("edit", cls=Command, help="cli.program.evidence.edit")
@workbook_argument
@click.argument("number")
@click.option("--title", metavar="cli.value.text", help="field.title")
@click.option("--kind", type=click.Choice([str(kind) for kind in EvidenceKind]), help="field.kind")
@click.option("--document-number", metavar="cli.value.text", help="field.document_number")
@click.option("--issuing-body", metavar="cli.value.text", help="field.issuing_body")
@click.option("--formed-on", type=date_value, metavar="cli.value.date", help="field.formed_on")
@click.option("--valid-until", type=date_value, metavar="cli.value.date", help="field.valid_until")
@click.option(
    "--mark",
    "confidentiality",
    type=click.Choice([str(mark) for mark in Confidentiality]),
    help="field.confidentiality",
)
@click.option("--notes", metavar="cli.value.text", help="field.notes")
@json_option
@click.pass_context
def edit(ctx: click.Context, /, workbook: Path, number: str, as_json: bool, **_: Any) -> None:
    """Change what is said of a dossier."""
    fields = given(ctx, _FIELDS)
    for name, kind in (("kind", EvidenceKind), ("confidentiality", Confidentiality)):
        if name in fields:
            fields[name] = kind(fields[name])
    with writing(workbook) as opened:
        row = evidence(opened, number)
        edit_evidence(opened, row.id, **cast(EvidenceFields, fields))
        row = evidence(opened, row.id)
    _show_one(row, ctx.obj, as_json)


class _Partner(NamedTuple):
    """What a dossier is linked with: id, the ways to link and unlink, and what to call it."""

    id: str
    link: Callable[..., Changes]
    unlink: Callable[..., Changes]
    name: str


def _partner_options(function: Decorated) -> Decorated:
    for option in (
        click.option("--task", default="", metavar="cli.value.task", help="cli.option.link-task"),
        click.option(
            "--reading",
            nargs=2,
            type=(str, date_value),
            metavar="cli.value.reading",
            help="cli.option.link-reading",
        ),
        click.option(
            "--requirement",
            default="",
            metavar="cli.value.requirement",
            help="cli.option.link-requirement",
        ),
    ):
        function = option(function)
    return function


@click.command("link", cls=Command, help="cli.program.evidence.link")
@workbook_argument
@click.argument("number")
@_partner_options
@click.option("--locator", default="", metavar="cli.value.text", help="field.locator")
@click.option("--proves", default="", metavar="cli.value.text", help="field.proves")
@json_option
@click.pass_obj
def link(
    session: Session,
    workbook: Path,
    number: str,
    requirement: str,
    reading: tuple[str, date | None] | None,
    task: str,
    locator: str,
    proves: str,
    as_json: bool,
) -> None:
    """Link a dossier, or change where in it and what it proves."""
    with writing(workbook) as opened:
        row = evidence(opened, number)
        partner = _partner(session, opened, requirement, reading, task)
        partner.link(opened, row.id, partner.id, locator, proves)
        row = evidence(opened, row.id)
    if as_json:
        show_json(row)
    else:
        show([session.say("cli.evidence.linked", number=row.number, name=partner.name)])


@click.command("unlink", cls=Command, help="cli.program.evidence.unlink")
@workbook_argument
@click.argument("number")
@_partner_options
@json_option
@click.pass_obj
def unlink(
    session: Session,
    workbook: Path,
    number: str,
    requirement: str,
    reading: tuple[str, date | None] | None,
    task: str,
    as_json: bool,
) -> None:
    """Take a dossier away from something; both stay."""
    with writing(workbook) as opened:
        row = evidence(opened, number)
        partner = _partner(session, opened, requirement, reading, task)
        partner.unlink(opened, row.id, partner.id)
        row = evidence(opened, row.id)
    if as_json:
        show_json(row)
    else:
        show([session.say("cli.evidence.unlinked", number=row.number, name=partner.name)])


def _partner(
    session: Session,
    workbook: Workbook,
    requirement: str,
    reading: tuple[str, date | None] | None,
    task: str,
) -> _Partner:
    """The one thing that was named. Raises UserError `evidence.one-partner` and what is unknown."""
    if sum(map(bool, (requirement, reading, task))) != 1:
        raise UserError("evidence.one-partner")
    if requirement:
        return _Partner(requirement, evidence_links.link, evidence_links.unlink, requirement)
    if task:
        row = next((one for one in tasks(workbook) if one.code == task), None)
        if row is None:
            raise UserError("plan.unknown", task=task)
        return _Partner(row.id, evidence_links.link_task, evidence_links.unlink_task, task)
    code, on = cast(tuple[str, date | None], reading)
    readings = indicator(workbook, code, session.today).readings
    found = next((one for one in readings if one.on == on), None)
    if found is None:
        raise UserError("reading.unknown")
    name = f"{code} {format_date(found.on, session.language)}"
    return _Partner(found.id, evidence_links.link_reading, evidence_links.unlink_reading, name)


def _show_one(row: EvidenceRow, session: Session, as_json: bool) -> None:
    if as_json:
        show_json(row)
        return
    values = {
        "number": row.number,
        "title": row.title,
        "kind": session.say(f"kind.{row.kind}"),
        "document_number": row.document_number,
        "issuing_body": row.issuing_body,
        "formed_on": format_date(row.formed_on, session.language),
        "valid_until": format_date(row.valid_until, session.language),
        "confidentiality": session.say(f"confidentiality.{row.confidentiality}"),
        "notes": row.notes,
    }
    show(labelled(session, values))
