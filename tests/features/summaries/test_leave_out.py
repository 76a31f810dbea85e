import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import NotReflected
from tests.cast import Cast
from tests.features.summaries.small import (
    B_WORDS,
    HOME,
    closed,
    issued,
    other_president,
    revision_of,
)

URL = f"{HOME}/not-reflected?language=en"
REASON = "It repeats what stands in paragraph 4."


def _rows(db: Session) -> list[str]:
    found = [row.reason for row in db.scalars(select(NotReflected))]
    db.rollback()
    return found


def test_words_are_left_out_with_a_reason_in_the_register(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.officer)

    assert B_WORDS in client.get(f"{URL}&revision={revision}").text
    answer = client.post(URL, data={"revision": revision, "reason": REASON})
    shown = client.get(answer.headers["location"])

    assert answer.status_code == 303
    assert REASON in shown.text
    assert "Delegation B" in shown.text
    assert f".point.{revision[:16]}" not in shown.text


def test_words_are_taken_in_again(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.officer)
    client.post(URL, data={"revision": revision, "reason": REASON})

    answer = client.post(f"{HOME}/reflected?language=en", data={"revision": revision})

    assert answer.status_code == 303
    assert _rows(db) == []
    assert f".point.{revision[:16]}" in client.get(HOME).text


def test_a_reason_that_names_who_may_not_be_named_is_refused(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data={"revision": revision, "reason": "Delegation B asked for it."})

    assert answer.status_code == 422
    assert "names whose position it is" in answer.text
    assert _rows(db) == []


def test_a_reason_is_required(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data={"revision": revision, "reason": " "})

    assert answer.status_code == 422
    assert 'id="reason-error"' in answer.text
    assert _rows(db) == []


def test_a_second_registration_is_refused_and_the_words_stay_in_the_field(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.officer)
    client.post(URL, data={"revision": revision, "reason": REASON})

    answer = client.post(URL, data={"revision": revision, "reason": "Another."})

    assert answer.status_code == 409
    assert _rows(db) == [REASON]


def test_only_a_position_of_this_briefing_can_be_left_out(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.post(URL, data={"revision": "0" * 64, "reason": REASON}).status_code == 404
    assert client.get(f"{URL}&revision={'0' * 64}").status_code == 404
    assert client.post(f"{HOME}/reflected", data={"revision": "0" * 64}).status_code == 404
    assert _rows(db) == []


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.person(who))

    assert client.get(f"{URL}&revision={revision}").status_code == 404
    assert client.post(URL, data={"revision": revision, "reason": REASON}).status_code == 404
    assert client.post(f"{HOME}/reflected", data={"revision": revision}).status_code == 404
    assert _rows(db) == []


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, other_president(db, cast))

    assert client.post(URL, data={"revision": revision, "reason": REASON}).status_code == 404


def test_after_issue_the_register_stands(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    revision = revision_of(db, "B")
    cast.sign_in(client, cast.officer)

    assert client.post(URL, data={"revision": revision, "reason": REASON}).status_code == 403
    assert _rows(db) == []
