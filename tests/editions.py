"""Editions of the catalogue made for tests: small, and every text names its item and wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from app.catalog.requirement import Requirement
from app.catalog.schema import Article, Document
from app.domain.editions import Maps
from app.domain.vocabulary import Text

# Wordings of items by id; items with the same word read the same, whatever their ids.
Items = Mapping[str, str]


def text(word: str) -> Text:
    return Text(f"文 {word}", f"text {word}")


def item(id_: str, word: str) -> Requirement:
    parts = [text(f"{word}-{number}") for number in range(11)]
    return Requirement(
        id=id_,
        article=int(id_[4]),
        title=parts[0],
        statement=parts[1],
        guidance=parts[2],
        anchors=tuple(parts[3:7]),
        evidence=tuple(parts[7:10]),
        department=parts[10],
    )


def edition(version: str, items: Items, maps: Maps | None = None) -> Document:
    articles = sorted({int(id_[4]) for id_ in items})
    return Document(
        id="n29",
        version=version,
        title=text("title"),
        number="国标委发〔2022〕29号",
        issuer=text("issuer"),
        issued=date(2022, 8, 22),
        note=text("note"),
        articles=tuple(_article(number, items) for number in articles),
        maps=maps or Maps(),
    )


def _article(number: int, items: Items) -> Article:
    ids = sorted(id_ for id_ in items if int(id_[4]) == number)
    return Article(
        number=number,
        change=None,
        heading=text(f"heading {number}"),
        introduction=text(f"introduction {number}"),
        requirements=tuple(item(id_, items[id_]) for id_ in ids),
    )


def write(document: Document, folder: Path) -> Path:
    """The edition as files, as people get it."""
    folder.mkdir()
    head = {
        "id": document.id,
        "version": document.version,
        "articles": len(document.articles),
        "number": document.number,
        "issued": document.issued,
        **{name: getattr(document, name).as_dict() for name in ("title", "issuer", "note")},
    }
    if document.maps.previous:
        head["changes"] = {
            "from": document.maps.previous,
            "renamed": dict(document.maps.renamed),
            "split": {old: list(new) for old, new in document.maps.split.items()},
            "merged": {new: list(old) for new, old in document.maps.merged.items()},
        }
    _dump(folder / "document.yaml", head)
    for article in document.articles:
        _dump(
            folder / f"article-{article.number}.yaml",
            {
                "article": article.number,
                "change": article.change and str(article.change),
                "heading": article.heading.as_dict(),
                "introduction": article.introduction.as_dict(),
                "items": [_plain(one) for one in article.requirements],
            },
        )
    return folder


def _plain(one: Requirement) -> dict[str, object]:
    return {
        "id": one.id,
        **{
            name: getattr(one, name).as_dict()
            for name in ("title", "statement", "guidance", "department")
        },
        **{name: _texts(getattr(one, name)) for name in ("anchors", "evidence")},
    }


def _texts(texts: Sequence[Text]) -> list[dict[str, str]]:
    return [one.as_dict() for one in texts]


def _dump(file: Path, data: object) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
