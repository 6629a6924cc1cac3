"""Reads the indicators of the library and the references among all its entries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass

from app.catalog.library import IndicatorPreset, Reference, Unmatched
from app.catalog.reader import Node
from app.domain.indicators import check_value
from app.domain.vocabulary import Direction, Origin, Unit
from app.errors import UserError

# The Outline's first two clauses, its guiding ideas and goals, need not be referred to.
_GENERAL_CLAUSES = 2
_ENDS = ("requirement", "clause", "key_point", "indicator")
_PRESET = (
    *("id", "origin", "name", "unit", "direction", "strict", "target", "year", "meaning"),
    *("source", "clause", "plan_target", "verified"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a reference may name, by its fields."""

    requirement: tuple[str, ...]
    clause: tuple[str, ...]
    key_point: tuple[str, ...]
    indicator: tuple[str, ...]


def load_indicators(
    node: Node, clauses: Collection[str], plan_targets: Collection[str]
) -> tuple[IndicatorPreset, ...]:
    """The presets; EnvironmentProblem `catalog.…` for the first mistake."""
    node.only("indicators")
    presets: dict[str, IndicatorPreset] = {}
    for row in node.nodes("indicators", "id"):
        preset = _preset(row)
        if preset.id in presets:
            row.fail("id", "repeated")
        _check_known(row, "clause", clauses)
        _check_known(row, "plan_target", plan_targets)
        presets[preset.id] = preset
    return tuple(presets.values())


def _preset(node: Node) -> IndicatorPreset:
    node.only(*_PRESET)
    unit = Unit(node.choice("unit", list(Unit)))
    target = node.number("target")
    try:
        check_value(unit, target)
    except UserError:
        node.fail("target", "out-of-range", value=target)
    return IndicatorPreset(
        id=node.string("id"),
        origin=Origin(node.choice("origin", list(Origin))),
        name=node.text("name"),
        unit=unit,
        direction=Direction(node.choice("direction", list(Direction))),
        strict=node.value("strict", bool),
        target=target,
        year=node.integer("year") if "year" in node.data else None,
        meaning=node.text("meaning"),
        source=node.text("source"),
        clause=_optional(node, "clause"),
        plan_target=_optional(node, "plan_target"),
        verified=node.value("verified", bool),
    )


def load_references(
    node: Node, known: Known
) -> tuple[tuple[Reference, ...], tuple[Unmatched, ...]]:
    """The references, and the requirements for which no clause fits.

    Raises EnvironmentProblem `catalog.dangling` for an id that there is not, `catalog.uncovered`
    for an entry that nothing refers to, and as every reader of the catalogue.
    """
    node.only("references", "unmatched")
    references = tuple(_reference(row, known) for row in node.nodes("references", "requirement"))
    seen: set[tuple[str, str]] = set()
    for number, reference in enumerate(references, 1):
        if reference.ends in seen:
            node.fail(f"references[{number}]", "repeated")
        seen.add(reference.ends)
    unmatched = tuple(_unmatched(row, known) for row in node.nodes("unmatched", "requirement"))
    _check_covered(node, references, unmatched, known)
    return references, unmatched


def _reference(node: Node, known: Known) -> Reference:
    node.only(*_ENDS, "why")
    ends = [name for name in _ENDS if name in node.data]
    if len(ends) != 2:
        node.fail(", ".join(ends) or _ENDS[0], "wrong-count", count=len(ends), least=2, most=2)
    for name, ids in asdict(known).items():
        _check_known(node, name, ids)
    return Reference(
        requirement=_optional(node, "requirement"),
        clause=_optional(node, "clause"),
        key_point=_optional(node, "key_point"),
        indicator=_optional(node, "indicator"),
        why=node.text("why"),
    )


def _unmatched(node: Node, known: Known) -> Unmatched:
    node.only("requirement", "why")
    _check_known(node, "requirement", known.requirement)
    return Unmatched(node.string("requirement"), node.text("why"))


def _check_covered(
    node: Node,
    references: tuple[Reference, ...],
    unmatched: tuple[Unmatched, ...],
    known: Known,
) -> None:
    """Each requirement leads to a clause or says why not; clauses and key points are reachable."""
    with_clause = {row.requirement for row in references if row.clause}
    without = {row.requirement for row in unmatched}
    referred = {end for row in references for end in row.ends}
    for requirement in known.requirement:
        if (requirement in with_clause) == (requirement in without):
            node.fail("unmatched", "uncovered", value=requirement)
    for entry in (*known.clause[_GENERAL_CLAUSES:], *known.key_point):
        if entry not in referred:
            node.fail("references", "uncovered", value=entry)


def _check_known(node: Node, field: str, ids: Collection[str]) -> None:
    value = _optional(node, field)
    if value and value not in ids:
        node.fail(field, "dangling", value=value)


def _optional(node: Node, field: str) -> str:
    return node.string(field) if field in node.data else ""
