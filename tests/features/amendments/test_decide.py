"""The register: every proposal with its disposition, and into the text by hand alone."""

import csv
from io import StringIO

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Event, ReplyGiven, SentenceEdit
from tests.cast import Cast
from tests.features.amendments.proposed import (
    FIRST,
    PROPOSALS,
    REGISTER,
    SECOND,
    TALLY,
    decide,
    propose,
    proposed,
)
from tests.features.mirror.staged import ALONE, TOGETHER, apart, grouped, paragraph, points, say
from tests.features.summaries.small import HOME, SLUG, other_president, text_of

REFUSED: list[tuple[str, dict[str, str], str]] = [
    ("", {"reason": "Typed"}, "Choose one"),
    ("not_accepted", {"words": "Typed"}, "Give the reason"),
    ("modified", {"words": " ", "reason": "Typed"}, "Write the words"),
    ("accepted", {"reason": "Ty\u202eped"}, "invisible"),
]
on_sqlite = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)


def put(client: TestClient, db: Session, name: str, text: str, key: str = FIRST) -> Response:
    data = {"text": text, "basis": text_of(db, key), "previous": ""}
    return client.post(f"{REGISTER}/{name}/text", data=data)


def test_the_register_holds_both_kinds_and_the_desk_counts_what_waits(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    proposed(client, db, cast)
    say(client, db, paragraph(db, TOGETHER), "proposes", wording="Both wanted another look.")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{REGISTER}?language=en").text

    assert "2 proposals await the presidency" in page
    assert f'href="{REGISTER}/B-1"' in page
    assert f'href="{REGISTER}/c1"' in page
    assert "2 proposals await the presidency" in client.get(f"{HOME}?language=en").text
    decide(client, cast, "B-1", "not_accepted", reason="No.")
    assert "1 proposal awaits the presidency" in client.get(f"{HOME}?language=en").text


@on_sqlite
def test_its_delegation_reads_the_disposition(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    proposed(client, db, cast)

    answer = decide(client, cast, "B-1", "modified", words="Nearly B's.", reason="It is shorter.")
    cast.sign_in(client, cast.b_drafter)
    page = client.get(f"{PROPOSALS}?language=en").text

    assert answer.status_code == 303
    assert "Accepted as modified" in page
    assert "Nearly B&#39;s." in page
    assert "It is shorter." in page


@on_sqlite
def test_a_mirrored_wording_is_decided_with_words_too(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "proposes", wording="Both wanted another look.")
    cast.sign_in(client, cast.officer)
    where = f"/briefings/{SLUG}/corrections/1"

    bare = client.post(where, data={"reply": "modified", "reason": "Nearly."})
    full = client.post(where, data={"reply": "modified", "words": "Both asked for a look."})
    page = client.get(f"{REGISTER}/c1").text

    assert (bare.status_code, full.status_code) == (422, 303)
    assert "Write the words you accept" in bare.text
    assert "Both asked for a look." in page
    assert "Put it into the text" in page
    assert client.post(f"{REGISTER}/c1", data={"reply": "accepted"}).status_code == 404


@on_sqlite
def test_a_refused_decision_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    proposed(client, db, cast)

    for reply, data, why in REFUSED:
        answer = decide(client, cast, "B-1", reply, **data)
        assert (answer.status_code, why in answer.text) == (422, True), why
        assert data.get("reason", data.get("words", "")) in answer.text
    assert db.scalar(select(func.count(ReplyGiven.id))) == 0


def test_accepting_changes_no_word_until_it_is_put_into_the_text(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    before = text_of(db, FIRST)
    words = before.replace("concerns", "is about")
    proposed(client, db, cast, words)
    decide(client, cast, "B-1", "accepted")
    assert text_of(db, FIRST) == before
    assert "Put it into the text" in client.get(f"{REGISTER}/B-1").text

    answer = put(client, db, "B-1", words)

    assert answer.status_code == 303
    assert text_of(db, FIRST) == words
    assert "The text says so now" in client.get(f"{REGISTER}/B-1").text
    acts = set(db.scalars(select(Event.act)))
    assert {"amendment.decided", "amendment.applied", "summary.edited"} <= acts


@on_sqlite
def test_no_number_is_changed_by_what_was_accepted(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    key = f"q1.{TALLY}"
    now = text_of(db, key)
    cast.sign_in(client, cast.b_signatory)
    wrong = now.replace("two of the three", "all three")
    assert wrong != now
    propose(client, db, paragraph(db, TALLY), "replace", wording=wrong)
    decide(client, cast, "B-1", "accepted")

    answer = put(client, db, "B-1", wrong, key)

    assert answer.status_code == 422
    assert wrong in answer.text
    assert text_of(db, key) == now
    assert db.scalar(select(func.count(SentenceEdit.id))) == 0


@on_sqlite
def test_only_what_was_accepted_goes_into_the_text(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    words = text_of(db, FIRST).replace("concerns", "is about")
    proposed(client, db, cast, words)
    cast.sign_in(client, cast.officer)

    assert put(client, db, "B-1", words).status_code == 409
    decide(client, cast, "B-1", "not_accepted", reason="No.")
    assert put(client, db, "B-1", words).status_code == 409


@on_sqlite
def test_somebody_elses_edit_meanwhile_is_not_overwritten(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    words = text_of(db, FIRST).replace("concerns", "is about")
    proposed(client, db, cast, words)
    decide(client, cast, "B-1", "accepted")

    data = {"text": words, "basis": text_of(db, FIRST), "previous": "an edit of before"}
    answer = client.post(f"{REGISTER}/B-1/text", data=data)

    assert answer.status_code == 409
    assert "while you were writing" in answer.text
    assert words in answer.text


@on_sqlite
def test_a_move_is_made_within_its_place(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.b_signatory)
    propose(client, db, paragraph(db, FIRST), "move", after=paragraph(db, SECOND))
    decide(client, cast, "B-1", "accepted")
    assert client.post(f"{REGISTER}/B-1/text", data={}).status_code == 303

    page = client.get(f"{HOME}?language=en").text

    assert page.index(f'id="{SECOND}"') < page.index(f'id="{FIRST}"')
    assert "The text says so now" in client.get(f"{REGISTER}/B-1").text


@on_sqlite
def test_nobody_has_a_sentence_deleted_that_counts_another(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    mine = points(db)["B"].revision[:16] + ".1"
    cast.sign_in(client, cast.b_signatory)
    propose(client, db, paragraph(db, mine), "delete", reason="We speak of it elsewhere.")
    cast.sign_in(client, cast.x_signatory)
    propose(client, db, paragraph(db, mine), "delete", reason="Off the subject.")
    propose(client, db, paragraph(db, TALLY), "delete", reason="Off the subject.")

    assert decide(client, cast, "B-1", "accepted").status_code == 303
    assert decide(client, cast, "X-1", "accepted").status_code == 422
    assert decide(client, cast, "X-2", "accepted").status_code == 422
    assert ALONE in text_of(db, f"q1.UNONE.point.{mine}")


@on_sqlite
def test_the_download_says_the_same_and_no_cell_is_a_formula(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    proposed(client, db, cast, '=HYPERLINK("http://example.org")')
    decide(client, cast, "B-1", "not_accepted", reason="+1")

    answer = client.get(f"{REGISTER}/register.csv?language=en")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))

    assert answer.headers["content-type"].startswith("text/csv")
    assert [(row["proposal"], row["delegation"]) for row in rows] == [("B-1", "Delegation B")]
    assert rows[0]["proposed"].startswith("'=")
    assert rows[0]["decision_reason"] == "'+1"
    assert rows[0]["disposition"] == "not_accepted"


@on_sqlite
def test_nobody_else_finds_the_register(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    proposed(client, db, cast)
    others = (cast.a_signatory, cast.b_signatory, cast.administrator, other_president(db, cast))

    for who in others:
        cast.sign_in(client, who)
        for path in (REGISTER, f"{REGISTER}/register.csv", f"{REGISTER}/B-1"):
            assert client.get(path).status_code == 404
        for path in (f"{REGISTER}/B-1", f"{REGISTER}/B-1/text"):
            assert client.post(path, data={"reply": "accepted"}).status_code == 404
    assert db.scalar(select(func.count(ReplyGiven.id))) == 0
