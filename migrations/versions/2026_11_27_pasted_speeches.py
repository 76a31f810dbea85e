"""pasted speeches."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "drafting_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=op.f("fk_drafting_act_by")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_drafting_act_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafting_act")),
        sa.UniqueConstraint("seat_id", "number", name=op.f("uq_drafting_act_seat_id_number")),
    )
    op.create_table(
        "speech",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("proposed", sa.JSON(), nullable=False),
        sa.Column("decided", sa.JSON(), nullable=False),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["user.id"], name=op.f("fk_speech_added_by")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_speech_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speech")),
        sa.UniqueConstraint("seat_id", "number", name=op.f("uq_speech_seat_id_number")),
    )


def downgrade() -> None:
    op.drop_table("speech")
    op.drop_table("drafting_act")
