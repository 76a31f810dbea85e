import re
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Delivered, Event
from app.domain.speakers import ActKind, Order
from tests.cast import Cast
from tests.features.speakers.meeting import HOME, opened, press

OURS = f"{HOME}/B/statement"
BRIEFER = f"{HOME}/briefer-1/statement"
WORDS = "Thank you, Madam President.\nWe have little to add."


def spoken(db: Session, cast: Cast, *speakers: str) -> None:
    opened(db, cast, Order.SIGNED_UP)
    for speaker in speakers:
        press(db, cast.officer, ActKind.CALL, speaker)
        press(db, cast.officer, ActKind.YIELD, speaker)


def kept(db: Session) -> list[tuple[str, str, str]]:
    rows = db.scalars(select(Delivered).order_by(Delivered.number))
    found = [(row.speaker, row.language, row.text) for row in rows]
    db.rollback()
    return found


def test_a_delegation_attaches_what_it_delivered_and_the_presidency_reads_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    spoken(db, cast, "B")
    cast.sign_in(client, cast.b_drafter)

    assert client.post(OURS, data={"text": WORDS, "language": "en"}).status_code == 303

    assert kept(db) == [("B", "en", WORDS)]
    digest = sha256(WORDS.encode()).hexdigest()
    assert digest in client.get(OURS).text
    cast.sign_in(client, cast.officer)
    assert "Statement as delivered (1)" in client.get(HOME).text
    assert digest in client.get(OURS).text
    assert client.get(f"{OURS}/1").content == WORDS.encode()
    assert db.scalars(select(Event).where(Event.act == "speakers.attached")).one()


def test_a_file_is_kept_to_the_byte_and_read_in_the_confined_child(
    client: TestClient, db: Session, cast: Cast
) -> None:
    spoken(db, cast, "B")
    cast.sign_in(client, cast.b_drafter)
    content = "Señor Presidente:\r\nSeré breve.\r\n".encode()
    file = {"file": ("../our\u202e statement.txt", content, "text/plain")}

    assert client.post(OURS, data={"language": "es"}, files=file).status_code == 303

    answer = client.get(f"{OURS}/1")
    assert answer.content == content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert re.fullmatch(
        r'attachment; filename="[0-9a-f]{16}\.txt"', answer.headers["content-disposition"]
    )
    page = client.get(OURS).text
    assert "Seré breve." in page
    assert "\u202e" not in page
    assert sha256(content).hexdigest() in page


def test_a_later_statement_is_added_and_the_earlier_stays(
    client: TestClient, db: Session, cast: Cast
) -> None:
    spoken(db, cast, "B")
    cast.sign_in(client, cast.b_drafter)
    for text in ("First.", "Second."):
        client.post(OURS, data={"text": text, "language": "fr"})

    assert [text for *_, text in kept(db)] == ["First.", "Second."]
    assert client.get(f"{OURS}/1").content == b"First."


def test_the_presidency_attaches_a_briefers_and_no_delegations(
    client: TestClient, db: Session, cast: Cast
) -> None:
    spoken(db, cast, "briefer-1", "B")
    cast.sign_in(client, cast.officer)

    assert client.post(BRIEFER, data={"text": WORDS, "language": "en"}).status_code == 303
    assert client.post(OURS, data={"text": WORDS, "language": "en"}).status_code == 403

    assert kept(db) == [("briefer-1", "en", WORDS)]


def test_nobody_else_knows_of_it(client: TestClient, db: Session, cast: Cast) -> None:
    spoken(db, cast, "briefer-1", "B")
    cast.sign_in(client, cast.b_drafter)
    client.post(OURS, data={"text": WORDS, "language": "en"})

    for person in (cast.a_signatory, cast.x_signatory, cast.c_focal, cast.administrator):
        cast.sign_in(client, person)
        assert client.get(OURS).status_code == 404
        assert client.get(f"{OURS}/1").status_code == 404
        assert client.get(BRIEFER).status_code == 404
        assert client.post(OURS, data={"text": "x", "language": "en"}).status_code == 404
    assert len(kept(db)) == 1


def test_a_number_of_another_speaker_is_not_found(
    client: TestClient, db: Session, cast: Cast
) -> None:
    spoken(db, cast, "briefer-1", "B")
    cast.sign_in(client, cast.officer)
    client.post(BRIEFER, data={"text": WORDS, "language": "en"})
    cast.sign_in(client, cast.b_drafter)

    assert client.get(f"{OURS}/1").status_code == 404


def test_nothing_is_attached_before_it_was_delivered(
    client: TestClient, db: Session, cast: Cast
) -> None:
    spoken(db, cast)
    cast.sign_in(client, cast.b_drafter)

    answer = client.post(OURS, data={"text": WORDS, "language": "en"})

    assert answer.status_code == 409
    assert "after it has been delivered" in answer.text
    assert kept(db) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": "", "language": "en"}, "Paste the statement"),
        ({"text": "Ours.", "language": ""}, "which language"),
        ({"text": "Ours.", "language": "de"}, "which language"),
        ({"text": "Ours\u202e.", "language": "en"}, "invisible"),
        ({"text": "x" * 100_001, "language": "en"}, "Shorten"),
    ],
)
def test_what_was_typed_comes_back_with_what_is_wrong(
    client: TestClient, db: Session, cast: Cast, data: dict[str, str], said: str
) -> None:
    spoken(db, cast, "B")
    cast.sign_in(client, cast.b_drafter)

    answer = client.post(OURS, data=data)

    assert answer.status_code == 422
    assert said in answer.text
    assert data["text"] in answer.text
    assert kept(db) == []


def test_a_file_that_is_no_text_is_refused(client: TestClient, db: Session, cast: Cast) -> None:
    spoken(db, cast, "B")
    cast.sign_in(client, cast.b_drafter)
    file = {"file": ("s.pdf", b"\x89PNG\r\n", "application/pdf")}

    answer = client.post(OURS, data={"language": "en"}, files=file)

    assert answer.status_code == 422
    assert "an image" in answer.text
    assert kept(db) == []
