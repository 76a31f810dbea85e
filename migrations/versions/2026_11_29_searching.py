"""sentences of published releases, to be searched.

They are entered from the bytes of each release: at publication, and for releases published before
by whatever opens the database next (``make_all_searchable``), since making tokens is the app's.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KINDS = ("procedural", "tally", "addressed", "group", "request", "nothing")


def upgrade() -> None:
    op.create_table(
        "published_sentence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=True),
        sa.Column("missions", sa.String(), nullable=False),
        sa.Column(
            "kind", sa.Enum(*KINDS, name="kind", native_enum=False, length=32), nullable=False
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("tokens", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_published_sentence_release_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_published_sentence"),
        sa.UniqueConstraint(
            *("release_id", "language", "number"),
            name="uq_published_sentence_release_id_language_number",
        ),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE published_sentence_words USING fts5"
            "(tokens, content='published_sentence', content_rowid='id', tokenize='unicode61')"
        )
    else:
        op.execute(
            "ALTER TABLE published_sentence ADD COLUMN published_sentence_words tsvector NOT NULL"
            " GENERATED ALWAYS AS (to_tsvector('simple', tokens)) STORED"
        )
        op.execute(
            "CREATE INDEX published_sentence_words ON published_sentence"
            " USING gin (published_sentence_words)"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE published_sentence_words")
    op.drop_table("published_sentence")
