"""`catalog`: what the Notice asks for."""

from __future__ import annotations

from typing import Any

import click

from app.catalog.load import load_notice
from app.catalog.schema import Document, Requirement, requirement_as_dict
from app.cli.command import Command, json_option
from app.cli.output import show, show_json
from app.cli.session import Session


@click.command("catalog", cls=Command, help="cli.program.catalog")
@json_option
@click.pass_obj
def catalog(session: Session, as_json: bool) -> None:
    """List the documents and requirements that the program knows."""
    document = load_notice()
    if as_json:
        show_json(catalog_as_dict(document))
        return
    show([f"{session.pick(document.title)} {document.number}", session.pick(document.note)])
    for article in document.articles:
        show(
            [
                "",
                session.say(
                    "cli.article", number=article.number, heading=session.pick(article.heading)
                ),
            ]
        )
        show(f"  {item.id}  {session.pick(item.title)}" for item in article.requirements)


def catalog_as_dict(document: Document) -> dict[str, Any]:
    """`documents` and `requirements` as docs/command-line.md describes them."""
    return {
        "documents": [
            {
                "id": document.id,
                "version": document.version,
                "number": document.number,
                "title": document.title,
                "issuer": document.issuer,
                "issued": document.issued,
                "note": document.note,
                "articles": [
                    {
                        "number": article.number,
                        "change": article.change,
                        "heading": article.heading,
                        "introduction": article.introduction,
                    }
                    for article in document.articles
                ],
            }
        ],
        "requirements": [
            _requirement(document, item, article.change)
            for article in document.articles
            for item in article.requirements
        ],
    }


def _requirement(document: Document, item: Requirement, change: str | None) -> dict[str, Any]:
    return {
        **requirement_as_dict(item),
        "document": document.id,
        "change": change,
        "hash": item.hash,
    }
