"""One file that may be taken in: what is proposed for it, and what the person makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.domain.vocabulary import EvidenceKind
from app.errors import UserError
from app.extraction.text import Reason


class Choice(StrEnum):
    """What is to be done with a file."""

    TAKE = "take"  # as a dossier of its own
    LINK = "link"  # its bytes are there: their dossier is linked
    EDITION = "edition"  # in force instead of a file that is there
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Held:
    """A file in force of a dossier."""

    attachment_id: str
    evidence_id: str
    number: str
    title: str
    name: str
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """`place` are the names of the folders and the file, as dropped.

    `same` are files with the same bytes, `former` those with the same name and other bytes,
    `twin` is the file of the same batch that has the same bytes and comes before, `namesake` one
    (its key) with the same name and other bytes for the same requirement. `edition_of` is
    the attachment that a newer edition replaces, or the namesake. `standards` are numbers of
    standards that the text names. `unread` says why nothing could be read in what is taken
    nevertheless. With `evidence_id` it is to go into that dossier, whose own fields stay. With
    `error` it can't be taken at all.
    """

    path: Path
    place: tuple[str, ...]
    size: int = 0
    sha256: str = ""
    choice: Choice = Choice.TAKE
    title: str = ""
    document_number: str = ""
    issuing_body: str = ""
    formed_on: date | None = None
    kind: EvidenceKind = EvidenceKind.OTHER
    requirement_id: str = ""
    evidence_id: str = ""
    edition_of: str = ""
    standards: tuple[str, ...] = ()
    same: tuple[Held, ...] = ()
    former: tuple[Held, ...] = ()
    twin: str = ""
    namesake: str = ""
    unread: Reason = Reason.NONE
    error: UserError | None = None

    @property
    def key(self) -> str:
        """By which the file is known among those of a batch."""
        return str(self.path)

    @property
    def follows(self) -> bool:
        """Whether it is to be an edition of another file of its batch."""
        return self.choice is Choice.EDITION and self.edition_of == self.namesake != ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing about it has to be decided."""
        return not (self.former or self.namesake or self.choice is Choice.LINK)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be done with it; nothing where it can't be taken."""
        if self.error is not None:
            return ()
        if self.evidence_id and (self.same or self.twin):
            return (Choice.SKIP,)
        if self.same or self.twin:
            return (Choice.LINK, Choice.SKIP)
        if self.former or self.namesake:
            return (Choice.TAKE, Choice.EDITION, Choice.SKIP)
        return (Choice.TAKE, Choice.SKIP)
