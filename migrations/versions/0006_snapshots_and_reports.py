"""Practices, texts and templates of the report, and snapshots, which nothing can change."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _practices()
    _reports()
    _snapshots()


def _practices() -> None:
    op.create_table(
        "practice",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("novelty", sa.String(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("reach", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice")),
        sa.UniqueConstraint("code", name=op.f("uq_practice_code")),
    )
    _link("practice_link", "requirement")
    _link("practice_evidence", "evidence")


def _link(table: str, other: str) -> None:
    """A table that joins practices with rows of another one."""
    column = f"{other}_id"
    op.create_table(
        table,
        sa.Column("practice_id", sa.String(length=64), nullable=False),
        sa.Column(column, sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
            name=op.f(f"fk_{table}_practice_id_practice"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            [column],
            [f"{other}.id"],
            name=op.f(f"fk_{table}_{column}_{other}"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("practice_id", column, name=op.f(f"uq_{table}_practice_id")),
    )
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _reports() -> None:
    op.create_table(
        "report_text",
        sa.Column("section", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.CheckConstraint("language IN ('zh', 'en')", name=op.f("ck_report_text_language")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_text")),
        sa.UniqueConstraint("section", "language", name=op.f("uq_report_text_section")),
    )
    op.create_table(
        "report_template",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_template")),
        sa.UniqueConstraint("name", name=op.f("uq_report_template_name")),
    )


def _snapshots() -> None:
    op.create_table(
        "snapshot",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_at", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "stage IN ('baseline', 'interim', 'final')", name=op.f("ck_snapshot_stage")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_snapshot_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("code", name=op.f("uq_snapshot_code")),
    )
    op.create_index(op.f("ix_snapshot_sha256"), "snapshot", ["sha256"], unique=False)
    op.create_table(
        "snapshot_content",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_snapshot_content")),
    )
    for table in ("snapshot", "snapshot_content"):
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_{action.lower()} BEFORE {action} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'a snapshot does not change'); END"
            )


def downgrade() -> None:
    op.drop_table("snapshot_content")
    op.drop_index(op.f("ix_snapshot_sha256"), table_name="snapshot")
    op.drop_table("snapshot")
    op.drop_table("report_template")
    op.drop_table("report_text")
    for table, column in (
        ("practice_evidence", "evidence_id"),
        ("practice_link", "requirement_id"),
    ):
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)
    op.drop_table("practice")
