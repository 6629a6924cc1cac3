"""`standards` lists the standards that the evidence names, `numbers` those of any text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from app.cli.command import Command, json_option, workbook_argument
from app.cli.layout import table
from app.cli.open import reading
from app.cli.output import carry_out, show, show_json
from app.cli.session import Session
from app.domain.document_numbers import find_document_numbers
from app.domain.standards.finding import find_standards
from app.domain.standards.number import Standard
from app.queries.search.evidence import EvidenceSearch
from app.queries.standards import (
    ProposedReading,
    StandardRow,
    count_by_level,
    proposed_readings,
    standards_named,
)
from app.services.standards_export import standard_cells, write_standards


@click.command("standards", cls=Command, help="cli.program.standards")
@workbook_argument
@click.option(
    "--excel",
    type=click.Path(path_type=Path),
    metavar="cli.value.file",
    help="cli.option.standards-excel",
)
@json_option
@click.pass_obj
def standards(session: Session, workbook: Path, excel: Path | None, as_json: bool) -> None:
    """List the standards by level, how many there are, and what readings they propose."""
    with reading(workbook) as opened:
        searching = EvidenceSearch(opened)
        try:
            carry_out(searching.fill())
            rows = standards_named(opened, searching.index)
        finally:
            searching.close()
        proposals = proposed_readings(opened, rows, session.today)
    if excel is not None:
        write_standards(rows, excel, session.language)
    if as_json:
        show_json(
            {
                "count": count_by_level(rows),
                "standards": [_as_dict(row) for row in rows],
                "proposed_readings": proposals,
            }
        )
    elif rows:
        show(table(standard_cells(row, session.language)[:5] for row in rows))
        show(_counts(rows, session))
        show(_proposal(one, session) for one in proposals)
    else:
        show([session.say("cli.standards.none")])


@click.command("numbers", cls=Command, help="cli.program.numbers")
@click.argument("text", nargs=-1, required=True)
@json_option
@click.pass_obj
def numbers(session: Session, text: Sequence[str], as_json: bool) -> None:
    """Say which standard and document numbers a text names, in their form."""
    words = " ".join(text)
    found, documents = find_standards(words), find_document_numbers(words)
    if as_json:
        show_json({"standards": [_standard(one) for one in found], "documents": documents})
    elif found or documents:
        lines = [(one.designation, session.say(f"standards.level.{one.level}")) for one in found]
        lines += [(number, session.say("field.document_number")) for number in documents]
        show(table(lines))
    else:
        show([session.say("cli.numbers.none")])


def _counts(rows: Sequence[StandardRow], session: Session) -> list[str]:
    return [
        session.say(
            "cli.standards.count", level=session.say(f"standards.level.{level}"), count=count
        )
        for level, count in count_by_level(rows).items()
    ]


def _proposal(one: ProposedReading, session: Session) -> str:
    return session.say(
        "cli.standards.proposal", code=one.code, title=session.pick(one.title), count=one.value
    )


def _as_dict(row: StandardRow) -> dict[str, Any]:
    return {**_standard(row.standard), "own": row.own, "named_by": row.named_by}


def _standard(standard: Standard) -> dict[str, Any]:
    return {
        "designation": standard.designation,
        "level": standard.level,
        "force": standard.force,
        "year": standard.year,
        "known": standard.known,
        "regions": standard.regions,
    }
