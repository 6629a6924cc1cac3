"""`template …`: report templates in the workbook and as files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from app.cli.command import Command, Group, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import show, show_json
from app.cli.session import Session
from app.domain.report_template import USUAL_TEMPLATE, ReportTemplate, template_as_dict
from app.queries.report_texts import template as kept_template
from app.queries.report_texts import templates
from app.services.templates import (
    read_template,
    remove_template,
    save_template,
    write_template,
)
from app.store.workbook import Workbook

# Names the template that is used where no other is asked for.
USUAL = "builtin"

template = Group(
    name="template",
    help="cli.program.template",
    no_args_is_help=True,
    members={
        "list": "app.cli.template:list_",
        "import": "app.cli.template:import_",
        "export": "app.cli.template:export",
        "remove": "app.cli.template:remove",
    },
)


@click.command("list", cls=Command, help="cli.program.template.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """List the templates that the workbook keeps."""
    with reading(workbook) as opened:
        rows = templates(opened)
    if as_json:
        show_json([template_as_dict(row) for row in rows])
    elif not rows:
        show([session.say("cli.template.none")])
    else:
        show(table((row.name, row.language, str(len(row.sections))) for row in rows))


@click.command("import", cls=Command, help="cli.program.template.import")
@workbook_argument
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def import_(session: Session, workbook: Path, target: Path) -> None:
    """Keep the template of a file in the workbook."""
    read = read_template(target.absolute())
    with writing(workbook) as opened:
        save_template(opened, read)
    show([session.say("cli.template.imported", name=read.name)])


@click.command("export", cls=Command, help="cli.program.template.export")
@workbook_argument
@click.argument("template")
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def export(session: Session, workbook: Path, template: str, target: Path) -> None:
    """Write a template to a file; `builtin` is the usual one."""
    target = target.absolute()
    with reading(workbook) as opened:
        chosen = (
            replace(USUAL_TEMPLATE, name=session.say("template.usual"))
            if template == USUAL
            else kept_template(opened, template)
        )
    write_template(chosen, target)
    show([session.say("cli.template.exported", path=target)])


@click.command("remove", cls=Command, help="cli.program.template.remove")
@workbook_argument
@click.argument("template")
@click.pass_obj
def remove(session: Session, workbook: Path, template: str) -> None:
    """Take a template away."""
    with writing(workbook) as opened:
        remove_template(opened, template)
    show([session.say("cli.removed", name=template)])


def chosen_template(workbook: Workbook, name: str) -> ReportTemplate:
    """A template of the workbook by its name, or of a file. UserError `template.…`."""
    if name == USUAL:
        return USUAL_TEMPLATE
    found = next((one for one in templates(workbook) if one.name == name), None)
    return found or read_template(Path(name).absolute())
