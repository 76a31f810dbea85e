"""No text is issued over a proposal: each is decided, and in the text where it was accepted."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.errors import Conflict
from app.features.summaries.service import issue
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.amendments.proposed import (
    FIRST,
    PROPOSALS,
    REGISTER,
    decide,
    propose,
    proposed,
)
from tests.features.mirror.staged import (
    TOGETHER,
    apart,
    circulate_again,
    grouped,
    paragraph,
    say,
)
from tests.features.summaries.small import (
    HOME,
    SLUG,
    digest,
    end_corrections,
    freeze,
    text_of,
)

ON_PAGE = "Nothing is issued before each of these is settled"
pytestmark = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)


def signed_first(db: Session, cast: Cast) -> str:
    """Let the first person issue once the time for corrections is over; give the refusal, if any.

    What stands in the way is the same for the second.
    """
    db.rollback()
    end_corrections(db)
    try:
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=NOON)
    except Conflict as refusal:
        return str(refusal)
    return ""


def page_of(client: TestClient, cast: Cast) -> str:
    cast.sign_in(client, cast.officer)
    answer = client.get(f"{HOME}/issue?language=en")
    assert answer.status_code == 200
    return answer.text


def test_what_nobody_answered_holds_it_up(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    proposed(client, db, cast)

    assert "Proposal B-1 awaits the presidency" in signed_first(db, cast)
    page = page_of(client, cast)
    assert ON_PAGE in page
    assert f"{REGISTER}/B-1?language=en" in page
    assert "Issue as the first person" not in page
    decide(client, cast, "B-1", "not_accepted", reason="No.")
    assert "Issue as the first person" in page_of(client, cast)
    assert signed_first(db, cast) == ""


def test_so_does_a_wording_proposed_in_the_mirror_until_its_delegation_says_otherwise(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    sentence = paragraph(db, TOGETHER)
    assert say(client, db, sentence, "proposes", wording="Ours.").status_code == 303
    before = page_of(client, cast)
    cast.sign_in(client, cast.b_signatory)
    assert say(client, db, sentence, "reflects").status_code == 303

    assert f"{REGISTER}/c1?language=en" in before
    assert ON_PAGE not in page_of(client, cast)
    assert signed_first(db, cast) == ""


def test_what_was_withdrawn_does_not(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    proposed(client, db, cast)
    client.post(f"{PROPOSALS}/1/withdraw")

    assert signed_first(db, cast) == ""


@pytest.mark.parametrize("reply", ["accepted", "modified"])
def test_what_was_accepted_stands_in_the_text(
    client: TestClient, db: Session, cast: Cast, reply: str
) -> None:
    apart(db, cast)
    now = text_of(db, FIRST)
    words = now.replace("concerns", "is about")
    proposed(client, db, cast, words if reply == "accepted" else "Words of B's.")
    decide(client, cast, "B-1", reply, words=words)
    number = paragraph(db, FIRST)[1:]

    assert f"Paragraph {number} of the English text" in signed_first(db, cast)
    assert f"paragraph {number} does not say what was accepted" in page_of(client, cast)
    data = {"text": words, "basis": now, "previous": ""}
    assert client.post(f"{REGISTER}/B-1/text", data=data).status_code == 303
    assert ON_PAGE not in page_of(client, cast)
    db.rollback()
    circulate_again(db, cast)
    assert signed_first(db, cast) == ""


def test_what_was_done_otherwise_needs_a_reason_that_its_delegation_reads(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    proposed(client, db, cast)
    decide(client, cast, "B-1", "accepted")
    assert "B-1" in signed_first(db, cast)

    assert decide(client, cast, "B-1", "otherwise").status_code == 422
    reason = "Said in the paragraph before it."
    assert decide(client, cast, "B-1", "otherwise", reason=reason).status_code == 303

    assert signed_first(db, cast) == ""
    cast.sign_in(client, cast.b_drafter)
    page = client.get(f"{PROPOSALS}?language=en").text
    assert "Done otherwise" in page
    assert reason in page


def test_of_two_accepted_for_one_sentence_the_other_is_answered(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    now = text_of(db, FIRST)
    first, second = now.replace("concerns", "is about"), now.replace("concerns", "is on")
    for who, words in ((cast.b_signatory, first), (cast.x_signatory, second)):
        cast.sign_in(client, who)
        propose(client, db, paragraph(db, FIRST), "replace", wording=words)
    for name in ("B-1", "X-1"):
        decide(client, cast, name, "accepted")
    data = {"text": second, "basis": now, "previous": ""}
    assert client.post(f"{REGISTER}/X-1/text", data=data).status_code == 303
    db.rollback()
    circulate_again(db, cast)

    assert "B-1" in signed_first(db, cast)
    decide(client, cast, "B-1", "otherwise", reason="X's words say it.")
    assert signed_first(db, cast) == ""
