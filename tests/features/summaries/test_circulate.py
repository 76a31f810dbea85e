from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Circulation, Event
from app.domain.errors import Conflict
from app.domain.gates import Gate
from app.domain.lifecycle import BriefingState
from app.domain.proof import canonical, sha256
from app.domain.wall_time import in_new_york
from app.features.briefings.queries import get_briefing
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import check_gates
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    circulated,
    clock,
    closed,
    issued,
    other_president,
    said_of,
    text_of,
)

URL = f"{HOME}/circulate"
KEY = "q1.UNONE.tally.continue"
OURS = (
    "On UNONE two of the three members (Delegation A and Delegation C) gave the assessment "
    "“continue”."
)


def _until(moment: datetime, **other: str) -> dict[str, str]:
    local = in_new_york(moment)
    return {"deadline_date": f"{local:%Y-%m-%d}", "deadline_time": f"{local:%H:%M}", **other}


def _later(db: Session, **hours: int) -> datetime:
    now = clock(db)
    db.rollback()
    return now + timedelta(**hours)


def _rows(db: Session) -> list[Circulation]:
    found = list(db.scalars(select(Circulation).order_by(Circulation.number)))
    db.rollback()
    return found


def test_the_draft_goes_out_in_every_language_under_its_hash(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast, "attributed")
    form = _until(_later(db, hours=100))
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=form)
    (row,) = _rows(db)

    assert answer.status_code == 303
    assert sorted(row.texts) == ["en", "fr"]
    assert row.hash == sha256(canonical(row.texts))
    assert get_briefing(db, SLUG).state is BriefingState.CIRCULATED
    assert db.scalar(select(Event).where(Event.act == "summary.circulated")) is not None


def test_delegations_keep_reading_exactly_what_was_circulated(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    computed = text_of(db, KEY)
    place = Place(SLUG, KEY, "en")
    edit_sentence(db, cast.officer, place, OURS, basis=computed, previous="", at=NOON)
    digest = _rows(db)[0].hash
    cast.sign_in(client, cast.b_signatory)

    answer = client.get(f"{HOME}?language=en")

    assert OURS not in answer.text
    assert computed in answer.text
    assert digest[:16] in answer.text


def test_a_second_draft_replaces_the_first_under_the_next_number(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    basis = text_of(db, KEY)
    edit_sentence(db, cast.officer, Place(SLUG, KEY, "en"), OURS, basis=basis, previous="", at=NOON)
    form = _until(_later(db, hours=100))
    cast.sign_in(client, cast.officer)
    client.post(URL, data=form)
    cast.sign_in(client, cast.c_focal)

    assert [row.number for row in _rows(db)] == [1, 2]
    assert OURS in client.get(f"{HOME}?language=en").text


def test_a_second_draft_takes_nothing_from_the_time_that_was_given(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    form = _until(_later(db, hours=2), short_notice="yes")
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=form)

    assert answer.status_code == 422
    assert "were given until" in answer.text
    assert [row.number for row in _rows(db)] == [1]


def test_less_than_three_days_must_be_meant(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast, "attributed")
    form = _until(_later(db, hours=48))
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=form)

    assert answer.status_code == 422
    assert "less than 72 hours" in answer.text
    assert f'value="{form["deadline_date"]}"' in answer.text
    assert _rows(db) == []
    assert client.post(URL, data={**form, "short_notice": "yes"}).status_code == 303


@pytest.mark.parametrize(
    ("day", "time", "why"),
    [
        ("2030-03-10", "02:30", "skip"),
        ("2030-11-03", "01:30", "twice"),
        ("2020-01-01", "12:00", "already passed"),
        ("", "12:00", "Choose the day"),
        ("2030-01-01", "", "Choose the time"),
        ("tomorrow", "12:00", "year-month-day"),
    ],
)
def test_a_deadline_that_no_clock_shows_once_and_later_is_refused(
    client: TestClient, db: Session, cast: Cast, day: str, time: str, why: str
) -> None:
    closed(db, cast, "attributed")
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data={"deadline_date": day, "deadline_time": time})

    assert answer.status_code == 422
    assert why in answer.text
    assert f'value="{day}"' in answer.text
    assert _rows(db) == []


def test_unconfirmed_wording_keeps_the_draft_at_the_desk(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    form = _until(_later(db, hours=100))
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=form)

    assert answer.status_code == 409
    assert "wording is not confirmed" in answer.text
    assert f'value="{form["deadline_date"]}"' in answer.text
    assert _rows(db) == []
    assert get_briefing(db, SLUG).state is BriefingState.CLOSED


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast, "attributed")
    form = _until(_later(db, hours=100))
    cast.sign_in(client, cast.person(who))

    assert client.get(URL).status_code == 404
    assert client.post(URL, data=form).status_code == 404
    assert client.post(URL, data={}).status_code == 404
    assert _rows(db) == []


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast, "attributed")
    form = _until(_later(db, hours=100))
    cast.sign_in(client, other_president(db, cast))

    assert client.post(URL, data=form).status_code == 404
    assert _rows(db) == []


def test_what_is_issued_is_circulated_no_more(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    form = _until(_later(db, hours=100))
    cast.sign_in(client, cast.president)

    assert client.post(URL, data=form).status_code == 403
    assert len(_rows(db)) == 1


def test_delegations_see_what_was_edited_beside_what_was_computed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast, "attributed")
    place, computed = Place(SLUG, KEY, "en"), text_of(db, KEY)
    edit_sentence(db, cast.officer, place, OURS, basis=computed, previous="", at=NOON)
    cast.sign_in(client, cast.officer)
    client.post(URL, data=_until(_later(db, hours=100)))
    cast.sign_in(client, cast.b_signatory)

    page = said_of(client.get(f"{HOME}?language=en&question=1"))

    assert OURS in page
    assert computed in page


def test_a_shut_gate_is_told_by_the_number_of_its_paragraph() -> None:
    shut = Gate(passed=False, detail="s10: its words are old; s29: its words are old")
    gates = {"en": {"stale": Gate(passed=True, detail="passed")}, "fr": {"stale": shut}}

    with pytest.raises(Conflict) as refusal:
        check_gates(gates)

    assert str(refusal.value) == (
        "The French text is not ready (gate “stale”): "
        "paragraph 10: its words are old; paragraph 29: its words are old."
    )
