"""`search`: what the evidence says of a matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from app.cli.command import Command, json_option, workbook_argument
from app.cli.open import reading
from app.cli.output import carry_out, show, show_json
from app.cli.session import Session
from app.queries.search.evidence import EvidenceSearch
from app.queries.search.hits import EvidenceHit


@click.command("search", cls=Command, help="cli.program.search")
@workbook_argument
@click.argument("query", nargs=-1, required=True)
@json_option
@click.pass_obj
def search(session: Session, workbook: Path, query: Sequence[str], as_json: bool) -> None:
    """Find the dossiers in which all words stand; files that are new are read first."""
    words = " ".join(query)
    with reading(workbook) as opened:
        searching = EvidenceSearch(opened)
        try:
            carry_out(searching.fill())
            found = searching.find(words, session.today)
        finally:
            searching.close()
    if as_json:
        show_json({"query": words, "total": found.total, "hits": found.hits})
    elif found.hits:
        show(line for hit in found.hits for line in _lines(hit))
        if found.total > len(found.hits):
            show([session.say("cli.search.more", count=found.total - len(found.hits))])
    else:
        show([session.say("cli.library.none")])


def _lines(hit: EvidenceHit) -> Iterator[str]:
    yield f"{hit.number}  {hit.heading.text}" + (f"  [{hit.file}]" if hit.file else "")
    if hit.surroundings.text:
        yield f"  {hit.surroundings.text}"
