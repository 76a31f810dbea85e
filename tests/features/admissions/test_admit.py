"""The presidency accepts late positions from one delegation; the others learn nothing of it."""

from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Admission, Event, Mail, Revision
from app.domain.errors import Invalid, NotAllowed
from app.domain.occasions import Occasion
from app.domain.position import Cell, Statement
from app.domain.wall_time import in_new_york
from app.features.admissions.queries import Kind, admissions_page
from app.features.admissions.service import admit, stop
from app.features.positions.cells import Place, Writing
from app.features.positions.service import sign_position, withdraw_position
from tests.cast import Cast
from tests.conftest import NOON, crawling
from tests.features.positions.desk import open_briefing, pass_deadline, signed
from tests.features.positions.test_noninterference import assert_alike
from tests.features.summaries.small import SLUG, circulated, clock, closed

ELSEWHERE = Place(SLUG, Cell(1, "UNTWO"))
LATE = Statement("close", "The mission may close.", "en")
URL = f"/briefings/{SLUG}/late"
HOUR = timedelta(hours=1)


def accept(db: Session, cast: Cast, *, slug: str = SLUG) -> datetime:
    until = clock(db) + HOUR
    db.rollback()
    admit(db, cast.officer, slug, "A", until, at=NOON)
    return until


def sign(db: Session, cast: Cast, words: str = LATE.text, version: int = 0) -> int:
    writing = Writing(Statement("close", words, "en"), version)
    salt = words.encode()
    return sign_position(db, cast.a_signatory, ELSEWHERE, writing, salt=salt, at=clock(db))


def revisions(db: Session) -> list[Revision]:
    db.rollback()
    return list(db.scalars(select(Revision).order_by(Revision.id)))


def typed(until: datetime, **other: str) -> dict[str, str]:
    local = in_new_york(until)
    day, hour = f"{local:%Y-%m-%d}", f"{local:%H:%M}"
    return {"delegation": "A", "deadline_date": day, "deadline_time": hour} | other


def test_what_is_accepted_late_counts_and_is_marked(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast, "attributed")
    with pytest.raises(NotAllowed):
        sign(db, cast)
    accept(db, cast)

    sign(db, cast)
    sign(db, cast, "It may well close.", 1)

    assert [each.late for each in revisions(db)[-2:]] == [True, True]
    cast.sign_in(client, cast.officer)
    desk = client.get(f"/briefings/{SLUG}/summary/sentences/q1.UNTWO.tally.close?language=en").text
    assert "Delegation A" in desk
    assert "Late" in desk
    cast.sign_in(client, cast.a_signatory)
    own = client.get(f"/briefings/{SLUG}/positions/1/UNTWO").text
    assert "Signed late, as the presidency accepted" in own
    assert "The presidency accepts late positions from your delegation until" in own


def test_what_was_signed_in_time_is_restated_without_a_mark(db: Session, cast: Cast) -> None:
    closed(db, cast)
    accept(db, cast)
    place, writing = Place(SLUG, Cell(1, "UNONE")), Writing(LATE, 0)

    sign_position(db, cast.a_signatory, place, writing, salt=b"1" * 32, at=clock(db))

    assert not revisions(db)[-1].late


def test_it_ends_at_its_time_or_at_a_word(db: Session, cast: Cast) -> None:
    circulated(db, cast)
    accept(db, cast)
    stop(db, cast.president, SLUG, "A", at=NOON)

    with pytest.raises(NotAllowed):
        sign(db, cast)
    assert [each.detail["until"] for each in _events(db)] == [
        each.until.isoformat() for each in db.scalars(select(Admission).order_by(Admission.id))
    ]


def test_after_the_deadline_and_before_closing(db: Session, cast: Cast) -> None:
    pass_deadline(db, open_briefing(db, cast))
    with pytest.raises(NotAllowed):
        signed(db, cast.a_signatory)
    accept(db, cast, slug="mandates")

    signed(db, cast.a_signatory)

    assert revisions(db)[-1].late
    assert admissions_page(db, cast.officer, "mandates").since is None  # not read before closing


def test_nothing_is_late_before_the_deadline(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    with pytest.raises(NotAllowed, match="Nothing is late yet"):
        admit(db, cast.officer, "mandates", "A", clock(db) + HOUR, at=NOON)


def test_the_presidency_sees_what_came_since(db: Session, cast: Cast) -> None:
    closed(db, cast)
    accept(db, cast)
    sign(db, cast)
    place = Place(SLUG, Cell(1, "UNONE"))
    withdraw_position(db, cast.a_signatory, place, 1, salt=b"2" * 32, at=clock(db))

    since = admissions_page(db, cast.officer, SLUG).since

    assert since is not None
    assert [(each.cell, each.kind) for each in since] == [
        (place.cell, Kind.WITHDRAWN),
        (ELSEWHERE.cell, Kind.LATE),
    ]
    assert all(each.at for each in since)


def test_where_nobody_is_to_be_found_out_it_is_not_said_when(db: Session, cast: Cast) -> None:
    closed(db, cast, "non_attributed")
    accept(db, cast)
    sign(db, cast)

    since = admissions_page(db, cast.officer, SLUG).since

    assert since
    assert [each.at for each in since] == [None]


def test_the_delegation_is_written_to_and_no_other(db: Session, cast: Cast) -> None:
    closed(db, cast)
    accept(db, cast)

    found = db.scalars(select(Mail.user_id).where(Mail.occasion == Occasion.ADMITTED)).all()

    assert {*found} == {cast.a_focal.user_id, cast.a_drafter.user_id, cast.a_signatory.user_id}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"delegation": "NONE"}, "Choose a delegation from the list."),
        ({"deadline_date": ""}, "Choose the day until which late positions are accepted."),
        ({"deadline_date": "2020-01-01"}, "This time has already passed."),
        ({"deadline_time": ""}, "Choose the time, in New York."),
    ],
)
def test_what_was_typed_is_given_back(
    client: TestClient, db: Session, cast: Cast, wrong: dict[str, str], said: str
) -> None:
    closed(db, cast)
    form = typed(clock(db) + HOUR, **wrong)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=form)

    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{form["deadline_time"]}"' in answer.text
    assert not db.scalars(select(Admission)).all()


def test_by_hand_it_is_accepted_and_stopped(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    form = typed(clock(db) + 2 * HOUR)
    cast.sign_in(client, cast.officer)

    assert client.post(URL, data=form).status_code == 303
    assert "Late positions are accepted until" in client.get(URL).text
    assert client.post(f"{URL}/stop", data={"delegation": "A"}).status_code == 303
    assert "Late positions were accepted until" in client.get(URL).text
    assert client.post(f"{URL}/stop", data={"delegation": "A"}).status_code == 409


def test_an_unknown_delegation_is_not_guessed(db: Session, cast: Cast) -> None:
    closed(db, cast)

    with pytest.raises(Invalid):
        admit(db, cast.officer, SLUG, "Z", clock(db) + HOUR, at=NOON)


@crawling
def test_no_other_delegation_can_tell(client: TestClient, db: Session, cast: Cast) -> None:
    pass_deadline(db, open_briefing(db, cast))
    cast.sign_in(client, cast.b_signatory)

    def accepting(db: Session, cast: Cast) -> None:
        accept(db, cast, slug="mandates")

    def signing_late(db: Session, cast: Cast) -> None:
        signed(db, cast.a_signatory)

    assert_alike(client, db, cast, [accepting, signing_late])


def _events(db: Session) -> list[Event]:
    wanted = select(Event).where(Event.act == "position.late_accepted").order_by(Event.id)
    return list(db.scalars(wanted))
