"""bands of a circulation."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("circulation") as batch_op:
        # What was circulated before kept no bands: the next text is measured by nothing.
        batch_op.add_column(sa.Column("bands", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("circulation") as batch_op:
        batch_op.alter_column("bands", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("circulation") as batch_op:
        batch_op.drop_column("bands")
