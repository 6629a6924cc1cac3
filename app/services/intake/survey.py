"""Looking at files before they are taken in: what is there already, and what can be proposed.

Nothing is written. Every file is read once for its hash; its text is read for the proposals.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from app.domain.limits import clean_text
from app.domain.numbers import normal_name
from app.domain.proposals import Proposal
from app.domain.steps import Step, Steps
from app.domain.vocabulary import EvidenceKind
from app.errors import UserError
from app.models import Attachment, Evidence, EvidenceLink, RequirementRow
from app.models.base import columns
from app.services.evidence import Target, check_target
from app.services.intake.folders import Found, files_of
from app.services.intake.item import Choice, Held, Item
from app.services.intake.reading import proposal, unread
from app.store.vault import CHUNK, check_source
from app.store.workbook import Workbook

_EVIDENCE = columns(Evidence)
_FILE = columns(Attachment)
_LINK = columns(EvidenceLink)
_REQUIREMENT = columns(RequirementRow)
# As many attachments of one name are offered for a newer edition.
_MOST_FORMER = 8


def survey(
    workbook: Workbook, paths: Sequence[Path], target: Target, *, proposing: bool = True
) -> Steps[tuple[Item, ...]]:
    """What can be done with files and with what lies in folders; steps count files.

    A requirement on which they were dropped goes before what names of folders propose. Without
    `proposing` titles are the files' names. A file that can't be read is an
    item with its `error`. Raises UserError `requirement.unknown`, `evidence.unknown`.
    """
    yield Step(0, 1)
    with workbook.read() as session:
        check_target(session, target)
    found = yield from _listed(paths, workbook.folder)
    there = _There.read(workbook, target.evidence_id)
    items: list[Item] = []
    twins: dict[str, str] = {}
    for done, one in enumerate(found):
        step = Step(done, len(found), one.place[-1])
        yield step
        try:
            item = yield from _look(one, step)
        except UserError as error:
            items.append(Item(one.path, one.place, error=error))
            continue
        if proposing:
            proposed, why = yield from proposal(one.path, one.place, step)
            item = _described(item, proposed, there)
        else:
            why = yield from unread(one.path, one.place[-1], step)
            item = replace(item, title=clean_text("title", normal_name(one.path.stem)))
        item = replace(
            item,
            unread=why,
            requirement_id=target.requirement_id or item.requirement_id,
            evidence_id=target.evidence_id,
        )
        items.append(_decided(item, there, twins.get(item.sha256, "")))
        twins.setdefault(item.sha256, "/".join(item.place))
    return tuple(_with_namesakes(items))


def _listed(paths: Sequence[Path], workbook: Path) -> Steps[list[Found]]:
    """Walk through the folders; a step for each file lets this be cancelled."""
    found: list[Found] = []
    for one in files_of(paths, workbook):
        found.append(one)
        yield Step(0, 1, one.place[-1])
    return found


def _look(found: Found, step: Step) -> Steps[Item]:
    """Size and hash of a file. Raises UserError `file.…`."""
    if found.error is not None:
        raise found.error
    size = check_source(found.path).st_size
    digest = hashlib.sha256()
    try:
        with found.path.open("rb") as reader:
            read = 0
            # Not beyond its size, which would never end with a file that grows.
            while read <= size and (chunk := reader.read(CHUNK)):
                digest.update(chunk)
                read += len(chunk)
                yield step
    except OSError:
        raise UserError("file.unreadable", name=normal_name(found.path.name)) from None
    return Item(found.path, found.place, size, digest.hexdigest())


def _described(item: Item, proposed: Proposal, there: _There) -> Item:
    requirement_id = proposed.requirement_id
    return replace(
        item,
        title=clean_text("title", proposed.title or normal_name(item.path.stem)),
        document_number=clean_text("document_number", proposed.document_number),
        issuing_body=clean_text("issuing_body", proposed.issuing_body),
        formed_on=proposed.formed_on,
        kind=proposed.kind or EvidenceKind.OTHER,
        requirement_id=requirement_id if requirement_id in there.requirements else "",
        standards=tuple(standard.designation for standard in proposed.standards),
    )


def _decided(item: Item, there: _There, twin: str) -> Item:
    """What is offered first: link what is there, replace what has the same name, else take."""
    same = tuple(there.by_hash[item.sha256])
    if same or twin:
        return replace(item, same=same, twin=twin, choice=_of_same(item, same))
    former = sorted(
        there.by_name[normal_name(item.path.name).casefold()],
        key=lambda held: item.requirement_id not in held.requirements,
    )[:_MOST_FORMER]
    if not former:
        return item
    likely = (
        item.evidence_id or not item.requirement_id or item.requirement_id in former[0].requirements
    )
    return replace(
        item,
        former=tuple(former),
        edition_of=former[0].attachment_id,
        choice=Choice.EDITION if likely and len(former) == 1 else Choice.TAKE,
    )


def _with_namesakes(items: Sequence[Item]) -> list[Item]:
    """Files of one name for one requirement may be editions of one document; nobody says which of
    them is the newer.
    """
    named: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        decided = item.error or item.same or item.twin or item.former or item.evidence_id
        if item.requirement_id and not decided:
            named[normal_name(item.path.name).casefold(), item.requirement_id].append(item)
    other: dict[str, str] = {}
    for group in named.values():
        if len(group) > 1:
            other |= {item.key: group[0].key for item in group[1:]} | {group[0].key: group[1].key}
    return [
        replace(item, namesake=other[item.key], edition_of=other[item.key])
        if item.key in other
        else item
        for item in items
    ]


def _of_same(item: Item, same: Sequence[Held]) -> Choice:
    """Linking again what is linked already would change nothing."""
    if item.evidence_id or (
        same
        and (
            not item.requirement_id
            or any(item.requirement_id in held.requirements for held in same)
        )
    ):
        return Choice.SKIP
    return Choice.LINK if item.requirement_id else Choice.SKIP


@dataclass(slots=True)
class _There:
    """What the workbook holds already."""

    by_hash: defaultdict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    by_name: defaultdict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    requirements: frozenset[str] = frozenset()

    @staticmethod
    def read(workbook: Workbook, evidence_id: str) -> _There:
        """All of it, or what a dossier holds."""
        there = _There()
        links: defaultdict[str, list[str]] = defaultdict(list)
        with workbook.read() as session:
            for holder, requirement_id in session.execute(
                select(_LINK.evidence_id, _LINK.requirement_id)
            ):
                links[holder].append(requirement_id)
            there.requirements = frozenset(
                session.scalars(select(_REQUIREMENT.id).where(_REQUIREMENT.retired.is_(None)))
            )
            files = (
                select(
                    _FILE.sha256,
                    _FILE.name,
                    _FILE.id,
                    _FILE.evidence_id,
                    _FILE.replaced_by,
                    _EVIDENCE.number,
                    _EVIDENCE.title,
                )
                .join_from(
                    Attachment.__table__, Evidence.__table__, _EVIDENCE.id == _FILE.evidence_id
                )
                .where(_EVIDENCE.binned_on.is_(None))
                .order_by(_EVIDENCE.number, _FILE.position)
            )
            if evidence_id:
                files = files.where(_EVIDENCE.id == evidence_id)
            rows = session.execute(files).all()
        for row in rows:
            held = Held(
                row.id,
                row.evidence_id,
                row.number,
                row.title,
                row.name,
                tuple(links[row.evidence_id]),
            )
            there.by_hash[row.sha256].append(held)
            if row.replaced_by is None:
                there.by_name[row.name.casefold()].append(held)
        return there
