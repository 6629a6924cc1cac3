"""The scoring scheme: levels, weights and grade bands as data.

Nothing official has been published for this evaluation, so every scheme is an editable template and
says so (非官方模板). The program ships one default template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from app.domain.limits import LABEL, TITLE, one_line
from app.domain.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL, Text
from app.errors import UserError

FULL = 100.0
MAX_WEIGHT = 100.0


@dataclass(frozen=True, slots=True)
class Level:
    """A rating level: `share` is the part of an item's points that it earns, 0 to 1."""

    level: int
    label: Text
    share: float


@dataclass(frozen=True, slots=True)
class Band:
    """A grade given from `minimum` points (of 100) upwards."""

    minimum: float
    label: Text


@dataclass(frozen=True, slots=True)
class Scheme:
    """Weights are relative; an item or article that is not named weighs 1.

    Bands go down from the highest to one that starts at 0.
    """

    name: Text
    levels: tuple[Level, ...]
    bands: tuple[Band, ...]
    article_weights: Mapping[int, float] = field(default_factory=dict)
    item_weights: Mapping[str, float] = field(default_factory=dict)

    def article_weight(self, article: int) -> float:
        return self.article_weights.get(article, 1.0)

    def item_weight(self, requirement_id: str) -> float:
        return self.item_weights.get(requirement_id, 1.0)

    def level(self, number: int) -> Level:
        return self.levels[number - LOWEST_LEVEL]

    def grade(self, points: float) -> Text:
        """The grade of a score out of 100, as it is shown: rounded to one decimal."""
        shown = round(points, 1)
        return next(band.label for band in self.bands if shown >= band.minimum)

    def with_article_weight(self, article: int, weight: float) -> Scheme:
        return replace(self, article_weights={**self.article_weights, article: weight})

    def with_item_weights(self, weights: Mapping[str, float]) -> Scheme:
        return replace(self, item_weights={**self.item_weights, **weights})


def with_clean_labels(scheme: Scheme) -> Scheme:
    """Name and labels as texts are kept; UserError `scheme.labels` for too long or empty ones."""

    def clean(text: Text, shortest: int, longest: int) -> Text:
        lines = [one_line(line) for line in (text.zh, text.en)]
        if not all(shortest <= len(line) <= longest for line in lines):
            raise UserError("scheme.labels", longest_name=TITLE, longest=LABEL)
        return Text(*lines)

    return replace(
        scheme,
        name=clean(scheme.name, 0, TITLE),
        levels=tuple(replace(it, label=clean(it.label, 1, LABEL)) for it in scheme.levels),
        bands=tuple(replace(it, label=clean(it.label, 1, LABEL)) for it in scheme.bands),
    )


def validated(scheme: Scheme) -> Scheme:
    """The scheme itself; UserError `scheme.…` where it can't be scored with."""
    if [level.level for level in scheme.levels] != list(range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)):
        raise UserError("scheme.levels", lowest=LOWEST_LEVEL, highest=HIGHEST_LEVEL)
    shares = [level.share for level in scheme.levels]
    if any(not 0 <= share <= 1 for share in shares) or shares != sorted(shares):
        raise UserError("scheme.shares")
    minimums = [band.minimum for band in scheme.bands]
    falling = all(higher > lower for higher, lower in pairwise(minimums))
    if not minimums or not falling or not minimums[0] <= FULL or minimums[-1] != 0:
        raise UserError("scheme.bands")
    weights = [*scheme.article_weights.values(), *scheme.item_weights.values()]
    if any(not 0 <= weight <= MAX_WEIGHT for weight in weights):
        raise UserError("scheme.weights", maximum=MAX_WEIGHT)
    return scheme


def scheme_as_dict(scheme: Scheme) -> dict[str, Any]:
    """The scheme as plain data for the workbook; `scheme_from_dict` reads it back."""
    return {
        "name": scheme.name.as_dict(),
        "levels": [
            {"level": level.level, "label": level.label.as_dict(), "share": level.share}
            for level in scheme.levels
        ],
        "bands": [
            {"minimum": band.minimum, "label": band.label.as_dict()} for band in scheme.bands
        ],
        "article_weights": {str(key): value for key, value in scheme.article_weights.items()},
        "item_weights": dict(scheme.item_weights),
    }


def scheme_from_dict(data: Mapping[str, Any]) -> Scheme:
    """A validated scheme from plain data; UserError `scheme.unreadable` where it is none."""
    try:
        scheme = Scheme(
            name=Text(**data["name"]),
            levels=tuple(
                Level(int(row["level"]), Text(**row["label"]), float(row["share"]))
                for row in data["levels"]
            ),
            bands=tuple(Band(float(row["minimum"]), Text(**row["label"])) for row in data["bands"]),
            article_weights={
                int(key): float(value) for key, value in data["article_weights"].items()
            },
            item_weights={str(key): float(value) for key, value in data["item_weights"].items()},
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise UserError("scheme.unreadable", detail=str(error)) from error
    return validated(scheme)
