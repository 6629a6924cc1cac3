"""Evidence dossiers, their files, and what they prove."""

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.models.base import Tracked, one_of, reference


class Evidence(Tracked):
    """A dossier. `number` is article.item-running number, given once and never used again."""

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("number"),
        one_of("kind", EvidenceKind),
        one_of("confidentiality", Confidentiality),
    )

    number: Mapped[str] = mapped_column(String(32))
    title: Mapped[str] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String(16), default=EvidenceKind.OTHER.value)
    document_number: Mapped[str] = mapped_column(String, default="")
    issuing_body: Mapped[str] = mapped_column(String, default="")
    formed_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    confidentiality: Mapped[str] = mapped_column(String(16), default=Confidentiality.NONE.value)
    notes: Mapped[str] = mapped_column(String, default="")


class Attachment(Tracked):
    """One file of a dossier: the original name and the SHA-256 under which the vault keeps it."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index(None, "evidence_id"),
        Index(None, "sha256"),
        CheckConstraint("size > 0", name="size"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
    )

    evidence_id: Mapped[str] = mapped_column(reference("evidence.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)


class EvidenceLink(Tracked):
    """A dossier serves a requirement: where in it (locator) and what it proves."""

    __tablename__ = "evidence_link"
    __table_args__ = (
        UniqueConstraint("evidence_id", "requirement_id"),
        Index(None, "requirement_id"),
    )

    evidence_id: Mapped[str] = mapped_column(reference("evidence.id"))
    requirement_id: Mapped[str] = mapped_column(reference("requirement.id"))
    locator: Mapped[str] = mapped_column(String, default="")
    proves: Mapped[str] = mapped_column(String, default="")
