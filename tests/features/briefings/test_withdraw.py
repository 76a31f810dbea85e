"""The president withdraws a briefing, with a reason delegations can read."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event
from app.domain.errors import NotAllowed, NotFound
from app.domain.lifecycle import BriefingState
from app.features.briefings import service
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    counts,
    looks_absent,
    opened,
    other_presidency,
)

ACT = f"/briefings/{SLUG}/withdraw"
REASON = "The meeting was postponed."


def state(db: Session) -> BriefingState:
    db.rollback()
    found = db.scalars(select(Briefing.state)).one()
    db.rollback()
    return found


def test_the_reason_stands_for_every_delegation(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.president)

    sent = client.post(ACT, data={"reason": REASON})

    assert (sent.status_code, sent.headers["location"]) == (303, f"/briefings/{SLUG}")
    assert state(db) is BriefingState.WITHDRAWN
    event = db.scalars(select(Event).where(Event.act == "briefing.withdrawn")).one()
    assert event.detail["reason"] == REASON
    cast.sign_in(client, cast.b_drafter)
    assert REASON in client.get(f"/briefings/{SLUG}").text


@pytest.mark.parametrize("reason", ["", "   ", "a\u202eb", "x" * 501])
def test_without_a_good_reason_nothing_happens(
    client: TestClient, db: Session, cast: Cast, reason: str
) -> None:
    opened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.president)

    sent = client.post(ACT, data={"reason": reason})

    assert sent.status_code == 422
    assert f'value="{reason}"' in sent.text
    assert (state(db), counts(db)) == (BriefingState.OPEN, before)


def test_an_officer_does_not_withdraw(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    before = counts(db)
    cast.sign_in(client, cast.officer)

    assert "Withdraw the briefing" not in client.get(f"/briefings/{SLUG}").text
    assert client.post(ACT, data={"reason": REASON}).status_code == 403
    assert (state(db), counts(db)) == (BriefingState.OPEN, before)


@pytest.mark.parametrize("stands", ["issued", "published", "withdrawn"])
def test_what_was_issued_stands(db: Session, cast: Cast, stands: str) -> None:
    opened(db, cast)
    db.execute(update(Briefing).values(state=BriefingState(stands)))
    db.commit()

    with pytest.raises(NotAllowed):
        service.withdraw_briefing(db, cast.president, SLUG, REASON, at=NOON)


def test_nobody_else_withdraws(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    other = other_presidency(db, cast)
    for actor in (cast.administrator, cast.a_signatory, cast.b_drafter, other):
        cast.sign_in(client, actor)
        assert looks_absent(client, "POST", ACT, data={"reason": REASON})
    with pytest.raises(NotFound):
        service.withdraw_briefing(db, other, SLUG, REASON, at=NOON)
    assert state(db) is BriefingState.OPEN
