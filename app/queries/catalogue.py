"""The catalogue as the workbook carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select

from app.catalog.requirement import Requirement, requirement_from_dict
from app.domain.own import OWN_ARTICLE, OWN_DOCUMENT, article_mark
from app.domain.vocabulary import Change, Text
from app.models import ArticleRow, DocumentRow, RequirementRow
from app.models.base import columns
from app.store.workbook import Workbook

_ARTICLE = columns(ArticleRow)
_REQUIREMENT = columns(RequirementRow)


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

    @property
    def own(self) -> bool:
        """Whether it holds the region's own requirements."""
        return self.number == OWN_ARTICLE

    @property
    def mark(self) -> str:
        """The number as it is shown: X for the region's own requirements."""
        return article_mark(self.number)


def document(workbook: Workbook) -> DocumentInfo:
    """The Notice as the workbook carries it."""
    with workbook.read() as session:
        row = session.scalars(select(DocumentRow).where(DocumentRow.id != OWN_DOCUMENT)).one()
        return DocumentInfo(
            id=row.id,
            version=row.version,
            title=Text(**row.content["title"]),
            number=row.content["number"],
            issued=row.content["issued"],
            note=Text(**row.content["note"]),
        )


def articles(workbook: Workbook) -> list[ArticleInfo]:
    """All articles of the Notice in order, but those whose requirements are all retired."""
    with workbook.read() as session:
        rows = session.execute(_articles().where(_ARTICLE.number != OWN_ARTICLE))
        return [_info(row) for row in rows]


def own_article(workbook: Workbook) -> ArticleInfo | None:
    """The article of the region's own requirements; None while there are none."""
    with workbook.read() as session:
        row = session.execute(_articles().where(_ARTICLE.number == OWN_ARTICLE)).first()
        return None if row is None else _info(row)


def requirement_texts(workbook: Workbook) -> list[Requirement]:
    """All requirements in force with their full texts, in order; the region's own come last."""
    with workbook.read() as session:
        rows = session.scalars(
            select(RequirementRow)
            .join(ArticleRow, ArticleRow.id == RequirementRow.article_id)
            .where(RequirementRow.retired.is_(None))
            .order_by(ArticleRow.number, RequirementRow.position)
        )
        return [requirement_from_dict(row.content) for row in rows]


def _articles() -> Select[Any]:
    """Articles in which a requirement is in force."""
    in_force = select(_REQUIREMENT.article_id).where(_REQUIREMENT.retired.is_(None))
    return select(*_ARTICLE).where(_ARTICLE.id.in_(in_force)).order_by(_ARTICLE.number)


def _info(row: Row[Any]) -> ArticleInfo:
    return ArticleInfo(
        row.number,
        Change(row.change) if row.change else None,
        Text(**row.content["heading"]),
        Text(**row.content["introduction"]),
    )
