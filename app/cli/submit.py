"""`submit`: the submission folder, which holds everything that an evaluator needs."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.command import Command, json_option, workbook_argument
from app.cli.handover import NOT_COMPLETE, handover_lines
from app.cli.open import reading
from app.cli.output import carry_out, plain, show, show_json
from app.cli.session import Session
from app.cli.template import chosen_template
from app.domain.report_template import USUAL_TEMPLATE
from app.domain.vocabulary import Stage
from app.queries.profile import profile
from app.reports.outcome import Source
from app.reports.submission.export import submit as make
from app.reports.submission.model import SubmissionRequest, SubmissionResult


@click.command("submit", cls=Command, help="cli.program.submit")
@workbook_argument
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="cli.value.folder",
    help="cli.option.submit.out",
)
@click.option("--snapshot", default="", metavar="cli.value.snapshot", help="cli.option.snapshot")
@click.option("--compare-with", metavar="cli.value.snapshot", help="cli.option.compare-with")
@click.option("--template", metavar="cli.value.template", help="cli.option.report-template")
@click.option("--stage", type=click.Choice([*map(str, Stage)]), help="cli.option.stage")
@click.option("--zip", "as_zip", is_flag=True, help="cli.option.submit.zip")
@click.option("--without-internal", is_flag=True, help="cli.option.handover.without-internal")
@json_option
@click.pass_obj
def submit(
    session: Session,
    workbook: Path,
    out: Path,
    snapshot: str,
    compare_with: str | None,
    template: str | None,
    stage: str | None,
    as_zip: bool,
    without_internal: bool,
    as_json: bool,
) -> int:
    """Make it in the reader's language or those of the template; 1 where a file is missing."""
    with reading(workbook) as opened:
        chosen = chosen_template(opened, template) if template else USUAL_TEMPLATE
        languages = chosen.language.languages if template else (session.language,)
        request = SubmissionRequest(
            folder=out.absolute(),
            stage=Stage(stage) if stage else chosen.stage or profile(opened).stage,
            language=session.language if session.language in languages else languages[0],
            source=Source(snapshot, compare_with, chosen),
            internal=not without_internal,
            archive=as_zip,
            also=languages,
        )
        result = carry_out(make(opened, request, session.today))
    content = result.content
    if as_json:
        show_json(plain(result) | {"counts": content.counts, "complete": content.complete})
    else:
        show(_lines(result, session))
    return 0 if content.complete else NOT_COMPLETE


def _lines(result: SubmissionResult, session: Session) -> list[str]:
    lines = handover_lines(result.content, session)
    if result.archive is not None:
        size = result.archive_size
        lines.append(session.say("cli.handover.done", path=result.archive, size=size))
    return lines
