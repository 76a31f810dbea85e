"""A signatory proposes on a sentence, by its key; the presidency alone reads it."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Amendment, Event
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.amendments.proposed import (
    FIRST,
    PROPOSALS,
    REGISTER,
    SECOND,
    TALLY,
    decide,
    propose,
    proposed,
    rows,
)
from tests.features.mirror.staged import (
    ALONE,
    apart,
    circulate_again,
    grouped,
    last_draft,
    paragraph,
)
from tests.features.summaries.small import HOME, SLUG, closed, end_corrections, text_of

KINDS = {
    "replace": {"wording": "Other words."},
    "insert": {"added": "One more sentence."},
    "delete": {"reason": "It is said twice."},
}
REFUSED: list[tuple[str, dict[str, str], str]] = [
    ("", {"reason": "Typed here."}, "Choose one"),
    ("replace", {"wording": "", "reason": "Typed here."}, "as you would have it"),
    ("insert", {"added": "Typed\u202e here."}, "invisible"),
    ("delete", {"reason": "", "added": "Typed here."}, "Say why"),
    ("move", {"after": "", "reason": "Typed here."}, "should follow"),
    ("move", {"after": "s999", "reason": "Typed here."}, "should follow"),
    ("move", {"after": SECOND, "reason": "Typed here."}, "should follow"),  # a key is not known
    ("move", {"after": "front", "reason": "Typed here."}, "already"),
]
# What the database does for this is tested with the register, on both engines.
pytestmark = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)
ATTACK = "<script>alert(1)</script>\"'{{ 7 * 7 }}"


def test_each_kind_is_kept_by_the_key_of_its_sentence(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.x_signatory)

    kinds = KINDS | {"move": {"after": paragraph(db, SECOND)}}
    for action, more in kinds.items():
        assert propose(client, db, paragraph(db, FIRST), action, **more).status_code == 303
    kept = db.scalars(select(Amendment).order_by(Amendment.id)).all()

    assert [(row.number, row.key) for row in kept] == [(n, FIRST) for n in range(1, 5)]
    assert [row.action.value for row in kept] == list(kinds)
    assert [row.text for row in kept] == ["Other words.", "One more sentence.", "", ""]
    assert [row.after for row in kept] == [None, None, None, SECOND]
    digest = last_draft(db).hash
    assert {(row.hash, row.language) for row in kept} == {(digest, "en")}
    owners = set(db.scalars(select(Event.delegation_id).where(Event.act == "amendment.proposed")))
    assert owners == {cast.x.id}
    assert client.get(f"{PROPOSALS}?language=en").status_code == 200


def test_its_delegation_reads_it_with_every_word_marked(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    proposed(client, db, cast)
    cast.sign_in(client, cast.b_drafter)

    page = client.get(f"{PROPOSALS}?language=en").text

    assert "<ins>" in page
    assert "<del>" in page
    assert "Awaits the presidency" in page


def test_the_circulated_draft_leads_to_each_sentence(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{HOME}?language=en").text

    assert f"{PROPOSALS}/{paragraph(db, TALLY)}?language=en" in page


def test_words_of_a_sentence_that_counts_us_are_proposed_in_the_mirror(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    own = paragraph(db, "UNONE.tally.close")
    page = client.get(f"{PROPOSALS}/{own}?language=en").text

    answer = propose(client, db, own, "replace", wording="Ours.")

    assert f"/mirror/{own}" in page
    assert 'value="replace"' not in page
    assert answer.status_code == 422
    assert "in your answer to it" in answer.text
    assert rows(db) == []


def test_a_refusal_keeps_what_was_typed(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.b_signatory)

    for action, more, why in REFUSED:
        answer = propose(client, db, paragraph(db, FIRST), action, **more)
        assert (answer.status_code, why in answer.text) == (422, True), why
        assert (more.get("added") or more["reason"]) in answer.text
    assert rows(db) == []


def test_what_was_typed_on_a_replaced_draft_is_shown_beside_the_new_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.b_signatory)

    answer = propose(
        client, db, paragraph(db, FIRST), "insert", added="Typed with care.", hash="another"
    )

    assert answer.status_code == 409
    assert "Typed with care." in answer.text
    assert rows(db) == []


def test_the_same_proposal_is_made_once(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    proposed(client, db, cast)
    proposed(client, db, cast)
    proposed(client, db, cast, "And others.")

    assert len(rows(db)) == 2


def test_only_a_signatory_proposes(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)

    for who in ("b_drafter", "c_focal"):
        cast.sign_in(client, cast.person(who))
        answer = propose(client, db, paragraph(db, FIRST), "insert", added="More.")
        assert answer.status_code == 403
    assert rows(db) == []


def test_nothing_is_proposed_before_circulation_or_after_its_deadline(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.b_signatory)
    assert client.get(PROPOSALS).status_code == 404
    circulate_again(db, cast)
    end_corrections(db)

    answer = propose(client, db, paragraph(db, FIRST), "insert", added="More.")

    assert answer.status_code == 403
    assert "time for corrections has passed" in answer.text


def test_what_is_withdrawn_stays_as_withdrawn(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    proposed(client, db, cast)

    answer = client.post(f"{PROPOSALS}/1/withdraw")
    page = client.get(f"{PROPOSALS}?language=en").text
    refused = decide(client, cast, "B-1", "not_accepted", reason="Typed with care.")

    assert answer.status_code == 303
    assert "Withdrawn" in page
    assert "has withdrawn it" in client.get(f"{REGISTER}/B-1").text
    assert refused.status_code == 409
    assert "Typed with care." in refused.text
    assert len(rows(db)) == 1


def test_what_was_decided_is_not_withdrawn_and_nobody_elses_is(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    proposed(client, db, cast)
    cast.sign_in(client, cast.a_signatory)
    assert client.post(f"{PROPOSALS}/1/withdraw").status_code == 404
    decide(client, cast, "B-1", "not_accepted", reason="No.")
    cast.sign_in(client, cast.b_signatory)

    assert client.post(f"{PROPOSALS}/1/withdraw").status_code == 403


def test_a_sentence_that_changed_in_the_next_draft_makes_it_stale_and_it_stays(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.x_signatory)
    spoken = paragraph(db, ALONE)
    propose(client, db, spoken, "insert", added="One more sentence.")
    key = db.scalars(select(Amendment.key)).one()
    db.rollback()
    now = text_of(db, key)
    other = now.replace(ALONE, "the mandate should come to its end")
    place = Place(SLUG, key, "en")
    edit_sentence(db, cast.officer, place, other, basis=now, previous="", at=NOON)
    circulate_again(db, cast)

    page = client.get(f"{PROPOSALS}?language=en").text

    assert "of an earlier draft" in page
    assert "One more sentence." in page


def test_what_is_typed_is_text_on_every_page(client: TestClient, db: Session, cast: Cast) -> None:
    apart(db, cast)
    cast.sign_in(client, cast.b_signatory)
    sentence = paragraph(db, FIRST)
    for action, name in (("replace", "wording"), ("insert", "added"), ("delete", "reason")):
        assert propose(client, db, sentence, action, **{name: ATTACK}).status_code == 303
    seen = [client.get(f"{PROPOSALS}?language=en"), client.get(f"{PROPOSALS}/{sentence}")]
    decide(client, cast, "B-1", "modified", words=ATTACK, reason=ATTACK)
    seen += [client.get(f"{REGISTER}?language=en"), client.get(f"{REGISTER}/B-1")]
    cast.sign_in(client, cast.b_signatory)
    seen.append(client.get(f"{PROPOSALS}?language=en"))

    for page in seen:
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;alert" in page.text.replace("&lt;</ins><ins>", "&lt;")
