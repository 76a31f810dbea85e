"""Two worlds that differ only in a joint statement are one world to whoever was not named."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.attribution import Attribution
from app.features.joint.service import align, decline, restate_statement, withdraw_statement
from tests.cast import Cast
from tests.conftest import crawling
from tests.features.joint.desk import OTHER, act, tabled
from tests.features.positions.desk import SLUG
from tests.features.positions.test_noninterference import assert_alike, begin

pytestmark = crawling

OUTSIDE = ["visitor", "b_drafter", "b_signatory", "c_focal", "officer", "president"]


def of_a_and_x(db: Session, cast: Cast) -> None:
    """Let A table for X, X align, A restate, X decline, A withdraw; and table another."""
    by_a, by_x = act(cast.a_signatory), act(cast.x_signatory)
    place = SLUG, tabled(db, cast.a_signatory, "X", missions=("UNMISS", "ALL"))
    align(db, by_x, place, 1)
    restate_statement(db, act(cast.a_signatory), place, 1, OTHER, ())
    decline(db, act(cast.x_signatory), place, 2)
    withdraw_statement(db, by_a, place, 2)
    tabled(db, cast.x_signatory, "A", missions=("UNMISS",))


@pytest.mark.parametrize("who", OUTSIDE)
def test_whoever_was_not_named_sees_the_same_pages_to_the_last_byte(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(db, cast, Attribution.NON_ATTRIBUTED)
    cast.sign_in(client, cast.person(who))

    assert_alike(client, db, cast, [of_a_and_x])
