"""rehearsals and speakers."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KINDS = (
    *("prepare", "sign_up", "stand_back", "open", "limit", "call", "pause", "resume", "yield"),
    *("skip", "put_back", "up", "down"),
)


def upgrade() -> None:
    op.add_column(  # in place: what refers to the table stays
        "delegation",
        sa.Column("is_invented", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "rehearsal",
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name=op.f("fk_rehearsal_briefing_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["briefing.id"], name=op.f("fk_rehearsal_source_id")
        ),
        sa.PrimaryKeyConstraint("briefing_id", name=op.f("pk_rehearsal")),
    )
    op.create_index(op.f("ix_rehearsal_source_id"), "rehearsal", ["source_id"])
    order = sa.Enum("drawn", "signed_up", name="order", native_enum=False, length=32)
    _create(
        "speakers_act",
        sa.Column("kind", sa.Enum(*KINDS, name="actkind", native_enum=False, length=32),
                  nullable=False),
        sa.Column("order", order, nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("speakers", sa.JSON(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
    )  # fmt: skip
    _create(
        "delivered",
        *(_text(name) for name in ("language", "file_name", "sha256", "text")),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _create(table: str, *own: sa.schema.SchemaItem) -> None:
    """Make a table numbered through a briefing: of whom, by whom, when, and ``own`` columns."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("speaker"),
        *own,
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["briefing_id"], ["briefing.id"], name=f"fk_{table}_briefing_id"),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=f"fk_{table}_by"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("briefing_id", "number", name=f"uq_{table}_briefing_id_number"),
    )


def downgrade() -> None:
    for table in ("delivered", "speakers_act", "rehearsal"):
        op.drop_table(table)
    op.drop_column("delegation", "is_invented")  # in place, too
