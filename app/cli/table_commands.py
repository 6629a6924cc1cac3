"""`import` and `export` of what can be filled in as a table in Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import click

from app.cli.command import Command, json_option, workbook_argument
from app.cli.comparison import Counted
from app.cli.open import reading, writing
from app.cli.output import carry_out, show, show_json
from app.cli.session import Session
from app.domain.steps import Steps
from app.store.workbook import Workbook

_SOME_WRONG = 2

Made = TypeVar("Made", bound=Counted)


@dataclass(frozen=True, slots=True)
class Exchange(Generic[Made]):
    """What reads a table, takes over and shows what it would change, and writes one.

    `write` is told whether the table is to be empty, and returns the number of its rows.
    """

    compare: Callable[[Workbook, Path, Session], Steps[Made]]
    take_over: Callable[[Workbook, Made], object]
    lines: Callable[[Made, bool, Session], Iterable[str]]
    as_dict: Callable[[Made, bool, Session], dict[str, Any]]
    write: Callable[[Workbook, Path, Session, bool], int]


def import_command(help_: str, exchange: Callable[[], Exchange[Any]]) -> click.Command:
    """Shows what a file would change, and with --apply changes it; nothing of it if a row is wrong.

    `exchange` is called late: what reads tables is slow to load.
    """

    @click.command("import", cls=Command, help=help_)
    @workbook_argument
    @click.argument("table", type=click.Path(path_type=Path))
    @click.option("--apply", "take_over", is_flag=True, help="cli.option.apply")
    @json_option
    @click.pass_obj
    def import_(
        session: Session, workbook: Path, table: Path, take_over: bool, as_json: bool
    ) -> int:
        tools = exchange()
        with writing(workbook) if take_over else reading(workbook) as opened:
            made = carry_out(tools.compare(opened, table, session))
            applied = take_over and not made.count("error")
            if applied:
                tools.take_over(opened, made)
        if as_json:
            show_json(tools.as_dict(made, applied, session))
        else:
            show(tools.lines(made, applied, session))
        return _SOME_WRONG if made.count("error") else 0

    return import_


def export_command(
    help_: str, exchange: Callable[[], Exchange[Any]], empty_help: str = "cli.option.empty-table"
) -> click.Command:
    """Writes all there is, or a table to fill in."""

    @click.command("export", cls=Command, help=help_)
    @workbook_argument
    @click.argument("table", type=click.Path(path_type=Path))
    @click.option("--template", is_flag=True, help=empty_help)
    @click.pass_obj
    def export(session: Session, workbook: Path, table: Path, template: bool) -> None:
        target = table.absolute()
        with reading(workbook) as opened:
            count = exchange().write(opened, target, session, template)
        show([session.say("cli.import.exported", path=target, count=count)])

    return export
