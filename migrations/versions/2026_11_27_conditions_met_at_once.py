"""conditions found to be met at once."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "condition_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name="fk_condition_act_briefing_id"
        ),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name="fk_condition_act_by"),
        sa.PrimaryKeyConstraint("id", name="pk_condition_act"),
        sa.UniqueConstraint("briefing_id", "number", name="uq_condition_act_briefing_id_number"),
    )


def downgrade() -> None:
    op.drop_table("condition_act")
