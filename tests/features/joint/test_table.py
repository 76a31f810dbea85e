"""Tabling a joint statement: signed by one, read by those it names, unknown to all others."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from tests.cast import Cast
from tests.features.joint.desk import ABSENT, HOME, TYPED, WORDS, chain
from tests.features.positions.desk import (
    are_one,
    close,
    kept,
    open_briefing,
    pass_deadline,
    signed,
)

NEW = f"{HOME}/new"


def test_tabling_signs_for_the_delegation_that_tables(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)
    assert "UNMISS" in client.get(NEW, params={"question": 1}).text

    answer = client.post(NEW, data=TYPED)

    assert answer.status_code == 303
    assert chain(db, "A") == chain(db, "A", "UNMISS") == [WORDS]
    assert chain(db, "B") == []
    assert WORDS in client.get(answer.headers["location"]).text


def test_its_own_text_in_a_cell_stays_what_counts(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    before = chain(db, "A")
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(NEW, data=TYPED)

    assert chain(db, "A") == before
    assert chain(db, "A", "UNMISS") == [WORDS]
    assert "stands aside" in client.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"text": "a\u202eb"},
        {"assessment": "invented"},
        {"missions": []},
        {"named": []},
        {"named": ["A"]},
        {"named": ["C"]},
        {"attribution": "attributed"},
        {"language": "de"},
    ],
)
def test_what_is_wrong_is_refused_and_what_was_typed_stays(
    client: TestClient, db: Session, cast: Cast, wrong: dict[str, Any]
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)
    before = kept(db)

    refused = client.post(NEW, data=TYPED | wrong)

    assert refused.status_code == 422
    assert "field__error" in refused.text or "error-summary" in refused.text
    assert ("We stand together" in refused.text) is ("text" not in wrong)
    assert kept(db) == before


def test_a_mission_that_is_none_is_not_found(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(NEW, data=TYPED | {"missions": ["NONE"]}).status_code == 404
    assert client.get(NEW, params={"question": 9}).status_code == 404


def test_only_a_signatory_tables(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    assert client.get(NEW).status_code == 200
    assert client.post(NEW, data=TYPED).status_code == 403
    assert chain(db, "A") == []


@pytest.mark.parametrize("end", [close, pass_deadline])
def test_nothing_is_tabled_once_no_positions_are_taken(
    client: TestClient,
    db: Session,
    cast: Cast,
    end: Any,  # noqa: ANN401 - either way to end it
) -> None:
    end(db, open_briefing(db, cast))
    cast.sign_in(client, cast.a_signatory)

    assert client.post(NEW, data=TYPED).status_code == 403
    assert chain(db, "A") == []


def test_who_has_no_seat_finds_no_briefing(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    for actor in (cast.officer, cast.president, cast.administrator, cast.c_focal):
        cast.sign_in(client, actor)

        assert are_one(client.get(NEW), client.get(f"{ABSENT}/new"))
        there, absent = client.post(NEW, data=TYPED), client.post(f"{ABSENT}/new", data=TYPED)
        assert are_one(there, absent)
