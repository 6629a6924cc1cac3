"""How many standards there are: a regional one counts once, whatever its prefixes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from app.domain.standards.finding import together
from app.domain.standards.number import Level, Standard

# Numbers of six digits are given by the regions together (310003 of the Yangtze delta).
_REGIONAL_DIGITS = 6


def distinct(standards: Iterable[Standard]) -> tuple[Standard, ...]:
    """Each standard once, in order of level and number.

    An undated number counts with the dated one, the codes of a regional standard together:
    those that were named side by side somewhere, and those with a number of six digits.
    """
    groups: defaultdict[tuple[Level, str, str], list[Standard]] = defaultdict(list)
    for standard in standards:
        name = "" if standard.level is Level.LOCAL else standard.prefixes[0]
        groups[standard.level, name, standard.number].append(standard)
    result = [one for group in groups.values() for one in _editions(group)]
    return tuple(sorted(result, key=_order))


def count(standards: Iterable[Standard]) -> Counter[Level]:
    """How many distinct standards there are of each level."""
    return Counter(standard.level for standard in distinct(standards))


def _editions(group: list[Standard]) -> list[Standard]:
    """The standards of one number: dated ones first, so that undated ones can join them."""
    result: list[Standard] = []
    # Those of several regions first: they say which single ones belong together.
    for standard in sorted(group, key=lambda one: (one.year is None, -len(one.regions))):
        place = next((at for at, one in enumerate(result) if _is_same(one, standard)), None)
        if place is None:
            result.append(standard)
        elif standard.level is Level.LOCAL:
            result[place] = together(result[place], standard)
    return result


def _is_same(kept: Standard, standard: Standard) -> bool:
    if standard.year is not None and standard.year != kept.year:
        return False
    if standard.level is not Level.LOCAL:
        return True
    shared = set(kept.prefixes) & set(standard.prefixes)
    return bool(shared) or len(standard.number.split(".")[0]) == _REGIONAL_DIGITS


_LEVELS = tuple(Level)


def _order(standard: Standard) -> tuple[int, tuple[str, ...], list[int], int]:
    parts = [int(part) for part in _digits(standard.number)]
    return (_LEVELS.index(standard.level), standard.prefixes, parts, standard.year or 0)


def _digits(number: str) -> list[str]:
    return [part for part in "".join(s if s.isdigit() else " " for s in number).split() if part]
