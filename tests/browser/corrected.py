"""A record whose words were corrected once, and are about to be again."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Corrigendum, Release, User
from app.db.session import open_engine, open_sessions
from app.domain.actor import Actor
from app.domain.lifecycle import BriefingState
from app.features.accounts.queries import actor_of
from app.features.briefings.queries import get_briefing
from app.features.corrigenda.queries import desk_page
from app.features.corrigenda.service import issue_corrigendum, open_corrigendum, tell
from app.features.record.freezing import freeze
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.service import publish
from tests.browser.stage import build_world
from tests.site import world


def build_corrected(database: Path) -> dict[str, str]:
    """Publish one corrigendum of the world's record, and tell delegations of another."""
    tokens = build_world(database, BriefingState.PUBLISHED, ("en", "ar"))
    engine = open_engine(f"sqlite:///{database}")
    now = datetime.now(UTC)  # noqa: TID251 - the server reads the same clock
    with open_sessions(engine)() as db:
        people = {user.email.partition("@")[0]: user for user in db.scalars(select(User))}
        officer, president = (actor_of(people[name], None) for name in ("officer", "president"))
        hash_told = _tell(db, officer, "opening.briefing", "The day of the meeting.", now)
        db.execute(update(Corrigendum).values(told_until=world.NOW))
        db.commit()
        for person in (officer, president):
            issue_corrigendum(db, person, world.SLUG, hash_told, freeze=freeze, at=now)
        newest = db.scalars(select(Release.hash).order_by(Release.number.desc())).first() or ""
        publish(db, president, world.SLUG, newest, at=now)
        _tell(db, officer, "opening.responsibility", "Who answers for the summary.", now)
    engine.dispose()
    return tokens


def _tell(db: Session, officer: Actor, key: str, reason: str, now: datetime) -> str:
    """Open a corrigendum, add a few words to one sentence, tell delegations; give the hash."""
    open_corrigendum(db, officer, world.SLUG, reason, "en", at=now)
    for language, summary in compile_briefing(db, get_briefing(db, world.SLUG)).items():
        found = next(each for each in summary.sentences if each.sentence.key == key)
        words = {"en": "As corrected: ", "ar": "نص مصوب: "}[language]
        text, place = f"{words}{found.text}", Place(world.SLUG, key, language)
        db.rollback()
        edit_sentence(db, officer, place, text, basis=found.computed, previous="", at=now)
    page = desk_page(db, officer, world.SLUG, language="en")
    digest = page.open.hash if page.open else ""
    tell(db, officer, world.SLUG, digest, at=now)
    return digest
