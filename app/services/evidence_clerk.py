"""Entering files of the vault into the database: as dossiers, into dossiers, as newer editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal
from uuid import uuid4

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from app.domain.limits import clean_text
from app.domain.numbers import normal_name
from app.domain.vocabulary import EvidenceKind
from app.errors import UserError
from app.extraction.text import Reason
from app.models import Attachment, Evidence, EvidenceLink
from app.services.evidence_links import find_link
from app.services.fields import dossier
from app.services.numbering import EvidenceNumbers
from app.store.vault import StoredFile

Outcome = Literal["added", "linked", "already-there", "edition", "skipped", "refused"]


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; `error` says why it was refused.

    "linked": the same bytes were there already and their dossier now serves the requirement too;
    "already-there": it did so before; "edition": it is now the edition in force of a file that was
    there; "skipped": it was left out, and where the same bytes are there the number says where.
    `unread` says why nothing could be read in a file that was taken.
    """

    path: Path
    outcome: Outcome
    evidence_id: str = ""
    number: str = ""
    error: UserError | None = None
    unread: Reason = Reason.NONE

    @property
    def name(self) -> str:
        """That of the file, as it is kept."""
        return normal_name(self.path.name)

    @property
    def reason(self) -> str:
        """Key of the text (with `number` and `name`) that says more; "" where nothing is to say."""
        if self.unread and self.outcome in ("added", "edition"):
            return f"unread.{self.unread}"
        if self.outcome in ("added", "refused") or not self.number:
            return ""
        return f"outcome.{self.outcome}.reason"


@dataclass(frozen=True, slots=True)
class NewDossier:
    """What a file becomes a dossier with, cleaned; "" as title is the file's name."""

    requirement_id: str = ""
    title: str = ""
    locator: str = ""
    kind: EvidenceKind = EvidenceKind.OTHER
    document_number: str = ""
    issuing_body: str = ""
    formed_on: date | None = None


class Clerk:
    """Works within one transaction; every call leaves the session flushed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._numbers = EvidenceNumbers(session)

    def enter(self, path: Path, stored: StoredFile, new: NewDossier) -> FileResult:
        """Make a dossier of a file; bytes that are there already are linked instead."""
        known = self._holders(stored.sha256, new.requirement_id)
        if known:
            return self._link_to(path, known[0], new)
        return self._enter_as_dossier(path, stored, new)

    def enter_into(self, path: Path, stored: StoredFile, evidence_id: str) -> FileResult:
        """Add a file to a dossier, unless it is in it already."""
        evidence = dossier(self._session, evidence_id)
        if any(row.id == evidence.id for row in self._holders(stored.sha256, "")):
            return FileResult(path, "already-there", evidence.id, evidence.number)
        last = self._session.scalar(
            select(func.max(Attachment.position)).where(Attachment.evidence_id == evidence.id)
        )
        self._attach(evidence.id, path, stored, position=(last or 0) + 1)
        self._session.flush()
        return FileResult(path, "added", evidence.id, evidence.number)

    def enter_edition(
        self, path: Path, stored: StoredFile, attachment_id: str, requirement_id: str = ""
    ) -> FileResult:
        """Put a file in force instead of the one of a dossier, which is kept as earlier edition.

        The dossier then serves the requirement too, where one is named.
        Raises UserError `attachment.unknown`, `attachment.replaced`.
        """
        former = self._session.get(Attachment, attachment_id)
        if former is None:
            raise UserError("attachment.unknown")
        evidence = dossier(self._session, former.evidence_id)
        if former.sha256 == stored.sha256:
            return FileResult(path, "already-there", evidence.id, evidence.number)
        if former.replaced_by is not None:
            raise UserError("attachment.replaced", name=former.name)
        newer = self._attach(
            evidence.id, path, stored, position=former.position, edition=former.edition + 1
        )
        self._session.flush()
        former.replaced_by = newer
        self._session.flush()
        self._link(evidence.id, NewDossier(requirement_id))
        return FileResult(path, "edition", evidence.id, evidence.number)

    def file_in_force(self, evidence_id: str, sha256: str) -> str:
        """The file with these bytes in a dossier; "" where none is in force."""
        found = self._session.scalar(
            select(Attachment.id).where(
                Attachment.evidence_id == evidence_id,
                Attachment.sha256 == sha256,
                Attachment.replaced_by.is_(None),
            )
        )
        return found or ""

    def link_holder(self, path: Path, sha256: str, new: NewDossier) -> FileResult | None:
        """Let the dossier that holds the bytes serve the requirement; None where none does."""
        known = self._holders(sha256, new.requirement_id)
        return self._link_to(path, known[0], new) if known else None

    def skip(self, path: Path, sha256: str, requirement_id: str) -> FileResult:
        """Leave a file out; where its bytes are in a dossier, it is said in which."""
        known = self._holders(sha256, requirement_id) if sha256 else []
        if not known:
            return FileResult(path, "skipped")
        return FileResult(path, "skipped", known[0].id, known[0].number)

    def _holders(self, sha256: str, requirement_id: str) -> list[Row[tuple[str, str]]]:
        """Dossiers that hold the bytes; first those that serve the requirement already."""
        serves = (EvidenceLink.evidence_id == Evidence.id) & (
            EvidenceLink.requirement_id == requirement_id
        )
        return list(
            self._session.execute(
                select(Evidence.id, Evidence.number)
                .join(Attachment, Attachment.evidence_id == Evidence.id)
                .outerjoin(EvidenceLink, serves)
                .where(Attachment.sha256 == sha256, Evidence.binned_on.is_(None))
                .order_by(EvidenceLink.id.is_(None), Evidence.number)
            )
        )

    def _link_to(self, path: Path, known: Row[tuple[str, str]], new: NewDossier) -> FileResult:
        outcome: Outcome = "linked" if self._link(known.id, new) else "already-there"
        return FileResult(path, outcome, known.id, known.number)

    def _enter_as_dossier(self, path: Path, stored: StoredFile, new: NewDossier) -> FileResult:
        number = self._numbers.next(new.requirement_id)
        evidence = Evidence(
            id=str(uuid4()),
            number=number,
            title=new.title or clean_text("title", normal_name(path.stem)) or number,
            kind=new.kind.value,
            document_number=new.document_number,
            issuing_body=new.issuing_body,
            formed_on=new.formed_on,
        )
        self._session.add(evidence)
        self._attach(evidence.id, path, stored, position=1)
        self._link(evidence.id, new)
        self._session.flush()
        return FileResult(path, "added", evidence.id, number)

    def _attach(
        self, evidence_id: str, path: Path, stored: StoredFile, position: int, edition: int = 1
    ) -> str:
        attachment = Attachment(
            id=str(uuid4()),
            evidence_id=evidence_id,
            position=position,
            name=normal_name(path.name),
            sha256=stored.sha256,
            size=stored.size,
            edition=edition,
        )
        self._session.add(attachment)
        return attachment.id

    def _link(self, evidence_id: str, new: NewDossier) -> bool:
        requirement_id = new.requirement_id
        if not requirement_id or find_link(self._session, evidence_id, requirement_id):
            return False
        self._session.add(
            EvidenceLink(
                id=str(uuid4()),
                evidence_id=evidence_id,
                requirement_id=requirement_id,
                locator=new.locator,
            )
        )
        self._session.flush()
        return True
