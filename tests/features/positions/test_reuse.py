import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.attribution import Attribution
from app.domain.errors import Invalid, NotFound
from app.domain.position import Cell, Statement
from app.features.positions.cells import Place
from app.features.positions.copying import earlier_page, reuse_earlier
from app.features.positions.queries import get_desk, get_held
from app.features.positions.targets import Pick
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import DESK, FRAGILE, SLUG, open_briefing, signed

BEFORE = "mandates-before"
EARLIER = Place(BEFORE, Cell(1, "MINUSMA"))


def twice(db: Session, cast: Cast, rule: Attribution = Attribution.COUNTED) -> None:
    open_briefing(db, cast, slug=BEFORE, rule=rule, questions=1)
    open_briefing(db, cast, questions=1)


def test_the_own_last_position_is_shown_and_drafted_again(db: Session, cast: Cast) -> None:
    twice(db, cast)
    signed(db, cast.a_signatory, EARLIER)

    rows = earlier_page(db, cast.a_drafter, SLUG).targets
    reuse_earlier(db, cast.a_drafter, SLUG, [row.pick for row in rows], at=NOON)

    held = get_held(db, get_desk(db, cast.a_drafter, SLUG).seat.id, EARLIER.cell)
    assert [row.then.text for row in rows] == [FRAGILE.text]
    assert held.written.text == FRAGILE.text
    assert held.standing is None, "a draft; nothing was signed"


def test_the_latest_of_two_stands_for_both(db: Session, cast: Cast) -> None:
    twice(db, cast)
    signed(db, cast.a_signatory, EARLIER)
    signed(db, cast.a_signatory, EARLIER, Statement("active", "Changed.", "en"), version=1)

    assert [row.then.text for row in earlier_page(db, cast.a_drafter, SLUG).targets] == ["Changed."]


def test_a_stricter_rule_of_that_time_goes_with_the_words(db: Session, cast: Cast) -> None:
    twice(db, cast, Attribution.NON_ATTRIBUTED)
    signed(db, cast.a_signatory, EARLIER)
    picks = [row.pick for row in earlier_page(db, cast.a_drafter, SLUG).targets]

    reuse_earlier(db, cast.a_drafter, SLUG, picks, at=NOON)

    held = get_held(db, get_desk(db, cast.a_drafter, SLUG).seat.id, EARLIER.cell)
    assert held.written.attribution is Attribution.NON_ATTRIBUTED


def test_nobody_sees_the_last_position_of_another(
    client: TestClient, db: Session, cast: Cast
) -> None:
    twice(db, cast)
    signed(db, cast.a_signatory, EARLIER)
    cast.sign_in(client, cast.b_signatory)

    assert "has signed nothing" in client.get(f"{DESK}/last-time").text
    with pytest.raises(Invalid):
        reuse_earlier(db, cast.b_drafter, SLUG, [Pick(EARLIER.cell, "0.0")], at=NOON)
    with pytest.raises(NotFound):
        earlier_page(db, cast.c_focal, SLUG)


def test_a_later_briefing_is_not_looked_at(db: Session, cast: Cast) -> None:
    twice(db, cast)
    signed(db, cast.a_signatory, Place(SLUG, EARLIER.cell))

    assert earlier_page(db, cast.a_drafter, BEFORE).targets == ()
