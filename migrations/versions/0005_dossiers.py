"""What evidence says of readings and plan tasks, editions of its files, and the bin."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evidence_reading",
        sa.Column("evidence_id", sa.String(length=64), nullable=False),
        sa.Column("reading_id", sa.String(length=64), nullable=False),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("proves", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_evidence_reading_evidence_id_evidence"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
            name=op.f("fk_evidence_reading_reading_id_reading"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_reading")),
        sa.UniqueConstraint(
            "evidence_id", "reading_id", name=op.f("uq_evidence_reading_evidence_id")
        ),
    )
    op.create_index(
        op.f("ix_evidence_reading_reading_id"), "evidence_reading", ["reading_id"], unique=False
    )
    op.create_table(
        "evidence_task",
        sa.Column("evidence_id", sa.String(length=64), nullable=False),
        sa.Column("task_id", sa.String(length=64), nullable=False),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("proves", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_evidence_task_evidence_id_evidence"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["plan_task.id"],
            name=op.f("fk_evidence_task_task_id_plan_task"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_task")),
        sa.UniqueConstraint("evidence_id", "task_id", name=op.f("uq_evidence_task_evidence_id")),
    )
    op.create_index(op.f("ix_evidence_task_task_id"), "evidence_task", ["task_id"], unique=False)
    op.add_column("evidence", sa.Column("binned_on", sa.Date(), nullable=True))
    _drop_indexes()
    with op.batch_alter_table("attachment") as batch:
        batch.add_column(sa.Column("edition", sa.Integer(), server_default="1", nullable=False))
        batch.add_column(sa.Column("replaced_by", sa.String(length=64), nullable=True))
        batch.create_check_constraint(op.f("ck_attachment_edition"), "edition > 0")
        batch.create_foreign_key(
            op.f("fk_attachment_replaced_by_attachment"),
            "attachment",
            ["replaced_by"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
    _create_indexes()


def downgrade() -> None:
    _drop_indexes()
    with op.batch_alter_table("attachment") as batch:
        batch.drop_constraint(op.f("fk_attachment_replaced_by_attachment"), type_="foreignkey")
        batch.drop_constraint(op.f("ck_attachment_edition"), type_="check")
        batch.drop_column("replaced_by")
        batch.drop_column("edition")
    _create_indexes()
    op.drop_column("evidence", "binned_on")
    op.drop_index(op.f("ix_evidence_task_task_id"), table_name="evidence_task")
    op.drop_table("evidence_task")
    op.drop_index(op.f("ix_evidence_reading_reading_id"), table_name="evidence_reading")
    op.drop_table("evidence_reading")


def _drop_indexes() -> None:
    op.drop_index(op.f("ix_attachment_sha256"), table_name="attachment")
    op.drop_index(op.f("ix_attachment_evidence_id"), table_name="attachment")


def _create_indexes() -> None:
    """Make anew what the table's copy would carry over in any order."""
    op.create_index(op.f("ix_attachment_evidence_id"), "attachment", ["evidence_id"], unique=False)
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
