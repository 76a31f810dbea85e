"""A joint statement A tables and B is asked to sign, at the open desk of the positions' tests."""

from secrets import token_bytes

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Position, Revision, Seat
from app.domain.actor import Actor
from app.domain.position import Statement
from app.features.joint.service import Act, Tabling, Terms, table_statement
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import NOWHERE, SLUG

WORDS = "We stand together on benchmarks. We ask for a review."
JOINT = Terms(Statement("stalled", WORDS, "en"))
OTHER = Terms(Statement("stalled", "We stand together on the calendar.", "en"))
HOME = f"/briefings/{SLUG}/joint"
NONE_SUCH = f"{HOME}/{'0' * 20}"
ABSENT = f"/briefings/{NOWHERE}/joint"
TYPED = {
    "question": "1",
    "missions": ["MINUSMA", "UNMISS"],
    "assessment": "stalled",
    "text": WORDS,
    "language": "en",
    "named": ["B"],
    "shows_named": "yes",
}


def act(actor: Actor) -> Act:
    return Act(actor, NOON, token_bytes(32))


def tabled(
    db: Session,
    actor: Actor,
    *named: str,
    missions: tuple[str, ...] = ("MINUSMA",),
    terms: Terms = JOINT,
    shows_named: bool = True,
) -> str:
    """Table a statement on question 1 and give its reference."""
    tabling = Tabling(1, missions, terms, named or ("B",), shows_named)
    return table_statement(db, act(actor), SLUG, tabling)


def url(reference: str, name: str = "") -> str:
    return f"{HOME}/{reference}" + (f"/{name}" if name else "")


def post(client: TestClient, reference: str, name: str, number: int = 1) -> int:
    return client.post(url(reference, name), data={"number": str(number)}).status_code


def chain(db: Session, code: str, mission: str = "MINUSMA") -> list[str | None]:
    """Give what a delegation signed in a cell, in order; None is a withdrawal."""
    db.rollback()
    rows = db.scalars(
        select(Revision)
        .join(Position, Position.id == Revision.position_id)
        .join(Seat, Seat.id == Position.seat_id)
        .where(Seat.code == code, Position.mission == mission)
        .order_by(Revision.number)
    )
    found = [None if row.is_withdrawal else row.text for row in rows]
    db.rollback()
    return found


def seats_signed(cast: Cast) -> dict[str, Actor]:
    return {"A": cast.a_signatory, "B": cast.b_signatory, "X": cast.x_signatory}
