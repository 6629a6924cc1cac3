"""Indicators with their targets and readings."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, Float, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.indicators import Direction, Period, Unit
from app.models.base import Tracked, one_of, reference


class Indicator(Tracked):
    """What is measured. `origin` is the document that names it, or "own" for the region's.

    `content` holds name, meaning (口径) and data source in both languages; `clause` is the id of the
    clause it comes from; `verified` is false where figures were not checked against the document.
    """

    __tablename__ = "indicator"
    __table_args__ = (
        UniqueConstraint("code"),
        one_of("unit", Unit),
        one_of("direction", Direction),
        one_of("period", Period),
    )

    code: Mapped[str] = mapped_column(String(32))
    origin: Mapped[str] = mapped_column(String(32))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    unit: Mapped[str] = mapped_column(String(16))
    direction: Mapped[str] = mapped_column(String(16))
    period: Mapped[str] = mapped_column(String(16), default=Period.YEAR.value)
    clause: Mapped[str] = mapped_column(String(32), default="")
    verified: Mapped[bool] = mapped_column(default=True)
    baseline: Mapped[float | None] = mapped_column(Float)
    baseline_on: Mapped[date | None]


class Target(Tracked):
    """A target value for the end of a year, by the document that sets it ("own": the region)."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("indicator_id", "origin", "year"),)

    indicator_id: Mapped[str] = mapped_column(reference("indicator.id"))
    origin: Mapped[str] = mapped_column(String(32))
    year: Mapped[int]
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
    evidence_id: Mapped[str | None] = mapped_column(reference("evidence.id"))


class IndicatorLink(Tracked):
    """An indicator measures a requirement."""

    __tablename__ = "indicator_link"
    __table_args__ = (
        UniqueConstraint("indicator_id", "requirement_id"),
        Index(None, "requirement_id"),
    )

    indicator_id: Mapped[str] = mapped_column(reference("indicator.id"))
    requirement_id: Mapped[str] = mapped_column(reference("requirement.id"))
