"""What is set down for a mission's review: public once published, before that for desks."""

import re
from datetime import timedelta

from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlalchemy.orm import Session

from tests.cast import Cast
from tests.conftest import NOON
from tests.features.asks.staged import (
    CONDITION,
    PROPOSAL,
    REQUEST,
    closed,
    corrected,
    issued,
    published,
)

ONE, TWO = "/missions/UNONE", "/missions/UNTWO"
GIVEN = ["officer", "administrator", "a_drafter", "b_signatory", "x_signatory"]


def test_everybody_reads_what_was_published(client: TestClient, db: Session, cast: Cast) -> None:
    published(db, cast)

    page = client.get(ONE).text

    assert all(words in page for words in (CONDITION, PROPOSAL, REQUEST))
    assert page.index(CONDITION) < page.index(PROPOSAL) < page.index(REQUEST)
    assert "30 June 2099" in page
    assert "/missions/UNONE" in client.get("/missions").text


def test_the_review_goes_into_a_calendar(client: TestClient, db: Session, cast: Cast) -> None:
    published(db, cast)

    first, second = (client.get(f"{ONE}/review.ics").content for _ in range(2))

    assert first == second
    (event,) = Calendar.from_ical(first).walk("VEVENT")
    assert str(event["dtstart"].dt) == "2099-06-30"
    assert "UNONE" in event["summary"]
    assert event["url"].endswith(ONE)
    assert event["uid"] == "review.UNONE@127.0.0.1"


def test_the_calendar_says_what_has_to_hold(client: TestClient, db: Session, cast: Cast) -> None:
    published(db, cast)

    content = client.get(f"{ONE}/review.ics").content
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    head, _, rest = event["description"].partition("\n\n")
    assert head == "Conditions set down for the mission"
    title, said, *_ = rest.split("\n")
    assert title == "Review review (2 February 2026)"
    assert said.startswith("1. ")
    assert CONDITION in said
    assert re.search(r"\(paragraph \d+\)$", said)
    assert PROPOSAL not in rest
    assert rest.endswith("/missions/UNONE")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert rb"mission\n\nReview review" in content.replace(b"\r\n ", b"")


def test_the_page_heads_what_it_lists(client: TestClient, db: Session, cast: Cast) -> None:
    published(db, cast)

    heads = re.findall("<h3>(.*?)</h3>", client.get(ONE).text)

    assert heads == ["Conditions set down for the mission", "Proposals", "Requests"]


def test_a_mission_without_an_end_has_a_page_and_no_day(
    client: TestClient, db: Session, cast: Cast
) -> None:
    published(db, cast)

    assert "No date is set" in client.get(TWO).text
    assert client.get(f"{TWO}/review.ics").status_code == 404


def test_before_that_it_is_not_there(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)

    absent = client.get("/missions/NOWHERE")

    assert client.get(ONE).status_code == absent.status_code == 404
    assert client.get(ONE).text.replace("UNONE", "NOWHERE") == absent.text
    assert client.get(f"{ONE}/review.ics").status_code == 404


def test_a_corrigendum_that_is_not_public_changes_nothing_for_the_public(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = published(db, cast)
    before = [client.get(each).text for each in (ONE, "/missions", f"{ONE}/review.ics")]

    corrected(db, briefing, at=NOON + timedelta(days=1))

    assert [client.get(each).text for each in (ONE, "/missions", f"{ONE}/review.ics")] == before


def test_whoever_was_given_the_summary_reads_it_from_issue_on(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)

    for who in GIVEN:
        cast.sign_in(client, cast.person(who))
        assert CONDITION in client.get(ONE).text


def test_a_draft_sets_nothing_down(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)

    for who in (*GIVEN, "visitor", "president"):
        cast.sign_in(client, cast.person(who))
        assert client.get(ONE).status_code == 404
        assert "UNONE" not in client.get("/missions").text
