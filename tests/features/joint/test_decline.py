"""Declining: nothing is signed, and what was signed with the statement is withdrawn."""

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.position import Statement
from app.features.joint.service import align
from tests.cast import Cast
from tests.features.joint.desk import NONE_SUCH, WORDS, act, chain, post, tabled, url
from tests.features.positions.desk import SLUG, open_briefing, signed


def test_who_declines_signs_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.b_signatory)

    assert post(client, reference, "decline") == 303

    assert chain(db, "B") == []
    assert "Declined" in client.get(url(reference)).text


def test_the_delegation_that_tabled_it_sees_the_answer(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory, "B", "X")
    cast.sign_in(client, cast.b_signatory)
    post(client, reference, "decline")
    cast.sign_in(client, cast.a_drafter)

    shown = client.get(url(reference)).text

    assert "Delegation B</bdi>: Declined" in shown
    assert "Delegation X</bdi>: No answer yet" in shown


def test_declining_after_aligning_withdraws_what_was_signed_with_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.b_signatory, statement=Statement("active", "Ours.", "en"))
    reference = tabled(db, cast.a_signatory, missions=("MINUSMA", "UNMISS"))
    align(db, act(cast.b_signatory), (SLUG, reference), 1)
    cast.sign_in(client, cast.b_signatory)

    assert post(client, reference, "decline") == 303

    assert (chain(db, "B"), chain(db, "B", "UNMISS")) == (["Ours."], [WORDS, None])


def test_whoever_tabled_it_withdraws_instead(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.a_signatory)

    assert post(client, reference, "decline") == 409
    assert chain(db, "A") == [WORDS]


def test_only_a_signatory_declines_and_nobody_else_can(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.b_drafter)
    assert post(client, reference, "decline") == 403
    cast.sign_in(client, cast.x_signatory)

    assert post(client, reference, "decline") == 404
    assert client.post(f"{NONE_SUCH}/decline", data={"number": "1"}).status_code == 404
