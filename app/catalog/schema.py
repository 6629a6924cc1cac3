"""Documents of the catalogue with their articles, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.catalog.requirement import Requirement
from app.domain.editions import Maps
from app.domain.vocabulary import Change, Text


@dataclass(frozen=True)
class Article:
    """One article of the document; `change` is None for the enabling articles 1, 6, 7 and 8."""

    number: int
    change: Change | None
    heading: Text
    introduction: Text
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True)
class Document:
    """A policy document with all its articles; `version` is that of our paraphrase.

    `maps` say how its requirements follow from those of the edition before.
    """

    id: str
    version: str
    title: Text
    number: str
    issuer: Text
    issued: date
    note: Text
    articles: tuple[Article, ...]
    maps: Maps = field(default_factory=Maps)

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        return tuple(item for article in self.articles for item in article.requirements)
