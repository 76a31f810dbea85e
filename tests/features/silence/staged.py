"""The small briefing under silence, and what people do about it."""

import re
from datetime import timedelta

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Circulation, Objection, Silence
from app.domain.silence import SETTLE, Manner, Outcome
from app.features.summaries.closing import settle
from app.features.summaries.drafting import word_sentence
from app.features.summaries.narrating import Telling, add_narrative
from app.features.summaries.pages import Place
from app.features.summaries.service import Terms, circulate_as
from tests.cast import Cast
from tests.features.mirror.staged import ALONE, confirm_all, last_draft
from tests.features.summaries.small import SLUG, SOON, clock, closed

SILENCE = f"/briefings/{SLUG}/silence"
OBJECTION = f"{SILENCE}/objection"
REASON = "We cannot accept this."
FIRST, SAID, DIT = "opening.briefing", "The debate followed.", "Le débat a suivi."


def under_silence(db: Session, cast: Cast, rule: str = "counted") -> None:
    closed(db, cast, rule)
    confirm_all(db, cast, ALONE)
    silence_again(db, cast)


def silence_again(db: Session, cast: Cast) -> None:
    now = clock(db)
    circulate_as(db, cast.officer, SLUG, Manner.SILENCE, Terms(now + SOON), at=now)


def say_more(db: Session, cast: Cast) -> None:
    """Have the presidency add a sentence: the next draft is another text."""
    key = add_narrative(db, cast.officer, SLUG, "en", Telling(FIRST, SAID), at=clock(db))
    db.rollback()
    word_sentence(db, cast.officer, Place(SLUG, key, "fr"), DIT, previous="", at=clock(db))


def end_silence(db: Session, *, ago: timedelta = SETTLE + timedelta(seconds=1)) -> None:
    """Let the silence that runs have ended so long ago."""
    end = clock(db) - ago
    running = select(Silence.circulation_id).where(Silence.outcome.is_(None))
    db.execute(update(Circulation).where(Circulation.id.in_(running)).values(deadline=end))
    db.commit()


def end_with_objection(db: Session) -> None:
    """Let silence have ended after what arrived."""
    end_silence(db)
    for row in objections(db):
        row.arrived_at = clock(db) - timedelta(hours=1)
    db.commit()
    settle(db, SLUG)


def objecting(db: Session, **other: str) -> dict[str, str]:
    return {"hash": last_draft(db).hash, "paragraph": "1", "reason": REASON, **other}


def object_to(client: TestClient, db: Session, **other: str) -> Response:
    return client.post(f"{OBJECTION}?language=en", data=objecting(db, **other))


def outcomes(db: Session) -> list[Outcome | None]:
    db.rollback()
    return list(db.scalars(select(Silence.outcome).order_by(Silence.id)))


def objections(db: Session) -> list[Objection]:
    db.rollback()
    return list(db.scalars(select(Objection).order_by(Objection.id)))


def steady(page: Response) -> tuple[int, str]:
    """Give a page without the one thing that goes on by itself."""
    return page.status_code, re.sub(r"\d+ d \d+ h(?: \d+ min)? left", "", page.text)
