"""What was signed may be restated or withdrawn until the draft can no longer be corrected."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Circulation, Revision
from app.domain.errors import Conflict, NotAllowed
from app.domain.position import Cell, Statement
from app.features.mirror.queries import mirror_page
from app.features.positions.cells import Place, Writing
from app.features.positions.service import save_draft, sign_position, withdraw_position
from app.features.silence.pages import Place as DraftPlace
from app.features.silence.redline import redline_page
from app.features.summaries.service import circulate, issue
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    SLUG,
    SOON,
    circulated,
    clock,
    closed,
    digest,
    end_corrections,
    freeze,
    text_of,
)

HERE, ELSEWHERE = Place(SLUG, Cell(1, "UNONE")), Place(SLUG, Cell(1, "UNTWO"))
ANEW = Statement("close", "La mission devrait être close.", "fr")
CELL = f"/briefings/{SLUG}/positions/1/UNONE"
TYPED = {"version": "0", "assessment": "close", "text": ANEW.text, "language": "fr"}
SALT = b"\x0c" * 32


def restate(db: Session, cast: Cast, place: Place = HERE, salt: bytes = SALT) -> int:
    at = clock(db)
    return sign_position(db, cast.a_signatory, place, Writing(ANEW, 0), salt=salt, at=at)


def last(db: Session) -> Revision:
    db.rollback()
    return db.scalars(select(Revision).order_by(Revision.id.desc()).limit(1)).one()


def test_after_closing_it_is_restated_and_counted_anew(db: Session, cast: Cast) -> None:
    closed(db, cast, "attributed")
    key = "q1.UNONE.tally.close"
    before = text_of(db, key)

    assert restate(db, cast) == 2

    assert not last(db).late
    assert before != text_of(db, key)
    assert "Delegation A" in text_of(db, key)


def test_while_the_draft_is_corrected_it_may_be_withdrawn(db: Session, cast: Cast) -> None:
    circulated(db, cast)

    withdraw_position(db, cast.a_signatory, HERE, 1, salt=SALT, at=clock(db))

    assert last(db).is_withdrawal
    with pytest.raises(NotAllowed, match="no new positions"):
        restate(db, cast, salt=b"2" * 32)


def test_what_was_never_signed_is_too_late(db: Session, cast: Cast) -> None:
    circulated(db, cast)

    with pytest.raises(NotAllowed, match="no new positions"):
        restate(db, cast, ELSEWHERE)
    with pytest.raises(NotAllowed, match="no new positions"):
        save_draft(db, cast.a_drafter, ELSEWHERE, Writing(ANEW, 0), at=NOON)


@pytest.mark.parametrize(("left", "may"), [(timedelta(minutes=1), True), (timedelta(0), False)])
def test_the_last_draft_says_until_when(
    client: TestClient, db: Session, cast: Cast, left: timedelta, may: bool
) -> None:
    circulated(db, cast)
    db.execute(update(Circulation).values(deadline=clock(db) + left))
    db.commit()
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED)

    assert answer.status_code == (303 if may else 403)
    if not may:
        assert "The time for corrections has passed" in answer.text
        assert ANEW.text in answer.text  # what was typed is given back


def test_nothing_is_issued_that_rests_on_what_was_replaced(db: Session, cast: Cast) -> None:
    circulated(db, cast)
    restate(db, cast)
    end_corrections(db)

    with pytest.raises(Conflict):
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=NOON)


def test_the_next_draft_shows_what_moved(db: Session, cast: Cast) -> None:
    briefing = circulated(db, cast)
    restate(db, cast)
    later = clock(db) + SOON
    circulate(db, cast.officer, SLUG, later + timedelta(hours=1), short_notice=False, at=NOON)

    page = redline_page(db, cast.b_signatory, DraftPlace(briefing.slug, "en"))

    assert any("Delegation A" in each.text for line in page.lines for each in line.pieces)


def test_the_mirror_of_a_draft_keeps_what_it_rests_on(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.a_signatory)
    before = mirror_page(db, cast.a_signatory, SLUG, language="en").lines

    restate(db, cast)
    after = client.get(f"/briefings/{SLUG}/mirror?language=en").text

    assert [each.numbers for each in before] == [
        each.numbers for each in mirror_page(db, cast.a_signatory, SLUG, language="en").lines
    ]
    assert before
    assert "In no sentence" not in after
    assert "Signed since this draft was circulated" in after
    assert ANEW.text in after


def test_the_page_says_what_may_still_be_done(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.a_signatory)

    page = client.get(CELL).text
    landing = client.get(f"/briefings/{SLUG}/positions").text

    for shown in (page, landing):
        assert "What you signed may be restated or withdrawn until" in shown
    assert 'id="form"' in page
    assert 'id="form"' not in client.get(f"/briefings/{SLUG}/positions/1/UNTWO").text


def test_only_what_may_be_signed_is_offered(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    save_draft(db, cast.a_drafter, HERE, Writing(ANEW, 0, ready=True), at=NOON)
    cast.sign_in(client, cast.a_signatory)

    landing = client.get(f"/briefings/{SLUG}/positions").text
    review = client.get(f"/briefings/{SLUG}/positions/sign").text

    assert "Sign 1 position" in landing
    assert "Sign the ticked positions" in review
    answer = client.post(f"/briefings/{SLUG}/positions/sign", data={"cells": "1:UNONE:1"})
    assert answer.status_code == 303
    assert last(db).number == 2
