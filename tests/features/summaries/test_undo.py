"""Undoing passes over what is gone, says so, and goes on to what can be taken back."""

import re

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import SummaryAct, Wording
from app.features.summaries.drafting import edit_sentence, move_sentence
from app.features.summaries.pages import Place
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import HOME, SLUG, closed, text_of
from tests.features.summaries.test_former import BENCH, group, word

KEY = "q1.UNONE.tally.continue"
OURS = "On UNONE two of the three members gave the assessment “continue”."
UNDO = "Undo the last change"


def edit(db: Session, cast: Cast) -> str:
    computed = text_of(db, KEY)
    place = Place(SLUG, KEY, "en")
    edit_sentence(db, cast.officer, place, OURS, basis=computed, previous="", at=NOON)
    return computed


def kept(db: Session) -> list[tuple[str, int | None]]:
    rows = db.scalars(select(SummaryAct).order_by(SummaryAct.number))
    found = [(row.kind.value, row.takes_back) for row in rows]
    db.rollback()
    return found


def test_a_change_whose_sentence_is_gone_is_passed_over(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    computed = edit(db, cast)
    word(db, cast)
    group(db, cast)
    cast.sign_in(client, cast.officer)

    for page in (client.get(f"{HOME}?language=en"), client.get(f"{HOME}/history?language=en")):
        assert 'name="seen" value="1"' in page.text
        assert "1 later change is passed over" in page.text
        assert "Grouping is taken back on the workbench" in page.text
    answer = client.post(f"{HOME}/undo?language=en", data={"seen": "1"})
    after = client.get(f"{HOME}/history?language=en").text

    assert answer.status_code == 303
    assert text_of(db, KEY) == computed
    assert db.scalar(select(Wording.key))  # words of the point that was grouped stay
    assert kept(db) == [("edit", None), ("word", None), ("edit", 1)]
    assert UNDO not in after
    assert "1 later change is passed over" in after


def test_ungrouped_again_it_is_the_one_to_undo(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    edit(db, cast)
    word(db, cast)
    group(db, cast)
    cast.sign_in(client, cast.officer)
    client.post(BENCH, data={"seen": 1, "act": "undo"})

    page = client.get(f"{HOME}?language=en").text

    assert 'name="seen" value="2"' in page
    assert "passed over" not in page


def test_an_order_that_grouping_upset_is_passed_over(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    move_sentence(db, cast.officer, Place(SLUG, KEY, "en"), up=False, at=NOON)
    cast.sign_in(client, cast.officer)
    assert 'name="seen" value="1"' in client.get(f"{HOME}?language=en").text

    group(db, cast)
    page = client.get(f"{HOME}?language=en").text

    assert UNDO not in page
    assert "1 later change is passed over" in page


def test_undo_names_the_paragraph_the_act_its_words_and_whose_they_are(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    edit(db, cast)
    cast.sign_in(client, cast.president)

    page = client.get(f"{HOME}?language=en").text
    offered = " ".join(page[page.index(UNDO) :][:900].split())

    assert f"<bdi>{cast.officer.signature}</bdi>: Edited the sentence" in offered
    assert re.search(r"paragraph \d+</a>", offered)
    assert OURS in offered
