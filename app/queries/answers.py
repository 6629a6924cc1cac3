"""Requirements with their answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select

from app.catalog.requirement import Requirement, requirement_from_dict
from app.domain.own import OWN_ARTICLE
from app.domain.scoring import ItemState
from app.domain.vocabulary import Progress, Text
from app.errors import UserError
from app.models import ArticleRow, Evidence, EvidenceLink, RequirementRow, Response
from app.models.base import columns
from app.store.workbook import Workbook

_REQUIREMENT = columns(RequirementRow)
_ARTICLE = columns(ArticleRow)
_RESPONSE = columns(Response)
_EVIDENCE = columns(Evidence)
_LINK = columns(EvidenceLink)


@dataclass(frozen=True, slots=True)
class Review:
    """Why an answer has to be looked at again: `before` is what it was written for, and when."""

    version: str
    before: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one requirement, with how much evidence serves it.

    `retired` says that the present edition of the catalogue has the requirement no more.
    """

    requirement_id: str
    article: int
    title: Text
    progress: Progress
    level: int | None
    reason: str
    narrative: str
    problems: str
    next_steps: str
    unit: str
    due: date | None
    evidence_count: int
    retired: bool = False
    review: Review | None = None

    @property
    def own(self) -> bool:
        """Whether the requirement is the region's own."""
        return self.article == OWN_ARTICLE

    @property
    def state(self) -> ItemState:
        """What scoring needs of it."""
        return ItemState(self.requirement_id, self.article, self.progress, self.level)


def answers(workbook: Workbook) -> list[Answer]:
    """All answers in the order of the document; the region's own requirements come last."""
    with workbook.read() as session:
        rows = session.execute(
            _select()
            .where(_REQUIREMENT.retired.is_(None))
            .order_by(_ARTICLE.number, _REQUIREMENT.position)
        )
        return [_answer(row) for row in rows]


def answer(workbook: Workbook, requirement_id: str) -> Answer:
    """One answer, of a retired requirement too; UserError `requirement.unknown`."""
    with workbook.read() as session:
        row = session.execute(_select().where(_REQUIREMENT.id == requirement_id)).first()
    if row is None:
        raise UserError("requirement.unknown", requirement=requirement_id)
    return _answer(row)


def _select() -> Select[Any]:
    counts = (
        select(_LINK.requirement_id, func.count().label("evidence_count"))
        .join_from(EvidenceLink.__table__, Evidence.__table__, _EVIDENCE.id == _LINK.evidence_id)
        .where(_EVIDENCE.binned_on.is_(None))
        .group_by(_LINK.requirement_id)
        .subquery()
    )
    tables = (
        RequirementRow.__table__.join(ArticleRow.__table__, _ARTICLE.id == _REQUIREMENT.article_id)
        .join(Response.__table__, _RESPONSE.requirement_id == _REQUIREMENT.id)
        .outerjoin(counts, counts.c.requirement_id == _REQUIREMENT.id)
    )
    return select(
        _REQUIREMENT.id.label("requirement_id"),
        _ARTICLE.number.label("article"),
        _REQUIREMENT.content["title"].label("title"),
        _RESPONSE.progress,
        _RESPONSE.level,
        _RESPONSE.reason,
        _RESPONSE.narrative,
        _RESPONSE.problems,
        _RESPONSE.next_steps,
        _RESPONSE.unit,
        _RESPONSE.due,
        func.coalesce(counts.c.evidence_count, 0).label("evidence_count"),
        _REQUIREMENT.retired.is_not(None).label("retired"),
        _RESPONSE.review,
    ).select_from(tables)


def _answer(row: Row[Any]) -> Answer:
    values = dict(row._mapping)
    values["title"] = Text(**values["title"])
    values["progress"] = Progress(values["progress"])
    if (review := values["review"]) is not None:
        before = tuple(requirement_from_dict(content) for content in review["before"])
        values["review"] = Review(review["version"], before)
    return Answer(**values)
