"""Practices (典型经验): what others can take over from the pilot."""

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Tracked, reference


class Practice(Tracked):
    """A practice. `code` is E-running number, given once and never used again.

    `novelty` says why it is new, `effect` what came of it in figures, `reach` where it can be
    repeated.
    """

    __tablename__ = "practice"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String)
    what: Mapped[str] = mapped_column(String, default="")
    novelty: Mapped[str] = mapped_column(String, default="")
    effect: Mapped[str] = mapped_column(String, default="")
    reach: Mapped[str] = mapped_column(String, default="")


class PracticeLink(Tracked):
    """A practice came out of the work on a requirement."""

    __tablename__ = "practice_link"
    __table_args__ = (
        UniqueConstraint("practice_id", "requirement_id"),
        Index(None, "requirement_id"),
    )

    practice_id: Mapped[str] = mapped_column(reference("practice.id"))
    requirement_id: Mapped[str] = mapped_column(reference("requirement.id"))


class PracticeEvidence(Tracked):
    """A dossier shows a practice."""

    __tablename__ = "practice_evidence"
    __table_args__ = (
        UniqueConstraint("practice_id", "evidence_id"),
        Index(None, "evidence_id"),
    )

    practice_id: Mapped[str] = mapped_column(reference("practice.id"))
    evidence_id: Mapped[str] = mapped_column(reference("evidence.id"))
