"""The catalogue as rows of the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.catalog.requirement import Requirement, requirement_as_dict
from app.catalog.schema import Article, Document
from app.models import ArticleRow, DocumentRow, RequirementRow


def document_row(document: Document) -> DocumentRow:
    content = {
        "title": document.title.as_dict(),
        "number": document.number,
        "issuer": document.issuer.as_dict(),
        "issued": document.issued.isoformat(),
        "note": document.note.as_dict(),
    }
    return DocumentRow(id=document.id, version=document.version, content=content)


def article_row(document: Document, article: Article) -> ArticleRow:
    return ArticleRow(
        id=_article_id(article),
        document_id=document.id,
        number=article.number,
        change=article.change.value if article.change else None,
        content={
            "heading": article.heading.as_dict(),
            "introduction": article.introduction.as_dict(),
        },
    )


def requirement_rows(document: Document) -> Iterator[RequirementRow]:
    """All requirements, each with its place in its article."""
    for article in document.articles:
        for position, item in enumerate(article.requirements, 1):
            yield _requirement_row(article, item, position)


def values_of(row: ArticleRow | DocumentRow | RequirementRow) -> dict[str, Any]:
    """The values of a row that an edition sets, its id apart."""
    return {
        name: getattr(row, name)
        for name in row.__table__.columns.keys()  # noqa: SIM118 - a collection, not a mapping
        if name not in ("id", "retired")
    }


def _article_id(article: Article) -> str:
    return f"N29-{article.number}"


def _requirement_row(article: Article, item: Requirement, position: int) -> RequirementRow:
    return RequirementRow(
        id=item.id,
        article_id=_article_id(article),
        position=position,
        content=requirement_as_dict(item),
        hash=item.hash,
    )
