"""What the public record is searched in, and the index each engine has over it."""

from sqlalchemy import DDL, ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.sentence import Kind

WORDS = "published_sentence_words"  # the index; on SQLite a table of its own, with shadows
VECTOR = "to_tsvector('simple', published_sentence.tokens)"  # as PostgreSQL indexes it
_INDEX = {
    "sqlite": f"CREATE VIRTUAL TABLE {WORDS} USING fts5"
    "(tokens, content='published_sentence', content_rowid='id', tokenize='unicode61')",
    "postgresql": f"CREATE INDEX {WORDS} ON published_sentence USING gin ({VECTOR})",
}


class PublishedSentence(Base):
    """A sentence of a published release: its words, and the tokens it is found by.

    Entered when the release is published, from its own bytes; never changed. Where tokens are to
    be made otherwise one day, a migration empties both tables: ``make_all_searchable`` fills them.
    """

    __tablename__ = "published_sentence"
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


for _engine, _statement in _INDEX.items():
    _create = DDL(_statement).execute_if(dialect=_engine)  # type: ignore[no-untyped-call]  # SQLAlchemy's
    event.listen(PublishedSentence.__table__, "after_create", _create)
