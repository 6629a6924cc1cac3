"""`indicator …`: indicators, their readings, and readings as Excel files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from app import texts
from app.cli.command import Command, Group, given, json_option, workbook_argument
from app.cli.comparison import verdict
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import plain, show, show_json
from app.cli.session import Session
from app.cli.table_commands import Exchange, export_command, import_command
from app.cli.values import date_value
from app.domain.dates import format_date
from app.domain.indicators import format_value, parse_value
from app.queries.indicators import IndicatorRow, indicators
from app.queries.indicators import indicator as one_indicator
from app.reports.amounts import amount, goal_with_year, pace_word
from app.services.indicators import add_preset
from app.services.measurements import ReadingFields, set_reading
from app.services.readings_import import ImportLine, ImportPlan, apply_import, plan_import

indicator = Group(
    name="indicator",
    help="cli.program.indicator",
    no_args_is_help=True,
    members={
        "list": "app.cli.indicator:list_",
        "add": "app.cli.indicator:add",
        "read": "app.cli.indicator:read",
        "import": "app.cli.indicator:import_",
        "export": "app.cli.indicator:export",
    },
)


@click.command("list", cls=Command, help="cli.program.indicator.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """List the indicators with what they are to reach and have reached."""
    with reading(workbook) as opened:
        rows = indicators(opened, session.today)
    if as_json:
        show_json([_as_dict(row) for row in rows])
    else:
        show(table(_list_line(row, session) for row in rows))


@click.command("add", cls=Command, help="cli.program.indicator.add")
@workbook_argument
@click.argument("code")
@json_option
@click.pass_obj
def add(session: Session, workbook: Path, code: str, as_json: bool) -> None:
    """Take an indicator of the catalogue over."""
    with writing(workbook) as opened:
        add_preset(opened, code)
        row = one_indicator(opened, code, session.today)
    _show_one(row, session, as_json)


@click.command("read", cls=Command, help="cli.program.indicator.read")
@workbook_argument
@click.argument("code")
@click.option("--value", metavar="cli.value.number", help="field.value")
@click.option("--on", type=date_value, metavar="cli.value.date", help="cli.option.on")
@click.option("--source", metavar="cli.value.text", help="field.source")
@click.option("--notes", metavar="cli.value.text", help="field.notes")
@json_option
@click.pass_context
def read(
    ctx: click.Context, /, workbook: Path, code: str, on: date | None, as_json: bool, **_: Any
) -> None:
    """Enter a reading where one is given, then show the indicator with its readings."""
    session: Session = ctx.obj
    fields = given(ctx, ("value", "source", "notes"))
    with writing(workbook) if fields else reading(workbook) as opened:
        row = one_indicator(opened, code, session.today)
        if fields:
            if "value" in fields:
                fields["value"] = parse_value(row.unit, fields["value"])
            day = on or session.today
            set_reading(opened, row.id, day, session.today, **cast(ReadingFields, fields))
            row = one_indicator(opened, row.id, session.today)
    _show_one(row, session, as_json)


def _exchange() -> Exchange[ImportPlan]:
    from app.services.readings_export import write_readings

    return Exchange(
        lambda workbook, table, session: plan_import(workbook, table, session.today),
        apply_import,
        _plan_lines,
        _plan_as_dict,
        lambda workbook, target, session, empty: write_readings(
            workbook, target, session.language, session.today, empty=empty
        ),
    )


import_ = import_command("cli.program.indicator.import", _exchange)
export = export_command("cli.program.indicator.export", _exchange, "cli.option.template")


def _show_one(row: IndicatorRow, session: Session, as_json: bool) -> None:
    if as_json:
        show_json(_as_dict(row))
    else:
        show(_lines(row, session))


def _as_dict(row: IndicatorRow) -> dict[str, Any]:
    data: dict[str, Any] = plain(row)
    return data | {"last": plain(row.last)}


def _list_line(row: IndicatorRow, session: Session) -> tuple[str, ...]:
    last = (
        amount(row.unit, row.last.value, session.language) if row.last else session.say("cli.empty")
    )
    targets = session.say("report.separator").join(
        goal_with_year(row, target, session.language) for target in row.governing_targets
    )
    return (
        row.code,
        last,
        targets,
        session.say(f"pace.{row.pace_on(session.today)}"),
        session.pick(row.title),
    )


def _lines(row: IndicatorRow, session: Session) -> Iterator[str]:
    yield f"{row.code} {session.pick(row.title)}"
    for target in row.targets:
        label = session.say(f"origin.{target.origin}")
        value = goal_with_year(row, target, session.language)
        standing = pace_word(target, session.language)
        yield session.say("cli.labelled", label=label, value=f"{value}  {standing}")
    if row.baseline is not None:
        day = format_date(row.baseline.on, session.language)
        value = f"{amount(row.unit, row.baseline.value, session.language)}  {day}"
        yield session.say("cli.labelled", label=session.say("field.baseline"), value=value)
    for one in row.readings:
        day = format_date(one.on, session.language)
        parts = (
            day,
            amount(row.unit, one.value, session.language),
            one.source,
            one.notes,
            one.evidence_number,
        )
        yield "  " + "  ".join(part for part in parts if part)


def _plan_lines(plan: ImportPlan, applied: bool, session: Session) -> Iterator[str]:
    rows = (_plan_line(line, session) for line in plan.lines if line.outcome != "same")
    yield from table(rows)
    yield from verdict(plan, applied, session)


def _plan_line(line: ImportLine, session: Session) -> tuple[str, ...]:
    outcome = session.say(f"outcome.{line.outcome}")
    row = session.say("cli.import.row", row=line.row)
    if line.error is not None:
        return row, outcome, line.code, "", texts.sentence(line.error, session.language)
    day = format_date(line.on, session.language)
    values = [format_value(one.value) for one in (line.before, line.after) if one]
    shown = " → ".join(dict.fromkeys(values))
    return row, outcome, line.code, day, shown, *_changed_texts(line, session)


def _changed_texts(line: ImportLine, session: Session) -> Iterator[str]:
    """Source and remark where what was there is replaced or cleared."""
    for name, old, new in line.after.new_texts(line.before) if line.after else ():
        if old:
            value = f"{old} → {new or session.say('cli.empty')}"
            yield session.say("cli.labelled", label=session.say(f"field.{name}"), value=value)


def _plan_as_dict(plan: ImportPlan, applied: bool, session: Session) -> dict[str, Any]:
    return {
        "applied": applied,
        "counts": {name: plan.count(name) for name in ("new", "changed", "same", "error")},
        "ignored": plan.ignored,
        "rows": [
            {
                "row": line.row,
                "outcome": line.outcome,
                "code": line.code,
                "on": plain(line.on),
                "before": plain(line.before),
                "after": plain(line.after),
                "error": line.error.code if line.error else None,
                "message": texts.sentence(line.error, session.language) if line.error else "",
            }
            for line in plan.lines
        ],
    }
