"""Evidence dossiers, their files, and what they prove."""

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import Confidentiality, EvidenceKind
from app.models.base import Tracked, one_of, reference


class Evidence(Tracked):
    """A dossier. `number` is article.item-running number, given once and never used again.

    `binned_on` is null unless the dossier lies in the bin; files and links stay with it there.
    """

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
    binned_on: Mapped[date | None]


class Attachment(Tracked):
    """One file of a dossier: the original name and the SHA-256 under which the vault keeps it.

    `edition` counts from 1; `replaced_by` is null for the one in force, of an earlier edition the
    id of that which followed it.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index(None, "evidence_id"),
        Index(None, "sha256"),
        CheckConstraint("size > 0", name="size"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("edition > 0", name="edition"),
    )

    evidence_id: Mapped[str] = mapped_column(reference("evidence.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    edition: Mapped[int] = mapped_column(default=1, server_default="1")
    replaced_by: Mapped[str | None] = mapped_column(reference("attachment.id"))


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


class EvidenceReading(Tracked):
    """A dossier supports the reading of an indicator: where in it and what it proves.

    The dossier that the reading itself names need not have such a row.
    """

    __tablename__ = "evidence_reading"
    __table_args__ = (
        UniqueConstraint("evidence_id", "reading_id"),
        Index(None, "reading_id"),
    )

    evidence_id: Mapped[str] = mapped_column(reference("evidence.id"))
    reading_id: Mapped[str] = mapped_column(reference("reading.id"))
    locator: Mapped[str] = mapped_column(String, default="")
    proves: Mapped[str] = mapped_column(String, default="")


class EvidenceTask(Tracked):
    """A dossier documents a task of the plan: where in it and what it proves."""

    __tablename__ = "evidence_task"
    __table_args__ = (
        UniqueConstraint("evidence_id", "task_id"),
        Index(None, "task_id"),
    )

    evidence_id: Mapped[str] = mapped_column(reference("evidence.id"))
    task_id: Mapped[str] = mapped_column(reference("plan_task.id"))
    locator: Mapped[str] = mapped_column(String, default="")
    proves: Mapped[str] = mapped_column(String, default="")
