"""What the public record is searched in, and the index each engine has over it."""

from sqlalchemy import DDL, ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.sentence import Kind

TABLE = "published_sentence"
WORDS = f"{TABLE}_words"  # on SQLite a table, with shadows; on PostgreSQL a column and its index
_FTS5 = (
    f"CREATE VIRTUAL TABLE {WORDS} USING fts5"
    f"(tokens, content='{TABLE}', content_rowid='id', tokenize='unicode61')"
)
# Stored: a plan that passes the index by must not cut every sentence into words anew.
_VECTOR = (
    f"ALTER TABLE {TABLE} ADD COLUMN {WORDS} tsvector NOT NULL"
    " GENERATED ALWAYS AS (to_tsvector('simple', tokens)) STORED"
)
_GIN = f"CREATE INDEX {WORDS} ON {TABLE} USING gin ({WORDS})"
_INDEX = (("sqlite", _FTS5), ("postgresql", _VECTOR), ("postgresql", _GIN))


class PublishedSentence(Base):
    """A sentence of a published release: its words, and the tokens it is found by.

    Entered when the release is published, from its own bytes; never changed. Where tokens are to
    be made otherwise one day, a migration empties both tables: ``make_all_searchable`` fills them.
    """

    __tablename__ = TABLE
    __table_args__ = (UniqueConstraint("release_id", "language", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"))
    language: Mapped[str]
    number: Mapped[int]
    question: Mapped[int | None]
    missions: Mapped[str]  # acronyms between spaces: " UNX1 UNX2 ", " ALL "
    kind: Mapped[Kind]
    text: Mapped[str]
    tokens: Mapped[str]  # as app/db/searching.py spells them


for _engine, _statement in _INDEX:
    _create = DDL(_statement).execute_if(dialect=_engine)  # type: ignore[no-untyped-call]  # SQLAlchemy's
    event.listen(PublishedSentence.__table__, "after_create", _create)
