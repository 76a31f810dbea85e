"""The presidency's desk translates a revision, unofficially. One transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Event, Translation
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.position import check_text
from app.features.summaries import desk_sentence, writing
from app.features.summaries.pages import Place
from app.features.summaries.queries import proceedings_of
from app.features.summaries.translations import list_translations

CHANGED = "Somebody translated this meanwhile. Look at both and save again."


def translate(
    db: Session, actor: Actor, place: Place, text: str, *, seen: int, at: datetime
) -> None:
    """Add a translation of the revision whose key ``place`` gives.

    ``seen`` is the number of the translation the page showed, 0 for none.
    """
    revision, language = place.key, place.language
    with atomic(db):
        briefing = writing.get_locked(db, actor, place.slug)
        permissions.require(
            permissions.draft_summary(actor, briefing.presidency_id, briefing.state)
        )
        if language not in briefing.languages:
            raise NotFound(desk_sentence.NO_REVISION)
        position = desk_sentence.get_position(proceedings_of(db, briefing), revision)
        if position.statement.language == language:
            raise Invalid("This is written in that language already.", where="text")
        check_text(text, language)
        last = list_translations(db, briefing.id, [revision], language).get(revision)
        if seen != (last.number if last else 0):
            raise Conflict(CHANGED)
        db.add(
            Translation(
                briefing_id=briefing.id,
                revision=revision,
                language=language,
                number=seen + 1,
                text=text.strip(),
                user_id=actor.user_id,
                by=actor.signature,
                at=at,
            )
        )
        said = {"revision": revision, "language": language}
        db.add(Event.of(actor, "summary.translated", at=at, briefing_id=briefing.id, **said))
