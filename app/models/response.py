"""The answer to one requirement."""

from datetime import date

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL, Progress
from app.models.base import Tracked, one_of, reference


class Response(Tracked):
    """Self-assessment of one requirement; progress and level are separate axes."""

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
