"""A reminder sent from the board: to whom, once in twelve hours, and telling nothing."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Event, Mail
from app.db.session import database_time
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.occasions import REMIND_AGAIN, Occasion
from app.domain.position import Statement
from app.features.briefings.completeness import REMINDED
from tests.cast import Cast
from tests.features.positions.desk import PLACE, SLUG, drafted, open_briefing, signed
from tests.features.reminders.post import due_in, readers, remind, words, written
from tests.postbox import Postbox

PAGE = f"/briefings/{SLUG}"
ONE = {"missions": ("MINUSMA",), "questions": 1}


@pytest.fixture(autouse=True)
def mail_is_on(client: TestClient) -> None:
    client.app.state.mails = True  # type: ignore[attr-defined]  # FastAPI's


def press(client: TestClient, code: str = "") -> Response:
    return client.post(f"{PAGE}/reminders", data={"code": code, "status": "none"})


def presiding(db: Session, cast: Cast, rule: Attribution = Attribution.COUNTED) -> None:
    briefing = open_briefing(db, cast, rule=rule, **ONE)  # type: ignore[arg-type]  # mixed
    briefing.presidency_id = cast.presidency.id
    db.commit()


def logged(db: Session) -> list[int | None]:
    db.rollback()
    return list(db.scalars(select(Event.delegation_id).where(Event.act == REMINDED)))


def desks(db: Session) -> int:
    db.rollback()
    return len(written(db))


def test_one_delegation_is_reminded_at_all_its_people(
    client: TestClient, db: Session, cast: Cast, postbox: Postbox
) -> None:
    presiding(db, cast)
    cast.sign_in(client, cast.officer)

    answer = press(client, "B")
    remind(db, postbox)

    assert answer.headers["Location"] == f"{PAGE}?status=none#board"
    assert readers(postbox.messages) == ["b_drafter", "b_signatory"]
    assert {each["Subject"] for each in postbox.messages} == {
        "The presidency awaits your positions"
    }
    assert "Your delegation has something left to do." in words(postbox.messages[0])
    assert logged(db) == [cast.b.id]


def test_nobody_is_reminded_twice_within_twelve_hours(
    client: TestClient, db: Session, cast: Cast
) -> None:
    presiding(db, cast)
    cast.sign_in(client, cast.officer)
    press(client, "B")

    again = press(client, "B")
    page = client.get(PAGE).text

    assert again.status_code == 409
    assert "less than twelve hours ago" in again.text
    assert desks(db) == 2
    assert 'name="code" value="B"' not in page
    assert 'name="code" value="X"' in page
    db.execute(update(Event).values(at=database_time(db) - REMIND_AGAIN))
    db.commit()
    assert press(client, "B").status_code == 303
    assert desks(db) == 4


def test_all_who_have_something_left_are_reminded_and_none_of_them_twice(
    client: TestClient, db: Session, cast: Cast, postbox: Postbox
) -> None:
    presiding(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.officer)
    press(client, "B")

    assert press(client).status_code == 303
    assert press(client).status_code == 409
    remind(db, postbox)

    assert readers(postbox.messages) == ["b_drafter", "b_signatory", "x_signatory"]
    assert logged(db) == [cast.b.id, cast.x.id]


def test_whoever_has_signed_everything_is_not_reminded(
    client: TestClient, db: Session, cast: Cast
) -> None:
    presiding(db, cast)
    signed(db, cast.b_signatory)
    drafted(db, cast.b_signatory, PLACE, Statement("active", "Changed since.", "en"), 1)
    cast.sign_in(client, cast.officer)

    answer = press(client, "B")

    assert answer.status_code == 422
    assert "signed everything" in answer.text
    assert 'name="code" value="B"' not in client.get(PAGE).text
    assert desks(db) == 0


def test_where_it_is_not_shown_who_signed_all_are_written_to_and_nothing_tells_who_is_behind(
    client: TestClient, db: Session, cast: Cast, postbox: Postbox
) -> None:
    presiding(db, cast, Attribution.NON_ATTRIBUTED)
    signed(db, cast.b_signatory)
    cast.sign_in(client, cast.officer)
    named, nobody = press(client, "B"), press(client, "NOBODY")

    assert named.status_code == nobody.status_code == 403
    assert named.text == nobody.text
    assert press(client).status_code == 303
    assert press(client).status_code == 409
    assert logged(db) == [None]
    assert desks(db) == 6
    remind(db, postbox)
    assert readers(postbox.messages) == ["a_drafter", "a_focal", "a_signatory", "x_signatory"]


def test_the_page_after_a_reminder_says_nothing_of_who_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    presiding(db, cast, Attribution.NON_ATTRIBUTED)
    cast.sign_in(client, cast.officer)
    press(client)
    before = client.get(f"{PAGE}/board", headers={"HX-Request": "true"})
    signed(db, cast.b_signatory)

    after = client.get(f"{PAGE}/board", headers={"HX-Request": "true"})

    assert "Reminded" in before.text
    assert (before.content, before.headers) == (after.content, after.headers)


@pytest.mark.parametrize(
    ("state", "hours", "origin", "why"),
    [
        (BriefingState.CLOSED, 9, Origin.LIVE, "not taking positions"),
        (BriefingState.OPEN, -1, Origin.LIVE, "deadline for positions has passed"),
        (BriefingState.OPEN, 9, Origin.REHEARSAL, "rehearsal"),
    ],
)
def test_a_reminder_that_would_say_nothing_true_is_refused(
    client: TestClient,
    db: Session,
    cast: Cast,
    state: BriefingState,
    hours: int,
    origin: Origin,
    why: str,
) -> None:
    briefing = open_briefing(db, cast, **ONE)  # type: ignore[arg-type]  # mixed
    briefing.presidency_id = cast.presidency.id
    briefing.state, briefing.origin = state, origin
    due_in(db, briefing, hours)
    cast.sign_in(client, cast.officer)

    answer = press(client, "B")

    assert answer.status_code == 403
    assert why in answer.text
    assert '<form method="post" action="/briefings/mandates/reminders' not in client.get(PAGE).text
    assert desks(db) == 0


def test_where_no_mail_is_sent_none_is_promised(
    client: TestClient, db: Session, cast: Cast
) -> None:
    presiding(db, cast)
    client.app.state.mails = False  # type: ignore[attr-defined]  # FastAPI's
    cast.sign_in(client, cast.officer)

    assert press(client, "B").status_code == 403
    assert "No mail is sent from here" in client.get(PAGE).text
    assert (desks(db), logged(db)) == (0, [])


def test_a_delegation_that_is_not_seated_and_fields_nobody_knows_are_refused(
    client: TestClient, db: Session, cast: Cast
) -> None:
    presiding(db, cast)
    cast.sign_in(client, cast.officer)

    assert press(client, "C").status_code == 404
    answer = client.post(f"{PAGE}/reminders", data={"codes": "B"})
    assert answer.status_code == 422
    assert desks(db) == 0


def test_a_reminder_is_not_sent_once_its_reason_is_gone(
    client: TestClient, db: Session, cast: Cast, postbox: Postbox
) -> None:
    presiding(db, cast)
    cast.sign_in(client, cast.officer)
    press(client, "B")
    signed(db, cast.b_signatory)
    remind(db, postbox)

    assert postbox.raw == []
    assert written(db) == [(Occasion.REMINDED, "dropped")] * 2


def test_whoever_declined_such_mails_gets_none(
    client: TestClient, db: Session, cast: Cast, postbox: Postbox
) -> None:
    cast.people["b_drafter"].declined = [Occasion.REMINDED.value]
    presiding(db, cast)
    cast.sign_in(client, cast.officer)
    press(client, "B")
    remind(db, postbox)

    assert readers(postbox.messages) == ["b_signatory"]
    assert db.scalar(select(Mail.due)) <= database_time(db) + timedelta(seconds=1)  # type: ignore[operator]
