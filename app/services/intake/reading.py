"""What the first pages of a file propose for its dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.numbers import normal_name
from app.domain.proposals import Proposal, propose
from app.domain.steps import Step, Steps, scaled
from app.domain.vocabulary import EvidenceKind
from app.extraction.metadata import own_title
from app.extraction.reading import extract
from app.extraction.text import A_GLANCE, FIRST_PAGES, UNREAD, Extract, Limits, Reason
from app.queries.evidence import EvidenceRow
from app.services.evidence import EvidenceFields


def proposal(path: Path, place: Sequence[str], step: Step) -> Steps[tuple[Proposal, Reason]]:
    """Read a file that was dropped from `place`; `step` is told again at each page.

    Where there is no text the names alone propose; the reason is that of `unread`.
    """
    found = yield from _read(path, place[-1], FIRST_PAGES, step)
    why = _unread(found)
    return propose(place, found.text, "" if why else own_title(path)), why


def unread(path: Path, name: str, step: Step) -> Steps[Reason]:
    """Why nothing can be read in a file in which one would expect something; NONE otherwise."""
    return _unread((yield from _read(path, name, A_GLANCE, step)))


def _read(path: Path, name: str, limits: Limits, step: Step) -> Steps[Extract]:
    pages = extract(path, name, limits)
    return (yield from scaled(pages, step.done, step.done, step.total, step.label))


def _unread(found: Extract) -> Reason:
    return found.reason if found.reason in UNREAD else Reason.NONE


def missing_fields(row: EvidenceRow, proposed: Proposal) -> EvidenceFields:
    """What a file proposes for those fields of its dossier in which nothing was entered."""
    fields: EvidenceFields = {}
    names = {normal_name(Path(file.name).stem) for file in row.files}
    if proposed.title and proposed.title != row.title and row.title in names:
        fields["title"] = proposed.title
    if proposed.kind and row.kind is EvidenceKind.OTHER and proposed.kind is not row.kind:
        fields["kind"] = proposed.kind
    if proposed.document_number and not row.document_number:
        fields["document_number"] = proposed.document_number
    if proposed.issuing_body and not row.issuing_body:
        fields["issuing_body"] = proposed.issuing_body
    if proposed.formed_on and row.formed_on is None:
        fields["formed_on"] = proposed.formed_on
    return fields
