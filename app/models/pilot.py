"""The pilot's profile and its scoring scheme; one row each in a workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Tracked


class Pilot(Tracked):
    """Profile of the pilot region; `region` is a GB/T 2260 code, `sample` marks invented data."""

    __tablename__ = "pilot"

    name: Mapped[str] = mapped_column(String, default="")
    region: Mapped[str] = mapped_column(String(2))
    lead_unit: Mapped[str] = mapped_column(String, default="")
    approval_number: Mapped[str] = mapped_column(String, default="")
    start: Mapped[date | None]
    end: Mapped[date | None]
    contact_name: Mapped[str] = mapped_column(String, default="")
    contact_phone: Mapped[str] = mapped_column(String, default="")
    contact_email: Mapped[str] = mapped_column(String, default="")
    sample: Mapped[bool] = mapped_column(default=False)


class SchemeRow(Tracked):
    """The scoring scheme in force, as data (see app.domain.scheme)."""

    __tablename__ = "scheme"

    content: Mapped[dict[str, Any]] = mapped_column(JSON)
