"""A's leave for the Secretariat, and the Secretariat sitting down at A's desk."""

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, StandingIn
from app.domain.actor import Actor
from app.features.standing.queries import find_acting
from app.features.standing.service import Terms, allow, begin_acting
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import SLUG

LEAVE = f"/briefings/{SLUG}/standing-in"
DESKS = "/secretariat/desks"
BY_NOTE = "By note verbale of 3 March 2026."
SHOWN = "Administrator, Secretariat, for Delegation A"
BANNER = "You act for Delegation A, as the Secretariat"


def let(db: Session, actor: Actor, slug: str = SLUG, *, may_sign: bool = False) -> str:
    """Let the Secretariat act for the delegation; give what names this leave."""
    allow(db, actor, slug, Terms(BY_NOTE, may_sign), at=NOON)
    newest = select(StandingIn.reference).order_by(StandingIn.id.desc())
    reference: str = db.scalars(newest).first() or ""
    return reference


def sit_down(client: TestClient, cast: Cast, reference: str) -> str:
    """Sign the administrator in and choose a desk; give where its pages begin."""
    cast.sign_in(client, cast.administrator)
    answer = client.post(f"{DESKS}/{reference}/act")
    assert answer.status_code == 303
    return answer.headers["location"]


def seated(db: Session, cast: Cast, reference: str) -> Actor:
    """Give the administrator acting, without a browser."""
    token = cast.token_of(db, cast.administrator)
    begin_acting(db, cast.administrator, token, reference, at=NOON)
    return find_acting(db, cast.administrator, token, reference, SLUG)


def acts(db: Session) -> list[str]:
    db.rollback()
    return list(db.scalars(select(Event.act).order_by(Event.id)))
