"""amendments on sentences of a draft, and corrigenda of what was issued."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ACTIONS = ("replace", "delete", "insert", "move")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "amendment",
        *_key("briefing", "seat"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("number", "circulation")),
        *_texts("hash", "key", "language", "said", "grounds"),
        sa.Column(
            "action", sa.Enum(*ACTIONS, name="action", native_enum=False, length=32), nullable=False
        ),
        *_texts("text"),
        sa.Column("after", sa.String(), nullable=True),
        *_texts("reason"),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        *(_by("amendment", "user", name) for name in ("by", "withdrawn_by")),
        *(_by("amendment", table, f"{table}_id") for table in ("briefing", "seat")),
        sa.PrimaryKeyConstraint("id", name="pk_amendment"),
        sa.UniqueConstraint("seat_id", "number", name="uq_amendment_seat_id_number"),
    )
    op.create_index(op.f("ix_amendment_briefing_id"), "amendment", ["briefing_id"])
    _corrigendum()
    with op.batch_alter_table("reply_given") as batch_op:
        batch_op.alter_column("reflection_id", existing_type=sa.Integer(), nullable=True)
        batch_op.add_column(sa.Column("amendment_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("words", sa.String(), nullable=False, server_default=""))
        batch_op.create_foreign_key(
            "fk_reply_given_amendment_id", "amendment", ["amendment_id"], ["id"]
        )
        batch_op.create_check_constraint(
            op.f("ck_reply_given_one"), "(reflection_id IS NULL) <> (amendment_id IS NULL)"
        )
        batch_op.create_index(op.f("ix_reply_given_amendment_id"), ["amendment_id"])
    with op.batch_alter_table("reply_given") as batch_op:
        batch_op.alter_column("words", server_default=None)


def _corrigendum() -> None:
    op.create_table(
        "corrigendum",
        *_key("briefing"),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("corrects", sa.Integer(), nullable=False),
        *_texts("reason", "language"),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("told_hash", sa.String(), nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("told_until", MOMENT, nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("release", sa.Integer(), nullable=True),
        sa.Column("abandoned_at", MOMENT, nullable=True),
        _by("corrigendum", "user", "opened_by"),
        _by("corrigendum", "briefing", "briefing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_corrigendum"),
        sa.UniqueConstraint("briefing_id", "number", name="uq_corrigendum_briefing_id_number"),
    )


def _key(*parents: str) -> list[sa.Column[int]]:
    names = ("id", *(f"{parent}_id" for parent in parents))
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _by(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}")


def downgrade() -> None:
    # Replies to amendments go with the amendments.
    op.execute("DELETE FROM reply_given WHERE reflection_id IS NULL")
    with op.batch_alter_table("reply_given") as batch_op:
        batch_op.drop_index(op.f("ix_reply_given_amendment_id"))
        batch_op.drop_constraint(op.f("ck_reply_given_one"), type_="check")
        batch_op.drop_constraint("fk_reply_given_amendment_id", type_="foreignkey")
        batch_op.drop_column("words")
        batch_op.drop_column("amendment_id")
        batch_op.alter_column("reflection_id", existing_type=sa.Integer(), nullable=False)
    for table in ("corrigendum", "amendment"):
        op.drop_table(table)
