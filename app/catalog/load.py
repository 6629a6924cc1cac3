"""Reads resources/catalog/notice into a validated Document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from app import paths
from app.catalog.reader import Node, read_yaml
from app.catalog.schema import Article, Document, Requirement
from app.domain.scheme import Scheme, scheme_from_dict
from app.domain.vocabulary import ANCHOR_LEVELS, Change
from app.errors import EnvironmentProblem, UserError

_ID = re.compile(r"N29-(?P<article>[1-9])\.(?P<number>\d{2})")
_EVIDENCE_KINDS = (3, 6)


def notice_folder() -> Path:
    return paths.resources() / "catalog" / "notice"


def load_notice(folder: Path | None = None) -> Document:
    """The Notice, 国标委发〔2022〕29号, item by item.

    Raises EnvironmentProblem `catalog.…` naming file, item and field of the first mistake.
    """
    folder = folder or notice_folder()
    head = read_yaml(folder / "document.yaml")
    head.only("id", "version", "title", "number", "issuer", "issued", "note", "articles")
    articles = tuple(
        _article(read_yaml(folder / f"article-{number}.yaml"), number)
        for number in range(1, head.integer("articles") + 1)
    )
    _check_unique(head, articles)
    return Document(
        id=head.string("id"),
        version=head.string("version"),
        title=head.text("title"),
        number=head.string("number"),
        issuer=head.text("issuer"),
        issued=head.day("issued"),
        note=head.text("note"),
        articles=articles,
    )


def load_default_scheme(path: Path | None = None) -> Scheme:
    """The default scoring template (非官方模板)."""
    node = read_yaml(path or paths.resources() / "catalog" / "scheme-default.yaml")
    try:
        return scheme_from_dict(node.data)
    except UserError as error:
        raise EnvironmentProblem(
            "catalog.scheme", file=node.file, item="-", field=error.code, **error.params
        ) from error


def _article(node: Node, number: int) -> Article:
    node.only("article", "change", "heading", "introduction", "items")
    if node.integer("article") != number:
        node.fail("article", "wrong-number", expected=number)
    change = node.data.get("change")
    if change is not None and change not in list(Change):
        node.fail("change", "unknown-change", value=change)
    return Article(
        number=number,
        change=Change(change) if change else None,
        heading=node.text("heading"),
        introduction=node.text("introduction"),
        requirements=tuple(
            _requirement(item, number, position)
            for position, item in enumerate(node.nodes("items", "id"), 1)
        ),
    )


def _requirement(node: Node, article: int, position: int) -> Requirement:
    node.only("id", "title", "statement", "guidance", "anchors", "evidence", "department")
    match = _ID.fullmatch(node.string("id"))
    if not match or (int(match["article"]), int(match["number"])) != (article, position):
        node.fail("id", "wrong-id", expected=f"N29-{article}.{position:02}")
    return Requirement(
        id=node.string("id"),
        article=article,
        title=node.text("title"),
        statement=node.text("statement"),
        guidance=node.text("guidance"),
        anchors=node.texts("anchors", len(ANCHOR_LEVELS), len(ANCHOR_LEVELS)),
        evidence=node.texts("evidence", *_EVIDENCE_KINDS),
        department=node.text("department"),
    )


def _check_unique(head: Node, articles: Iterable[Article]) -> None:
    """No two items may share guidance, a title or an anchor: each speaks of itself."""
    seen: dict[str, str] = {}
    for article in articles:
        for item in article.requirements:
            texts = [item.title, item.guidance, *item.anchors]
            for text in (value for pair in texts for value in (pair.zh, pair.en)):
                other = seen.setdefault(text, item.id)
                if other != item.id:
                    Node(f"article-{article.number}.yaml", item.id, {}).fail(
                        "guidance" if text in (item.guidance.zh, item.guidance.en) else "text",
                        "shared-text",
                        other=other,
                    )
    if not seen:
        head.fail("articles", "empty-text")
