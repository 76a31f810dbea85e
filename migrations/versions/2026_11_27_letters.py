"""letters and symbols."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ROLES = sa.Enum(
    "permanent_representative", "charge_daffaires", name="role", native_enum=False, length=32
)
ADDRESSEES = sa.Enum(
    "secretary_general",
    "president_of_the_council",
    name="addressee",
    native_enum=False,
    length=32,
)


def upgrade() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("signatory", sa.String(), nullable=False),
        sa.Column("role", ROLES, nullable=False),
        sa.Column("is_feminine", sa.Boolean(), nullable=False),
        sa.Column("addressee", ADDRESSEES, nullable=False),
        sa.Column("transmitted_on", sa.Date(), nullable=False),
        sa.Column("openings", sa.JSON(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name=op.f("fk_letter_briefing_id")
        ),
        sa.ForeignKeyConstraint(["written_by"], ["user.id"], name=op.f("fk_letter_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("briefing_id", name=op.f("uq_letter_briefing_id")),
    )
    op.add_column("briefing", sa.Column("symbol", sa.String(), nullable=True))


def downgrade() -> None:
    # Not in a batch: a new table in its place would leave everything without its briefing.
    op.drop_column("briefing", "symbol")
    op.drop_table("letter")
