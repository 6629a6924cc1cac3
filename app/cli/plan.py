"""`plan …`: the annual plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import click

from app.cli.command import Command, Decorated, Group, given, json_option, workbook_argument
from app.cli.comparison import comparison_as_dict, comparison_lines
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import labelled, plain, show, show_json
from app.cli.session import Session
from app.cli.table_commands import Exchange, export_command, import_command
from app.cli.values import date_value
from app.domain.dates import format_date
from app.domain.vocabulary import Progress
from app.queries.plan import TaskRow, by_unit, by_year, overdue, tasks
from app.services.plan import TaskFields, add_task, edit_task, remove_task
from app.services.tables.comparing import Comparison

_FIELDS = ("year", "title", "unit", "due", "state", "notes", "requirements")

plan = Group(
    name="plan",
    help="cli.program.plan",
    no_args_is_help=True,
    members={
        "list": "app.cli.plan:list_",
        "add": "app.cli.plan:add",
        "edit": "app.cli.plan:edit",
        "remove": "app.cli.plan:remove",
        "import": "app.cli.plan:import_",
        "export": "app.cli.plan:export",
    },
)


def _options(needed: bool) -> Callable[[Decorated], Decorated]:
    def decorate(function: Decorated) -> Decorated:
        for option in (
            click.option("--notes", metavar="cli.value.text", help="field.notes"),
            click.option(
                "--requirement",
                "requirements",
                multiple=True,
                metavar="cli.value.requirement",
                help="cli.option.task-requirement",
            ),
            click.option(
                "--state", type=click.Choice([str(item) for item in Progress]), help="field.state"
            ),
            click.option("--due", type=date_value, metavar="cli.value.date", help="field.due"),
            click.option("--unit", metavar="cli.value.text", help="field.unit"),
            click.option(
                "--title", required=needed, metavar="cli.value.text", help="field.plan_task.title"
            ),
            click.option(
                "--year",
                type=int,
                required=needed,
                metavar="cli.value.year",
                help="field.plan_task.year",
            ),
        ):
            function = option(function)
        return function

    return decorate


@click.command("list", cls=Command, help="cli.program.plan.list")
@workbook_argument
@click.option("--year", type=int, metavar="cli.value.year", help="cli.option.only-year")
@click.option("--unit", metavar="cli.value.text", help="cli.option.only-unit")
@click.option("--by-unit", "units", is_flag=True, help="cli.option.by-unit")
@click.option("--overdue", "late", is_flag=True, help="cli.option.overdue")
@json_option
@click.pass_obj
def list_(
    session: Session,
    workbook: Path,
    year: int | None,
    unit: str | None,
    units: bool,
    late: bool,
    as_json: bool,
) -> None:
    """List tasks by year or by unit, or those that are overdue."""
    with reading(workbook) as opened:
        rows = tasks(opened)
    rows = [row for row in rows if year in (None, row.year) and unit in (None, row.unit)]
    if late:
        rows = overdue(rows, session.today)
    if as_json:
        show_json([_as_dict(row, session) for row in rows])
    elif not rows:
        show([session.say("cli.plan.none")])
    elif late:
        show(table(_list_line(row, session) for row in rows))
    else:
        show(_grouped(rows, units, session))


@click.command("add", cls=Command, help="cli.program.plan.add")
@workbook_argument
@_options(needed=True)
@json_option
@click.pass_context
def add(ctx: click.Context, /, workbook: Path, as_json: bool, **_: Any) -> None:
    """Add a task and show it with its code."""
    with writing(workbook) as opened:
        changes = add_task(opened, **_given(ctx))
        row = _one(tasks(opened), str(changes.params["code"]))
    _show_one(row, ctx.obj, as_json)


@click.command("edit", cls=Command, help="cli.program.plan.edit")
@workbook_argument
@click.argument("task")
@_options(needed=False)
@json_option
@click.pass_context
def edit(ctx: click.Context, /, workbook: Path, task: str, as_json: bool, **_: Any) -> None:
    """Change what is given."""
    with writing(workbook) as opened:
        edit_task(opened, task, **_given(ctx))
        row = _one(tasks(opened), task)
    _show_one(row, ctx.obj, as_json)


@click.command("remove", cls=Command, help="cli.program.plan.remove")
@workbook_argument
@click.argument("task")
@click.pass_obj
def remove(session: Session, workbook: Path, task: str) -> None:
    """Remove a task."""
    with writing(workbook) as opened:
        remove_task(opened, task)
    show([session.say("cli.removed", name=task)])


def _exchange() -> Exchange[Comparison]:
    from app.services.plan_table import compare_plan, import_plan, write_plan

    return Exchange(
        lambda workbook, table, session: compare_plan(workbook, table),
        import_plan,
        comparison_lines,
        comparison_as_dict,
        lambda workbook, target, session, empty: write_plan(
            workbook, target, session.language, empty=empty
        ),
    )


import_ = import_command("cli.program.plan.import", _exchange)
export = export_command("cli.program.plan.export", _exchange)


def _given(ctx: click.Context) -> TaskFields:
    fields = given(ctx, _FIELDS)
    if "state" in fields:
        fields["state"] = Progress(fields["state"])
    return cast(TaskFields, fields)


def _one(rows: list[TaskRow], code: str) -> TaskRow:
    return next(row for row in rows if row.code == code)


def _as_dict(row: TaskRow, session: Session) -> dict[str, Any]:
    data: dict[str, Any] = plain(row)
    return data | {"overdue": row.is_overdue(session.today)}


def _grouped(rows: list[TaskRow], units: bool, session: Session) -> Iterator[str]:
    for group in by_unit(rows) if units else by_year(rows):
        name = group.name or session.say("cli.plan.no-unit")
        yield session.say("cli.plan.group", name=name, done=group.done, total=group.applicable)
        yield from (f"  {line}" for line in table(_list_line(row, session) for row in group.tasks))


def _list_line(row: TaskRow, session: Session) -> tuple[str, ...]:
    due = format_date(row.due, session.language)
    late = session.say("cli.plan.overdue") if row.is_overdue(session.today) else ""
    state = session.say(f"progress.{row.state}")
    return (row.code, str(row.year), state, f"{due} {late}".strip(), row.unit, row.title)


def _show_one(row: TaskRow, session: Session, as_json: bool) -> None:
    if as_json:
        show_json(_as_dict(row, session))
    else:
        show(_lines(row, session))


def _lines(row: TaskRow, session: Session) -> Iterator[str]:
    yield f"{row.code} {row.title}"
    values = {
        "year": str(row.year),
        "unit": row.unit,
        "due": format_date(row.due, session.language),
        "state": session.say(f"progress.{row.state}"),
        "requirements": " ".join(row.requirements),
        "notes": row.notes,
    }
    yield from labelled(session, values, "field.plan_task")
