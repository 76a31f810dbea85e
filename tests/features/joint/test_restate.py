"""Restating: another text, signed by whoever tabled it; everybody else is asked again."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.features.joint.service import align
from tests.cast import Cast
from tests.features.joint.desk import OTHER, WORDS, act, chain, post, tabled, url
from tests.features.positions.desk import SLUG, open_briefing

TYPED = {"number": "1", "assessment": "stalled", "text": OTHER.statement.text, "language": "en"}


def test_those_aligned_are_asked_again_and_stay_with_what_they_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    align(db, act(cast.b_signatory), (SLUG, reference), 1)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(url(reference, "restate"), data=TYPED).status_code == 303

    assert (chain(db, "A"), chain(db, "B")) == ([WORDS, OTHER.statement.text], [WORDS])
    assert "Asked again" in client.get(url(reference)).text
    cast.sign_in(client, cast.b_signatory)
    assert "Counted by an earlier text" in client.get(url(reference)).text
    assert post(client, reference, "align", 2) == 303
    assert chain(db, "B") == [WORDS, OTHER.statement.text]


def test_more_delegations_can_be_named_without_another_text(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.a_signatory)

    named = client.post(url(reference, "restate"), data=TYPED | {"text": WORDS, "named": ["X"]})

    assert named.status_code == 303
    assert chain(db, "A") == [WORDS]
    cast.sign_in(client, cast.x_signatory)
    assert WORDS in client.get(url(reference)).text


@pytest.mark.parametrize(
    ("wrong", "status"),
    [({"text": ""}, 422), ({"text": WORDS}, 422), ({"named": ["C"]}, 422), ({"number": "2"}, 409)],
)
def test_what_is_wrong_is_refused_and_stays_typed(
    client: TestClient, db: Session, cast: Cast, wrong: dict[str, str], status: int
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.a_signatory)

    refused = client.post(url(reference, "restate"), data=TYPED | wrong)

    assert refused.status_code == status
    assert ("calendar" in refused.text) is ("text" not in wrong)
    assert chain(db, "A") == [WORDS]


def test_only_whoever_tabled_it_restates(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    for actor, status in (
        (cast.b_signatory, 409),
        (cast.a_drafter, 403),
        (cast.x_signatory, 404),
    ):
        cast.sign_in(client, actor)

        assert client.post(url(reference, "restate"), data=TYPED).status_code == status

    assert chain(db, "A") == [WORDS]
