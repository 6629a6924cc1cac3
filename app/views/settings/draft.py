"""A scoring scheme as the rows of its tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.scheme import Band, Level, Scheme
from app.domain.vocabulary import Text


@dataclass(frozen=True, slots=True)
class LevelRow:
    """`share` in percent."""

    level: int
    zh: str
    en: str
    share: float


@dataclass(frozen=True, slots=True)
class BandRow:
    """`number` only tells rows apart."""

    number: int
    minimum: float
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class WeightRow:
    """The weight of an article or a requirement; `id` is its number, `group` the article that a
    requirement is weighed in (0 for articles).
    """

    id: str
    group: int
    title: str
    weight: float


def level_rows(scheme: Scheme) -> list[LevelRow]:
    return [
        # Rounded: 0.29 * 100 is not 29.
        LevelRow(level.level, level.label.zh, level.label.en, round(level.share * 100, 6))
        for level in scheme.levels
    ]


def band_rows(scheme: Scheme) -> list[BandRow]:
    return [
        BandRow(number, band.minimum, band.label.zh, band.label.en)
        for number, band in enumerate(scheme.bands)
    ]


def composed(
    base: Scheme,
    levels: Iterable[LevelRow],
    bands: Iterable[BandRow],
    articles: Iterable[WeightRow],
    items: Iterable[WeightRow],
) -> Scheme:
    """The scheme that the rows describe, bands from the highest; not validated yet.

    What `base` weighs and no row shows stays as it is.
    """
    named = base.item_weights
    return replace(
        base,
        levels=tuple(
            Level(row.level, Text(row.zh, row.en), round(row.share / 100, 8)) for row in levels
        ),
        bands=tuple(
            Band(row.minimum, Text(row.zh, row.en))
            for row in sorted(bands, key=lambda row: -row.minimum)
        ),
        article_weights={
            **base.article_weights,
            **{int(row.id): row.weight for row in articles},
        },
        item_weights={
            **named,
            **{row.id: row.weight for row in items if row.weight != 1 or row.id in named},
        },
    )


def with_new_band(rows: Sequence[BandRow], position: int, label: Text) -> list[BandRow]:
    """The rows with a new band below the one at `position`, half way to the next.

    The last band goes down to 0 and stays the last.
    """
    at = max(min(position + 1, len(rows) - 1), 0)
    above = rows[at - 1].minimum if at else 100.0
    number = max(row.number for row in rows) + 1
    new = BandRow(number, round((above + rows[at].minimum) / 2, 2), label.zh, label.en)
    return [*rows[:at], new, *rows[at:]]
