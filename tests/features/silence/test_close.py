"""Closing: once, after the end and the settle window, by whoever comes first; then two outcomes."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Event
from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState
from app.domain.silence import SETTLE, Outcome
from app.features.briefings.queries import get_briefing
from app.features.summaries.closing import settle, settle_all
from app.features.summaries.service import issue
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.silence.staged import (
    SILENCE,
    end_silence,
    end_with_objection,
    object_to,
    outcomes,
    say_more,
    silence_again,
    under_silence,
)
from tests.features.summaries.small import HOME, SLUG, clock, digest, freeze


def test_it_is_closed_once_however_often_and_from_wherever_it_is_asked(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    end_silence(db)
    for who in ("c_focal", "officer"):
        cast.sign_in(client, cast.person(who))
        client.get(HOME)
    settle(db, SLUG)
    settle_all(db)

    assert outcomes(db) == [Outcome.NOT_OBJECTED]
    closings = select(func.count()).where(Event.act == "silence.closed")
    assert db.scalar(closings) == 1


@pytest.mark.parametrize("ago", [-timedelta(minutes=1), timedelta(0), SETTLE / 2])
def test_nothing_is_closed_before_the_window_is_over(
    db: Session, cast: Cast, ago: timedelta
) -> None:
    under_silence(db, cast)
    end_silence(db, ago=ago)
    settle_all(db)

    assert outcomes(db) == [None]


def test_a_withdrawn_briefing_is_not_closed(db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    end_silence(db)
    get_briefing(db, SLUG).state = BriefingState.WITHDRAWN
    db.commit()
    settle_all(db)

    assert outcomes(db) == [None]


def test_nothing_is_issued_while_silence_runs(db: Session, cast: Cast) -> None:
    under_silence(db, cast)
    with pytest.raises(Conflict, match="Silence runs until"):
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=NOON)
    end_silence(db, ago=timedelta(seconds=1))
    with pytest.raises(Conflict, match="outcome stands within"):
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=NOON)


def test_a_draft_to_which_somebody_objected_is_never_issued_and_a_new_one_may_be(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    object_to(client, db)
    end_with_objection(db)
    with pytest.raises(Conflict, match="Silence on this draft was broken"):
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=NOON)

    say_more(db, cast)
    silence_again(db, cast)
    end_silence(db)
    settle(db, SLUG)
    for who in (cast.officer, cast.president):
        issue(db, who, SLUG, digest(db), freeze=freeze, at=clock(db))

    assert outcomes(db) == [Outcome.BROKEN, Outcome.NOT_OBJECTED]
    assert get_briefing(db, SLUG).state is BriefingState.ISSUED


def test_circulating_anew_ends_the_silence_before_and_says_nothing_of_objections(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.b_signatory)
    object_to(client, db)
    say_more(db, cast)
    silence_again(db, cast)

    assert outcomes(db) == [Outcome.REPLACED, None]
    cast.sign_in(client, cast.officer)
    assert "Silence on draft 2" in client.get(SILENCE).text


def test_between_the_end_and_the_outcome_no_other_draft_takes_its_place(
    db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    say_more(db, cast)
    end_silence(db, ago=timedelta(seconds=1))
    with pytest.raises(Conflict, match="just ended"):
        silence_again(db, cast)

    assert outcomes(db) == [None]
