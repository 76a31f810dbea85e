"""Mails about silence: what has begun, how long it lasts, and one of two outcomes. No names."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.features.silence.service import extend
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.reminders.post import readers, remind, words
from tests.features.silence.staged import end_with_objection, object_to, under_silence
from tests.features.summaries.small import SLUG, SOON, clock
from tests.postbox import Postbox

ALL = 7  # people at the desks of delegations


@pytest.mark.parametrize(
    ("objected", "said"),
    [(True, "Silence on the draft summary was broken."), (False, "No member objected")],
)
def test_all_hear_of_the_draft_and_of_one_of_two_outcomes(
    client: TestClient, db: Session, cast: Cast, postbox: Postbox, objected: bool, said: str
) -> None:
    under_silence(db, cast)
    remind(db, postbox)
    cast.sign_in(client, cast.b_signatory)
    if objected:
        object_to(client, db)
    end_with_objection(db)
    remind(db, postbox)
    begun, ended = postbox.messages[:ALL], postbox.messages[ALL:]

    assert readers(begun) == readers(ended)
    assert {each["Subject"] for each in begun} == {
        "A draft summary has been circulated under silence"
    }
    assert all("Members may object until:" in words(each) for each in begun)
    assert {each["Subject"] for each in ended} == {"Silence on the draft summary has ended"}
    assert all(said in words(each) for each in ended)
    to_others = [each for each in ended if not readers([each])[0].startswith("b_")]
    assert all("Delegation B" not in words(each) for each in to_others)


def test_all_hear_that_it_lasts_longer(db: Session, cast: Cast, postbox: Postbox) -> None:
    under_silence(db, cast)
    remind(db, postbox)
    later = clock(db) + SOON + timedelta(hours=1)
    extend(db, cast.officer, SLUG, later, at=NOON)
    remind(db, postbox)

    assert {each["Subject"] for each in postbox.messages[ALL:]} == {
        "Silence on the draft summary has been extended"
    }
    assert len(postbox.messages) == 2 * ALL
