"""How the presidency works on its summary. Each public function is one transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.db.session import atomic
from app.domain.actor import Actor
from app.domain.amendments import moved
from app.domain.errors import Conflict, Invalid
from app.domain.summary import register_key
from app.features.summaries import desk_sentence, writing
from app.features.summaries.pages import Place
from app.features.summaries.writing import CHANGED

get_locked = writing.get_locked  # for whatever else changes a briefing at its presidency's desk


def edit_sentence(
    db: Session,
    actor: Actor,
    place: Place,
    text: str,
    *,
    basis: str,
    previous: str,
    at: datetime,
) -> None:
    """Put a sentence in the presidency's own words; an empty text goes back to the computed."""
    with atomic(db):
        put_edit(db, actor, place, text, basis=basis, previous=previous, at=at)


def put_edit(
    db: Session,
    actor: Actor,
    place: Place,
    text: str,
    *,
    basis: str,
    previous: str,
    at: datetime,
) -> None:
    """Edit a sentence inside the caller's transaction, as far as the gates let the words out."""
    change = writing.begin_rewording(db, actor, place.slug, place.language, at=at)
    found = change.find(place.key)
    edit = change.drafting.edits.get((place.language, place.key))
    if (found.computed, edit.text if edit else "") != (basis, previous):
        raise Conflict(CHANGED)
    writing.put_edit(change, place.key, text)


def word_sentence(
    db: Session, actor: Actor, place: Place, text: str, *, previous: str, at: datetime
) -> None:
    """Confirm the presidency's words for what a point says, or narrative."""
    with atomic(db):
        change = writing.begin_rewording(db, actor, place.slug, place.language, at=at)
        found = change.find(place.key)
        key = register_key(place.key)
        confirmed = change.drafting.wordings.get((place.language, key))
        if confirmed is None and not desk_sentence.may_be_worded(found.sentence):
            raise Invalid("This sentence quotes the delegation itself.", where="wording")
        if (confirmed.text if confirmed else "") != previous:
            raise Conflict(CHANGED)
        text = text.strip()
        if not text:
            raise Invalid("Write what this point says.", where="wording")
        writing.put_words(change, key, text, shown=place.key)


def move_sentence(db: Session, actor: Actor, place: Place, *, up: bool, at: datetime) -> None:
    """Change places with the neighbour, within the block; at its end nothing happens."""
    with atomic(db):
        change = writing.begin(db, actor, place.slug, place.language, at=at)
        keys = writing.order_of(change, place.key)
        here = keys.index(place.key)
        there = here - 1 if up else here + 1
        if 0 <= there < len(keys):
            keys[here], keys[there] = keys[there], keys[here]
            writing.put_order(change, place.key, keys)


def put_behind(db: Session, actor: Actor, place: Place, after: str | None, *, at: datetime) -> None:
    """Move a sentence behind another of its block, or to the front, in the caller's transaction."""
    change = writing.begin(db, actor, place.slug, place.language, at=at)
    order = moved(writing.order_of(change, place.key), place.key, after)
    writing.put_order(change, place.key, order)


def leave_out(
    db: Session, actor: Actor, slug: str, revision: str, reason: str, *, at: datetime
) -> None:
    """Register that a revision's words are not reflected, and why."""
    with atomic(db):
        writing.put_reason(writing.begin(db, actor, slug, at=at), revision, reason)


def restore(db: Session, actor: Actor, slug: str, revision: str, *, at: datetime) -> None:
    """Take a revision's words into the summary again."""
    with atomic(db):
        writing.drop_reason(writing.begin(db, actor, slug, at=at), revision)
