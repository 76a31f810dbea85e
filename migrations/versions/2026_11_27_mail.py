"""mail."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OCCASIONS = (
    "invited", "opened", "due_in_72", "due_in_24", "due_in_2", "closed", "circulated",
    "corrections_in_72", "corrections_in_24", "corrections_in_2", "issued",
)  # fmt: skip
STATES = ("waiting", "sent", "failed", "dropped")


def upgrade() -> None:
    # Added one by one, with defaults that stay: on SQLite anything else makes the table anew,
    # and people are referred to from everywhere.
    op.add_column("user", sa.Column("language", sa.String(), server_default="en", nullable=False))
    op.add_column("user", sa.Column("declined", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("user", sa.Column("calendar_hash", sa.String(), nullable=True))
    op.create_index(op.f("ix_user_calendar_hash"), "user", ["calendar_hash"], unique=True)
    op.add_column(
        "invitation", sa.Column("language", sa.String(), server_default="en", nullable=False)
    )
    op.add_column(
        "invitation", sa.Column("public_id", sa.String(), server_default="", nullable=False)
    )
    op.execute("UPDATE invitation SET public_id = substr(token_hash, 1, 16)")
    op.create_index(op.f("ix_invitation_public_id"), "invitation", ["public_id"], unique=True)
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column(
            "occasion",
            sa.Enum(*OCCASIONS, name="occasion", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("briefing_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("invitation_id", sa.Integer(), nullable=True),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(*STATES, name="mailstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["briefing_id"], ["briefing.id"], name="fk_mail_briefing_id"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_mail_user_id"),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitation.id"], name="fk_mail_invitation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
        sa.UniqueConstraint(
            *("briefing_id", "user_id", "occasion", "due"),
            name="uq_mail_briefing_id_user_id_occasion_due",
        ),
        sa.UniqueConstraint("invitation_id", name="uq_mail_invitation_id"),
        sa.UniqueConstraint("public_id", name="uq_mail_public_id"),
    )
    op.create_index(op.f("ix_mail_next_at"), "mail", ["next_at"])
    op.create_index(op.f("ix_mail_user_id"), "mail", ["user_id"])


def downgrade() -> None:
    op.drop_table("mail")
    op.drop_index(op.f("ix_invitation_public_id"), "invitation")
    op.drop_column("invitation", "public_id")
    op.drop_column("invitation", "language")
    op.drop_index(op.f("ix_user_calendar_hash"), "user")
    op.drop_column("user", "calendar_hash")
    op.drop_column("user", "declined")
    op.drop_column("user", "language")
