"""Deadlines in people's own calendars."""

from datetime import UTC, date, datetime, timedelta

from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain.lifecycle import BriefingState
from app.features.rehearsals.cloning import begin_rehearsal
from app.features.reminders.service import make_calendar
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import FRAGILE, SLUG, are_one, open_briefing, signed
from tests.features.summaries import small

SUMMER = datetime(2030, 7, 1, 19, tzinfo=UTC)  # 15:00 in New York
URL = f"/briefings/{SLUG}/deadline.ics"


def prepared(db: Session, cast: Cast) -> Briefing:
    briefing = open_briefing(db, cast)
    briefing.deadline, briefing.meeting_date = SUMMER, date(2030, 7, 6)
    db.commit()
    return briefing


def test_a_seated_delegation_gets_the_deadline_on_new_yorks_clocks(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast)
    cast.sign_in(client, cast.b_drafter)
    answer = client.get(URL)
    due, meeting = Calendar.from_ical(answer.content).events

    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert due.start == SUMMER
    assert b"DTSTART;TZID=America/New_York:20300701T150000" in answer.content
    assert b"BEGIN:VTIMEZONE\r\nTZID:America/New_York" in answer.content
    assert due["SUMMARY"] == "Positions due: Security Council briefing of 6 July 2030"
    assert [alarm["TRIGGER"].dt for alarm in due.walk("VALARM")] == [
        timedelta(hours=-24),
        timedelta(hours=-2),
    ]
    assert meeting.start == date(2030, 7, 6)


def test_the_same_briefing_gives_the_same_bytes(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast)
    cast.sign_in(client, cast.b_drafter)
    before = client.get(URL).content
    signed(db, cast.a_signatory)
    signed(db, cast.b_signatory)

    assert client.get(URL).content == before


def test_no_title_and_no_position_leaves_the_house(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast)
    signed(db, cast.b_signatory)
    cast.sign_in(client, cast.b_drafter)
    content = client.get(URL).content

    assert not [word for word in ("Peacekeeping", FRAGILE.text) if word.encode() in content]


def test_for_anybody_else_there_is_no_such_calendar(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast)
    for person in (cast.c_focal, cast.officer, cast.administrator):
        cast.sign_in(client, person)
        assert are_one(client.get(URL), client.get(URL.replace(SLUG, "mandatez")))


def test_ones_own_calendar_holds_every_briefing_of_the_desk(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast)
    open_briefing(db, cast, slug="second")
    small.circulated(db, cast)

    assert _kinds(client, db, cast.b_drafter) == [
        "positions.mandates", "meeting.mandates", "positions.second", "meeting.second",
        "positions.review", "corrections.review", "meeting.review",
    ]  # fmt: skip
    assert _kinds(client, db, cast.c_focal)[0] == "positions.review"
    assert _kinds(client, db, cast.officer)[:2] == ["positions.mandates", "meeting.mandates"]
    assert _kinds(client, db, cast.administrator) == []


def test_what_is_rehearsed_is_in_nobodys_calendar(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast)
    real = _kinds(client, db, cast.officer)

    begin_rehearsal(db, cast.officer, SLUG, "seed", at=NOON)

    assert _kinds(client, db, cast.officer) == real


def test_a_delegation_learns_of_no_draft(client: TestClient, cast: Cast, db: Session) -> None:
    prepared(db, cast).state = BriefingState.DRAFT
    db.commit()

    assert _kinds(client, db, cast.b_drafter) == []


def test_what_was_withdrawn_is_cancelled_and_rings_no_more(
    client: TestClient, cast: Cast, db: Session
) -> None:
    prepared(db, cast).state = BriefingState.WITHDRAWN
    db.commit()
    cast.sign_in(client, cast.b_drafter)
    events = Calendar.from_ical(client.get(URL).content).events

    assert [event["STATUS"] for event in events] == ["CANCELLED", "CANCELLED"]
    assert not [alarm for event in events for alarm in event.walk("VALARM")]


def test_the_desk_leads_to_its_calendar(client: TestClient, cast: Cast, db: Session) -> None:
    prepared(db, cast)
    cast.sign_in(client, cast.b_drafter)

    for page in (f"/briefings/{SLUG}", f"/briefings/{SLUG}/positions"):
        assert f'href="{URL}"' in client.get(page).text


def _kinds(client: TestClient, db: Session, person: object) -> list[str]:
    token = make_calendar(db, person, at=NOON)
    client.cookies.clear()
    events = Calendar.from_ical(client.get(f"/calendar/{token}.ics").content).events
    return [event["UID"].partition("@")[0] for event in events]
