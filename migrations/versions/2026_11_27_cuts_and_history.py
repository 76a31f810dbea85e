"""cuts and history."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

CUTS_BY = sa.Enum("proposal", "owner", "presidency", name="cutsby", native_enum=False, length=32)


def upgrade() -> None:
    op.create_table(
        "draft_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_by", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["position_id"], ["position.id"], name=op.f("fk_draft_version_position_id")
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["user.id"], name=op.f("fk_draft_version_saved_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_version")),
        sa.UniqueConstraint(
            "position_id", "number", name=op.f("uq_draft_version_position_id_number")
        ),
    )
    with op.batch_alter_table("draft") as batch_op:
        batch_op.add_column(sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("cuts", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("cuts_of", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("recut", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("previous", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("returned_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.String(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_draft_returned_by"), "user", ["returned_by"], ["id"])
    op.execute("UPDATE draft SET begun_at = saved_at")
    with op.batch_alter_table("draft") as batch_op:
        batch_op.alter_column("begun_at", nullable=False)
        batch_op.alter_column("recut", server_default=None)
    # What was signed before was cut by the proposal; a bundle's own cuts cannot be told apart.
    # Not in a batch: SQLite would build the table anew, and points refer to it.
    op.add_column(
        "revision", sa.Column("cuts_by", CUTS_BY, nullable=False, server_default="proposal")
    )


def downgrade() -> None:
    op.drop_column("revision", "cuts_by")
    with op.batch_alter_table("draft") as batch_op:
        batch_op.drop_constraint(op.f("fk_draft_returned_by"), type_="foreignkey")
        for name in (
            *("reason", "returned_at", "returned_by", "previous"),
            *("recut", "cuts_of", "cuts", "begun_at"),
        ):
            batch_op.drop_column(name)
    op.drop_table("draft_version")
