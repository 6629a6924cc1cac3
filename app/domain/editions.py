"""What a newer edition of the catalogue changes: pure comparison of two lists of requirements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.errors import UserError


class Kind(StrEnum):
    """What became of a requirement."""

    SAME = "same"
    EDITED = "edited"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Maps:
    """What an edition declares beyond what ids and hashes tell; `previous` is the edition before.

    `renamed` old to new id, `split` old id to the new ones, `merged` new id to the old ones.
    """

    previous: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def old_ids(self) -> list[str]:
        """Ids of the edition before, in the order in which they are named."""
        merged = (id_ for ids in self.merged.values() for id_ in ids)
        return [*self.renamed, *self.split, *merged]

    @property
    def new_ids(self) -> list[str]:
        split = (id_ for ids in self.split.values() for id_ in ids)
        return [*self.renamed.values(), *split, *self.merged]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as far as it is compared: the hash of each requirement by id, in order."""

    version: str
    hashes: Mapping[str, str]
    maps: Maps = Maps()


@dataclass(frozen=True, slots=True)
class ItemChange:
    """`old` and `new` are ids; `edited` says that the text is not what it was."""

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]
    edited: bool


def compare(old: Edition, new: Edition) -> list[ItemChange]:
    """Every requirement of both editions, once: those in force in the new order, then the removed.

    The maps of `new` are used where it follows on `old`. Raises UserError `edition.gap` where it
    follows on another edition, `edition.unknown-item` and `edition.named-twice` where its maps
    can't be right.
    """
    maps = _usable_maps(old, new)
    claimed = set(maps.old_ids)
    by_new = {change.new[0]: change for change in _declared(maps, old.hashes, new.hashes)}
    later_parts = {id_ for ids in maps.split.values() for id_ in ids[1:]}
    changes = []
    for id_, text in new.hashes.items():
        if id_ in by_new:
            changes.append(by_new[id_])
        elif id_ in later_parts:
            continue
        elif id_ in old.hashes and id_ not in claimed:
            edited = old.hashes[id_] != text
            kind = Kind.EDITED if edited else Kind.SAME
            changes.append(ItemChange(kind, (id_,), (id_,), edited))
        else:
            changes.append(ItemChange(Kind.ADDED, (), (id_,), False))
    kept = {id_ for change in changes for id_ in change.old}
    removed = [id_ for id_ in old.hashes if id_ not in kept]
    return [*changes, *(ItemChange(Kind.REMOVED, (id_,), (), False) for id_ in removed)]


def count(changes: Iterable[ItemChange]) -> dict[Kind, int]:
    """How many changes there are of each kind."""
    kinds = [change.kind for change in changes]
    return {kind: kinds.count(kind) for kind in Kind}


def _usable_maps(old: Edition, new: Edition) -> Maps:
    maps = new.maps
    if old.version == new.version or not maps.previous:
        return Maps()
    if maps.previous != old.version:
        raise UserError(
            "edition.gap", version=new.version, previous=maps.previous, present=old.version
        )
    for named, known in ((maps.old_ids, old.hashes), (maps.new_ids, new.hashes)):
        for id_ in named:
            if id_ not in known:
                raise UserError("edition.unknown-item", version=new.version, requirement=id_)
            if named.count(id_) > 1:
                raise UserError("edition.named-twice", version=new.version, requirement=id_)
    return maps


def _declared(maps: Maps, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[ItemChange]:
    for before, after in maps.renamed.items():
        yield ItemChange(Kind.RENAMED, (before,), (after,), old[before] != new[after])
    for before, parts in maps.split.items():
        yield ItemChange(Kind.SPLIT, (before,), parts, True)
    for after, sources in maps.merged.items():
        yield ItemChange(Kind.MERGED, sources, (after,), True)
