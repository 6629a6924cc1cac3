"""`library search`: what the documents say of a matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from app.cli.command import Command, Group, json_option
from app.cli.output import show, show_json
from app.cli.session import Session
from app.queries.library.content import library_content
from app.queries.library.search import Hit

library = Group(
    name="library",
    help="cli.program.library",
    no_args_is_help=True,
    members={"search": "app.cli.library:search"},
)


@click.command("search", cls=Command, help="cli.program.library.search")
@click.argument("query", nargs=-1, required=True)
@json_option
@click.pass_obj
def search(session: Session, query: Sequence[str], as_json: bool) -> None:
    """Find the entries in which all words stand."""
    words = " ".join(query)
    hits = library_content().index.search(words, session.language)
    if as_json:
        show_json({"query": words, "hits": hits})
    elif hits:
        show(line for hit in hits for line in _lines(hit, session))
    else:
        show([session.say("cli.library.none")])


def _lines(hit: Hit, session: Session) -> Iterator[str]:
    kind = session.say(f"entry.{hit.kind}")
    yield f"{hit.id}  {hit.heading.text}".rstrip() + f"  [{kind}]"
    yield f"  {hit.surroundings.text}"
