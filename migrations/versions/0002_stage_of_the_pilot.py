"""The stage a pilot reports on, and a quicker way to the numbers ever given to evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What was filled in so far was for the interim evaluation.
    with op.batch_alter_table("pilot") as table:
        table.add_column(
            sa.Column("stage", sa.String(length=16), server_default="interim", nullable=False)
        )
        table.create_check_constraint(
            op.f("ck_pilot_stage"), "stage IN ('baseline', 'interim', 'final')"
        )
    op.create_index("ix_alteration_field", "alteration", ["table_name", "field"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_alteration_field", table_name="alteration")
    with op.batch_alter_table("pilot") as table:
        table.drop_constraint(op.f("ck_pilot_stage"), type_="check")
        table.drop_column("stage")
