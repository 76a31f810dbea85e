"""Who is seated and which missions are asked about, in one button or one by one."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Delegation, Mission, Seat
from app.domain.proceedings import Standing
from app.features.briefings import setup_service
from app.features.briefings.defaults import (
    council_seats,
    find_states,
    missions_of_january_2017,
)
from app.features.briefings.setup_service import Listing, Seating
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    convened,
    counts,
)

HUB = f"/briefings/{SLUG}/setup"
SECTIONS = ("title", "questions", "members", "missions", "scales", "rule")


def codes(db: Session) -> dict[str, Standing]:
    db.rollback()
    found = {seat.code: seat.standing for seat in db.scalars(select(Seat).order_by(Seat.place))}
    db.rollback()
    return found


def test_one_button_seats_the_fifteen(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    assert "fifteen members of 2017" in client.get(f"{HUB}/members").text

    sent = client.post(f"{HUB}/members", data={"council": "2017"})

    assert sent.status_code == 303
    seated = codes(db)
    assert len(seated) == 15
    assert set(seated.values()) == {Standing.MEMBER}
    assert db.scalar(select(Delegation.names).where(Delegation.code == "FRA"))["fr"] == "France"


def test_any_state_is_found_without_script(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)

    html = client.get(f"{HUB}/members", params={"find": "塞内加尔"}).text

    assert 'value="SEN"' in html
    assert 'value="FRA"' not in html
    assert ("CIV", "Côte d’Ivoire") in [
        (code, name.replace("'", "’")) for code, name in find_states("ivoire", "fr")
    ]


def test_an_invited_state_is_never_a_member(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)

    client.post(f"{HUB}/members", data={"state": ["MLI", "SOM"], "standing": "invited"})
    client.post(f"{HUB}/members", data={"state": ["SOM"], "standing": "member"})

    assert codes(db) == {"MLI": Standing.INVITED, "SOM": Standing.MEMBER}


def test_a_participant_that_is_no_state_has_its_own_name(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = {"free": "yes", "code": "AU", "name": "African Union", "standing": "invited"}

    assert client.post(f"{HUB}/members", data=typed).status_code == 303
    assert codes(db) == {"AU": Standing.INVITED}
    refused = client.post(f"{HUB}/members", data={**typed, "code": "FRA"})
    assert refused.status_code == 422
    assert 'value="African Union"' in refused.text


def test_a_seat_can_be_given_up(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    client.post(f"{HUB}/members", data={"council": "2017"})

    client.post(f"{HUB}/members", data={"remove": "FRA"})

    assert len(codes(db)) == 14
    assert "FRA" not in codes(db)


@pytest.mark.parametrize(
    "typed",
    [
        {"state": "XXX"},
        {"standing": "member"},
        {"council": "1900"},
        {"free": "yes", "code": "toolongcode", "name": "N"},
        {"free": "yes", "code": "AU", "name": " "},
        {"free": "yes", "code": "AU", "name": "a\u202eb"},
        {"council": "2017", "standing": "observer"},
        {"unknown": "1"},
    ],
)
def test_bad_seats_leave_nothing(
    client: TestClient, db: Session, cast: Cast, typed: dict[str, str]
) -> None:
    convened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)

    sent = client.post(f"{HUB}/members", data=typed)

    assert sent.status_code == 422
    assert "There is a problem" in sent.text
    assert counts(db) == before


def test_the_sixteen_missions_and_one_typed(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    client.post(f"{HUB}/missions", data={"sixteen": "yes"})
    client.post(f"{HUB}/missions", data={"remove": "UNTSO"})
    typed = {"free": "yes", "acronym": "UNAMA", "name": "Afghanistan", "mandate_expires": ""}
    client.post(f"{HUB}/missions", data=typed)

    missions = {row.acronym: row for row in db.scalars(select(Mission))}
    assert len(missions) == 16
    assert "UNTSO" not in missions
    assert missions["UNAMA"].mandate_expires is None
    assert missions["UNFICYP"].names["en"].startswith("United Nations")


@pytest.mark.parametrize(
    ("field", "value"),
    [("acronym", "ALL"), ("acronym", ""), ("acronym", "un ama"), ("mandate_expires", "soon")],
)
def test_a_bad_mission_comes_back_as_typed(
    client: TestClient, db: Session, cast: Cast, field: str, value: str
) -> None:
    convened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)
    typed = {"free": "yes", "acronym": "UNAMA", "name": "Typed name", field: value}

    sent = client.post(f"{HUB}/missions", data=typed)

    assert sent.status_code == 422
    assert 'value="Typed name"' in sent.text
    assert counts(db) == before


def test_seats_and_missions_follow_the_drawn_letter_whatever_the_order_of_entry(
    db: Session, cast: Cast
) -> None:
    convened(db, cast)
    seats = council_seats(2017)
    setup_service.change_seats(db, cast.officer, SLUG, Seating(seats[:7]), at=NOON)
    setup_service.change_seats(db, cast.officer, SLUG, Seating(seats[7:]), at=NOON)
    late = list(codes(db))
    setup_service.change_seats(db, cast.officer, SLUG, Seating(seats[::-1]), at=NOON)
    setup_service.change_missions(
        db, cast.officer, SLUG, Listing(missions_of_january_2017()), at=NOON
    )

    assert list(codes(db)) == late
