"""codings of released files."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # Files frozen before get theirs as new ones do, from app/features/record/coding.py: minutes of
    # work are no part of a migration, which holds the database.
    op.create_table(
        "release_coding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("coding", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["release_file.id"], name="fk_release_coding_file_id"),
        sa.PrimaryKeyConstraint("id", name="pk_release_coding"),
        sa.UniqueConstraint("file_id", "coding", name="uq_release_coding_file_id_coding"),
    )


def downgrade() -> None:
    op.drop_table("release_coding")
