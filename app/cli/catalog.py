"""`catalog`: what the Notice asks for, and the documents and indicators that go with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from app.catalog.library import (
    IndicatorPreset,
    KeyPoint,
    KeyPoints,
    Library,
    LibraryDocument,
    Outline,
    PlanDocument,
    Reference,
)
from app.catalog.load import load_notice
from app.catalog.load_library import library
from app.catalog.requirement import Requirement, requirement_as_dict
from app.catalog.schema import Document
from app.cli.command import Group, json_option
from app.cli.output import plain, show, show_json
from app.cli.session import Session


@click.group(
    "catalog",
    cls=Group,
    help="cli.program.catalog",
    invoke_without_command=True,
    members={"diff": "app.cli.editions:diff", "upgrade": "app.cli.editions:upgrade"},
)
@json_option
@click.pass_context
def catalog(ctx: click.Context, /, as_json: bool) -> None:
    """List the documents and requirements that the program knows."""
    if ctx.invoked_subcommand is not None:
        return
    session: Session = ctx.obj
    document = load_notice()
    if as_json:
        show_json(catalog_as_dict(document, library()))
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
    show(["", session.say("cli.catalog.others")])
    show(
        f"  {other.id}  {session.pick(other.title)}  {other.issued}"
        for other in library().documents
    )


def catalog_as_dict(document: Document, known: Library) -> dict[str, Any]:
    """The lists that docs/command-line.md describes."""
    return {
        "documents": [_notice(document), *(_document(other) for other in known.documents)],
        "requirements": [
            _requirement(document, item, article.change)
            for article in document.articles
            for item in article.requirements
        ],
        "clauses": [
            plain(clause) | {"document": known.outline.id, "chapter": chapter.number}
            for chapter in known.outline.chapters
            for clause in chapter.clauses
        ],
        "key_points": [
            _task(task, known.key_points) | {"section": section.number}
            for section in known.key_points.sections
            for task in section.tasks
        ],
        "plan_tasks": [_task(task, plan) for plan in known.plans for task in plan.tasks],
        "indicators": [_indicator(row, known) for row in known.indicators],
        "references": [_reference(row) for row in known.references],
        "unmatched": plain(known.unmatched),
    }


def _notice(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "kind": "notice",
        "version": document.version,
        "number": document.number,
        "title": document.title,
        "wording": "official",
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


def _document(document: LibraryDocument) -> dict[str, Any]:
    names = ("id", "kind", "version", "number", "title", "wording", "issuer", "issued", "note")
    head = {name: getattr(document, name) for name in names}
    return head | dict(_parts(document))


def _parts(document: LibraryDocument) -> Iterator[tuple[str, Any]]:
    """What a document has beside the entries that have a list of their own."""
    if isinstance(document, Outline):
        yield "goals", document.goals
        yield "chapters", [_headed(chapter) for chapter in document.chapters]
    elif isinstance(document, KeyPoints):
        yield "sections", [_headed(section) for section in document.sections]
    elif isinstance(document, PlanDocument):
        yield "targets", document.targets


def _headed(part: Any) -> dict[str, Any]:
    return {"number": part.number, "heading": part.heading, "wording": part.wording}


def _requirement(document: Document, item: Requirement, change: str | None) -> dict[str, Any]:
    return {
        **requirement_as_dict(item),
        "document": document.id,
        "change": change,
        "hash": item.hash,
    }


def _task(task: KeyPoint, document: LibraryDocument) -> dict[str, Any]:
    data: dict[str, Any] = plain(task)
    return data | {"document": document.id}


def _indicator(row: IndicatorPreset, known: Library) -> dict[str, Any]:
    """`document` is null for figures of a pilot whose plan is not in the library."""
    data: dict[str, Any] = plain(row)
    documents = {document.id for document in known.documents}
    requirements = [end for end, _ in known.references_of[row.id] if end.startswith("N29-")]
    return data | {
        "document": row.origin.value if row.origin in documents else None,
        "clause": row.clause or None,
        "plan_target": row.plan_target or None,
        "requirements": requirements,
    }


def _reference(row: Reference) -> dict[str, Any]:
    """Only the two ends that it has."""
    return {name: value for name, value in plain(row).items() if value}
