"""Reads resources/catalog/notice into a validated Document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from app import paths
from app.catalog.reader import Node, read_yaml
from app.catalog.requirement import Requirement
from app.catalog.schema import Article, Document
from app.domain.editions import Maps
from app.domain.scheme import Scheme, scheme_from_dict
from app.domain.vocabulary import ANCHOR_LEVELS, Change
from app.errors import EnvironmentProblem, UserError

_ID = re.compile(r"N29-(?P<article>[1-9])\.(?P<number>\d{2})")
_EVIDENCE_KINDS = (3, 6)
# How an edition says what became of the items of the one before, and how many make several.
_MAPS = ("renamed", "split", "merged")
_SEVERAL = 2


def notice_folder() -> Path:
    return paths.resources() / "catalog" / "notice"


def load_notice(folder: Path | None = None) -> Document:
    """The Notice, 国标委发〔2022〕29号, item by item.

    Raises EnvironmentProblem `catalog.…` naming file, item and field of the first mistake.
    """
    folder = folder or notice_folder()
    head = read_yaml(folder / "document.yaml")
    head.only("id", "version", "title", "number", "issuer", "issued", "note", "articles", "changes")
    maps = _maps(head)
    articles = tuple(
        _article(read_yaml(folder / f"article-{number}.yaml"), number, bool(maps.previous))
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
        maps=maps,
    )


def load_edition(path: Path) -> Document:
    """An edition of the Notice in a folder, named by the folder or by a file in it.

    Raises UserError `edition.not-found` where there is none, else as `load_notice`.
    """
    folder = path.parent if path.is_file() else path
    if not (folder / "document.yaml").is_file():
        raise UserError("edition.not-found", path=str(path))
    return load_notice(folder)


def load_default_scheme(path: Path | None = None) -> Scheme:
    """The default scoring template (非官方模板)."""
    node = read_yaml(path or paths.resources() / "catalog" / "scheme-default.yaml")
    try:
        return scheme_from_dict(node.data)
    except UserError as error:
        raise EnvironmentProblem(
            "catalog.scheme", file=node.file, item="-", field=error.code, **error.params
        ) from error


def _article(node: Node, number: int, gaps: bool) -> Article:
    """One article; with `gaps` the numbers of items that a later edition left out stay unused."""
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
        requirements=tuple(_requirements(node.nodes("items", "id"), number, gaps)),
    )


def _requirements(nodes: Iterable[Node], article: int, gaps: bool) -> Iterator[Requirement]:
    following = 1
    for node in nodes:
        item = _requirement(node, article)
        number = int(item.id[-2:])
        if number < following or (number > following and not gaps):
            node.fail("id", "wrong-id", expected=f"N29-{article}.{following:02}")
        yield item
        following = number + 1


def _maps(head: Node) -> Maps:
    """`changes` of document.yaml; an edition that follows on none has no maps."""
    if "changes" not in head.data:
        return Maps()
    node = Node(head.file, "changes", head.value("changes", dict))
    node.only("from", *_MAPS)
    renamed, split, merged = (node.value(name, dict) if name in node.data else {} for name in _MAPS)
    return Maps(
        previous=node.string("from"),
        renamed={
            _id(node, "renamed", old): _id(node, "renamed", new) for old, new in renamed.items()
        },
        split={_id(node, "split", old): _ids(node, "split", new) for old, new in split.items()},
        merged={_id(node, "merged", new): _ids(node, "merged", old) for new, old in merged.items()},
    )


def _id(node: Node, field: str, value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        node.fail(field, "wrong-id", expected="N29-0.00")
    return value


def _ids(node: Node, field: str, value: object) -> tuple[str, ...]:
    """The parts or sources of an item: several, each once."""
    if not isinstance(value, list):
        node.fail(field, "wrong-type", expected="list")
    ids = tuple(_id(node, field, id_) for id_ in value)
    if len(set(ids)) < _SEVERAL or len(set(ids)) < len(ids):
        node.fail(field, "wrong-count", count=len(set(ids)), least=_SEVERAL, most=len(ids))
    return ids


def _requirement(node: Node, article: int) -> Requirement:
    node.only("id", "title", "statement", "guidance", "anchors", "evidence", "department")
    match = _ID.fullmatch(node.string("id"))
    if not match or int(match["article"]) != article:
        node.fail("id", "wrong-id", expected=f"N29-{article}.01")
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
