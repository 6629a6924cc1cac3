"""Snapshots: the state of a workbook at a stage, frozen. The database refuses to change them."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import Stage
from app.models.base import Base, Tracked, one_of


class Snapshot(Tracked):
    """A snapshot. `code` is S-running number; `sha256` names the content, of `size` bytes.

    `taken_at` is UTC, ISO 8601 with milliseconds; `taken_on` the day that it shows.
    """

    __tablename__ = "snapshot"
    __table_args__ = (
        UniqueConstraint("code"),
        Index(None, "sha256"),
        one_of("stage", Stage),
        CheckConstraint("length(sha256) = 64", name="sha256"),
    )

    code: Mapped[str] = mapped_column(String(16))
    stage: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String, default="")
    taken_on: Mapped[date]
    taken_at: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]


class SnapshotContent(Base):
    """Canonical JSON by its SHA-256, deflated. Not in the change record: its hash is."""

    __tablename__ = "snapshot_content"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
