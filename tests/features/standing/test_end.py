"""It ends at once: taken back, closed, left. What was typed meanwhile is given back."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft
from app.domain.errors import Ended
from app.features.positions.service import save_drafts
from app.features.standing.service import take_back
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    FRAGILE,
    HTMX,
    SLUG,
    TYPED,
    close,
    drafted,
    open_briefing,
)
from tests.features.standing.leave import BANNER, DESKS, LEAVE, acts, let, seated, sit_down

ENDS = ("taken_back", "closed", "left", "signed_out")


def end(client: TestClient, db: Session, cast: Cast, how: str) -> None:
    if how == "taken_back":
        take_back(db, cast.a_signatory, SLUG, at=NOON)
    elif how == "left":
        assert client.post(f"{DESKS}/leave").headers["location"] == DESKS
    elif how == "signed_out":
        cast.sign_in(client, cast.administrator)  # another browser of the same person


@pytest.mark.parametrize("how", ENDS)
def test_nothing_is_shown_or_written_any_more(
    client: TestClient, db: Session, cast: Cast, how: str
) -> None:
    briefing = open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    here = sit_down(client, cast, let(db, cast.a_focal))
    assert FRAGILE.text in client.get(f"{here}/1/MINUSMA").text
    end(client, db, cast, how)
    if how == "closed":
        close(db, briefing)
    mine = TYPED | {"version": "1", "text": "Mine, long typed."}

    gone, kept = client.get(f"{here}/1/MINUSMA"), client.post(f"{here}/1/MINUSMA/draft", data=mine)

    assert gone.status_code == 404
    assert_given_back(kept, "Mine, long typed.")
    assert FRAGILE.text not in gone.text + kept.text
    assert {draft.text for draft in _drafts(db)} == {FRAGILE.text}


def assert_given_back(answer: Response, text: str) -> None:
    assert answer.status_code == 409
    assert "You no longer act for this delegation." in answer.text
    assert text in answer.text
    assert BANNER not in answer.text


def test_a_page_left_open_never_acts_for_another_delegation(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    for_b = let(db, cast.b_signatory)
    stale = sit_down(client, cast, let(db, cast.a_focal))
    assert client.post(f"{DESKS}/{for_b}/act").status_code == 303

    plain = client.post(f"{stale}/1/MINUSMA/draft", data=TYPED)
    swapped = client.post(f"{stale}/1/MINUSMA/draft", data=TYPED, headers=HTMX)

    assert_given_back(plain, FRAGILE.text)
    assert_given_back(swapped, FRAGILE.text)
    assert "<html" not in swapped.text
    assert _drafts(db) == []


def test_it_ends_even_between_the_question_and_the_writing(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    acting = seated(db, cast, let(db, cast.a_focal))
    take_back(db, cast.a_focal, SLUG, at=NOON)

    with pytest.raises(Ended):
        drafted(db, acting)
    with pytest.raises(Ended):
        save_drafts(db, acting, SLUG, [], at=NOON)
    assert _drafts(db) == []


def test_every_step_is_in_the_log(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    sit_down(client, cast, let(db, cast.a_focal))
    client.post(f"{DESKS}/leave")
    cast.sign_in(client, cast.a_signatory)

    assert client.post(f"{LEAVE}/end").status_code == 303

    steps = ["allowed", "begun", "stopped", "taken_back"]
    assert acts(db) == [f"standing_in.{step}" for step in steps]
    assert "Taken back by A Signatory" in client.get(LEAVE).text


def test_what_is_over_cannot_be_taken_back(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(f"{LEAVE}/end").status_code == 409


def _drafts(db: Session) -> list[Draft]:
    db.rollback()
    return list(db.scalars(select(Draft)))
