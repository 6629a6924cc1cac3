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
    return tuple(grouped(standards))


def grouped(standards: Iterable[Standard]) -> dict[Standard, tuple[Standard, ...]]:
    """The distinct standards, each with the ways in which it was named."""
    numbers: defaultdict[tuple[Level, str, str], set[Standard]] = defaultdict(set)
    for standard in standards:
        name = "" if standard.level is Level.LOCAL else standard.prefixes[0]
        numbers[standard.level, name, standard.number].add(standard)
    found = [edition for same in numbers.values() for edition in _editions(same)]
    return {one: tuple(names) for one, names in sorted(found, key=lambda pair: _order(pair[0]))}


def count(standards: Iterable[Standard]) -> Counter[Level]:
    """How many distinct standards there are of each level."""
    return Counter(standard.level for standard in distinct(standards))


def _editions(same: Iterable[Standard]) -> list[tuple[Standard, list[Standard]]]:
    """The standards of one number with their names."""
    result: list[tuple[Standard, list[Standard]]] = []
    # Dated ones first, so that undated ones can join them; of these the ones of several regions,
    # as they say which single ones belong together.
    for standard in sorted(
        same, key=lambda one: (one.year is None, -len(one.regions), one.prefixes)
    ):
        place = next((at for at, (one, _) in enumerate(result) if _is_same(one, standard)), None)
        if place is None:
            result.append((standard, [standard]))
            continue
        kept, names = result[place]
        whole = together(kept, standard) if standard.level is Level.LOCAL else kept
        result[place] = (whole, [*names, standard])
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
