"""Aligning: a revision of one's own, by one's own signatory, where no text of one's own stands."""

import hashlib
import json

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft
from app.domain.position import Statement
from app.domain.proof import JOINT_TAG
from app.features.joint.service import align, restate_statement
from app.features.positions.receipt_page import receipt_page
from tests.cast import Cast
from tests.features.joint.desk import NONE_SUCH, OTHER, WORDS, act, chain, post, tabled, url
from tests.features.positions.desk import (
    CELL,
    PLACE,
    SLUG,
    close,
    drafted,
    kept,
    open_briefing,
    signed,
)

OURS = Statement("active", "Ours.", "en")


def test_an_alignment_is_a_signed_revision_with_its_points(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory, missions=("MINUSMA", "ALL"))
    cast.sign_in(client, cast.b_signatory)
    assert "No answer yet" in client.get(url(reference)).text

    assert post(client, reference, "align") == 303

    assert chain(db, "B") == chain(db, "B", "ALL") == [WORDS]
    assert "Counted by the joint text" in client.get(url(reference)).text
    assert "part of a joint statement" in client.get(f"{CELL}/receipts/1").text


def test_its_receipt_covers_which_text_it_aligns_with(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    align(db, act(cast.b_signatory), (SLUG, reference), 1)

    page = receipt_page(db, cast.b_signatory, PLACE, 1)

    assert page.tag == JOINT_TAG
    assert json.loads(page.body)["joint"] == f"{reference}-1"
    given = page.tag.encode() + b"\0" + bytes.fromhex(page.salt) + page.body.encode()
    assert hashlib.sha256(given).hexdigest() == page.hash


def test_a_text_of_its_own_is_what_counts_and_the_alignment_stands_aside(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.b_signatory, statement=OURS)
    reference = tabled(db, cast.a_signatory, missions=("MINUSMA", "UNMISS"))
    cast.sign_in(client, cast.b_signatory)

    assert post(client, reference, "align") == 303

    assert (chain(db, "B"), chain(db, "B", "UNMISS")) == (["Ours."], [WORDS])
    assert "stands aside" in client.get(url(reference)).text


def test_a_text_signed_later_takes_the_place_of_the_alignment(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.b_signatory)
    post(client, reference, "align")

    signed(db, cast.b_signatory, statement=OURS)

    assert chain(db, "B") == [WORDS, "Ours."]
    assert "stands aside" in client.get(url(reference)).text
    assert "our delegation aligns" not in client.get(url(reference)).text


def test_after_withdrawing_its_own_text_it_may_align_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.b_signatory, statement=OURS)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.b_signatory)
    post(client, reference, "align")

    client.post(f"{CELL}/withdraw", data={"number": "1"})
    assert "our delegation aligns" in client.get(url(reference)).text
    post(client, reference, "align")

    assert chain(db, "B") == ["Ours.", None, WORDS]


def test_what_is_being_written_is_not_touched(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.b_drafter, statement=OURS)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.b_signatory)

    post(client, reference, "align")

    db.rollback()
    assert db.scalars(select(Draft.text)).all() == ["Ours."]
    assert chain(db, "B") == [WORDS]


def test_nobody_signs_a_text_it_has_not_read(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    restate_statement(db, act(cast.a_signatory), (SLUG, reference), 1, OTHER, ())
    cast.sign_in(client, cast.b_signatory)

    answer = client.post(url(reference, "align"), data={"number": "1"})

    assert answer.status_code == 409
    assert "Read it again" in answer.text
    assert chain(db, "B") == []
    assert client.post(url(reference, "align"), data={}).status_code == 422


def test_only_a_signatory_aligns_and_only_while_positions_are_taken(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    before = kept(db)
    cast.sign_in(client, cast.b_drafter)
    assert post(client, reference, "align") == 403
    close(db, briefing)
    cast.sign_in(client, cast.b_signatory)

    assert post(client, reference, "align") == 403

    assert WORDS in client.get(url(reference)).text
    assert kept(db) == before


def test_who_was_not_named_cannot_align(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    cast.sign_in(client, cast.x_signatory)

    answers = [
        client.post(f"{address}/align", data={"number": "1"})
        for address in (url(reference), NONE_SUCH)
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text.replace("0" * 20, reference)
