"""A delegation sees the sentences that count it, its own words under each, and no others."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.features.briefings.queries import get_briefing
from app.features.summaries.drafting import leave_out
from app.features.summaries.queries import proceedings_of
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.mirror.staged import (
    ALONE,
    MIRROR,
    TOGETHER,
    apart,
    circulate_again,
    grouped,
    last_draft,
    many,
    paragraph,
    sentences,
)
from tests.features.summaries.small import (
    A_WORDS,
    B_WORDS,
    SLUG,
    closed,
    end_corrections,
    issued,
    revision_of,
)


def test_every_sentence_that_counts_us_is_there_once_in_reading_order(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en")
    shown = sentences(page)

    assert page.status_code == 200
    assert shown == sorted(shown, key=lambda each: int(each[1:]))
    assert paragraph(db, TOGETHER) in shown
    assert paragraph(db, "UNTWO.tally.close") in shown
    assert paragraph(db, "UNONE.tally.continue") not in shown
    assert B_WORDS in page.text


def test_it_is_read_in_the_language_one_reads(client: TestClient, db: Session, cast: Cast) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_drafter)
    text = last_draft(db).texts["fr"]["sentences"][int(paragraph(db, TOGETHER)[1:]) - 1]["text"]

    page = client.get(f"{MIRROR}?language=fr")

    assert text in page.text.replace("&#39;", "'").replace("&#34;", '"')
    assert '<ol class="sentences" lang="fr"' in page.text


def test_whoever_a_sentence_does_not_count_does_not_find_it_there(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    shared = paragraph(db, TOGETHER)
    cast.sign_in(client, cast.c_focal)

    assert shared not in sentences(client.get(f"{MIRROR}?language=en"))
    assert client.get(f"{MIRROR}/{shared}?language=en").status_code == 404
    assert client.get(f"{MIRROR}/s999?language=en").status_code == 404


@pytest.mark.parametrize("rule", ["counted", "non_attributed"])
def test_no_word_of_another_delegation_is_there(
    client: TestClient, db: Session, cast: Cast, rule: str
) -> None:
    grouped(db, cast, rule)
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en").text

    assert A_WORDS not in page
    assert revision_of(db, "A")[:12] not in page
    assert "Delegation A" not in page
    assert B_WORDS in page


def test_where_nobody_may_be_found_out_one_learns_of_oneself_alone(
    client: TestClient, db: Session, cast: Cast
) -> None:
    many(db, cast)
    positions = proceedings_of(db, get_briefing(db, SLUG)).positions
    db.rollback()
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en").text
    theirs = [each for each in positions if each.member != "B"]

    assert next(each for each in positions if each.member == "B").statement.text in page
    assert [each.member for each in theirs if each.hash[:16] in page] == []
    assert [
        each.member for each in theirs if each.statement.text and each.statement.text in page
    ] == []


def test_who_may_not_be_found_out_sees_why_its_words_are_in_no_sentence(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast, "non_attributed")
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en")

    assert sentences(page) == []
    assert "Our positions not reflected in words" in page.text


def test_words_left_out_stand_there_with_the_reason(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    leave_out(db, cast.officer, SLUG, revision_of(db, "B"), "Off the subject.", at=NOON)
    circulate_again(db, cast)
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en").text

    assert B_WORDS in page
    assert "Off the subject." in page
    assert "In no sentence" not in page


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "visitor"])
def test_no_other_desk_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.get(MIRROR).status_code == (303 if who == "visitor" else 404)


def test_before_a_draft_is_circulated_there_is_none(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.b_signatory)

    assert client.get(MIRROR).status_code == 404


def test_after_the_deadline_it_is_read_and_no_longer_answered(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    end_corrections(db)
    cast.sign_in(client, cast.b_signatory)

    page = client.get(f"{MIRROR}?language=en").text

    assert ALONE in page
    assert "The time for corrections has passed." in page
    assert 'name="verdict"' not in page


def test_it_stays_readable_once_the_summary_is_issued(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.b_signatory)

    assert client.get(MIRROR).status_code == 200
