"""Withdrawing a joint statement: whoever tabled it is out; the others decide for themselves."""

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.features.joint.service import align
from tests.cast import Cast
from tests.features.joint.desk import WORDS, act, chain, post, tabled, url
from tests.features.positions.desk import SLUG, open_briefing


def test_what_others_signed_is_theirs_to_withdraw(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory, "B", "X")
    align(db, act(cast.b_signatory), (SLUG, reference), 1)
    cast.sign_in(client, cast.a_signatory)

    assert post(client, reference, "withdraw") == 303

    assert (chain(db, "A"), chain(db, "B")) == ([WORDS, None], [WORDS])
    cast.sign_in(client, cast.b_signatory)
    shown = client.get(url(reference)).text
    assert "Asked again" in shown
    assert "This joint statement was withdrawn" in shown
    assert post(client, reference, "decline", 2) == 303
    assert chain(db, "B") == [WORDS, None]


def test_nobody_aligns_with_what_was_withdrawn(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.a_signatory)
    post(client, reference, "withdraw")
    assert post(client, reference, "withdraw", 2) == 409
    cast.sign_in(client, cast.b_signatory)

    assert post(client, reference, "align", 2) == 409

    assert chain(db, "B") == []
    assert WORDS not in client.get(url(reference)).text


def test_only_whoever_tabled_it_withdraws_the_text_it_read(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    for actor, number, status in (
        (cast.b_signatory, 1, 409),
        (cast.a_drafter, 1, 403),
        (cast.x_signatory, 1, 404),
        (cast.a_signatory, 2, 409),
    ):
        cast.sign_in(client, actor)

        assert post(client, reference, "withdraw", number) == status

    assert chain(db, "A") == [WORDS]
