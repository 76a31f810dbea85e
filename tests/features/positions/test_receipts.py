from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Revision
from app.features.positions.receipts_page import receipts_page
from app.features.positions.service import withdraw_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import ABSENT, DESK, PLACE, SLUG, are_one, open_briefing, signed

RECEIPTS = f"{DESK}/receipts"


def test_every_signature_and_withdrawal_has_its_line(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    withdraw_position(db, cast.a_signatory, PLACE, 1, salt=b"\x05" * 32, at=NOON)

    rows = receipts_page(db, cast.a_focal, SLUG).rows

    assert [(row.number, row.is_withdrawal, row.counts) for row in rows] == [
        (2, True, True),
        (1, False, False),
    ]


def test_the_page_shows_the_whole_hash(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.a_drafter)

    assert db.scalars(select(Revision.hash)).one() in client.get(RECEIPTS).text


def test_nobody_sees_the_receipts_of_another(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.b_signatory)

    assert "Nothing has been signed" in client.get(RECEIPTS).text
    cast.sign_in(client, cast.c_focal)
    assert are_one(client.get(RECEIPTS), client.get(f"{ABSENT}/receipts"))
