"""The presidency checks what will stand, then opens the briefing."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event
from app.domain.errors import Invalid, NotAllowed, NotFound
from app.domain.lifecycle import BriefingState
from app.features.briefings import service
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    blank,
    convened,
    counts,
    looks_absent,
    opened,
    other_presidency,
    ready,
)

PAGE = f"/briefings/{SLUG}/open"


def state(db: Session) -> BriefingState:
    db.rollback()
    found = db.scalars(select(Briefing.state)).one()
    db.rollback()
    return found


def test_an_opened_briefing_says_when_by_whom_and_under_which_rule(db: Session, cast: Cast) -> None:
    briefing = opened(db, cast)

    event = db.scalars(select(Event).where(Event.act == "briefing.opened")).one()
    assert (briefing.state, briefing.opened_at) == (BriefingState.OPEN, NOON)
    assert (event.by, event.detail["rule"]) == (cast.officer.name, "counted")


def test_the_check_page_lists_what_will_stand(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)

    html = client.get(PAGE).text

    for said in ("Delegation B", "Delegation X", "MINUSMA", "Counted", "3 April 2090", "15:00"):
        assert said in html
    assert "Open the briefing" in html
    assert "Still missing" not in html


def test_the_check_page_lists_what_is_missing(client: TestClient, db: Session, cast: Cast) -> None:
    blank(db, cast)
    cast.sign_in(client, cast.officer)

    html = client.get(PAGE).text

    for said in ("A title", "The language", "date of the meeting", "question", "deadline"):
        assert said in html
    assert "Open the briefing" not in html


def test_a_plain_browser_opens(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)

    sent = client.post(PAGE)

    assert (sent.status_code, sent.headers["location"]) == (303, f"/briefings/{SLUG}")
    assert state(db) is BriefingState.OPEN


def test_what_is_missing_keeps_it_closed(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)

    sent = client.post(PAGE)

    assert sent.status_code == 422
    assert "nothing was opened" in sent.text
    assert (state(db), counts(db)) == (BriefingState.DRAFT, before)


def test_a_deadline_that_has_passed_must_be_moved(db: Session, cast: Cast) -> None:
    ready(db, cast)
    db.execute(update(Briefing).values(deadline=datetime(2020, 1, 1, tzinfo=UTC)))
    db.commit()

    with pytest.raises(Invalid):
        service.open_briefing(db, cast.officer, SLUG, at=NOON)


def test_an_open_briefing_is_not_opened_again(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)

    assert client.get(PAGE).status_code == 200
    assert client.post(PAGE).status_code == 403
    with pytest.raises(NotAllowed):
        service.open_briefing(db, cast.officer, SLUG, at=NOON)
    assert counts(db) == before


def test_nobody_else_can_tell_a_draft_from_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    ready(db, cast)
    other = other_presidency(db, cast)
    for actor in (cast.administrator, cast.a_signatory, cast.b_drafter, other):
        cast.sign_in(client, actor)
        assert looks_absent(client, "GET", PAGE)
        assert looks_absent(client, "POST", PAGE)
    with pytest.raises(NotFound):
        service.open_briefing(db, other, SLUG, at=NOON)
    assert state(db) is BriefingState.DRAFT
