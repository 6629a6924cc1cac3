"""`report`: the self-assessment report as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from app.cli.command import Command, json_option, workbook_argument
from app.cli.open import reading
from app.cli.output import carry_out, show, show_json
from app.cli.session import Session
from app.cli.template import chosen_template
from app.domain.report_template import USUAL_TEMPLATE
from app.domain.vocabulary import Stage
from app.queries.profile import profile
from app.reports.export import export
from app.reports.outcome import (
    FORMATS,
    ExportRequest,
    ExportResult,
    FontUse,
    Format,
    MissingCharacter,
    Source,
)


@click.command("report", cls=Command, help="cli.program.report")
@workbook_argument
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="cli.value.folder",
    help="cli.option.out",
)
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="cli.option.format"
)
@click.option("--stage", type=click.Choice([*map(str, Stage)]), help="cli.option.stage")
@click.option("--snapshot", default="", metavar="cli.value.snapshot", help="cli.option.snapshot")
@click.option("--compare-with", metavar="cli.value.snapshot", help="cli.option.compare-with")
@click.option("--template", metavar="cli.value.template", help="cli.option.report-template")
@json_option
@click.pass_obj
def report(
    session: Session,
    workbook: Path,
    out: Path,
    formats: Sequence[Format],
    stage: str | None,
    snapshot: str,
    compare_with: str | None,
    template: str | None,
    as_json: bool,
) -> None:
    """Export the report in the reader's language, or in those of the template."""
    with reading(workbook) as opened:
        chosen = chosen_template(opened, template) if template else USUAL_TEMPLATE
        request = ExportRequest(
            folder=out.absolute(),
            stage=Stage(stage) if stage else chosen.stage or profile(opened).stage,
            languages=chosen.language.languages if template else (session.language,),
            formats=tuple(dict.fromkeys(formats)) or FORMATS,
            source=Source(snapshot, compare_with, chosen),
        )
        result = carry_out(export(opened, request, session.today))
    if as_json:
        show_json(result)
    else:
        show(result_lines(result, session))


def result_lines(result: ExportResult, session: Session) -> list[str]:
    """Where the files are, and what is to be known of their fonts."""
    lines = [
        session.say("cli.report.done", path=file.path, size=file.size) for file in result.files
    ]
    if any(file.format == "docx" for file in result.files):
        lines.append(session.say("docx.contents.result"))
    return lines + font_lines(result.fonts, result.missing, session)


def font_lines(
    fonts: Iterable[FontUse], missing: Iterable[MissingCharacter], session: Session
) -> list[str]:
    """That fonts were substituted, and the characters that none has, with their places."""
    lines = [] if all(font.official for font in fonts) else [session.say("cli.report.fonts")]
    comma = "、" if session.language == "zh" else ", "
    lines += [
        session.say("cli.report.missing", character=one.character, places=comma.join(one.places))
        for one in missing
    ]
    return lines
