import hashlib
import json

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.db.models import Revision
from app.domain.errors import NotFound
from app.domain.position import Statement
from app.features.positions.people import Person
from app.features.positions.receipt_page import ReceiptPage, receipt_page
from app.features.positions.service import withdraw_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    PLACE,
    are_one,
    close,
    open_briefing,
    pass_deadline,
    signed,
)

RECEIPT = f"{CELL}/receipts/1"


def recomputed(page: ReceiptPage) -> str:
    """Do what the page says, with the standard library alone."""
    given = page.tag.encode() + b"\0" + bytes.fromhex(page.salt) + page.body.encode()
    return hashlib.sha256(given).hexdigest()


def test_the_hash_can_be_recomputed_from_the_page(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory, statement=Statement(None, "“Déjà”: نعم\nтак", "fr"))

    page = receipt_page(db, cast.a_drafter, PLACE, 1)

    assert recomputed(page) == page.hash
    assert json.loads(page.body)["statement"] == [None, "“Déjà”: نعم\nтак", "fr"]
    assert page.reference == page.hash[:12]
    assert page.signed.signed_by == Person("A Signatory")


def test_a_withdrawal_has_a_receipt_too(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    withdraw_position(db, cast.a_signatory, PLACE, 1, salt=b"s" * 32, at=NOON)

    page = receipt_page(db, cast.a_focal, PLACE, 2)

    assert recomputed(page) == page.hash
    assert page.signed.is_withdrawal
    assert not receipt_page(db, cast.a_focal, PLACE, 1).is_latest


def test_the_page_shows_all_that_is_needed(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.a_focal)
    page = receipt_page(db, cast.a_focal, PLACE, 1)

    shown = client.get(RECEIPT).text

    for part in (page.hash, page.salt, page.tag, FRAGILE.text, "A Signatory", "2026-03-04"):
        assert part in shown
    assert "07:00 New York time" in shown


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_it_can_be_read_for_ever(client: TestClient, db: Session, cast: Cast, shut: object) -> None:
    briefing = open_briefing(db, cast)
    signed(db, cast.a_signatory)
    assert callable(shut)
    shut(db, briefing)
    cast.sign_in(client, cast.a_drafter)

    assert client.get(RECEIPT).status_code == 200


def test_a_receipt_that_no_longer_gives_its_hash_is_not_shown(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    db.execute(update(Revision).values(text="Tampered."))
    db.commit()

    with pytest.raises(RuntimeError, match="no longer gives its hash"):
        receipt_page(db, cast.a_drafter, PLACE, 1)


@pytest.mark.parametrize("number", ["2", "0", "x", "99999999999"])
def test_a_receipt_that_is_not_there_is_absent(
    client: TestClient, db: Session, cast: Cast, number: str
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.a_signatory)

    assert client.get(f"{CELL}/receipts/{number}").status_code == 404


def test_another_delegation_has_none(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    with pytest.raises(NotFound):
        receipt_page(db, cast.b_signatory, PLACE, 1)


@pytest.mark.parametrize("who", ["b_drafter", "officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_it_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.person(who))

    there = client.get(RECEIPT)
    absent = client.get(f"{ABSENT}/1/MINUSMA/receipts/1")

    assert are_one(there, absent)
