"""`section …`: the texts that people write for the sections of the report."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.command import Command, Group, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import show, show_json
from app.cli.session import Session
from app.domain.report_sections import USUAL_SECTIONS, takes_text
from app.queries.report_texts import report_texts
from app.services.report_texts import set_text

section = Group(
    name="section",
    help="cli.program.section",
    no_args_is_help=True,
    members={
        "list": "app.cli.section:list_",
        "write": "app.cli.section:write",
    },
)


@click.command("list", cls=Command, help="cli.program.section.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """List the sections with the length of what was written for each."""
    with reading(workbook) as opened:
        rows = report_texts(opened)
    if as_json:
        show_json(rows)
        return
    written = {row.section: len(row.text) for row in rows if row.language == session.language}
    usual = [key.value for key in USUAL_SECTIONS if takes_text(key)]
    own = sorted(written.keys() - set(usual))
    show(
        table(
            (key, str(written.get(key, 0)), "" if key in own else session.say(f"section.{key}"))
            for key in (*usual, *own)
        )
    )


@click.command("write", cls=Command, help="cli.program.section.write")
@workbook_argument
@click.argument("section")
@click.option("--text", required=True, metavar="cli.value.text", help="cli.option.section-text")
@click.pass_obj
def write(session: Session, workbook: Path, section: str, text: str) -> None:
    """Write the text of a section in the reader's language."""
    with writing(workbook) as opened:
        set_text(opened, section, session.language, text)
    show([session.say("cli.section.written", section=section, count=len(text.strip()))])
