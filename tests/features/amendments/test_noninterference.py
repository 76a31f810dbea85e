"""Two worlds that differ only in what B proposed are one world to every other desk."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from tests.cast import Cast
from tests.conftest import crawling
from tests.features.amendments.proposed import PROPOSALS, REGISTER, decide, propose, proposed
from tests.features.mirror.staged import grouped, many, paragraph
from tests.features.mirror.test_noninterference import OTHERS, PAGES, seen

pytestmark = crawling

pytestmark = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)
HERE = (PROPOSALS, f"{PROPOSALS}/s1", REGISTER, f"{REGISTER}/B-1", f"{REGISTER}/register.csv")


@pytest.mark.parametrize("rule", ["attributed", "non_attributed"])
def test_proposals_leave_no_trace_elsewhere(
    client: TestClient, db: Session, cast: Cast, rule: str
) -> None:
    if rule == "non_attributed":
        many(db, cast)
    else:
        grouped(db, cast, rule)
    before = {who: seen(client, cast, who, (*PAGES, *HERE)) for who in OTHERS}

    proposed(client, db, cast)
    propose(client, db, paragraph(db, "opening.numbers"), "insert", added="One more.")
    client.post(f"{PROPOSALS}/2/withdraw")
    assert decide(client, cast, "B-1", "not_accepted", reason="No.").status_code == 303

    for who in OTHERS:
        assert seen(client, cast, who, (*PAGES, *HERE)) == before[who], who


def test_numbers_of_proposals_tell_nothing_of_others(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    proposed(client, db, cast)
    cast.sign_in(client, cast.x_signatory)

    propose(client, db, paragraph(db, "opening.numbers"), "insert", added="One more.")

    assert f"{PROPOSALS}/1/withdraw" in client.get(PROPOSALS).text
