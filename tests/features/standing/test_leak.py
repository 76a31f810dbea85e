"""What the Secretariat can tell: nothing without leave, one desk with it, nothing afterwards."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.features.standing.service import take_back
from tests.cast import Cast
from tests.conftest import NOON, crawling
from tests.features.positions.desk import (
    CELL,
    DESK,
    FRAGILE,
    PLACE,
    SLUG,
    drafted,
    open_briefing,
    signed,
)
from tests.features.positions.test_noninterference import (
    assert_alike,
    crawl,
    of_two_minds,
    on_record,
    writing,
)
from tests.features.standing.leave import DESKS, let, sit_down

pytestmark = crawling


def other_writes(db: Session, cast: Cast) -> None:
    drafted(db, cast.b_drafter)


def other_signs(db: Session, cast: Cast) -> None:
    signed(db, cast.b_signatory, version=1)
    signed(db, cast.x_signatory)


def test_without_leave_not_a_byte(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.administrator)

    assert_alike(client, db, cast, [writing, on_record, of_two_minds])


def test_with_leave_of_one_nothing_of_another(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    here = sit_down(client, cast, let(db, cast.a_focal, may_sign=True))

    assert any(path.startswith(f"{here}/1/") for path in crawl(client))
    assert_alike(client, db, cast, [other_writes, other_signs])


def test_after_it_was_taken_back_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    here = sit_down(client, cast, let(db, cast.a_focal, may_sign=True))
    take_back(db, cast.a_focal, SLUG, at=NOON)

    assert "/acting/" not in client.get(DESKS).text
    before = client.get(f"{here}/1/MINUSMA").content
    assert_alike(client, db, cast, [writing, on_record, of_two_minds])
    assert client.get(f"{here}/1/MINUSMA").content == before


def test_the_desk_is_nowhere_else_than_where_it_was_lent(
    client: TestClient, db: Session, cast: Cast
) -> None:
    """Neither in another briefing, nor at the delegation's own address, nor what it said before."""
    open_briefing(db, cast, slug="earlier")
    signed(db, cast.a_signatory, PLACE.__class__("earlier", PLACE.cell))
    open_briefing(db, cast)
    here = sit_down(client, cast, let(db, cast.a_focal, may_sign=True))

    elsewhere = [here.replace(SLUG, "earlier"), DESK, CELL, f"{here}/last-time"]

    assert [client.get(path).status_code for path in elsewhere] == [404] * 4
    assert not [path for path, seen in crawl(client).items() if FRAGILE.text.encode() in seen[2]]


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "officer", "visitor"])
def test_its_address_opens_nothing_to_anybody_else(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    here = sit_down(client, cast, let(db, cast.a_focal))
    cast.sign_in(client, cast.person(who))

    answer = client.get(f"{here}/1/MINUSMA")

    assert answer.status_code == (303 if who == "visitor" else 404)
    assert FRAGILE.text not in answer.text
