"""A standard as its number names it. The form says nothing of whether the standard is in force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.regions import REGIONS
from app.domain.vocabulary import Text


class Level(StrEnum):
    """Who issues a standard; OTHER where the prefix says it of nobody we know."""

    INTERNATIONAL = "international"
    NATIONAL = "national"
    INDUSTRY = "industry"
    LOCAL = "local"
    GROUP = "group"
    ENTERPRISE = "enterprise"
    OTHER = "other"


class Force(StrEnum):
    """How a national, industry or local standard binds: 强制性, 推荐性 (/T), 指导性 (/Z)."""

    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"
    GUIDE = "guide"


_FORCES = {"": Force.MANDATORY, "T": Force.RECOMMENDED, "Z": Force.GUIDE}


def force_of(mark: str) -> Force:
    """What the letter behind the slash says: "", "T" or "Z"."""
    return _FORCES[mark]


@dataclass(frozen=True, slots=True)
class Standard:
    """A number in its form: GB/T 1.1-2020; a regional one has a prefix for each region.

    `number` keeps parts and leading zeros; `year` is None where the text names none; `force` is
    None for group, enterprise and international standards. `known` is False where the prefix is
    on no list: to be looked at, not to be refused. `regions` are codes of GB/T 2260, of two digits.
    """

    level: Level
    prefixes: tuple[str, ...]
    number: str
    year: int | None = None
    force: Force | None = None
    known: bool = True
    regions: tuple[str, ...] = ()

    @property
    def designation(self) -> str:
        """GB/T 1.1-2020; DB31/T, DB32/T 310003-2021; ISO 9001:2015."""
        mark = ":" if self.level is Level.INTERNATIONAL else "-"
        year = "" if self.year is None else f"{mark}{self.year}"
        return f"{', '.join(self.prefixes)} {self.number}{year}"

    @property
    def regional(self) -> bool:
        """Whether several regions issued it together."""
        return len(self.regions) > 1

    @property
    def region_names(self) -> tuple[Text, ...]:
        """Names of the provinces that issued it; those of unknown codes are left out."""
        return tuple(REGIONS[code] for code in self.regions if code in REGIONS)
