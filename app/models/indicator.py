"""Indicators with their targets and readings."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, Float, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import Direction, Period, Unit
from app.models.base import Tracked, one_of, reference


class Indicator(Tracked):
    """What is measured. `origin` is the document that names it, or "pilot" for the region's own.

    `title`, `meaning` (口径) and `source` (of the data) are texts in both languages; `clause` is
    the id of the clause or plan target that it comes from; `verified` is false where the figures
    were not checked against the document.
    """

    __tablename__ = "indicator"
    __table_args__ = (
        UniqueConstraint("code"),
        one_of("measure", Unit),
        one_of("direction", Direction),
        one_of("frequency", Period),
    )

    code: Mapped[str] = mapped_column(String(32))
    origin: Mapped[str] = mapped_column(String(32))
    title: Mapped[dict[str, Any]] = mapped_column(JSON)
    meaning: Mapped[dict[str, Any]] = mapped_column(JSON)
    source: Mapped[dict[str, Any]] = mapped_column(JSON)
    measure: Mapped[str] = mapped_column(String(16))
    direction: Mapped[str] = mapped_column(String(16))
    frequency: Mapped[str] = mapped_column(String(16), default=Period.YEAR.value)
    clause: Mapped[str] = mapped_column(String(32), default="")
    verified: Mapped[bool] = mapped_column(default=True)
    baseline: Mapped[float | None] = mapped_column(Float)
    baseline_on: Mapped[date | None]


class Target(Tracked):
    """A target value for the end of a year, by who sets it; null where no year is stated."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("indicator_id", "origin", "year"),)

    indicator_id: Mapped[str] = mapped_column(reference("indicator.id"))
    origin: Mapped[str] = mapped_column(String(32))
    year: Mapped[int | None]
    value: Mapped[float] = mapped_column(Float)
    strict: Mapped[bool] = mapped_column(default=False)


class Reading(Tracked):
    """The actual value on a day, where it was read, and the evidence for it."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("indicator_id", "on"), Index(None, "evidence_id"))

    indicator_id: Mapped[str] = mapped_column(reference("indicator.id"))
    on: Mapped[date]
    value: Mapped[float] = mapped_column(Float)
    source: Mapped[str] = mapped_column(String, default="")
    notes: Mapped[str] = mapped_column(String, default="")
    evidence_id: Mapped[str | None] = mapped_column(reference("evidence.id"))


class IndicatorLink(Tracked):
    """An indicator measures a requirement; `why` is a text in both languages."""

    __tablename__ = "indicator_link"
    __table_args__ = (
        UniqueConstraint("indicator_id", "requirement_id"),
        Index(None, "requirement_id"),
    )

    indicator_id: Mapped[str] = mapped_column(reference("indicator.id"))
    requirement_id: Mapped[str] = mapped_column(reference("requirement.id"))
    why: Mapped[dict[str, Any]] = mapped_column(JSON)
