"""First schema: catalogue copy, pilot, answers, evidence, change record."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_table(
        "evidence",
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("issuing_body", sa.String(), nullable=False),
        sa.Column("formed_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=16), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('none', 'internal')", name=op.f("ck_evidence_confidentiality")
        ),
        sa.CheckConstraint(
            "kind IN ('policy', 'standard', 'plan', 'minutes', 'statistics', 'report', 'certificate', 'award', 'contract', 'photograph', 'media', 'web-page', 'other')",
            name=op.f("ck_evidence_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("number", name=op.f("uq_evidence_number")),
    )
    op.create_table(
        "operation",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("reverts", sa.String(length=36), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_operation")),
        sa.UniqueConstraint("id", name=op.f("uq_operation_id")),
    )
    op.create_table(
        "pilot",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("region", sa.String(length=2), nullable=False),
        sa.Column("lead_unit", sa.String(), nullable=False),
        sa.Column("approval_number", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot")),
    )
    op.create_table(
        "scheme",
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheme")),
    )
    op.create_table(
        "alteration",
        sa.Column("operation_seq", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=8), nullable=False),
        sa.Column("table_name", sa.String(length=32), nullable=False),
        sa.Column("row_id", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["operation_seq"], ["operation.seq"], name=op.f("fk_alteration_operation_seq_operation")
        ),
        sa.PrimaryKeyConstraint("operation_seq", "position", name=op.f("pk_alteration")),
    )
    op.create_index(
        op.f("ix_alteration_table_name"), "alteration", ["table_name", "row_id"], unique=False
    )
    op.create_table(
        "article",
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(length=16), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_article_document_id_document"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    op.create_table(
        "attachment",
        sa.Column("evidence_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attachment_sha256")),
        sa.CheckConstraint("size > 0", name=op.f("ck_attachment_size")),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_attachment_evidence_id_evidence"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_evidence_id"), "attachment", ["evidence_id"], unique=False)
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
    op.create_table(
        "requirement",
        sa.Column("article_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_requirement_article_id_article"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement")),
    )
    op.create_index(
        op.f("ix_requirement_article_id"), "requirement", ["article_id", "position"], unique=False
    )
    op.create_table(
        "evidence_link",
        sa.Column("evidence_id", sa.String(length=64), nullable=False),
        sa.Column("requirement_id", sa.String(length=64), nullable=False),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("proves", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_evidence_link_evidence_id_evidence"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["requirement_id"],
            ["requirement.id"],
            name=op.f("fk_evidence_link_requirement_id_requirement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_link")),
        sa.UniqueConstraint(
            "evidence_id", "requirement_id", name=op.f("uq_evidence_link_evidence_id")
        ),
    )
    op.create_index(
        op.f("ix_evidence_link_requirement_id"), "evidence_link", ["requirement_id"], unique=False
    )
    op.create_table(
        "response",
        sa.Column("requirement_id", sa.String(length=64), nullable=False),
        sa.Column("progress", sa.String(length=16), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("narrative", sa.String(), nullable=False),
        sa.Column("problems", sa.String(), nullable=False),
        sa.Column("next_steps", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "progress IN ('not-started', 'in-progress', 'done', 'not-applicable')",
            name=op.f("ck_response_progress"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name=op.f("ck_response_level")),
        sa.ForeignKeyConstraint(
            ["requirement_id"],
            ["requirement.id"],
            name=op.f("fk_response_requirement_id_requirement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("requirement_id", name=op.f("uq_response_requirement_id")),
    )


def downgrade() -> None:
    op.drop_table("response")
    op.drop_index(op.f("ix_evidence_link_requirement_id"), table_name="evidence_link")
    op.drop_table("evidence_link")
    op.drop_index(op.f("ix_requirement_article_id"), table_name="requirement")
    op.drop_table("requirement")
    op.drop_index(op.f("ix_attachment_sha256"), table_name="attachment")
    op.drop_index(op.f("ix_attachment_evidence_id"), table_name="attachment")
    op.drop_table("attachment")
    op.drop_table("article")
    op.drop_index(op.f("ix_alteration_table_name"), table_name="alteration")
    op.drop_table("alteration")
    op.drop_table("scheme")
    op.drop_table("pilot")
    op.drop_table("operation")
    op.drop_table("evidence")
    op.drop_table("document")
