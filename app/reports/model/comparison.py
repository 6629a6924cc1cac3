"""What differs from an earlier snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.vocabulary import Change, Trend


@dataclass(frozen=True, slots=True)
class ComparedPoints:
    """Points of an article, or of all, then and now."""

    name: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """A requirement then and now; `evidence` is new since then."""

    id: str
    title: str
    trend: Trend
    trend_label: str
    before: str
    after: str
    evidence: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    code: str
    title: str
    trend: Trend
    trend_label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparisonEntry:
    """What differs from an earlier snapshot; `name` says which one, `lines` sum it up.

    `changes` are the points that the four changes had then, for charts.
    """

    name: str
    lines: tuple[str, ...]
    points: tuple[ComparedPoints, ...]
    items: tuple[ComparedItem, ...]
    indicators: tuple[ComparedIndicator, ...]
    new_evidence: tuple[str, ...]
    gone_evidence: tuple[str, ...]
    changes: tuple[tuple[Change, float | None], ...]
