"""unofficial translations of revisions, for the presidency's desk."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "translation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name="fk_translation_briefing_id"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_translation_user_id"),
        sa.PrimaryKeyConstraint("id", name="pk_translation"),
        sa.UniqueConstraint(
            *("briefing_id", "revision", "language", "number"),
            name="uq_translation_briefing_id_revision_language_number",
        ),
    )


def downgrade() -> None:
    op.drop_table("translation")
