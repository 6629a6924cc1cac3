"""What a newer edition changes, requirement by requirement, with both wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalog.requirement import Requirement, requirement_as_dict, wording_hash
from app.catalog.schema import Document
from app.domain.editions import Edition, Kind, Maps, compare

_COMPARED = ("title", "statement", "guidance", "anchors", "evidence", "department")


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of requirements: as they were, and as they are.

    `fields` are the parts that read otherwise, of one requirement against one.
    """

    kind: Kind
    before: tuple[Requirement, ...]
    after: tuple[Requirement, ...]
    fields: tuple[str, ...]

    @property
    def edited(self) -> bool:
        """Whether an answer to it has to be looked at again."""
        return bool(self.fields) or self.kind in (Kind.SPLIT, Kind.MERGED)


def edition(version: str, requirements: Sequence[Requirement], maps: Maps) -> Edition:
    return Edition(version, {item.id: wording_hash(item) for item in requirements}, maps)


def differences(version: str, old: Sequence[Requirement], new: Document) -> list[Difference]:
    """All requirements of an edition and of the one that follows, once each.

    Raises UserError `edition.…` where the newer edition does not follow on the older.
    """
    olds = {item.id: item for item in old}
    news = {item.id: item for item in new.requirements}
    changes = compare(
        edition(version, old, Maps()), edition(new.version, new.requirements, new.maps)
    )
    rows = []
    for change in changes:
        before = tuple(olds[id_] for id_ in change.old)
        after = tuple(news[id_] for id_ in change.new)
        rows.append(Difference(change.kind, before, after, _fields(before, after)))
    return rows


def _fields(before: Sequence[Requirement], after: Sequence[Requirement]) -> tuple[str, ...]:
    if len(before) != 1 or len(after) != 1:
        return ()
    old, new = requirement_as_dict(before[0]), requirement_as_dict(after[0])
    return tuple(name for name in _COMPARED if old[name] != new[name])
