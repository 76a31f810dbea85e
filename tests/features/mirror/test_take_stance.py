"""Stances where the presidency asked for them: for the presidency alone, as the rule allows."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import StanceTaken
from app.domain.wall_time import in_new_york
from app.domain.wording import wording_in
from tests.cast import Cast
from tests.features.mirror.staged import (
    ALONE,
    DESK,
    MIRROR,
    TOGETHER,
    circulate_again,
    grouped,
    last_draft,
    many,
    paragraph,
    sentences,
    stand,
)
from tests.features.summaries.small import HOME, SOON, clock, closed, end_corrections

EVERY = ("every",)


def taken(db: Session) -> list[str]:
    rows = [row.value for row in db.scalars(select(StanceTaken.stance).order_by(StanceTaken.id))]
    db.rollback()
    return rows


def test_the_presidency_asks_by_ticking_when_it_circulates(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast, "attributed")
    until = in_new_york(clock(db) + SOON)
    db.rollback()
    cast.sign_in(client, cast.officer)
    page = client.get(f"{HOME}/circulate?language=en").text
    form = {"deadline_date": f"{until:%Y-%m-%d}", "deadline_time": f"{until:%H:%M}"}

    gone = client.post(f"{HOME}/circulate", data={**form, "asked": ["q9.gone"]})
    client.post(f"{HOME}/circulate", data={**form, "asked": ["every"]})

    assert "Ask members for their stance" in page
    assert gone.status_code == 409
    assert form["deadline_date"] in gone.text
    assert len(last_draft(db).asked) == 2


def test_whoever_is_asked_answers_though_the_sentence_does_not_count_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast, asked=EVERY)
    sentence = paragraph(db, TOGETHER)
    cast.sign_in(client, cast.a_signatory)

    for stance, words in (("oppose", "Never."), ("support", ""), ("support", "")):
        assert stand(client, db, sentence, stance, text=words).status_code == 303

    assert taken(db) == ["oppose", "support"]
    assert "A Signatory" in client.get(f"{MIRROR}/{sentence}?language=en").text


@pytest.mark.parametrize(
    ("stance", "words", "why"),
    [
        ("conditions", {}, "Say what your conditions"),
        ("oppose", {}, "Say what your conditions"),
        ("reservation", {"text": "Typed here."}, "could go along with"),
        ("reservation", {"along": "Typed here."}, "Say what your conditions"),
        ("", {"text": "Typed here."}, "Choose one"),
    ],
)
def test_what_needs_words_is_not_taken_without_them(
    client: TestClient, db: Session, cast: Cast, stance: str, words: dict[str, str], why: str
) -> None:
    grouped(db, cast, asked=EVERY)
    cast.sign_in(client, cast.b_signatory)

    answer = stand(client, db, paragraph(db, TOGETHER), stance, **words)

    assert answer.status_code == 422
    assert why in answer.text
    assert next(iter(words.values()), "") in answer.text
    assert taken(db) == []


def test_where_nobody_asked_there_is_no_stance(client: TestClient, db: Session, cast: Cast) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)

    assert stand(client, db, paragraph(db, TOGETHER), "support").status_code == 404
    assert taken(db) == []


def test_an_invited_state_and_a_drafter_take_none(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast, asked=EVERY)
    for who in (cast.x_signatory, cast.b_drafter):
        cast.sign_in(client, who)
        assert stand(client, db, paragraph(db, TOGETHER), "support").status_code == 403
    cast.sign_in(client, cast.x_signatory)

    assert sentences(client.get(f"{MIRROR}?language=en")) == []
    assert taken(db) == []


@pytest.mark.parametrize(("rule", "named"), [("attributed", True), ("counted", False)])
def test_the_presidency_sees_numbers_a_label_and_names_where_the_rule_allows(
    client: TestClient, db: Session, cast: Cast, rule: str, *, named: bool
) -> None:
    grouped(db, cast, rule, EVERY)
    cast.sign_in(client, cast.b_signatory)
    words = {"text": "The date is too soon.", "along": "A later one."}
    stand(client, db, paragraph(db, TOGETHER), "reservation", **words)
    cast.sign_in(client, cast.officer)

    tally = client.get(f"{DESK}?language=en").text.partition("<h2>Stances</h2>")[2]

    assert "Reservations expressed" in tally
    assert "1 of 3" in tally
    assert "2 of 3" in tally
    assert "A later one." in tally
    assert (">Delegation B<" in tally) is named


def test_silence_is_never_support(client: TestClient, db: Session, cast: Cast) -> None:
    grouped(db, cast, asked=EVERY)
    cast.sign_in(client, cast.b_signatory)
    stand(client, db, paragraph(db, TOGETHER), "support")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{DESK}?language=en").text

    assert "No objection among those who expressed themselves" in page
    assert "All members support" not in page


def test_the_next_draft_keeps_a_stance_on_the_same_words_and_asks_again_on_others(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast, asked=EVERY)
    cast.sign_in(client, cast.b_signatory)
    stand(client, db, paragraph(db, TOGETHER), "support")
    circulate_again(db, cast, asked=EVERY)
    kept = client.get(f"{MIRROR}/{paragraph(db, TOGETHER)}").text
    cast.sign_in(client, cast.officer)

    assert "B Signatory" in kept
    assert "1 of 3" in client.get(f"{DESK}?language=en").text


def test_where_nobody_may_be_found_out_there_are_bands_and_only_after_the_deadline(
    client: TestClient, db: Session, cast: Cast
) -> None:
    many(db, cast)
    sentence = paragraph(db, ALONE)
    before_anything = _stances(client, cast)
    cast.sign_in(client, cast.b_signatory)
    assert stand(client, db, sentence, "oppose", text="Never.").status_code == 303

    assert _stances(client, cast) == before_anything
    end_corrections(db)
    after = _stances(client, cast)

    few, _, most = wording_in("en").band["member"]
    assert few in after
    assert most in after
    assert not re.search(r"Never\.|Delegation B|\d+ of \d+|Divided|Opposed<", after)


def _stances(client: TestClient, cast: Cast) -> str:
    cast.sign_in(client, cast.officer)
    return client.get(f"{DESK}?language=en").text.partition("<h2>Stances</h2>")[2]
