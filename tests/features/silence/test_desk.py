"""The presidency's desk: it reads objections, extends, and sees what a new draft changed."""

from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Circulation, Event, Mail
from app.domain.occasions import Occasion
from app.domain.silence import Outcome
from app.domain.wall_time import in_new_york
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.silence.staged import (
    REASON,
    SILENCE,
    end_silence,
    object_to,
    outcomes,
    silence_again,
    under_silence,
)
from tests.features.summaries.small import HOME, SLUG, SOON, clock, closed, text_of

KEY = "q1.UNONE.tally.continue"
OURS = (
    "On UNONE two of the three members (Delegation A and Delegation C) gave the assessment "
    "“continue”."
)


def _until(moment: datetime, **other: str) -> dict[str, str]:
    local = in_new_york(moment)
    return {"deadline_date": f"{local:%Y-%m-%d}", "deadline_time": f"{local:%H:%M}", **other}


def _deadline(db: Session) -> datetime:
    db.rollback()
    found: datetime = db.scalars(select(Circulation.deadline)).one()
    return found


@pytest.mark.parametrize(
    ("manner", "expected"), [("corrections", []), ("silence", [None]), ("other", None)]
)
def test_the_presidency_chooses_the_manner_when_it_circulates(
    client: TestClient, db: Session, cast: Cast, manner: str, expected: list[None] | None
) -> None:
    closed(db, cast, "attributed")
    cast.sign_in(client, cast.officer)

    answer = client.post(f"{HOME}/circulate", data=_until(clock(db) + SOON, manner=manner))

    assert answer.status_code == (422 if expected is None else 303)
    assert outcomes(db) == (expected or [])


def test_the_presidency_reads_who_objected_to_what_and_why(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast, "counted")
    cast.sign_in(client, cast.b_signatory)
    object_to(client, db, proposal="Words of our own.")
    cast.sign_in(client, cast.officer)
    page = client.get(SILENCE).text

    assert "Delegation B" in page
    assert REASON in page
    assert "<ins>" in page


@pytest.mark.parametrize("objected", [True, False])
def test_silence_is_extended_whether_or_not_somebody_objected_and_all_are_told(
    client: TestClient, db: Session, cast: Cast, objected: bool
) -> None:
    under_silence(db, cast)
    if objected:
        cast.sign_in(client, cast.b_signatory)
        object_to(client, db)
    later = _deadline(db) + timedelta(days=1)
    cast.sign_in(client, cast.officer)

    answer = client.post(f"{SILENCE}/extend", data=_until(later))

    assert answer.status_code == 303
    assert _deadline(db) == later.replace(second=0, microsecond=0)
    assert "silence.extended" in list(db.scalars(select(Event.act)))
    assert Occasion.EXTENDED in set(db.scalars(select(Mail.occasion)))


def test_it_is_never_made_shorter_and_never_begun_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.officer)
    earlier, later = (_deadline(db) + timedelta(days=days) for days in (-1, 9))

    shorter = client.post(f"{SILENCE}/extend", data=_until(earlier))
    twice = {"deadline_date": "2030-11-03", "deadline_time": "01:30"}
    refused = client.post(f"{SILENCE}/extend", data=twice)
    end_silence(db)
    too_late = client.post(f"{SILENCE}/extend", data=_until(later))
    client.get(SILENCE)
    closed_now = client.post(f"{SILENCE}/extend", data=_until(later))

    assert (shorter.status_code, refused.status_code) == (422, 422)
    assert "later time" in shorter.text
    assert "twice" in refused.text
    assert 'value="2030-11-03"' in refused.text
    assert (too_late.status_code, closed_now.status_code) == (409, 409)
    assert outcomes(db) == [Outcome.NOT_OBJECTED]


@pytest.mark.parametrize("who", ["a_signatory", "administrator", "c_focal"])
def test_nobody_else_extends_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    under_silence(db, cast)
    cast.sign_in(client, cast.person(who))
    form = _until(_deadline(db) + timedelta(days=1))

    assert client.post(f"{SILENCE}/extend", data=form).status_code == 404


@pytest.mark.parametrize("who", ["officer", "a_signatory", "x_signatory"])
def test_a_new_draft_is_shown_beside_the_one_before_sentence_by_sentence(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    under_silence(db, cast, "attributed")
    cast.sign_in(client, cast.person(who))
    assert client.get(f"{SILENCE}/redline").status_code == 404
    basis = text_of(db, KEY)
    edit_sentence(db, cast.officer, Place(SLUG, KEY, "en"), OURS, basis=basis, previous="", at=NOON)
    silence_again(db, cast)
    cast.sign_in(client, cast.person(who))
    page = client.get(f"{SILENCE}/redline?language=en").text

    assert page.count('<section class="card">') == 1
    assert "<ins>" in page
    assert "two of the three" in page
    assert f"{SILENCE}/redline" in client.get(HOME).text
