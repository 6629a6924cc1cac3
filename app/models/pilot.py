"""The pilot's profile and its scoring scheme; one row each in a workbook."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import Stage
from app.models.base import Tracked, one_of


class Pilot(Tracked):
    """Profile of the pilot region; `region` is a GB/T 2260 code, `sample` marks invented data.

    `stage` is the stage of self-assessment that the region is reporting on.
    """

    __tablename__ = "pilot"
    __table_args__ = (one_of("stage", Stage),)

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
    stage: Mapped[str] = mapped_column(
        String(16), default=Stage.INTERIM.value, server_default=Stage.INTERIM.value
    )


class SchemeRow(Tracked):
    """The scoring scheme in force, as data (see app.domain.scheme)."""

    __tablename__ = "scheme"

    content: Mapped[dict[str, Any]] = mapped_column(JSON)
