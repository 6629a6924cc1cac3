"""`requirement …`: the region's own requirements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import click

from app.cli.command import Command, Decorated, Group, given, json_option, workbook_argument
from app.cli.comparison import comparison_as_dict, comparison_lines
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import labelled, show, show_json
from app.cli.session import Session
from app.cli.table_commands import Exchange, export_command, import_command
from app.cli.values import date_value
from app.domain.dates import format_date
from app.queries.own import OwnRequirement, own_requirements
from app.services.own_requirements import (
    OwnFields,
    add_requirement,
    edit_requirement,
    remove_requirement,
)
from app.services.tables.comparing import Comparison

_FIELDS = ("title", "statement", "unit", "due", "notes")

requirement = Group(
    name="requirement",
    help="cli.program.requirement",
    no_args_is_help=True,
    members={
        "list": "app.cli.own:list_",
        "add": "app.cli.own:add",
        "edit": "app.cli.own:edit",
        "remove": "app.cli.own:remove",
        "import": "app.cli.own:import_",
        "export": "app.cli.own:export",
    },
)


def _options(title_needed: bool) -> Callable[[Decorated], Decorated]:
    def decorate(function: Decorated) -> Decorated:
        for option in (
            click.option("--notes", metavar="cli.value.text", help="field.notes"),
            click.option("--due", type=date_value, metavar="cli.value.date", help="field.due"),
            click.option("--unit", metavar="cli.value.text", help="field.unit"),
            click.option("--statement", metavar="cli.value.text", help="field.statement"),
            click.option(
                "--title", required=title_needed, metavar="cli.value.text", help="field.title"
            ),
        ):
            function = option(function)
        return function

    return decorate


@click.command("list", cls=Command, help="cli.program.requirement.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """List the region's own requirements."""
    with reading(workbook) as opened:
        rows = own_requirements(opened)
    if as_json:
        show_json(rows)
    elif rows:
        show(table((row.id, row.title, *_state(row, session)) for row in rows))
    else:
        show([session.say("cli.requirement.none")])


@click.command("add", cls=Command, help="cli.program.requirement.add")
@workbook_argument
@_options(title_needed=True)
@json_option
@click.pass_context
def add(ctx: click.Context, /, workbook: Path, as_json: bool, **_: Any) -> None:
    """Add a requirement and show it with its id."""
    with writing(workbook) as opened:
        changes = add_requirement(opened, **_given(ctx))
        row = _one(own_requirements(opened), str(changes.params["requirement"]))
    _show_one(row, ctx.obj, as_json)


@click.command("edit", cls=Command, help="cli.program.requirement.edit")
@workbook_argument
@click.argument("requirement")
@_options(title_needed=False)
@json_option
@click.pass_context
def edit(ctx: click.Context, /, workbook: Path, requirement: str, as_json: bool, **_: Any) -> None:
    """Change what is given."""
    with writing(workbook) as opened:
        edit_requirement(opened, requirement, **_given(ctx))
        row = _one(own_requirements(opened), requirement)
    _show_one(row, ctx.obj, as_json)


@click.command("remove", cls=Command, help="cli.program.requirement.remove")
@workbook_argument
@click.argument("requirement")
@click.pass_obj
def remove(session: Session, workbook: Path, requirement: str) -> None:
    """Remove a requirement with its answer."""
    with writing(workbook) as opened:
        remove_requirement(opened, requirement)
    show([session.say("cli.requirement.removed", requirement=requirement)])


def _exchange() -> Exchange[Comparison]:
    from app.services.own_table import compare_own_table, import_own_table, write_own_table

    return Exchange(
        lambda workbook, table, session: compare_own_table(workbook, table),
        import_own_table,
        comparison_lines,
        comparison_as_dict,
        lambda workbook, target, session, empty: write_own_table(
            workbook, target, session.language, empty=empty
        ),
    )


import_ = import_command("cli.program.requirement.import", _exchange)
export = export_command("cli.program.requirement.export", _exchange)


def _given(ctx: click.Context) -> OwnFields:
    return cast(OwnFields, given(ctx, _FIELDS))


def _one(rows: list[OwnRequirement], requirement_id: str) -> OwnRequirement:
    return next(row for row in rows if row.id == requirement_id)


def _state(row: OwnRequirement, session: Session) -> tuple[str, str]:
    return row.unit, format_date(row.due, session.language)


def _show_one(row: OwnRequirement, session: Session, as_json: bool) -> None:
    if as_json:
        show_json(row)
    else:
        show(_lines(row, session))


def _lines(row: OwnRequirement, session: Session) -> Iterator[str]:
    yield f"{row.id} {row.title}"
    values = {
        "statement": row.statement,
        "unit": row.unit,
        "due": format_date(row.due, session.language),
        "notes": row.notes,
    }
    yield from labelled(session, values)
