"""The annual plan: tasks of a year, and the requirements that they serve."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.vocabulary import Progress
from app.models.base import Tracked, one_of, reference


class PlanTask(Tracked):
    """A task of a year. `code` is P-running number, given once and never used again."""

    __tablename__ = "plan_task"
    __table_args__ = (
        UniqueConstraint("code"),
        Index(None, "year"),
        one_of("state", Progress),
        CheckConstraint("year BETWEEN 2000 AND 2099", name="year"),
    )

    code: Mapped[str] = mapped_column(String(16))
    year: Mapped[int]
    title: Mapped[str] = mapped_column(String)
    unit: Mapped[str] = mapped_column(String, default="")
    due: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(16), default=Progress.NOT_STARTED.value)
    notes: Mapped[str] = mapped_column(String, default="")


class PlanLink(Tracked):
    """A task of the plan serves a requirement."""

    __tablename__ = "plan_link"
    __table_args__ = (
        UniqueConstraint("task_id", "requirement_id"),
        Index(None, "requirement_id"),
    )

    task_id: Mapped[str] = mapped_column(reference("plan_task.id"))
    requirement_id: Mapped[str] = mapped_column(reference("requirement.id"))
