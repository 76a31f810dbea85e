"""what delegations say of a circulated draft."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

EFFECTS = ("parts", "contests", "tells")
VERDICTS = ("reflects", "not_ours", "proposes")
REPLIES = ("accepted", "modified", "not_accepted")
STANCES = ("support", "conditions", "no_objection", "reservation", "oppose", "no_position")


def upgrade() -> None:
    # A draft circulated before this is read as it was; it is circulated again to be answered.
    with op.batch_alter_table("circulation") as batch_op:
        batch_op.add_column(sa.Column("grounds", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("asked", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("circulation") as batch_op:
        batch_op.alter_column("grounds", server_default=None)
        batch_op.alter_column("asked", server_default=None)
    with op.batch_alter_table("grouping_act") as batch_op:
        batch_op.add_column(sa.Column("seat_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key("fk_grouping_act_seat_id", "seat", ["seat_id"], ["id"])
    _create("reflection", *_reflection())
    op.create_index(op.f("ix_reflection_seat_id"), "reflection", ["seat_id"])
    op.create_table(
        "reply_given",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reflection_id", sa.Integer(), nullable=False),
        _choice("reply", *REPLIES),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["reflection_id"], ["reflection.id"], name="fk_reply_given_reflection_id"
        ),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name="fk_reply_given_by"),
        sa.PrimaryKeyConstraint("id", name="pk_reply_given"),
    )
    op.create_index(op.f("ix_reply_given_reflection_id"), "reply_given", ["reflection_id"])
    _create(
        "stance_taken",
        _choice("stance", *STANCES),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("along", sa.String(), nullable=False),
    )
    op.create_index(op.f("ix_stance_taken_briefing_id"), "stance_taken", ["briefing_id"])


def _reflection() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("number", sa.Integer(), nullable=False),
        _choice("effect", *EFFECTS),
        _choice("verdict", *VERDICTS),
        sa.Column("text", sa.String(), nullable=False),
        sa.UniqueConstraint("briefing_id", "number", name="uq_reflection_briefing_id_number"),
    ]


def _choice(name: str, *values: str) -> sa.Column[str]:
    kind = sa.Enum(*values, name=name, native_enum=False, length=32)
    return sa.Column(name, kind, nullable=False)


def _create(table: str, *own: sa.schema.SchemaItem) -> None:
    """Make a table of words on sentences of a draft: whose, on which, and ``own`` columns."""
    words = ("hash", "key", "language", "said", "grounds")
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("circulation", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in words),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["briefing_id"], ["briefing.id"], name=f"fk_{table}_briefing_id"),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=f"fk_{table}_seat_id"),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=f"fk_{table}_by"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *own,
    )


def downgrade() -> None:
    for table in ("stance_taken", "reply_given", "reflection"):
        op.drop_table(table)
    with op.batch_alter_table("grouping_act") as batch_op:
        batch_op.drop_constraint("fk_grouping_act_seat_id", type_="foreignkey")
        batch_op.drop_column("seat_id")
    with op.batch_alter_table("circulation") as batch_op:
        batch_op.drop_column("asked")
        batch_op.drop_column("grounds")
