"""`demo`: the sample workbook with its reports."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.command import Command
from app.cli.open import reading
from app.cli.output import carry_out, show
from app.cli.report import result_lines
from app.cli.session import Session
from app.domain.regions import SAMPLE_REGION_NAME
from app.domain.vocabulary import LANGUAGES
from app.queries.profile import profile
from app.reports.export import export
from app.reports.outcome import FORMATS, ExportRequest
from app.sample.replace import place_sample


@click.command("demo", cls=Command, help="cli.program.demo")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="cli.option.replace")
@click.pass_obj
def demo(session: Session, folder: Path, replace: bool) -> None:
    """Make the sample in Chinese with reports in both languages, or all of it in --lang."""
    place = folder.absolute() / SAMPLE_REGION_NAME.zh
    place_sample(place, session.today, session.chosen or "zh", replace=replace)
    show([session.say("cli.demo.workbook", path=place)])
    with reading(place) as opened:
        request = ExportRequest(
            folder=folder.absolute(),
            stage=profile(opened).stage,
            languages=(session.chosen,) if session.chosen else LANGUAGES,
            formats=FORMATS,
        )
        result = carry_out(export(opened, request, session.today))
    show([*result_lines(result, session), session.say("cli.demo.note")])
