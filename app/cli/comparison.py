"""What an import would change, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from app import texts
from app.cli.layout import table
from app.cli.output import plain
from app.cli.session import Session
from app.domain.dates import format_date
from app.domain.vocabulary import Progress
from app.services.tables.comparing import Comparison, Line

_SHORT = 20


class Counted(Protocol):
    """An import that was compared: how many rows have an outcome, and what columns are unknown."""

    @property
    def ignored(self) -> tuple[str, ...]: ...

    def count(self, outcome: Any, /) -> int: ...


def comparison_lines(made: Comparison, applied: bool, session: Session) -> Iterator[str]:
    """A line for each row that is not the same, then the counts and what was done."""
    rows = (_line(line, session) for line in made.lines if line.outcome != "same")
    yield from table(rows)
    yield from verdict(made, applied, session)


def verdict(made: Counted, applied: bool, session: Session) -> Iterator[str]:
    """How many rows of which outcome, columns that are not known, and whether it was done."""
    outcomes = {name: made.count(name) for name in ("new", "changed", "same", "error")}
    yield session.say("cli.import.counts", **outcomes)
    if made.ignored:
        columns = session.say("report.separator").join(made.ignored)
        yield session.say("cli.import.ignored", columns=columns)
    if applied:
        yield session.say("cli.import.applied")
    elif outcomes["error"]:
        yield session.say("cli.import.refused")
    elif outcomes["new"] + outcomes["changed"]:
        yield session.say("cli.import.shown")


def comparison_as_dict(made: Comparison, applied: bool, session: Session) -> dict[str, Any]:
    return {
        "applied": applied,
        "counts": {name: made.count(name) for name in ("new", "changed", "same", "error")},
        "ignored": made.ignored,
        "rows": [
            {
                "row": line.row,
                "outcome": line.outcome,
                "id": line.id,
                "title": line.title,
                "changes": {
                    name: {"before": plain(before), "after": plain(after)}
                    for name, (before, after) in line.changes.items()
                },
                "error": line.error.code if line.error else None,
                "message": texts.sentence(line.error, session.language) if line.error else "",
            }
            for line in made.lines
        ],
    }


def _line(line: Line, session: Session) -> tuple[str, ...]:
    row = session.say("cli.import.row", row=line.row)
    outcome = session.say(f"outcome.{line.outcome}")
    if line.error is not None:
        said = texts.sentence(line.error, session.language)
    elif line.outcome == "new":
        said = line.title
    else:
        said = session.say("report.clause").join(
            f"{session.say(f'field.{name}')} {_shown(before, session)} → {_shown(after, session)}"
            for name, (before, after) in line.changes.items()
        )
    return row, outcome, line.id, said


def _shown(value: object, session: Session) -> str:
    """A value in a few words."""
    if isinstance(value, Progress):
        return session.say(f"progress.{value}")
    if isinstance(value, date):
        return format_date(value, session.language)
    if isinstance(value, tuple):
        return " ".join(value) or session.say("cli.empty")
    text = " ".join(str(value or "").split())
    return (text if len(text) <= _SHORT else text[:_SHORT] + "…") or session.say("cli.empty")
