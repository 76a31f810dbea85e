"""standing in."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "standing_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("may_sign", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("allowed_by", sa.Integer(), nullable=False),
        sa.Column("allowed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_by", sa.Integer(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["allowed_by"], ["user.id"], name=op.f("fk_standing_in_allowed_by")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_standing_in_seat_id")),
        sa.ForeignKeyConstraint(
            ["taken_back_by"], ["user.id"], name=op.f("fk_standing_in_taken_back_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_in")),
        sa.UniqueConstraint("reference", name=op.f("uq_standing_in_reference")),
    )
    op.create_table(
        "acting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("standing_in_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sign_in_session.id"], name=op.f("fk_acting_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["standing_in_id"], ["standing_in.id"], name=op.f("fk_acting_standing_in_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acting")),
    )
    op.create_index(op.f("ix_acting_standing_in_id"), "acting", ["standing_in_id"])
    _one_at_a_time("one_standing_in", "standing_in", "seat_id", "taken_back_at IS NULL")
    _one_at_a_time("one_acting", "acting", "session_id", "ended_at IS NULL")


def _one_at_a_time(name: str, table: str, column: str, where: str) -> None:
    live = sa.text(where)
    op.create_index(name, table, [column], unique=True, sqlite_where=live, postgresql_where=live)


def downgrade() -> None:
    op.drop_table("acting")
    op.drop_table("standing_in")
