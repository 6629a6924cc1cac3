"""The change record: operations, and the value of every field before and after."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Operation(Base):
    """One transaction of a person.

    `kind` is the use case, `params` fill its sentence. `reverts` is the operation that this one
    takes back (an undo or a redo). `hash` covers the operation, its alterations and the hash of
    the operation before, so that no line can be changed or dropped unseen.
    """

    __tablename__ = "operation"

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    at: Mapped[str] = mapped_column(String(32))  # UTC, ISO 8601 with milliseconds
    actor: Mapped[str] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String(32))
    params: Mapped[dict[str, Any]] = mapped_column(JSON)
    reverts: Mapped[str | None] = mapped_column(String(36))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class Alteration(Base):
    """One field of one row in one operation; `action` is insert, update or delete."""

    __tablename__ = "alteration"
    __table_args__ = (
        Index(None, "table_name", "row_id"),
        Index("ix_alteration_field", "table_name", "field"),
    )

    operation_seq: Mapped[int] = mapped_column(ForeignKey("operation.seq"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str] = mapped_column(String(8))
    table_name: Mapped[str] = mapped_column(String(32))
    row_id: Mapped[str] = mapped_column(String(64))
    field: Mapped[str] = mapped_column(String(32))
    before: Mapped[Any] = mapped_column(JSON)
    after: Mapped[Any] = mapped_column(JSON)
