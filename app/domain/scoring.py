"""Progress and score of the self-assessment: two axes that are never mixed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.own import OWN_ARTICLE
from app.domain.scheme import FULL, Scheme
from app.domain.vocabulary import Progress, Text


@dataclass(frozen=True, slots=True)
class ItemState:
    """What scoring needs to know of one requirement; `level` is None while it is not rated."""

    requirement_id: str
    article: int
    progress: Progress
    level: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of requirements. `applicable` leaves out those marked not applicable."""

    total: int
    applicable: int
    started: int
    done: int
    rated: int

    @property
    def done_share(self) -> float:
        """Done of applicable, 0 to 1; 0 when nothing applies."""
        return self.done / self.applicable if self.applicable else 0.0


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """`points` of 100 by the scheme; None when no item of the article applies."""

    article: int
    weight: float
    tally: Tally
    points: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """`points` of 100 over all articles by weight, and the grade the scheme gives for it."""

    points: float | None
    grade: Text | None
    tally: Tally
    articles: tuple[ArticleScore, ...]


def tally(items: Iterable[ItemState]) -> Tally:
    """Count requirements by progress and rating."""
    states = list(items)
    applicable = [item for item in states if item.progress is not Progress.NOT_APPLICABLE]
    return Tally(
        total=len(states),
        applicable=len(applicable),
        started=sum(item.progress is not Progress.NOT_STARTED for item in applicable),
        done=sum(item.progress is Progress.DONE for item in applicable),
        rated=sum(item.level is not None for item in applicable),
    )


def item_points(scheme: Scheme, item: ItemState) -> float | None:
    """Points of 100 that one requirement earns; None when it does not apply, 0 when unrated."""
    if item.progress is Progress.NOT_APPLICABLE:
        return None
    return 0.0 if item.level is None else FULL * scheme.level(item.level).share


def score(scheme: Scheme, items: Iterable[ItemState]) -> Score:
    """Weighted mean of the items in each article, and of the articles; what does not apply is out.

    An article or item of weight 0 is shown but does not count; where all weights of a mean are 0
    there is nothing to score (None).
    """
    states = list(items)
    articles = tuple(
        _article_score(scheme, article, [item for item in states if item.article == article])
        for article in sorted({item.article for item in states})
    )
    points = _weighted_mean([(part.weight, part.points) for part in articles])
    grade = None if points is None else scheme.grade(points)
    return Score(points, grade, tally(states), articles)


def own_score(scheme: Scheme, items: Iterable[ItemState]) -> ArticleScore:
    """Counts and points of the region's own requirements, which weigh nothing in the score."""
    states = list(items)
    points = _weighted_mean(_weighted(scheme, states))
    return ArticleScore(OWN_ARTICLE, 0.0, tally(states), points)


def _article_score(scheme: Scheme, article: int, items: list[ItemState]) -> ArticleScore:
    points = _weighted_mean(_weighted(scheme, items))
    return ArticleScore(article, scheme.article_weight(article), tally(items), points)


def _weighted(scheme: Scheme, items: list[ItemState]) -> list[tuple[float, float | None]]:
    return [(scheme.item_weight(item.requirement_id), item_points(scheme, item)) for item in items]


def _weighted_mean(parts: list[tuple[float, float | None]]) -> float | None:
    counted = [(weight, value) for weight, value in parts if value is not None]
    total = sum(weight for weight, _ in counted)
    if total <= 0:
        return None
    return sum(weight * value for weight, value in counted) / total
