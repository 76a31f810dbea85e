from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Revision
from app.domain.errors import Conflict, NotAllowed
from app.domain.lifecycle import BriefingState
from app.domain.position import Statement
from app.features.positions.cell_page import cell_page
from app.features.positions.cells import CellStatus
from app.features.positions.service import withdraw_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    PLACE,
    are_one,
    close,
    kept,
    open_briefing,
    pass_deadline,
    signed,
)

FIRST = {"number": "1"}
SALT = b"\x0b" * 32


def begin(db: Session, cast: Cast) -> Briefing:
    briefing = open_briefing(db, cast)
    signed(db, cast.a_signatory)
    return briefing


def test_a_withdrawal_is_a_revision_and_history_stays(db: Session, cast: Cast) -> None:
    begin(db, cast)

    number = withdraw_position(db, cast.a_signatory, PLACE, 1, salt=SALT, at=NOON)

    first, second = db.scalars(select(Revision).order_by(Revision.number))
    assert number == 2
    assert (first.text, second.text) == (FRAGILE.text, "")
    assert second.is_withdrawal
    assert second.previous == first.hash
    page = cell_page(db, cast.a_focal, PLACE, "en")
    assert page.status is CellStatus.WITHDRAWN
    assert page.standing is None
    assert len(page.history) == 2


def test_it_is_asked_twice_without_a_script(client: TestClient, db: Session, cast: Cast) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.a_signatory)

    page = client.get(CELL).text
    details = page[page.index("Withdraw this position") :]

    assert "Yes, withdraw it" in details
    assert 'name="number" value="1"' in details


def test_the_signatory_is_given_a_receipt(client: TestClient, db: Session, cast: Cast) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/withdraw", data=FIRST)

    assert (answer.status_code, answer.headers["location"]) == (303, f"{CELL}/receipts/2")
    assert "Withdrawal" in client.get(f"{CELL}/receipts/2").text


def test_a_newer_revision_is_not_withdrawn_unread(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(db, cast)
    signed(db, cast.a_signatory, statement=Statement("active", "Newer.", "en"), version=1)
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/withdraw", data=FIRST)

    assert answer.status_code == 409
    assert "has changed since" in answer.text
    assert kept(db) == before


def test_nothing_is_withdrawn_twice(db: Session, cast: Cast) -> None:
    begin(db, cast)
    withdraw_position(db, cast.a_signatory, PLACE, 1, salt=SALT, at=NOON)

    with pytest.raises(Conflict):
        withdraw_position(db, cast.a_signatory, PLACE, 1, salt=SALT, at=NOON)


def test_what_was_withdrawn_may_be_signed_again(db: Session, cast: Cast) -> None:
    begin(db, cast)
    withdraw_position(db, cast.a_signatory, PLACE, 1, salt=SALT, at=NOON)

    assert signed(db, cast.a_signatory, version=1) == 3


@pytest.mark.parametrize("who", ["a_focal", "a_drafter"])
def test_only_a_signatory_withdraws(db: Session, cast: Cast, who: str) -> None:
    begin(db, cast)
    before = kept(db)
    actor = cast.person(who)
    assert actor is not None

    with pytest.raises(NotAllowed, match="Only a signatory"):
        withdraw_position(db, actor, PLACE, 1, salt=SALT, at=NOON)

    assert kept(db) == before


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_once_positions_were_due_it_is_withdrawn_for_good(
    client: TestClient, db: Session, cast: Cast, shut: Callable[[Session, Briefing], None]
) -> None:
    shut(db, begin(db, cast))
    cast.sign_in(client, cast.a_signatory)

    page = client.get(CELL).text
    answer = client.post(f"{CELL}/withdraw", data=FIRST)

    assert "cannot be signed again unless the presidency accepts it late" in page
    assert answer.status_code == 303
    with pytest.raises(NotAllowed):
        signed(db, cast.a_signatory, version=1)


def test_what_was_issued_is_not_withdrawn(client: TestClient, db: Session, cast: Cast) -> None:
    begin(db, cast).state = BriefingState.ISSUED
    db.commit()
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(f"{CELL}/withdraw", data=FIRST).status_code == 403
    assert kept(db) == before


@pytest.mark.parametrize("data", [{}, {"number": "0"}, {"number": "x"}])
def test_bad_input_withdraws_nothing(
    client: TestClient, db: Session, cast: Cast, data: dict[str, str]
) -> None:
    begin(db, cast)
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(f"{CELL}/withdraw", data=data).status_code == 422
    assert kept(db) == before


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_the_cell_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(db, cast)
    before = kept(db)
    cast.sign_in(client, cast.person(who))

    there = client.post(f"{CELL}/withdraw", data=FIRST)
    absent = client.post(f"{ABSENT}/1/MINUSMA/withdraw", data=FIRST)

    assert are_one(there, absent)
    assert kept(db) == before


def test_an_event_is_kept(db: Session, cast: Cast) -> None:
    begin(db, cast)
    withdraw_position(db, cast.a_signatory, PLACE, 1, salt=SALT, at=NOON)

    assert "position.withdrawn" in db.scalars(select(Event.act)).all()
