"""A person confirms that a rendering says what its original says. One transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.session import atomic
from app.domain.actor import Actor
from app.domain.drafting import mark_of
from app.domain.errors import Conflict, Invalid
from app.domain.renderings import SIGNABLE, original_of, rendering_of, sign_off_key, words_in
from app.domain.summary_acts import ActKind
from app.features.summaries import desk_sentence, writing
from app.features.summaries.acts import sign_offs_of
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing

CHANGED = "The words changed while you were reading. Read both once more."
NOTHING_TO_SIGN = "There is nothing to sign off in this language."


@dataclass(frozen=True)
class Seen:
    """Marks of the two texts somebody compared."""

    original: str
    rendering: str


def sign_off(db: Session, actor: Actor, place: Place, seen: Seen, *, at: datetime) -> None:
    with atomic(db):
        change = writing.begin_rewording(db, actor, place.slug, place.language, at=at)
        each, drafting = change.find(place.key), change.drafting
        first = original_of(drafting, place.key)
        if first is None or first == place.language:
            raise Invalid(NOTHING_TO_SIGN, where="form")
        original = _words_of(change, place.key, first)
        words = words_in(drafting, each, place.language)
        if (mark_of(original), mark_of(words)) != (seen.original, seen.rendering):
            raise Conflict(CHANGED)
        signed = sign_offs_of(db, change.briefing.id)
        rendering = rendering_of(drafting, signed, each, place.language, original)
        if rendering.state not in SIGNABLE:
            raise Invalid(NOTHING_TO_SIGN, where="form")
        key = sign_off_key(drafting, place.key)
        writing.keep(change, ActKind.SIGN_OFF, key, original, words)


def _words_of(change: writing.Change, key: str, language: str) -> str:
    found = compile_briefing(change.db, change.briefing, (language,), change.drafting)
    place = desk_sentence.find_place(found[language], key)
    return words_in(change.drafting, found[language].sentences[place], language)
