"""words in other languages go with those they render."""

import hashlib
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

WORDING = sa.table(
    "wording",
    sa.column("id", sa.Integer),
    sa.column("briefing_id", sa.Integer),
    sa.column("key", sa.String),
    sa.column("text", sa.String),
    sa.column("beside", sa.String),
)


def upgrade() -> None:
    with op.batch_alter_table("wording") as batch_op:
        batch_op.add_column(sa.Column("beside", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("wording") as batch_op:
        batch_op.alter_column("beside", server_default=None)
    _mark_renderings()


def _mark_renderings() -> None:
    """Take what was confirmed so far as confirmed beside the words confirmed first."""
    connection, marks = op.get_bind(), {}
    for row in connection.execute(sa.select(WORDING).order_by(WORDING.c.id)).all():
        mark = marks.get((row.briefing_id, row.key))
        if mark is None:
            digest = hashlib.sha256(row.text.encode()).hexdigest()[:32]
            marks[row.briefing_id, row.key] = digest
        else:
            connection.execute(sa.update(WORDING).where(WORDING.c.id == row.id).values(beside=mark))


def downgrade() -> None:
    with op.batch_alter_table("wording") as batch_op:
        batch_op.drop_column("beside")
