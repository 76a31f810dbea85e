"""Looking for words in what is published: FTS5 on SQLite, GIN on PostgreSQL, the same answers.

Tokens are spelled in ASCII letters and digits, so that neither engine cuts them once more and
none of them can be an operator.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, cast, column, insert, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session
from sqlalchemy.schema import SchemaItem

from app.db.models.searched import TABLE, WORDS, PublishedSentence

_FTS = table(WORDS, column("rowid"), column("tokens"), column(WORDS))
Phrases = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class _Grammar:
    phrase: str
    follows: str
    both: str
    either: str


_FTS5 = _Grammar('"{}"', " ", " AND ", " OR ")
_TSQUERY = _Grammar("({})", " <-> ", " & ", " | ")


def is_compared(_item: SchemaItem, name: str | None, *_more: object) -> bool:
    """Leave the index out where alembic compares: each engine has its own parts."""
    return not (name or "").startswith(WORDS)


def spell(tokens: Iterable[str], language: str) -> str:
    """Write tokens as the index holds them, each under its language."""
    return " ".join(_spelled(each, language) for each in tokens)


def _spelled(token: str, language: str) -> str:
    return language + token.encode().hex()


def enter_words(db: Session, release_id: int) -> None:
    """Enter the sentences of a release in the index; PostgreSQL has done so by itself.

    Not a trigger's work: SQLite lets none touch FTS5 while it does not trust the schema.
    """
    if db.get_bind().dialect.name == "sqlite":
        rows = select(PublishedSentence.id, PublishedSentence.tokens)
        mine = rows.where(PublishedSentence.release_id == release_id)
        db.execute(insert(_FTS).from_select(["rowid", "tokens"], mine))


def holds(engine: str, wanted: Mapping[str, Phrases]) -> ColumnElement[bool]:
    """Say that a sentence holds every phrase ``wanted`` in its language, one at least."""
    if engine == "sqlite":
        matches = _FTS.c[WORDS].op("MATCH")(_written(_FTS5, wanted))
        return and_(_FTS.c.rowid == PublishedSentence.id, matches)  # joined: read from the index
    query = _written(_TSQUERY, wanted)
    return literal_column(f"{TABLE}.{WORDS}").op("@@")(cast(query, TSQUERY))


def _written(grammar: _Grammar, wanted: Mapping[str, Phrases]) -> str:
    def phrase(tokens: tuple[str, ...], language: str) -> str:
        spelled = grammar.follows.join(_spelled(each, language) for each in tokens)
        return grammar.phrase.format(spelled)

    return grammar.either.join(
        f"({grammar.both.join(phrase(each, language) for each in phrases)})"
        for language, phrases in wanted.items()
    )
