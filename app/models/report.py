"""What the region writes for its report, and how the report is to be made up."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Tracked


class ReportText(Tracked):
    """The free text of a section (see app.domain.report_sections) in one language."""

    __tablename__ = "report_text"
    __table_args__ = (
        UniqueConstraint("section", "language"),
        CheckConstraint("language IN ('zh', 'en')", name="language"),
    )

    section: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(String)


class ReportTemplateRow(Tracked):
    """A template by its name; `content` is its plain form (see app.domain.report_template)."""

    __tablename__ = "report_template"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(String)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
