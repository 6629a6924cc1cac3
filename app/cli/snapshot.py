"""`snapshot …` and `compare`: the workbook frozen at a stage, and what has changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import click

from app.cli.command import Command, Group, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading, writing
from app.cli.output import plain, show, show_json
from app.cli.session import Session
from app.domain.dates import format_date
from app.domain.vocabulary import Stage, Trend
from app.errors import UserError
from app.queries.profile import profile
from app.queries.snapshots.comparing import compare
from app.queries.snapshots.content import Content, live_content
from app.queries.snapshots.reading import (
    SnapshotRow,
    read_snapshot,
    snapshot_json,
    snapshots,
)
from app.queries.snapshots.reading import snapshot as one_snapshot
from app.reports.differences import DifferenceWriter
from app.services.snapshots import take_snapshot
from app.store.problems import environment
from app.store.workbook import Workbook

# Names the live state where a snapshot is asked for.
NOW = "now"
_DIGITS = 16

snapshot = Group(
    name="snapshot",
    help="cli.program.snapshot",
    no_args_is_help=True,
    members={
        "take": "app.cli.snapshot:take",
        "list": "app.cli.snapshot:list_",
        "export": "app.cli.snapshot:export",
    },
)


@click.command("take", cls=Command, help="cli.program.snapshot.take")
@workbook_argument
@click.option("--stage", type=click.Choice([*map(str, Stage)]), help="cli.option.stage")
@click.option("--title", default="", metavar="cli.value.text", help="field.snapshot.title")
@json_option
@click.pass_obj
def take(session: Session, workbook: Path, stage: str | None, title: str, as_json: bool) -> None:
    """Freeze the workbook as it stands."""
    with writing(workbook) as opened:
        of_stage = Stage(stage) if stage else profile(opened).stage
        changes = take_snapshot(opened, of_stage, session.today, title)
        row = one_snapshot(opened, str(changes.params["code"]))
    if as_json:
        show_json(_as_dict(row))
    else:
        show([session.say("cli.snapshot.taken", code=row.code, sha256=row.sha256)])


@click.command("list", cls=Command, help="cli.program.snapshot.list")
@workbook_argument
@json_option
@click.pass_obj
def list_(session: Session, workbook: Path, as_json: bool) -> None:
    """List the snapshots, the first one first."""
    with reading(workbook) as opened:
        rows = snapshots(opened)
    if as_json:
        show_json([_as_dict(row) for row in rows])
    elif not rows:
        show([session.say("cli.snapshot.none")])
    else:
        show(table(_line(row, session) for row in rows))


@click.command("export", cls=Command, help="cli.program.snapshot.export")
@workbook_argument
@click.argument("snapshot")
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def export(session: Session, workbook: Path, snapshot: str, target: Path) -> None:
    """Write what a snapshot froze; the file's SHA-256 is the verification code."""
    target = target.absolute()
    with reading(workbook) as opened:
        row = one_snapshot(opened, snapshot)
        data = snapshot_json(opened, row)
    with environment(target.parent):
        if target.exists():
            raise UserError("snapshot.exists", path=str(target))
        _write(target, data)
    show([session.say("cli.snapshot.exported", path=target, sha256=row.sha256)])


def _write(target: Path, data: bytes) -> None:
    """The whole file, or none."""
    temporary = target.with_name(f".{uuid4().hex}.json")
    try:
        temporary.write_bytes(data)
        temporary.rename(target)
    finally:
        temporary.unlink(missing_ok=True)


@click.command("compare", cls=Command, help="cli.program.compare")
@workbook_argument
@click.argument("before")
@click.argument("after")
@json_option
@click.pass_obj
def compare_(session: Session, workbook: Path, before: str, after: str, as_json: bool) -> None:
    """Show what differs between two snapshots, or a snapshot and the live state."""
    with reading(workbook) as opened:
        then, now = (_content(opened, code, session) for code in (before, after))
    made = compare(then, now)
    if as_json:
        counts = {trend.value: made.count(trend) for trend in Trend if trend is not Trend.SAME}
        show_json(plain(made) | {"counts": counts})
    else:
        show(_lines(DifferenceWriter(made, then, now, session.language), session))


def _content(workbook: Workbook, code: str, session: Session) -> Content:
    if code == NOW:
        return live_content(workbook, profile(workbook).stage, session.today)
    return read_snapshot(workbook, one_snapshot(workbook, code))


def _lines(writer: DifferenceWriter, session: Session) -> Iterator[str]:
    entry = writer.entry("", ())
    yield from entry.lines
    arrow = " → "
    rows = [(one.name, one.before + arrow + one.after, one.difference) for one in entry.points]
    yield from table(rows)
    items = [
        (one.trend_label, one.id, one.before + arrow + one.after, " ".join(one.evidence), one.title)
        for one in entry.items
    ]
    yield from table(items)
    yield from table(
        (one.trend_label, one.code, one.before + arrow + one.after, one.title)
        for one in entry.indicators
    )
    for key, titles in (("new", entry.new_evidence), ("gone", entry.gone_evidence)):
        label = session.say(f"report.comparison.{key}-evidence")
        for title in titles:
            yield session.say("cli.labelled", label=label, value=title)


def _line(row: SnapshotRow, session: Session) -> tuple[str, ...]:
    stage = session.say(f"stage.{row.stage}")
    day = format_date(row.taken_on, session.language)
    return row.code, stage, day, row.actor, row.sha256[:_DIGITS], row.title


def _as_dict(row: SnapshotRow) -> dict[str, Any]:
    data: dict[str, Any] = plain(row)
    return data
