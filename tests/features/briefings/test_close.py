"""The presidency closes a briefing: no position after that."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event
from app.domain.errors import NotAllowed, NotFound
from app.domain.lifecycle import BriefingState
from app.features.briefings import service
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    closed,
    counts,
    looks_absent,
    opened,
    other_presidency,
    ready,
)

ACT = f"/briefings/{SLUG}/close"


def test_closing_is_noted(db: Session, cast: Cast) -> None:
    briefing = closed(db, cast)

    assert (briefing.state, briefing.closed_at) == (BriefingState.CLOSED, NOON)
    assert db.scalars(select(Event).where(Event.act == "briefing.closed")).one()


def test_a_plain_browser_closes(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)

    sent = client.post(ACT)

    assert (sent.status_code, sent.headers["location"]) == (303, f"/briefings/{SLUG}")
    db.rollback()
    assert db.scalars(select(Briefing.state)).one() is BriefingState.CLOSED


def test_closing_is_not_done_by_looking(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.get(ACT).status_code == 405


def test_only_an_open_briefing_is_closed(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)

    assert client.post(ACT).status_code == 403
    service.open_briefing(db, cast.officer, SLUG, at=NOON)
    service.close_briefing(db, cast.officer, SLUG, at=NOON)
    with pytest.raises(NotAllowed):
        service.close_briefing(db, cast.officer, SLUG, at=NOON)
    assert counts(db)["event"] == before["event"] + 2


def test_nobody_else_closes(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    other = other_presidency(db, cast)
    for actor in (cast.administrator, cast.a_signatory, cast.b_drafter, other):
        cast.sign_in(client, actor)
        assert looks_absent(client, "POST", ACT)
    with pytest.raises(NotFound):
        service.close_briefing(db, other, SLUG, at=NOON)
    db.rollback()
    assert db.scalars(select(Briefing.state)).one() is BriefingState.OPEN
