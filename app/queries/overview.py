"""Where the pilot stands: score, counts, days left, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.domain.dates import days_left
from app.domain.scheme import Scheme
from app.domain.scoring import ArticleScore, Score, own_score, score
from app.domain.vocabulary import Change
from app.models import Evidence
from app.queries.answers import Answer, answers
from app.queries.catalogue import ArticleInfo, articles, own_article
from app.queries.profile import Profile, profile, scheme
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    info: ArticleInfo
    score: ArticleScore


@dataclass(frozen=True, slots=True)
class Overview:
    """`days_left` is None while the period has no end.

    `score` and `articles` are those of the Notice; `own` are the region's own requirements with
    points of their own, None while there are none. `answers` are to all of them.
    """

    profile: Profile
    days_left: int | None
    score: Score
    articles: tuple[ArticleStatus, ...]
    answers: tuple[Answer, ...]
    own: ArticleStatus | None = None

    @property
    def changes(self) -> tuple[tuple[Change, ArticleScore], ...]:
        """The four changes with their scores."""
        return tuple((part.info.change, part.score) for part in self.articles if part.info.change)


def overview(workbook: Workbook, today: date) -> Overview:
    """The state of the workbook on a day."""
    return overview_of(
        profile(workbook),
        scheme(workbook),
        answers(workbook),
        articles(workbook),
        own_article(workbook),
        today,
    )


def overview_of(
    pilot: Profile,
    rules: Scheme,
    rows: Sequence[Answer],
    heads: Iterable[ArticleInfo],
    own: ArticleInfo | None,
    today: date,
) -> Overview:
    """The state that answers add up to on a day; `heads` are the articles of the Notice."""
    result = score(rules, (row.state for row in rows if not row.own))
    by_number = {part.article: part for part in result.articles}
    return Overview(
        profile=pilot,
        days_left=days_left(pilot.end, today) if pilot.end else None,
        score=result,
        articles=tuple(ArticleStatus(info, by_number[info.number]) for info in heads),
        answers=tuple(rows),
        own=None
        if own is None
        else ArticleStatus(own, own_score(rules, (row.state for row in rows if row.own))),
    )


def evidence_count(workbook: Workbook) -> int:
    """How many dossiers there are; those in the bin do not count."""
    here = select(func.count()).select_from(Evidence.__table__).where(Evidence.binned_on.is_(None))
    with workbook.read() as session:
        return session.scalar(here) or 0
