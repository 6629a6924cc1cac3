"""The annual plan, and what a newer edition of the catalogue leaves to be looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_task",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "state IN ('not-started', 'in-progress', 'done', 'not-applicable')",
            name=op.f("ck_plan_task_state"),
        ),
        sa.CheckConstraint("year BETWEEN 2000 AND 2099", name=op.f("ck_plan_task_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_task")),
        sa.UniqueConstraint("code", name=op.f("uq_plan_task_code")),
    )
    op.create_index(op.f("ix_plan_task_year"), "plan_task", ["year"], unique=False)
    op.create_table(
        "plan_link",
        sa.Column("task_id", sa.String(length=64), nullable=False),
        sa.Column("requirement_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["requirement_id"],
            ["requirement.id"],
            name=op.f("fk_plan_link_requirement_id_requirement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["plan_task.id"],
            name=op.f("fk_plan_link_task_id_plan_task"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_link")),
        sa.UniqueConstraint("task_id", "requirement_id", name=op.f("uq_plan_link_task_id")),
    )
    op.create_index(
        op.f("ix_plan_link_requirement_id"), "plan_link", ["requirement_id"], unique=False
    )
    op.add_column("requirement", sa.Column("retired", sa.JSON(), nullable=True))
    op.add_column("response", sa.Column("review", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("response", "review")
    op.drop_column("requirement", "retired")
    op.drop_index(op.f("ix_plan_link_requirement_id"), table_name="plan_link")
    op.drop_table("plan_link")
    op.drop_index(op.f("ix_plan_task_year"), table_name="plan_task")
    op.drop_table("plan_task")
