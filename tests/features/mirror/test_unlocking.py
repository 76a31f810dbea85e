"""What would leave no reservation: for the presidency, in the members' words, found by a person."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import ConditionAct, Event
from app.domain import cover
from app.domain.lifecycle import BriefingState
from app.features.briefings.queries import get_briefing
from tests.cast import Cast
from tests.features.briefings.test_show import counted_queries
from tests.features.mirror.staged import (
    ALONE,
    MIRROR,
    TOGETHER,
    circulate_again,
    grouped,
    many,
    paragraph,
    sentences,
    stand,
)
from tests.features.summaries.small import SLUG, end_corrections, other_president

PAGE = f"/briefings/{SLUG}/unlocking"
EVERY = ("every",)
SOON, LATE = "A later date.", "Not this year."


def reserved(
    client: TestClient, db: Session, cast: Cast, rule: str = "attributed", *, along: str = LATE
) -> None:
    """Let A reserve its view and B support with conditions, on the sentence they share."""
    grouped(db, cast, rule, EVERY)
    sentence = paragraph(db, TOGETHER)
    cast.sign_in(client, cast.a_signatory)
    assert stand(client, db, sentence, "reservation", text="Why.", along=SOON).status_code == 303
    cast.sign_in(client, cast.b_signatory)
    more = {"text": "Why not.", "along": along}
    assert stand(client, db, sentence, "reservation", **more).status_code == 303
    cast.sign_in(client, cast.officer)


def page_of(client: TestClient) -> str:
    answer = client.get(f"{PAGE}?language=en")
    assert answer.status_code == 200
    return answer.text.partition("<main")[2]


def names(page: str) -> list[str]:
    return re.findall(r'name="condition"\s+value="(\w+)"', page)


def mark(client: TestClient, *conditions: str) -> Response:
    return client.post(f"{PAGE}?language=en", data={"condition": list(conditions)})


def kept(db: Session) -> list[tuple[int, int | None]]:
    db.rollback()
    rows = db.scalars(select(ConditionAct).order_by(ConditionAct.number)).all()
    found = [(len(row.conditions), row.undone) for row in rows]
    db.rollback()
    return found


def test_each_condition_stands_in_the_words_of_its_member(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast)

    page = page_of(client)

    assert "2 acceptances leave no reservation" in page
    assert SOON in page
    assert LATE in page
    assert "Reservations expressed" in page
    assert ">Delegation A<" in page
    assert ">Delegation B<" in page


def test_what_is_not_proven_to_be_the_fewest_is_not_called_so(
    client: TestClient, db: Session, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    reserved(client, db, cast)
    said = "that no fewer would do is not proven"
    assert said not in page_of(client)

    monkeypatch.setattr(cover, "EXACT", 1)  # as with more members than are tried exactly

    assert said in page_of(client)


def test_the_same_words_are_one_condition(client: TestClient, db: Session, cast: Cast) -> None:
    reserved(client, db, cast, along="  a LATER date")

    page = page_of(client)

    assert "1 acceptance leaves no reservation" in page
    assert "2 members" in page
    assert names(page) == []


def test_a_person_finds_that_one_acceptance_meets_two(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast)
    both = names(page_of(client))

    assert mark(client, *both).status_code == 303
    page = page_of(client)
    acts = list(db.scalars(select(Event.act).where(Event.act.startswith("mirror.conditions"))))

    assert len(both) == 2
    assert "1 acceptance leaves no reservation" in page
    assert "Met by one acceptance, as the presidency found" in page
    assert acts == ["mirror.conditions_marked"]


def test_a_finding_is_taken_back_by_one_more_act(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast)
    mark(client, *names(page_of(client)))

    assert client.post(f"{PAGE}/1/undo").status_code == 303
    assert client.post(f"{PAGE}/1/undo").status_code == 404
    assert "2 acceptances leave no reservation" in page_of(client)
    assert kept(db) == [(2, None), (0, 1)]


@pytest.mark.parametrize("ticked", [0, 1])
def test_a_finding_of_too_few_is_refused_and_ticks_are_kept(
    client: TestClient, db: Session, cast: Cast, ticked: int
) -> None:
    reserved(client, db, cast)
    chosen = names(page_of(client))[:ticked]

    answer = mark(client, *chosen)

    assert answer.status_code == 422
    assert "Tick at least two" in answer.text
    assert len(re.findall(r"\bchecked\b", answer.text)) == len(chosen)
    assert kept(db) == []


def test_a_finding_made_twice_is_refused(client: TestClient, db: Session, cast: Cast) -> None:
    reserved(client, db, cast)
    both = names(page_of(client))
    mark(client, *both)

    again = mark(client, *both)

    assert again.status_code == 422
    assert "marked already" in again.text
    assert len(kept(db)) == 1


def test_what_a_delegation_says_anew_is_to_be_looked_at_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast)
    both = names(page_of(client))
    cast.sign_in(client, cast.b_signatory)
    stand(client, db, paragraph(db, TOGETHER), "reservation", text="Why.", along="Something else.")
    cast.sign_in(client, cast.officer)

    answer = mark(client, *both)

    assert answer.status_code == 409
    assert "has said something else" in answer.text
    assert "Something else." in answer.text
    assert kept(db) == []


def test_conditions_of_two_missions_are_not_met_at_once(
    client: TestClient, db: Session, cast: Cast
) -> None:
    many(db, cast, "attributed", members=5, missions=2)
    for who in (cast.a_signatory, cast.b_signatory):
        cast.sign_in(client, who)
        for sentence in sentences(client.get(f"{MIRROR}?language=en")):
            words = {"text": "Why.", "along": f"{SOON} {who.user_id}"}
            stand(client, db, sentence, "reservation", **words)
    cast.sign_in(client, cast.officer)
    sections = page_of(client).split("<section>")[1:]
    elsewhere = [names(section)[0] for section in sections]

    answer = mark(client, *elsewhere)

    assert len(elsewhere) == 2
    assert answer.status_code == 422
    assert "one question and one mission" in answer.text
    assert kept(db) == []


def test_opposition_is_listed_and_never_among_what_is_reached(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast, asked=EVERY)
    cast.sign_in(client, cast.a_signatory)
    stand(client, db, paragraph(db, TOGETHER), "oppose", text="Never.")
    cast.sign_in(client, cast.officer)

    page = page_of(client)

    assert "Opposed, and reached by no acceptance:" in page
    assert ">Delegation A<" in page
    assert "Never." not in page
    assert "leaves no reservation" not in page


def test_where_it_is_counted_nobody_is_named_nor_told_apart_by_order(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast, "counted")

    page = page_of(client)

    assert "1 member" in page
    assert "Delegation" not in page
    assert names(page) == sorted(names(page))


def test_where_nobody_may_be_found_out_no_words_are_shown_before_or_after_the_deadline(
    client: TestClient, db: Session, cast: Cast
) -> None:
    many(db, cast)
    cast.sign_in(client, cast.officer)
    before = page_of(client)
    cast.sign_in(client, cast.b_signatory)
    sentence = paragraph(db, ALONE)
    stand(client, db, sentence, "reservation", text="Why.", along=SOON)
    cast.sign_in(client, cast.officer)

    assert page_of(client) == before
    end_corrections(db)
    after = page_of(client)
    assert "Nobody may be found out" in after
    assert SOON not in after
    assert mark(client, "0" * 32, "1" * 32).status_code == 409


def test_a_finding_stands_over_the_next_draft_while_words_and_sentence_do(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast)
    mark(client, *names(page_of(client)))
    db.rollback()
    circulate_again(db, cast, asked=EVERY)

    assert "1 acceptance leaves no reservation" in page_of(client)


def test_only_the_presidency_reads_and_marks_and_only_while_the_draft_is_out(
    client: TestClient, db: Session, cast: Cast
) -> None:
    reserved(client, db, cast)
    both = names(page_of(client))
    for who in (cast.b_signatory, cast.administrator, other_president(db, cast)):
        cast.sign_in(client, who)
        assert client.get(PAGE).status_code == 404
        assert mark(client, *both).status_code == 404
    get_briefing(db, SLUG).state = BriefingState.ISSUED
    db.commit()
    cast.sign_in(client, cast.officer)

    assert mark(client, *both).status_code == 403
    assert "Mark as met at once" not in page_of(client)
    assert kept(db) == []


def test_it_takes_few_queries(client: TestClient, db: Session, cast: Cast) -> None:
    reserved(client, db, cast)

    with counted_queries(db) as asked:
        page_of(client)

    assert len(asked) <= 9, asked
