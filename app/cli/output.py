"""Writing to the console: lines for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from app.cli.session import Session
from app.domain.steps import Result, Steps
from app.domain.vocabulary import Text

_PERCENT = 100


def make_streams_safe() -> None:
    """Let no character fail on a console that has it not (GBK on Windows): it becomes a "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def labelled(session: Session, values: Mapping[str, str], room: str = "field") -> Iterator[str]:
    """Lines of what is known of a thing, by the names of its fields; `room` is where their texts
    stand.
    """
    for name, value in values.items():
        if value:
            label = session.say(f"{room}.{name}")
            yield session.say("cli.labelled", label=label, value=value)


def show_json(value: object) -> None:
    """UTF-8 whatever the console's encoding, two spaces of indentation."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2)
    click.echo(text.encode("utf-8", "replace"))


def plain(value: object) -> Any:
    """Rows as JSON has them: texts as {"zh", "en"}, dates as ISO 8601, paths as text."""
    if isinstance(value, Text):
        return value.as_dict()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value


def carry_out(steps: Steps[Result]) -> Result:
    """Run long work to its end, with its progress on the console where somebody is watching."""
    watched = sys.stderr.isatty()
    shown = -1
    while True:
        try:
            step = next(steps)
        except StopIteration as stop:
            if watched and shown >= 0:
                click.echo("\r     \r", nl=False, err=True)
            result: Result = stop.value
            return result
        percent = _PERCENT * step.done // step.total if step.total else 0
        if watched and percent != shown:
            shown = percent
            click.echo(f"\r{percent:3} %", nl=False, err=True)
