"""Delegations ask for the floor; what others may see of it, and when."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import SignInSession
from app.domain.speakers import ActKind, Order
from app.features.accounts.sessions import IDLE, hashed
from app.features.speakers.service import ask_for_the_floor
from app.web.deps import _now
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.speakers.meeting import (
    HOME,
    SLUG,
    acts,
    codes,
    convene,
    listing,
    opened,
    prepared,
    press,
)


def test_a_delegation_asks_and_takes_itself_off_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    prepared(db, cast)
    cast.sign_in(client, cast.b_drafter)
    assert "Ask for the floor" in client.get(HOME).text

    assert client.post(f"{HOME}/ask", data={"wants": "yes"}).status_code == 303
    assert "Your delegation is on the list" in client.get(HOME).text
    db.rollback()
    assert listing(db).signed_up == ("B",)
    assert client.post(f"{HOME}/ask", data={"wants": "yes"}).status_code == 409
    assert client.post(f"{HOME}/ask", data={"wants": "no"}).status_code == 303
    assert listing(db).signed_up == ()


@pytest.mark.parametrize("rule", ["attributed", "counted", "non_attributed"])
def test_before_opening_others_learn_nothing_not_even_that_somebody_asked(
    client: TestClient, db: Session, cast: Cast, rule: str
) -> None:
    prepared(db, cast, rule=rule)
    cast.sign_in(client, cast.x_signatory)
    before = client.get(HOME).text, client.get(f"{HOME}/now").headers["etag"]
    ask_for_the_floor(db, cast.b_signatory, SLUG, wants=True, at=NOON)
    cast.sign_in(client, cast.x_signatory)

    page = client.get(HOME).text
    after = page, client.get(f"{HOME}/now").headers["etag"]
    assert _timeless(after[0]) == _timeless(before[0])
    assert after[1] == before[1]
    assert "Delegation M2" not in page  # B, under the name it bears here


def _timeless(page: str) -> str:
    start, _, rest = page.partition('data-server-now="')
    return start + rest.partition('"')[2]


@pytest.mark.parametrize(("rule", "shown"), [("counted", True), ("non_attributed", False)])
def test_the_presidency_sees_who_asked_where_that_is_no_secret(
    client: TestClient, db: Session, cast: Cast, rule: str, shown: bool
) -> None:
    prepared(db, cast, rule=rule)
    cast.sign_in(client, cast.officer)
    empty = client.get(f"{HOME}/now").headers["etag"]
    ask_for_the_floor(db, cast.b_signatory, SLUG, wants=True, at=NOON)
    cast.sign_in(client, cast.officer)
    page = client.get(HOME).text

    assert ("Delegation M2" in page) is shown
    if not shown:
        assert "who signed up is shown once the list is opened" in page
        assert client.get(f"{HOME}/now").headers["etag"] == empty
        press(db, cast.officer, ActKind.OPEN)
        assert "Delegation M2" in client.get(HOME).text


def test_where_the_order_is_drawn_there_is_nothing_to_ask(
    client: TestClient, db: Session, cast: Cast
) -> None:
    prepared(db, cast, Order.DRAWN)
    cast.sign_in(client, cast.b_drafter)

    assert "Ask for the floor" not in client.get(HOME).text
    assert client.post(f"{HOME}/ask", data={"wants": "yes"}).status_code == 409
    assert acts(db) == ["prepare"]


def test_before_the_president_decided_nobody_asks(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convene(db, cast)
    cast.sign_in(client, cast.b_drafter)

    answer = client.post(f"{HOME}/ask", data={"wants": "yes"})

    assert answer.status_code == 409
    assert "not yet decided" in answer.text


def test_who_asks_during_the_meeting_comes_after_their_own_kind(db: Session, cast: Cast) -> None:
    opened(db, cast, Order.SIGNED_UP)

    for person in (cast.x_signatory, cast.c_focal):
        ask_for_the_floor(db, person, SLUG, wants=True, at=NOON)

    assert codes(db) == ["briefer-1", "B", "C", "A", "X"]


@pytest.mark.parametrize(("rule", "timed"), [("counted", True), ("non_attributed", False)])
def test_the_list_shows_no_more_than_seats_where_nobody_is_named(
    client: TestClient, db: Session, cast: Cast, rule: str, timed: bool
) -> None:
    opened(db, cast, Order.SIGNED_UP, rule)
    press(db, cast.officer, ActKind.CALL, "briefer-1")
    press(db, cast.officer, ActKind.CALL, "B")
    cast.sign_in(client, cast.x_signatory)

    page = client.get(HOME).text

    assert "Delegation M2" in page
    assert ("Started" in page) is timed
    assert ("<bdi>0:00</bdi>" in page) is timed
    assert "Give the floor" not in page
    assert "Statement as delivered" not in page


def test_an_unchanged_floor_is_not_sent_again(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.b_drafter)
    first = client.get(f"{HOME}/now")
    tag = {"if-none-match": first.headers["etag"]}

    again = client.get(f"{HOME}/now", headers=tag)
    assert (again.status_code, again.content) == (304, b"")

    press(db, cast.officer, ActKind.CALL, "briefer-1")
    moved = client.get(f"{HOME}/now", headers=tag)
    assert moved.status_code == 200
    assert "Ms. Briefer" in moved.text
    assert moved.headers["cache-control"] == "private, no-store"
    french = {**tag, "accept-language": "fr", "if-none-match": moved.headers["etag"]}
    assert client.get(f"{HOME}/now", headers=french).status_code == 200


def test_an_open_list_keeps_nobody_signed_in(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.b_drafter)
    mine = SignInSession.token_hash == hashed(client.cookies["session"])
    db.execute(update(SignInSession).where(mine).values(seen_at=NOON))
    db.commit()
    begun = client.app.dependency_overrides  # type: ignore[attr-defined]  # FastAPI's
    begun[_now] = lambda: NOON + IDLE - timedelta(minutes=1)

    assert client.get(f"{HOME}/now").status_code == 200
    begun.clear()
    assert db.scalar(select(SignInSession.seen_at).where(mine)) == NOON
