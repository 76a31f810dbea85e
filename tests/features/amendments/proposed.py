"""A circulated draft on which delegations propose; what they posted and what was decided."""

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Amendment
from tests.cast import Cast
from tests.features.mirror.staged import last_draft, paragraph
from tests.features.summaries.small import SLUG

PROPOSALS = f"/briefings/{SLUG}/proposals"
REGISTER = f"/briefings/{SLUG}/amendments"
TALLY = "UNONE.tally.continue"  # counts A and C, not B
FIRST, SECOND = "opening.briefing", "opening.numbers"


def propose(
    client: TestClient, db: Session, sentence: str, action: str, language: str = "en", **more: str
) -> Response:
    data = {"hash": last_draft(db).hash, "action": action, **more}
    return client.post(f"{PROPOSALS}/{sentence}?language={language}", data=data)


def proposed(client: TestClient, db: Session, cast: Cast, wording: str = "Words of B's.") -> str:
    """Let B propose other words for the first sentence; give its name in the register."""
    cast.sign_in(client, cast.b_signatory)
    answer = propose(client, db, paragraph(db, FIRST), "replace", wording=wording)
    assert answer.status_code == 303, answer.text
    return "B-1"


def decide(client: TestClient, cast: Cast, name: str, reply: str, **more: str) -> Response:
    cast.sign_in(client, cast.officer)
    return client.post(f"{REGISTER}/{name}", data={"reply": reply, **more})


def rows(db: Session) -> list[tuple[str, str]]:
    found = db.execute(select(Amendment.action, Amendment.text).order_by(Amendment.id)).all()
    db.rollback()
    return [(action.value, text) for action, text in found]
