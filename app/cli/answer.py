"""`answer`: change the answer to one requirement, or show it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import click

from app.cli.command import Command, given, json_option, workbook_argument
from app.cli.open import reading, writing
from app.cli.output import labelled, show, show_json
from app.cli.session import Session
from app.cli.values import date_value, level_value
from app.domain.dates import format_date
from app.domain.vocabulary import Progress
from app.errors import UserError
from app.queries.answers import Answer
from app.queries.answers import answer as read_answer
from app.services.answers import AnswerFields, edit_answer
from app.services.editions import mark_reviewed

_FIELDS = (
    "progress",
    "level",
    "reason",
    "narrative",
    "problems",
    "next_steps",
    "unit",
    "due",
)


@click.command("answer", cls=Command, help="cli.program.answer")
@workbook_argument
@click.argument("requirement")
@click.option(
    "--progress", type=click.Choice([str(item) for item in Progress]), help="field.progress"
)
@click.option("--level", type=level_value, metavar="cli.value.level", help="field.level")
@click.option("--narrative", metavar="cli.value.text", help="field.narrative")
@click.option("--problems", metavar="cli.value.text", help="field.problems")
@click.option("--next-steps", metavar="cli.value.text", help="field.next_steps")
@click.option("--unit", metavar="cli.value.text", help="field.unit")
@click.option("--due", type=date_value, metavar="cli.value.date", help="field.due")
@click.option("--reason", metavar="cli.value.text", help="field.reason")
@click.option("--reviewed", is_flag=True, help="cli.option.reviewed")
@json_option
@click.pass_context
def answer(
    ctx: click.Context,
    /,
    workbook: Path,
    requirement: str,
    reviewed: bool,
    as_json: bool,
    **_: Any,
) -> None:
    """Change the fields that are given, then show the answer."""
    session: Session = ctx.obj
    fields = given(ctx, _FIELDS)
    if "progress" in fields:
        fields["progress"] = Progress(fields["progress"])
    with writing(workbook) if fields or reviewed else reading(workbook) as opened:
        row = read_answer(opened, requirement)
        if fields:
            _check_reason(row, fields)
            edit_answer(opened, requirement, **cast(AnswerFields, fields))
        if reviewed:
            mark_reviewed(opened, requirement)
        row = read_answer(opened, requirement)
    if as_json:
        show_json(row)
    else:
        show(_lines(row, session))


def _check_reason(row: Answer, fields: dict[str, Any]) -> None:
    """UserError `answer.reason` where the answer would be not applicable without a reason."""
    progress = fields.get("progress", row.progress)
    reason = fields.get("reason", row.reason)
    if progress is Progress.NOT_APPLICABLE and not reason.strip():
        raise UserError("answer.reason")


def _lines(row: Answer, session: Session) -> list[str]:
    values = {name: getattr(row, name) for name in _FIELDS} | {
        "progress": session.say(f"progress.{row.progress}"),
        "level": "" if row.level is None else str(row.level),
        "due": format_date(row.due, session.language),
    }
    lines = [f"{row.requirement_id} {session.pick(row.title)}", *labelled(session, values)]
    if row.review is not None:
        lines.append(session.say("check.answer-to-review"))
        lines += [
            session.say(
                "cli.answer.before",
                version=row.review.version,
                requirement=item.id,
                statement=session.pick(item.statement),
            )
            for item in row.review.before
        ]
    return lines
