from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Point, Revision
from app.db.session import Sessions
from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.points import split
from app.domain.position import Statement
from app.domain.proof import Receipt
from app.features.positions.cells import Writing
from app.features.positions.service import save_draft, sign_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    NOTHING,
    PLACE,
    SLUG,
    TYPED,
    are_one,
    close,
    drafted,
    kept,
    open_briefing,
    pass_deadline,
    signed,
)

BETTER = Statement("active", "Better now.", "en")
SALT = b"\x07" * 32


def revisions(db: Session) -> list[Revision]:
    db.rollback()
    return list(db.scalars(select(Revision).order_by(Revision.number)))


def test_signing_puts_exactly_the_form_on_the_record(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    number = sign_position(db, cast.a_signatory, PLACE, Writing(FRAGILE, 0), salt=SALT, at=NOON)

    (revision,) = revisions(db)
    assert (number, revision.number) == (1, 1)
    receipt = Receipt(
        SALT,
        SLUG,
        "A",
        PLACE.cell,
        FRAGILE,
        NOON,
        previous=None,
        points=split(FRAGILE.text, FRAGILE.language),
    )
    assert revision.hash == receipt.hash
    points = db.scalars(select(Point).order_by(Point.start)).all()
    assert [FRAGILE.text[each.start : each.end] for each in points] == [
        "The process is fragile.",
        "Support it.",
    ]


def test_the_draft_is_saved_and_signed_in_one(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    signed(db, cast.a_signatory, statement=BETTER, version=1)

    assert revisions(db)[0].text == "Better now."
    assert not save_draft(db, cast.a_drafter, PLACE, Writing(BETTER, 0), at=NOON).written.ready


def test_restating_adds_a_revision_and_keeps_the_first(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    number = signed(db, cast.a_signatory, statement=BETTER, version=1)

    first, second = revisions(db)
    assert number == 2
    assert (first.text, second.text) == (FRAGILE.text, BETTER.text)
    assert second.previous == first.hash


def test_signing_again_needs_a_change(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED | {"version": "1"})

    assert answer.status_code == 422
    assert "Nothing has changed since you signed." in answer.text
    assert kept(db) == before


def test_the_signatory_is_given_a_receipt(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED)

    assert (answer.status_code, answer.headers["location"]) == (303, f"{CELL}/receipts/1")
    assert revisions(db)[0].hash in client.get(f"{CELL}/receipts/1").text


def test_no_two_signatures_share_a_salt(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)
    client.post(f"{CELL}/sign", data=TYPED)
    client.post(f"{CELL}/sign", data=TYPED | {"version": "1", "text": "Again."})

    assert len({each.salt for each in revisions(db)}) == 2


def test_what_was_not_on_the_screen_is_not_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=BETTER)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED)

    assert answer.status_code == 409
    assert FRAGILE.text in answer.text
    assert BETTER.text in answer.text
    assert revisions(db) == []


def test_what_is_stored_as_shown_is_signed_whatever_its_version(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    assert signed(db, cast.a_signatory, version=0) == 1


@pytest.mark.parametrize("who", ["a_focal", "a_drafter"])
def test_only_a_signatory_signs(db: Session, cast: Cast, who: str) -> None:
    open_briefing(db, cast)
    actor = cast.person(who)
    assert actor is not None

    with pytest.raises(NotAllowed, match="Only a signatory"):
        signed(db, actor)

    assert kept(db) == NOTHING


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_too_late_is_refused_and_nothing_kept(
    client: TestClient, db: Session, cast: Cast, shut: Callable[[Session, Briefing], None]
) -> None:
    briefing = open_briefing(db, cast)
    shut(db, briefing)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED)

    assert answer.status_code == 403
    assert FRAGILE.text in answer.text
    assert kept(db) == NOTHING


@pytest.mark.parametrize("change", [{"assessment": "x"}, {"assessment": "", "text": " "}])
def test_what_cannot_stand_is_pointed_at(
    client: TestClient, db: Session, cast: Cast, change: dict[str, str]
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED | change)

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert kept(db) == NOTHING


def test_a_text_alone_or_an_assessment_alone_may_be_signed(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    assert signed(db, cast.a_signatory, statement=Statement(None, "Only words.", "en")) == 1
    assert signed(db, cast.b_signatory, statement=Statement("no_position", "", "en")) == 1


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_the_cell_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.person(who))

    there = client.post(f"{CELL}/sign", data=TYPED)
    absent = client.post(f"{ABSENT}/1/MINUSMA/sign", data=TYPED)

    assert are_one(there, absent)
    assert kept(db) == NOTHING


def test_an_event_says_who_and_where_and_never_what(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    events = db.scalars(select(Event).order_by(Event.id)).all()

    assert [each.act for each in events] == ["position.drafted", "position.signed"]
    assert events[-1].delegation_id == cast.a.id
    assert events[-1].detail == {"question": 1, "mission": "MINUSMA", "number": 1}


@pytest.mark.each_engine
def test_of_two_signatures_at_once_both_are_kept_in_order(
    sessions: Sessions, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    def restate(text: str) -> bool:
        writing = Writing(Statement("active", text, "en"), 1)
        with sessions() as session:
            try:
                later = NOON + timedelta(minutes=1)
                salt = text.encode()
                sign_position(session, cast.a_signatory, PLACE, writing, salt=salt, at=later)
            except Conflict:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        won = list(pool.map(restate, ["One.", "Two."]))

    assert won.count(True) == 1
    assert len(revisions(db)) == 2


def test_after_a_refusal_the_draft_is_as_it_was(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    before = kept(db)

    with pytest.raises(Invalid):
        signed(db, cast.a_signatory, statement=Statement(None, "", "en"), version=1)

    assert kept(db) == before
    assert drafted(db, cast.a_drafter).version == 1
