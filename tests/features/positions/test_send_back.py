import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event
from app.domain.errors import Conflict, NotAllowed
from app.domain.position import Statement
from app.features.positions.cell_page import cell_page
from app.features.positions.cells import Writing
from app.features.positions.service import return_draft, save_draft
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    PLACE,
    are_one,
    close,
    drafted,
    open_briefing,
    signed,
)

REASON = "Capital wants the word “support” out."


def readied(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    save_draft(db, cast.a_drafter, PLACE, Writing(FRAGILE, 0, ready=True), at=NOON)


def test_the_drafter_reads_why(client: TestClient, db: Session, cast: Cast) -> None:
    readied(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/return", data={"version": "1", "reason": f" {REASON} "})

    cast.sign_in(client, cast.a_drafter)
    page = client.get(CELL).text
    assert (answer.status_code, answer.headers["location"]) == (303, CELL)
    assert REASON in page
    assert "Sent back" in page
    assert "A Signatory" in page


def test_the_log_names_the_act_and_no_word(db: Session, cast: Cast) -> None:
    readied(db, cast)

    return_draft(db, cast.a_signatory, PLACE, 1, REASON, at=NOON)

    event = db.scalars(select(Event).where(Event.act == "position.returned")).one()
    assert event.by == "A Signatory"
    assert REASON not in str(event.detail)


def test_handing_over_again_answers_the_reason(db: Session, cast: Cast) -> None:
    readied(db, cast)
    return_draft(db, cast.a_signatory, PLACE, 1, REASON, at=NOON)

    better = Statement("stalled", "The process is fragile.", "en")
    save_draft(db, cast.a_drafter, PLACE, Writing(better, 2, ready=True), at=NOON)

    page = cell_page(db, cast.a_signatory, PLACE, "en")
    assert (page.status, page.returned) == ("awaiting", None)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1_001, "hid\u200bden"])
def test_a_reason_is_needed(client: TestClient, db: Session, cast: Cast, reason: str) -> None:
    readied(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/return", data={"version": "1", "reason": reason})

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert cell_page(db, cast.a_drafter, PLACE, "en").status == "awaiting"


def test_what_changed_meanwhile_is_not_sent_back_unread(db: Session, cast: Cast) -> None:
    readied(db, cast)
    drafted(db, cast.a_drafter, statement=Statement("active", "Other.", "en"), version=1)

    with pytest.raises(Conflict):
        return_draft(db, cast.a_signatory, PLACE, 1, REASON, at=NOON)


def test_what_is_signed_is_not_sent_back(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    with pytest.raises(Conflict):
        return_draft(db, cast.a_signatory, PLACE, 1, REASON, at=NOON)


@pytest.mark.parametrize("who", ["a_drafter", "a_focal"])
def test_only_a_signatory_sends_back(db: Session, cast: Cast, who: str) -> None:
    readied(db, cast)

    with pytest.raises(NotAllowed):
        return_draft(db, cast.person(who), PLACE, 1, REASON, at=NOON)


def test_nothing_is_sent_back_once_closed(db: Session, cast: Cast) -> None:
    close(db, open_briefing(db, cast))

    with pytest.raises(NotAllowed):
        return_draft(db, cast.a_signatory, PLACE, 1, REASON, at=NOON)


def test_for_everybody_else_there_is_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    readied(db, cast)
    cast.sign_in(client, cast.officer)
    given = {"version": "1", "reason": REASON}

    there = client.post(f"{CELL}/return", data=given)

    assert are_one(there, client.post(f"{ABSENT}/1/MINUSMA/return", data=given))
