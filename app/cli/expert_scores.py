"""`expert-scores`: what the experts wrote in the score sheet that they hand back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from app import texts
from app.cli.command import Command, json_option, workbook_argument
from app.cli.open import reading
from app.cli.output import carry_out, plain, show, show_json
from app.cli.session import Session
from app.domain.numbers import format_points
from app.services.expert_scores import ExpertSheet, read_expert_scores

_SOME_WRONG = 2


@click.command("expert-scores", cls=Command, help="cli.program.expert-scores")
@workbook_argument
@click.argument("sheet", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def expert_scores(session: Session, workbook: Path, sheet: Path, as_json: bool) -> int:
    """Show scores, reasons and opinions by requirement; exit code 2 where a row is wrong."""
    with reading(workbook) as opened:
        found = carry_out(read_expert_scores(opened, sheet.absolute()))
    if as_json:
        show_json(_as_dict(found, session))
    else:
        show(_lines(found, session))
    return _SOME_WRONG if found.mistakes or found.missing else 0


def _as_dict(found: ExpertSheet, session: Session) -> dict[str, Any]:
    return {
        "name": found.name,
        "snapshot": found.snapshot,
        "scores": plain(found.scores),
        "mistakes": [
            {
                "row": one.row,
                "requirement_id": one.requirement_id,
                "error": one.error.code,
                "message": texts.sentence(one.error, session.language),
            }
            for one in found.mistakes
        ],
        "missing": list(found.missing),
    }


def _lines(found: ExpertSheet, session: Session) -> Iterator[str]:
    """What was written, without the requirements of which nothing was; then what is wrong."""
    key = "snapshot" if found.snapshot else "live"
    yield session.say(f"cli.expert-scores.{key}", snapshot=found.snapshot)
    for one in found.scores:
        if one.score is None and not one.reason and not one.opinion:
            continue
        yield f"{one.requirement_id} {'—' if one.score is None else format_points(one.score)}"
        for name, text in (("reason", one.reason), ("opinion", one.opinion)):
            if text:
                yield "  " + session.say(f"cli.expert-scores.{name}", text=text)
    for bad in found.mistakes:
        sentence = texts.sentence(bad.error, session.language)
        yield session.say(
            "cli.expert-scores.mistake", row=bad.row, id=bad.requirement_id, sentence=sentence
        )
    if found.missing:
        yield session.say("cli.expert-scores.missing", ids=" ".join(found.missing))
    yield session.say(
        "cli.expert-scores.summary",
        name=found.name,
        total=len(found.scores),
        scored=sum(one.score is not None for one in found.scores),
        remarked=sum(bool(one.reason or one.opinion) for one in found.scores),
    )
