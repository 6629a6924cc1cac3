"""`evidence …`: taking files and folders in, and listing what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from app import texts
from app.cli.command import Command, Group, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import carry_out, show, show_json
from app.cli.session import Session
from app.queries.answers import answer
from app.queries.evidence import EvidenceRow, evidence_list
from app.services.evidence import FileResult, Target, add_files
from app.services.intake.folders import files_of
from app.services.intake.item import Item
from app.services.intake.survey import survey
from app.services.intake.taking import take

_SOME_REFUSED = 2
# Signs of a file's name in a table.
_NAME = 40

evidence = Group(
    name="evidence",
    help="cli.program.evidence",
    no_args_is_help=True,
    members={
        "add": "app.cli.evidence:add",
        "list": "app.cli.evidence:list_",
        "edit": "app.cli.evidence_links:edit",
        "link": "app.cli.evidence_links:link",
        "unlink": "app.cli.evidence_links:unlink",
        "remove": "app.cli.bin:remove",
        "restore": "app.cli.bin:restore",
        "export": "app.cli.handover:handover",
    },
)


@click.command("add", cls=Command, help="cli.program.evidence.add")
@workbook_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--requirement", default="", metavar="cli.value.requirement", help="cli.option.requirement"
)
@click.option("--title", default="", metavar="cli.value.text", help="cli.option.title")
@click.option("--locator", default="", metavar="cli.value.text", help="field.locator")
@click.option("--look", is_flag=True, help="cli.option.look")
@click.option("--proposals", is_flag=True, help="cli.option.proposals")
@json_option
@click.pass_obj
def add(
    session: Session,
    workbook: Path,
    files: Sequence[Path],
    requirement: str,
    title: str,
    locator: str,
    look: bool,
    proposals: bool,
    as_json: bool,
) -> int:
    """Take files in as evidence; what became of each is said on a line."""
    target = Target(requirement_id=requirement, title=title, locator=locator)
    paths = expanded(files)
    if look:
        return _show_proposals(session, workbook, paths, target, as_json)
    with writing(workbook) as opened:
        if proposals:
            items = carry_out(survey(opened, paths, target))
            titled = [replace(item, title=title or item.title) for item in items]
            results = carry_out(take(opened, titled, locator)).files
        else:
            found = [one.path for one in files_of(paths, opened.folder)]
            results = carry_out(add_files(opened, found, target)).files
    if as_json:
        show_json([_as_dict(row, session) for row in results])
    else:
        show(_result_line(row, session) for row in results)
    return _SOME_REFUSED if any(row.error for row in results) else 0


@click.command("list", cls=Command, help="cli.program.evidence.list")
@workbook_argument
@click.option(
    "--requirement", default="", metavar="cli.value.requirement", help="cli.option.only-requirement"
)
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, requirement: str, as_json: bool) -> None:
    """List the evidence, all of it or that of one requirement."""
    with reading(workbook) as opened:
        if requirement:
            answer(opened, requirement)
        rows = evidence_list(opened, requirement)
    if as_json:
        show_json(rows)
    elif rows:
        show(table(_list_line(row, session) for row in rows))
    else:
        show([session.say("cli.evidence.none")])


def _show_proposals(
    session: Session, workbook: Path, paths: Sequence[Path], target: Target, as_json: bool
) -> int:
    """What --proposals would do with each file; nothing is written."""
    with reading(workbook) as opened:
        items = carry_out(survey(opened, paths, target))
    if as_json:
        show_json([_proposal_as_dict(item, session) for item in items])
    else:
        show(table(_proposal_line(item, session) for item in items))
    return _SOME_REFUSED if any(item.error for item in items) else 0


def expanded(paths: Sequence[Path]) -> list[Path]:
    """Names with * or ? that no file has, as the files they stand for: Windows leaves it to us."""
    found: list[Path] = []
    for path in paths:
        is_pattern = any(sign in path.name for sign in "*?") and not path.exists()
        found.extend((is_pattern and sorted(path.parent.glob(path.name))) or [path])
    return found


def _result_line(row: FileResult, session: Session) -> str:
    outcome = session.say(f"outcome.{row.outcome}")
    if row.error is not None:
        return session.say("cli.labelled", label=outcome, value=_message(row, session))
    if row.outcome == "skipped":
        value = _message(row, session) or row.name
    else:
        value = f"{row.number} {row.name}"
        if row.unread:
            value = session.say("cli.evidence.noted", file=value, note=_message(row, session))
    return session.say("cli.labelled", label=outcome, value=value)


def _message(row: FileResult, session: Session) -> str:
    """Why a file was refused or can't be read, or where it is already; else ""."""
    if row.error is not None:
        return texts.sentence(row.error, session.language)
    if not row.reason:
        return ""
    return session.say(row.reason, number=row.number, name=row.name)


def _as_dict(row: FileResult, session: Session) -> dict[str, object]:
    return {
        "file": row.path,
        "outcome": row.outcome,
        "evidence_id": row.evidence_id,
        "number": row.number,
        "error": row.error.code if row.error else None,
        "unread": str(row.unread) or None,
        "message": _message(row, session),
    }


def _proposal_as_dict(item: Item, session: Session) -> dict[str, object]:
    return {
        "file": item.path,
        "place": "/".join(item.place),
        "choice": None if item.error else item.choice,
        "title": item.title,
        "kind": item.kind,
        "document_number": item.document_number,
        "issuing_body": item.issuing_body,
        "formed_on": item.formed_on,
        "requirement_id": item.requirement_id,
        "standards": item.standards,
        "same": [held.number for held in item.same],
        "same_name": [held.number for held in item.former],
        "namesake": item.namesake or None,
        "error": item.error.code if item.error else None,
        "unread": str(item.unread) or None,
        "message": _note(item, session),
    }


def _note(item: Item, session: Session) -> str:
    """Why a file can't be taken, or can't be read; "" for others."""
    if item.error is not None:
        return texts.sentence(item.error, session.language)
    return session.say(f"unread.{item.unread}") if item.unread else ""


def _proposal_line(item: Item, session: Session) -> tuple[str, ...]:
    """The title, which may be long, comes last; for what can't be taken it is the reason."""
    name = _short(item.place[-1])
    if item.error is not None:
        return session.say("outcome.refused"), name, "", "", _note(item, session)
    title = f"{item.title} {item.document_number}".strip()
    if item.unread:
        title = session.say("cli.evidence.noted", file=title, note=_note(item, session))
    return (
        session.say(f"choice.{item.choice}"),
        name,
        item.requirement_id or "—",
        session.say(f"kind.{item.kind}"),
        title,
    )


def _short(name: str) -> str:
    """Beginning and end of a name that would make the table as wide as itself."""
    return name if len(name) <= _NAME else f"{name[: _NAME - 13]}…{name[-12:]}"


def _list_line(row: EvidenceRow, session: Session) -> tuple[str, ...]:
    """The title, which may be long, comes last."""
    files = session.say("cli.evidence.files", count=len(row.files), size=row.size)
    requirements = session.say("report.separator").join(link.requirement_id for link in row.links)
    return row.number, session.say(f"kind.{row.kind}"), files, requirements or "—", row.title
