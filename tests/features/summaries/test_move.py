import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import SentenceRank
from app.features.briefings.queries import get_briefing
from app.features.summaries.releasing import compile_briefing
from tests.cast import Cast
from tests.features.summaries.small import HOME, SLUG, closed, issued, other_president

FIRST, SECOND = "q1.UNONE.tally.continue", "q1.UNONE.tally.close"


def _url(key: str) -> str:
    return f"{HOME}/sentences/{key}/move?language=en"


def _keys(db: Session) -> list[str]:
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return [each.sentence.key for each in summary.sentences]


def test_a_sentence_changes_places_with_its_neighbour_and_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    before = _keys(db)
    cast.sign_in(client, cast.officer)

    answer = client.post(_url(SECOND), data={"direction": "up", "question": "1"})
    moved = _keys(db)
    client.post(_url(SECOND), data={"direction": "down"})

    assert answer.headers["location"] == f"{HOME}?language=en&question=1#{SECOND}"
    assert moved.index(SECOND) + 1 == moved.index(FIRST)
    assert sorted(moved) == sorted(before)
    assert _keys(db) == before


def test_nothing_leaves_its_block(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    before = _keys(db)
    cast.sign_in(client, cast.officer)

    answer = client.post(_url(FIRST), data={"direction": "up"})

    assert answer.status_code == 303
    assert _keys(db) == before


def test_another_direction_is_refused(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.post(_url(FIRST), data={"direction": "out"}).status_code == 422
    assert db.scalars(select(SentenceRank)).all() == []


@pytest.mark.parametrize("who", ["a_signatory", "c_focal", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.post(_url(SECOND), data={"direction": "up"}).status_code == 404
    assert db.scalars(select(SentenceRank)).all() == []


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, other_president(db, cast))

    assert client.post(_url(SECOND), data={"direction": "up"}).status_code == 404


def test_what_is_issued_keeps_its_order(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.post(_url(SECOND), data={"direction": "up"}).status_code == 403
    assert db.scalars(select(SentenceRank)).all() == []
