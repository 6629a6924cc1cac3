"""`handover`: the evidence as a folder or archive that can be checked without the program."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.command import Command, json_option, workbook_argument
from app.cli.open import reading
from app.cli.output import carry_out, plain, show, show_json
from app.cli.report import font_lines
from app.cli.session import Session
from app.domain.vocabulary import Stage
from app.queries.profile import profile
from app.reports.handover.export import hand_over
from app.reports.handover.model import Fate, HandoverRequest, HandoverResult
from app.reports.outcome import FORMATS

NOT_COMPLETE = 1


@click.command("handover", cls=Command, help="cli.program.handover")
@workbook_argument
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="cli.value.folder",
    help="cli.option.handover.out",
)
@click.option("--zip", "as_zip", is_flag=True, help="cli.option.handover.zip")
@click.option("--without-internal", is_flag=True, help="cli.option.handover.without-internal")
@click.option("--with-report", is_flag=True, help="cli.option.handover.with-report")
@click.option("--stage", type=click.Choice([*map(str, Stage)]), help="cli.option.stage")
@json_option
@click.pass_obj
def handover(
    session: Session,
    workbook: Path,
    out: Path,
    as_zip: bool,
    without_internal: bool,
    with_report: bool,
    stage: str | None,
    as_json: bool,
) -> int:
    """Hand the evidence over; exit code 1 where a file was missing or altered."""
    with reading(workbook) as opened:
        request = HandoverRequest(
            folder=out.absolute(),
            kind="zip" if as_zip else "folder",
            stage=Stage(stage) if stage else profile(opened).stage,
            language=session.language,
            internal=not without_internal,
            formats=FORMATS if with_report else (),
        )
        result = carry_out(hand_over(opened, request, session.today))
    if as_json:
        show_json(plain(result) | {"counts": result.counts, "complete": result.complete})
    else:
        show(handover_lines(result, session))
    return 0 if result.complete else NOT_COMPLETE


def handover_lines(result: HandoverResult, session: Session) -> list[str]:
    """What was not handed over, the counts, and where it is."""
    counts = result.counts
    return [
        *(
            session.say(
                "cli.handover.not-handed",
                number=file.number,
                name=file.name,
                fate=session.say(f"handover.fate.{file.fate}"),
            )
            for file in result.files
            if file.fate is not Fate.HANDED_OVER
        ),
        session.say(
            "cli.handover.counts",
            handed=counts[Fate.HANDED_OVER],
            left=counts[Fate.LEFT_OUT],
            missing=counts[Fate.MISSING],
            altered=counts[Fate.ALTERED],
        ),
        session.say("cli.handover.done", path=result.path, size=result.size),
        *font_lines(result.fonts, result.missing_characters, session),
    ]
