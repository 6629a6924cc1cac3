"""`new`, `profile` and `status`: the workbook of a pilot region and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import click

from app.cli.command import Command, Decorated, given, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import plain, show, show_json
from app.cli.session import Session
from app.cli.values import date_value
from app.domain.dates import format_date
from app.domain.numbers import format_points
from app.domain.regions import region_name
from app.domain.vocabulary import Stage
from app.errors import UserError
from app.queries.overview import ArticleStatus, Overview, overview
from app.queries.profile import Profile
from app.queries.profile import profile as read_profile
from app.queries.profile import scheme as read_scheme
from app.services.profile import ProfileFields, cleaned_profile, edit_profile
from app.services.workbooks import NewPilot, create_workbook

_DETAILS = (
    "lead_unit",
    "approval_number",
    "contact_name",
    "contact_phone",
    "contact_email",
    "stage",
)
_FIELDS = ("name", "region", "start", "end", *_DETAILS)
_TYPES = {"start": date_value, "end": date_value, "stage": click.Choice([*map(str, Stage)])}
_METAVARS = {"start": "cli.value.date", "end": "cli.value.date", "region": "cli.value.region"}


def _profile_options(required: bool) -> Callable[[Decorated], Decorated]:
    """The options that fill the profile; name and region are required for a new workbook."""

    def decorate(function: Decorated) -> Decorated:
        for name in reversed(_FIELDS):
            function = click.option(
                f"--{name.replace('_', '-')}",
                type=_TYPES.get(name, click.STRING),
                required=required and name in ("name", "region"),
                metavar=_METAVARS.get(name, "cli.value.text"),
                help=f"field.{name}",
            )(function)
        return function

    return decorate


@click.command("new", cls=Command, help="cli.program.new")
@click.argument("folder", type=click.Path(path_type=Path))
@_profile_options(required=True)
@click.pass_context
def new(ctx: click.Context, /, folder: Path, name: str, region: str, **_: Any) -> None:
    """Make the workbook of a pilot region."""
    start, end = ctx.params["start"], ctx.params["end"]
    details = _given(ctx, _DETAILS)
    # Before the folder is made: a mistake in any option leaves nothing behind.
    cleaned_profile(details)
    workbook = create_workbook(folder, NewPilot(name, region, start, end))
    try:
        if details:
            edit_profile(workbook, **details)
    finally:
        workbook.close()
    show([ctx.obj.say("cli.new.done", path=folder.absolute())])


@click.command("profile", cls=Command, help="cli.program.profile")
@workbook_argument
@_profile_options(required=False)
@json_option
@click.pass_context
def profile(ctx: click.Context, /, workbook: Path, as_json: bool, **_: Any) -> None:
    """Show the profile, after changing the fields that are given."""
    session: Session = ctx.obj
    fields = _given(ctx, _FIELDS)
    with writing(workbook) if fields else reading(workbook) as opened:
        if fields:
            _check_period(read_profile(opened), fields)
            edit_profile(opened, **fields)
        pilot = read_profile(opened)
    if as_json:
        show_json(profile_as_dict(pilot))
    else:
        show(_profile_lines(pilot, session))


@click.command("status", cls=Command, help="cli.program.status")
@workbook_argument
@json_option
@click.pass_obj
def status(session: Session, workbook: Path, as_json: bool) -> None:
    """Show progress and score by article, and the days left."""
    with reading(workbook) as opened:
        state = overview(opened, session.today)
        scheme_name = read_scheme(opened).name
    if as_json:
        show_json(_status_as_dict(state) | {"scheme": scheme_name})
        return
    show(_status_lines(state, session))


def _given(ctx: click.Context, names: tuple[str, ...]) -> ProfileFields:
    fields = given(ctx, names)
    if "stage" in fields:
        fields["stage"] = Stage(fields["stage"])
    return cast(ProfileFields, fields)


def _check_period(pilot: Profile, fields: ProfileFields) -> None:
    """UserError `profile.period` where a date that is given would reverse the period."""
    start, end = fields.get("start", pilot.start), fields.get("end", pilot.end)
    if ("start" in fields or "end" in fields) and start and end and end < start:
        raise UserError("profile.period")


def profile_as_dict(pilot: Profile) -> dict[str, Any]:
    data: dict[str, Any] = plain(pilot)
    return data | {"region_name": region_name(pilot.region)}


def _profile_lines(pilot: Profile, session: Session) -> list[str]:
    values = plain(pilot) | {
        "stage": session.say(f"stage.{pilot.stage}"),
        "region": session.pick(region_name(pilot.region)),
        "start": format_date(pilot.start, session.language),
        "end": format_date(pilot.end, session.language),
    }
    empty = session.say("cli.empty")
    return [
        session.say("cli.labelled", label=session.say(f"field.{name}"), value=values[name] or empty)
        for name in _FIELDS
    ]


def _status_as_dict(state: Overview) -> dict[str, Any]:
    return {
        "pilot": profile_as_dict(state.profile),
        "days_left": state.days_left,
        "points": state.score.points,
        "grade": state.score.grade,
        "unofficial": True,
        "tally": state.score.tally,
        "articles": [
            {
                "number": part.info.number,
                "change": part.info.change,
                "heading": part.info.heading,
                "weight": part.score.weight,
                "points": part.score.points,
                "tally": part.score.tally,
            }
            for part in state.articles
        ],
        "own": state.own
        and {
            "heading": state.own.info.heading,
            "points": state.own.score.points,
            "tally": state.own.score.tally,
        },
        "requirements": state.answers,
    }


def _status_lines(state: Overview, session: Session) -> list[str]:
    pilot = state.profile
    counts = state.score.tally
    grade = session.pick(state.score.grade) if state.score.grade else "—"
    facts = [
        (session.say("field.name"), pilot.name),
        (session.say("field.region"), session.pick(region_name(pilot.region))),
        (session.say("report.summary.days-left"), _days(state.days_left, session)),
        (session.say("report.summary.score"), _points(state.score.points)),
        (session.say("report.summary.grade"), grade),
        (session.say("report.summary.done"), f"{counts.done}/{counts.applicable}"),
    ]
    parts = (*state.articles, *((state.own,) if state.own else ()))
    rows = [_article_line(part, session) for part in parts]
    lines = [session.say("cli.labelled", label=label, value=value) for label, value in facts]
    return [*lines, "", *table([_article_head(session), *rows])]


def _days(left: int | None, session: Session) -> str:
    if left is None:
        return "—"
    return session.say("report.days" if left >= 0 else "report.days-over", days=abs(left))


def _article_head(session: Session) -> tuple[str, ...]:
    names = ("article", "done", "started", "applicable", "points", "heading")
    return tuple(session.say(f"cli.column.{name}") for name in names)


def _article_line(part: ArticleStatus, session: Session) -> tuple[str, ...]:
    counts = part.score.tally
    numbers = map(str, (counts.done, counts.started, counts.applicable))
    return (part.info.mark, *numbers, _points(part.score.points), session.pick(part.info.heading))


def _points(points: float | None) -> str:
    return "—" if points is None else format_points(points)
