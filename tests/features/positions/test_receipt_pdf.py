import hashlib

import pypdfium2
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Revision
from app.domain.position import LANGUAGES, Statement
from app.domain.proof import REVISION_TAG
from tests.cast import Cast
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    PLACE,
    are_one,
    open_briefing,
    signed,
)

PDF = f"{CELL}/receipts/1/receipt.pdf"
TEXTS = {
    "ar": "نؤيد العملية السياسية.",
    "zh": "我们支持政治进程。",
    "en": "We support it: #let x = $1$, @all and <b>.",
    "fr": "Nous l’appuyons.",
    "ru": "Мы поддерживаем это.",
    "es": "Lo apoyamos.",
}


def ask(client: TestClient, language: str = "en") -> pypdfium2.PdfDocument:
    client.cookies.set("language", language)
    answer = client.get(PDF)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    return pypdfium2.PdfDocument(answer.content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bytes_inside_give_the_hash(
    client: TestClient, db: Session, cast: Cast, language: str
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory, PLACE, Statement("stalled", TEXTS[language], language))
    cast.sign_in(client, cast.a_signatory)

    (attached,) = [ask(client, language).get_attachment(0)]

    revision = db.scalars(select(Revision)).one()
    body = bytes(attached.get_data())
    assert TEXTS[language] in body.decode()
    digest = hashlib.sha256(REVISION_TAG.encode() + b"\0" + revision.salt + body)
    assert digest.hexdigest() == revision.hash


def test_what_was_typed_is_printed_as_typed(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory, PLACE, Statement("stalled", TEXTS["en"], "en"))
    cast.sign_in(client, cast.a_signatory)

    page = ask(client)[0].get_textpage().get_text_range()

    assert TEXTS["en"] in page
    assert "“Stalled”" in page
    assert "A Signatory" in page


@pytest.mark.parametrize("who", ["b_signatory", "officer", "administrator", "c_focal"])
def test_it_is_its_owners_alone(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.person(who))

    there = client.get(PDF)

    assert there.status_code == 404
    if who != "b_signatory":
        assert are_one(there, client.get(f"{ABSENT}/1/MINUSMA/receipts/1/receipt.pdf"))
