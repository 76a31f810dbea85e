"""The register of asks: what issued summaries ask for, over presidencies, found by its address."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Ask, Event
from tests.cast import Cast
from tests.features.asks.staged import (
    CONDITION,
    PROPOSAL,
    REQUEST,
    closed,
    issued,
    of_another_month,
    published,
    reference_of,
)

STATUS = {"status": "in_hand", "note": "The Secretariat is at it.", "source": "https://un.org/a"}
ACT = {
    "symbol": "S/RES/2350 (2017)",
    "day": "2017-04-13",
    "line": "Extended for a last time.",
    "act_source": "https://undocs.org/S/RES/2350(2017)",
}


def register(client: TestClient, query: str = "") -> str:
    answer = client.get(f"/asks{query}")
    assert answer.status_code == 200
    return answer.text


def test_it_holds_what_was_issued_with_owner_and_source(
    client: TestClient, db: Session, cast: Cast
) -> None:
    published(db, cast)
    cast.sign_in(client, cast.officer)

    page = register(client, "?kind=request")

    assert REQUEST in page
    assert "Secretariat" in page
    assert re.search(r'href="/en/record/review/#s\d+"', page)
    assert CONDITION not in page


FILTERS: dict[str, set[str]] = {
    "": {REQUEST, CONDITION, PROPOSAL},
    "?kind=condition": {CONDITION},
    "?mission=UNONE&status=open": {REQUEST, CONDITION, PROPOSAL},
    "?mission=UNTWO": set(),
    "?status=done": set(),
    "?presidency=999": set(),
    "?kind=nonsense&presidency=x": {REQUEST, CONDITION, PROPOSAL},
    "?page=2": set(),
}


def test_the_address_says_what_is_shown(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.administrator)

    found = {}
    for query in FILTERS:
        page = register(client, query)
        found[query] = {each for each in (REQUEST, CONDITION, PROPOSAL) if each in page}

    assert found == FILTERS


def test_a_draft_and_a_closed_briefing_ask_for_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert REQUEST not in register(client)
    assert db.scalar(select(func.count()).select_from(Ask)) == 0


@pytest.mark.parametrize("who", ["administrator", "president"])
def test_where_it_stands_is_kept_with_who_and_why(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.person(who))
    page = f"/asks/{reference_of(db)}"

    assert client.post(f"{page}/status", data=STATUS).status_code == 303
    later = STATUS | {"status": "done", "note": "Reported."}
    assert client.post(f"{page}/status", data=later).status_code == 303

    shown = client.get(page).text
    for words in ("The Secretariat is at it.", "Reported.", "https://un.org/a", who.title()):
        assert words in shown
    assert REQUEST in register(client, "?status=done")
    assert REQUEST not in register(client, "?status=in_hand")
    acts = db.scalars(select(Event.act).order_by(Event.id.desc()).limit(2)).all()
    assert acts == ["ask.status_set"] * 2


def test_what_the_council_did_next_is_entered(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)
    page = f"/asks/{reference_of(db)}"

    assert client.post(f"{page}/acts", data=ACT).status_code == 303

    shown = client.get(page).text
    for words in ("S/RES/2350 (2017)", "Extended for a last time.", "13 April 2017"):
        assert words in shown


FAULTS = [
    ("status", STATUS | {"note": " "}, "Say in a line why."),
    ("status", STATUS | {"source": "javascript:alert(1)"}, "beginning with https://"),
    ("status", STATUS | {"status": "won"}, "Choose where the request stands."),
    ("status", STATUS | {"note": "hid\u200bden"}, "invisible"),
    ("acts", ACT | {"symbol": "resolution 2350"}, "as it is printed"),
    ("acts", ACT | {"day": "soon"}, "Enter a day."),
    ("acts", ACT | {"act_source": "un.org"}, "beginning with https://"),
]


def test_a_fault_is_named_and_nothing_typed_is_lost(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)

    for act, typed, named in FAULTS:
        answer = client.post(f"/asks/{reference_of(db)}/{act}", data=typed)
        kept = typed["line" if act == "acts" else "source"]
        assert (answer.status_code, named in answer.text) == (422, True), typed
        assert kept in answer.text


def test_a_presidency_that_is_over_reads_and_changes_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, of_another_month(cast, db))
    page = f"/asks/{reference_of(db)}"

    assert client.get(page).status_code == 200
    answer = client.post(f"{page}/status", data=STATUS)

    assert answer.status_code == 403
    assert "presidency of this month" in answer.text


def test_delegations_find_no_register(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)

    for who in ("a_signatory", "a_focal", "x_signatory"):
        cast.sign_in(client, cast.person(who))
        assert client.get("/asks").status_code == 404
        assert client.get(f"/asks/{reference_of(db)}").status_code == 404
        assert client.post(f"/asks/{reference_of(db)}/status", data=STATUS).status_code == 404
