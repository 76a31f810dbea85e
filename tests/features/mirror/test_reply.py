"""What the presidency makes of an answer: recorded, reasoned, read by its delegation alone."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import ReplyGiven
from app.domain.errors import Conflict
from app.domain.gates import run_gates
from app.features.briefings.queries import get_briefing
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.service import circulate
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.mirror.staged import (
    ALONE,
    DESK,
    MIRROR,
    TOGETHER,
    apart,
    grouped,
    paragraph,
    points,
    say,
)
from tests.features.summaries.small import SLUG, SOON, clock, other_president, point_of


def contested(client: TestClient, db: Session, cast: Cast) -> str:
    """Let B say that the presidency's words for its lone point are not its view."""
    apart(db, cast)
    sentence = paragraph(db, points(db)["B"].revision[:16] + ".1")
    cast.sign_in(client, cast.b_signatory)
    say(client, db, sentence, "not_ours", reason="We never said when.")
    return sentence


def wording_gate(db: Session) -> str:
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return run_gates(summary)["wording"].detail


def reply(client: TestClient, number: int = 1, **data: str) -> Response:
    return client.post(f"{DESK}/{number}?language=en", data=data)


def test_contested_words_are_not_let_out(client: TestClient, db: Session, cast: Cast) -> None:
    contested(client, db, cast)

    assert "contested by the delegation it words" in wording_gate(db)
    until = clock(db) + SOON
    with pytest.raises(Conflict, match="wording"):
        circulate(db, cast.officer, SLUG, until, short_notice=False, at=NOON)


def test_other_words_are(client: TestClient, db: Session, cast: Cast) -> None:
    contested(client, db, cast)
    place = Place(SLUG, point_of(db, "B"), "en")

    word_sentence(db, cast.officer, place, "the end should be set", previous=f"{ALONE}.", at=NOON)

    assert wording_gate(db) == "passed"


def test_a_recorded_reply_lets_them_out_and_the_delegation_reads_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    contested(client, db, cast)
    cast.sign_in(client, cast.officer)

    answer = reply(client, reply="not_accepted", reason="It is what the text says.")
    cast.sign_in(client, cast.b_drafter)
    page = client.get(f"{MIRROR}?language=en").text

    assert answer.status_code == 303
    assert wording_gate(db) == "passed"
    assert "It is what the text says." in page
    assert "Not accepted" in page


def test_once_answered_the_same_words_are_not_held_up_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    sentence = contested(client, db, cast)
    cast.sign_in(client, cast.officer)
    reply(client, reply="not_accepted", reason="It is what the text says.")
    cast.sign_in(client, cast.b_signatory)

    say(client, db, sentence, "not_ours", reason="Still not.")

    assert wording_gate(db) == "passed"


def test_the_page_of_the_sentence_says_that_its_words_are_contested(
    client: TestClient, db: Session, cast: Cast
) -> None:
    contested(client, db, cast)
    key = point_of(db, "B")
    cast.sign_in(client, cast.officer)

    page = client.get(f"/briefings/{SLUG}/summary/sentences/{key}?language=en").text

    assert "does not recognise them" in page


def test_the_presidency_reads_whose_word_it_is_and_a_tracked_change(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "proposes", wording="Another look was wanted.")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{DESK}?language=en").text

    assert "Delegation B" in page
    assert "<ins>" in page
    assert client.get(f"{DESK}/1?language=en").status_code == 200


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"reply": "not_accepted", "reason": ""}, "Give the reason"),
        ({"reply": "modified", "reason": " "}, "Give the reason"),
        ({"reply": "accepted", "reason": "Typed" * 401}, "Shorten"),
        ({"reply": "", "reason": "Typed"}, "Choose one"),
        ({"reply": "accepted", "reason": "Ty\u202eped"}, "invisible"),
    ],
)
def test_a_refused_reply_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast, data: dict[str, str], why: str
) -> None:
    contested(client, db, cast)
    cast.sign_in(client, cast.officer)

    answer = reply(client, **data)

    assert answer.status_code == 422
    assert why in answer.text
    assert data["reason"].strip() in answer.text
    assert db.scalar(select(func.count(ReplyGiven.id))) == 0


def test_a_reply_to_what_is_no_longer_said_is_refused_and_kept_on_the_page(
    client: TestClient, db: Session, cast: Cast
) -> None:
    sentence = contested(client, db, cast)
    say(client, db, sentence, "reflects")
    cast.sign_in(client, cast.officer)

    answer = reply(client, reply="not_accepted", reason="Typed with care.")

    assert answer.status_code == 409
    assert "said something else since" in answer.text
    assert "Typed with care." in answer.text


def test_what_took_effect_at_once_leaves_nothing_to_decide(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "not_ours")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{DESK}?language=en").text

    assert "own act" in page
    assert f"{DESK}/1" not in page
    assert reply(client, reply="not_accepted", reason="No.").status_code == 422


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator", "other"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    contested(client, db, cast)
    cast.sign_in(client, other_president(db, cast) if who == "other" else cast.person(who))

    assert client.get(DESK).status_code == 404
    assert client.get(f"{DESK}/1").status_code == 404
    assert reply(client, reply="accepted").status_code == 404
    assert db.scalar(select(func.count(ReplyGiven.id))) == 0
