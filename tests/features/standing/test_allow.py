"""A delegation lets the Secretariat act for it: who may, and what is kept of it."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Event, StandingIn
from app.domain.errors import NotAllowed
from app.features.standing.service import Terms, allow
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import SLUG, close, open_briefing
from tests.features.standing.leave import BY_NOTE, LEAVE, let, seated

GIVEN = {"reason": BY_NOTE}


def leaves(db: Session) -> int:
    db.rollback()
    return db.scalar(select(func.count()).select_from(StandingIn)) or 0


@pytest.mark.parametrize("who", ["a_focal", "a_signatory"])
def test_a_focal_point_and_a_signatory_let_it(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.post(LEAVE, data=GIVEN).headers["location"] == LEAVE

    page = client.get(LEAVE).text
    assert "The Secretariat may act for Delegation A" in page
    assert BY_NOTE in page
    assert f"Allowed by {who.replace('_', ' ').title()}" in page
    assert "It may write; we sign." in page
    event = db.scalars(select(Event)).one()
    assert (event.act, event.delegation_id) == ("standing_in.allowed", cast.a.id)
    assert event.detail == {"may_sign": False, "reason": BY_NOTE}


def test_a_drafter_reads_it_and_does_not_decide_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    assert client.get(LEAVE).status_code == 200
    assert client.post(LEAVE, data=GIVEN).status_code == 403
    assert leaves(db) == 0


@pytest.mark.parametrize("who", ["administrator", "president", "officer", "c_focal"])
def test_for_anybody_else_there_is_no_such_page(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.get(LEAVE).status_code == 404
    assert client.post(LEAVE, data=GIVEN).status_code == 404
    assert leaves(db) == 0


def test_it_needs_a_reason(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_focal)

    answer = client.post(LEAVE, data={"reason": " ", "may_sign": "yes"})

    assert answer.status_code == 422
    assert "Say why, or by which note verbale." in answer.text
    assert "checked" in answer.text
    assert leaves(db) == 0


def test_it_is_given_once_at_a_time(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    let(db, cast.a_focal)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(LEAVE, data=GIVEN | {"may_sign": "yes"}).status_code == 409
    assert leaves(db) == 1
    assert "It may write; we sign." in client.get(LEAVE).text


def test_it_is_given_while_the_briefing_is_open(
    client: TestClient, db: Session, cast: Cast
) -> None:
    close(db, open_briefing(db, cast))
    cast.sign_in(client, cast.a_signatory)

    assert client.post(LEAVE, data=GIVEN).status_code == 403
    assert leaves(db) == 0


def test_whoever_stands_in_cannot_give_itself_more(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    acting = seated(db, cast, let(db, cast.a_signatory, may_sign=True))

    with pytest.raises(NotAllowed):
        allow(db, acting, SLUG, Terms(BY_NOTE, may_sign=True), at=NOON)
