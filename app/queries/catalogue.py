"""The catalogue as the workbook carries it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.catalog.schema import Requirement, requirement_from_dict
from app.domain.vocabulary import Change, Text
from app.models import ArticleRow, DocumentRow, RequirementRow
from app.models.base import columns
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """The document that the workbook is filled against."""

    id: str
    version: str
    title: Text
    number: str
    issued: str  # ISO 8601
    note: Text


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    number: int
    change: Change | None
    heading: Text
    introduction: Text


def document(workbook: Workbook) -> DocumentInfo:
    """The Notice as the workbook carries it."""
    with workbook.read() as session:
        row = session.scalars(select(DocumentRow)).one()
        return DocumentInfo(
            id=row.id,
            version=row.version,
            title=Text(**row.content["title"]),
            number=row.content["number"],
            issued=row.content["issued"],
            note=Text(**row.content["note"]),
        )


def articles(workbook: Workbook) -> list[ArticleInfo]:
    """All articles in order."""
    with workbook.read() as session:
        article = columns(ArticleRow)
        rows = session.execute(select(*article).order_by(article.number))
        return [
            ArticleInfo(
                row.number,
                Change(row.change) if row.change else None,
                Text(**row.content["heading"]),
                Text(**row.content["introduction"]),
            )
            for row in rows
        ]


def requirement_texts(workbook: Workbook) -> list[Requirement]:
    """All requirements with their full texts, in the order of the document."""
    with workbook.read() as session:
        rows = session.scalars(
            select(RequirementRow)
            .join(ArticleRow, ArticleRow.id == RequirementRow.article_id)
            .order_by(ArticleRow.number, RequirementRow.position)
        )
        return [requirement_from_dict(row.content) for row in rows]
