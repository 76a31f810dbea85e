"""groups of points."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "grouping_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("briefing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "gather", "reject", "name", "undo", name="actkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("mission", sa.String(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("others", sa.JSON(), nullable=False),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["briefing_id"], ["briefing.id"], name=op.f("fk_grouping_act_briefing_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["user.id"], name=op.f("fk_grouping_act_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grouping_act")),
        sa.UniqueConstraint(
            "briefing_id", "number", name=op.f("uq_grouping_act_briefing_id_number")
        ),
    )
    op.create_table(
        "vector",
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text_hash", "model", name=op.f("pk_vector")),
    )
    with op.batch_alter_table("wording") as batch_op:
        # Words for a single point need no basis: the key names its revision.
        batch_op.add_column(sa.Column("basis", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("wording") as batch_op:
        batch_op.alter_column("basis", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("wording") as batch_op:
        batch_op.drop_column("basis")
    op.drop_table("vector")
    op.drop_table("grouping_act")
