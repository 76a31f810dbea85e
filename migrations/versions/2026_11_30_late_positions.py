"""late positions that the presidency accepts."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "admission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("admitted_by", sa.Integer(), nullable=False),
        sa.Column("admitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name="fk_admission_seat_id"),
        sa.ForeignKeyConstraint(["admitted_by"], ["user.id"], name="fk_admission_admitted_by"),
        sa.PrimaryKeyConstraint("id", name="pk_admission"),
    )
    op.create_index(op.f("ix_admission_seat_id"), "admission", ["seat_id"])


def downgrade() -> None:
    op.drop_table("admission")
