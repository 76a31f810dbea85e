"""What the sentence encoder made of each text: kept, so that no request waits for it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import vectors
from app.db.models import Vector
from app.db.session import Sessions, atomic
from app.domain.errors import Conflict
from app.domain.matching import lexical
from app.domain.matching.field import Likeness
from app.features.briefings.queries import get_briefing
from app.features.summaries.queries import proceedings_of

AT_ONCE = 200  # texts encoded and kept in one transaction: well under a second
_ENCODING = Lock()  # one thread of a process is enough to keep a core busy


def compare(db: Session, texts: Sequence[tuple[str, str]]) -> Likeness | None:
    """Compare (text, language) pairs by their kept vectors; None while some are being made.

    Without the encoder, texts are compared by their words, one language at a time.
    """
    model = vectors.model_name()
    if model is None:
        return lexical.likeness(texts)
    marks = [vectors.text_hash(text) for text, _ in texts]
    kept = _kept(db, model, marks)
    if not texts or any(mark not in kept for mark in marks):
        return None
    return vectors.likeness([kept[mark] for mark in marks], [language for _, language in texts])


def _kept(db: Session, model: str, marks: Sequence[str]) -> dict[str, bytes]:
    rows = db.execute(
        select(Vector.text_hash, Vector.content).where(
            Vector.model == model, Vector.text_hash.in_(marks)
        )
    )
    return dict(rows.all())


def prepare(sessions: Sessions, slug: str) -> None:
    """Encode what texts of a briefing are not encoded yet; after a response, never before it."""
    encoder = vectors.encoder()
    if encoder is None or not _ENCODING.acquire(blocking=False):
        return
    try:
        with sessions() as db:
            for chunk in list(_missing(db, slug, encoder.model)):
                contents = encoder.encode([text for _, text in chunk])
                with suppress(Conflict), atomic(db):  # another process kept some of them first
                    db.add_all(
                        Vector(text_hash=mark, model=encoder.model, content=content)
                        for (mark, _), content in zip(chunk, contents, strict=True)
                    )
    finally:
        _ENCODING.release()


def _missing(db: Session, slug: str, model: str) -> Iterator[list[tuple[str, str]]]:
    positions = proceedings_of(db, get_briefing(db, slug)).positions
    texts = {
        vectors.text_hash(said): said
        for position in positions
        for point in position.points
        for said in [position.statement.text[point.start : point.end]]
    }
    known = set(db.scalars(select(Vector.text_hash).where(Vector.model == model)))
    missing = [(mark, text) for mark, text in sorted(texts.items()) if mark not in known]
    db.rollback()
    for start in range(0, len(missing), AT_ONCE):
        yield missing[start : start + AT_ONCE]
