"""What an entry of the library is related to, and why; each relation is seen from both ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.catalog.library import Library
from app.domain.vocabulary import Text
from app.queries.library.entries import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Relation:
    """The other entry, and in one line why it speaks of the same matter."""

    id: str
    kind: EntryKind
    document: str
    heading: Text
    why: Text


def relations(library: Library, entries: Mapping[str, Entry], entry_id: str) -> list[Relation]:
    """All entries that are related to one, in the order of the documents.

    `entries` are those of app.queries.library.entries by id; what is not among them, such as a
    requirement that the workbook does not have, is left out.
    """
    order = {id_: place for place, id_ in enumerate(entries)}
    found = [
        Relation(other.id, other.kind, other.document, other.heading, why)
        for id_, why in _pairs(library, entry_id)
        if (other := entries.get(id_)) is not None
    ]
    return sorted(found, key=lambda relation: order[relation.id])


def _pairs(library: Library, entry_id: str) -> Iterator[tuple[str, Text]]:
    yield from library.references_of.get(entry_id, ())
    # An indicator of a plan belongs with the target that it measures.
    targets = {target.id: target for plan in library.plans for target in plan.targets}
    for preset in library.indicators:
        if preset.plan_target and entry_id in (preset.id, preset.plan_target):
            other = preset.plan_target if entry_id == preset.id else preset.id
            yield other, targets[preset.plan_target].text


def why_unmatched(library: Library, requirement_id: str) -> Text | None:
    """Why no clause of the Outline fits a requirement; None where one does."""
    return next((row.why for row in library.unmatched if row.requirement == requirement_id), None)
