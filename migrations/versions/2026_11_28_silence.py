"""drafts under silence, and objections to them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OUTCOME = sa.Enum(
    "broken", "not_objected", "replaced", name="outcome", native_enum=False, length=32
)


def upgrade() -> None:
    # What was circulated before has no row here: it was for factual corrections.
    op.create_table(
        "silence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("circulation_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("outcome", OUTCOME, nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["circulation_id"], ["circulation.id"], name="fk_silence_circulation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_silence"),
        sa.UniqueConstraint("circulation_id", name="uq_silence_circulation_id"),
    )
    words = ("language", "said", "reason", "proposal")
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("circulation_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in words),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circulation_id"], ["circulation.id"], name="fk_objection_circulation_id"
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name="fk_objection_seat_id"),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name="fk_objection_by"),
        sa.PrimaryKeyConstraint("id", name="pk_objection"),
        sa.UniqueConstraint("reference", name="uq_objection_reference"),
    )
    op.create_index(op.f("ix_objection_circulation_id"), "objection", ["circulation_id"])


def downgrade() -> None:
    op.drop_table("objection")
    op.drop_table("silence")
