"""`practice …`: practices that others can take over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import click

from app.cli.command import Command, Decorated, Group, given, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import labelled, show, show_json
from app.cli.session import Session
from app.queries.practices import PracticeRow, practices
from app.queries.practices import practice as one_practice
from app.services.practices import (
    PracticeFields,
    add_practice,
    edit_practice,
    remove_practice,
)

_TEXTS = ("title", "what", "novelty", "effect", "reach")
_LINKS = ("requirements", "evidence")

practice = Group(
    name="practice",
    help="cli.program.practice",
    no_args_is_help=True,
    members={
        "list": "app.cli.practice:list_",
        "add": "app.cli.practice:add",
        "edit": "app.cli.practice:edit",
        "remove": "app.cli.practice:remove",
    },
)


def _options(needed: bool) -> Callable[[Decorated], Decorated]:
    def decorate(function: Decorated) -> Decorated:
        for name, metavar in (("evidence", "evidence"), ("requirement", "requirement")):
            function = click.option(
                f"--{name}",
                "requirements" if name == "requirement" else name,
                multiple=True,
                metavar=f"cli.value.{metavar}",
                help=f"cli.option.practice-{name}",
            )(function)
        for name in reversed(_TEXTS):
            function = click.option(
                f"--{name}",
                required=needed and name == "title",
                metavar="cli.value.text",
                help=f"field.practice.{name}",
            )(function)
        return function

    return decorate


@click.command("list", cls=Command, help="cli.program.practice.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """List the practices."""
    with reading(workbook) as opened:
        rows = practices(opened)
    if as_json:
        show_json(rows)
    elif not rows:
        show([session.say("cli.practice.none")])
    else:
        show(table((row.code, " ".join(row.requirements), row.title) for row in rows))


@click.command("add", cls=Command, help="cli.program.practice.add")
@workbook_argument
@_options(needed=True)
@json_option
@click.pass_context
def add(ctx: click.Context, /, workbook: Path, as_json: bool, **_: Any) -> None:
    """Add a practice and show it with its code."""
    with writing(workbook) as opened:
        changes = add_practice(opened, **_given(ctx))
        row = one_practice(opened, str(changes.params["code"]))
    _show_one(row, ctx.obj, as_json)


@click.command("edit", cls=Command, help="cli.program.practice.edit")
@workbook_argument
@click.argument("practice")
@_options(needed=False)
@json_option
@click.pass_context
def edit(ctx: click.Context, /, workbook: Path, practice: str, as_json: bool, **_: Any) -> None:
    """Change what is given."""
    with writing(workbook) as opened:
        edit_practice(opened, practice, **_given(ctx))
        row = one_practice(opened, practice)
    _show_one(row, ctx.obj, as_json)


@click.command("remove", cls=Command, help="cli.program.practice.remove")
@workbook_argument
@click.argument("practice")
@click.pass_obj
def remove(session: Session, workbook: Path, practice: str) -> None:
    """Remove a practice."""
    with writing(workbook) as opened:
        remove_practice(opened, practice)
    show([session.say("cli.removed", name=practice)])


def _given(ctx: click.Context) -> PracticeFields:
    return cast(PracticeFields, given(ctx, (*_TEXTS, *_LINKS)))


def _show_one(row: PracticeRow, session: Session, as_json: bool) -> None:
    if as_json:
        show_json(row)
    else:
        show(_lines(row, session))


def _lines(row: PracticeRow, session: Session) -> Iterator[str]:
    yield f"{row.code} {row.title}"
    values = {name: getattr(row, name) for name in _TEXTS[1:]}
    values |= {name: " ".join(getattr(row, name)) for name in _LINKS}
    yield from labelled(session, values, "field.practice")
