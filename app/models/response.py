"""The answer to one requirement."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL, Progress
from app.models.base import JSON_OR_NULL, Tracked, one_of, reference


class Response(Tracked):
    """Self-assessment of one requirement; progress and level are separate axes.

    `review` is null unless an edition of the catalogue changed what the answer was written for: it
    then holds `version` and `before`, the requirements as they were worded.
    """

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("requirement_id"),
        one_of("progress", Progress),
        CheckConstraint(f"level BETWEEN {LOWEST_LEVEL} AND {HIGHEST_LEVEL}", name="level"),
    )

    requirement_id: Mapped[str] = mapped_column(reference("requirement.id"))
    progress: Mapped[str] = mapped_column(String(16), default=Progress.NOT_STARTED.value)
    level: Mapped[int | None]
    reason: Mapped[str] = mapped_column(String, default="")
    narrative: Mapped[str] = mapped_column(String, default="")
    problems: Mapped[str] = mapped_column(String, default="")
    next_steps: Mapped[str] = mapped_column(String, default="")
    unit: Mapped[str] = mapped_column(String, default="")
    due: Mapped[date | None]
    review: Mapped[dict[str, Any] | None] = mapped_column(JSON_OR_NULL)
