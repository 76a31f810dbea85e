"""Grouping points: one press each, nothing counts until confirmed, everything can be undone."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import vectors as encoder
from app.db.models import Event, GroupingAct, Vector
from app.domain.position import Cell
from app.features.briefings.queries import get_briefing
from app.features.grouping import vectors
from app.features.grouping.bench import CellBench, ref_of
from app.features.summaries.releasing import compile_briefing
from tests.cast import Cast
from tests.features.summaries.small import SLUG, circulated, closed, issued

CELL = Cell(1, "UNONE")
PAGE = f"/briefings/{SLUG}/groups/1/UNONE"


def refs(db: Session) -> dict[str, str]:
    """Give the mark of each member's point."""
    bench = CellBench.read(db, get_briefing(db, SLUG), CELL)
    db.rollback()
    return {source.position.member: ref_of(source.ref) for source in bench.sources}


def decide(client: TestClient, db: Session, act: str, **more: object) -> Response:
    seen = db.scalar(select(func.max(GroupingAct.number))) or 0
    db.rollback()
    return client.post(PAGE, data={"seen": seen, "act": act, **more}, follow_redirects=False)


def groups(db: Session) -> list[tuple[int | None, str]]:
    """Give the count and the text of every sentence of the cell that words points."""
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return [
        (each.sentence.count, each.text)
        for each in summary.sentences
        if each.sentence.words_points
        and each.sentence.part == "II"
        and each.sentence.missions == ("UNONE",)
    ]


def test_two_points_confirmed_as_the_same_are_one_sentence_of_two(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    one, other = (marks[member] for member in sorted(marks)[:2])
    before = groups(db)
    answer = decide(client, db, "choose", points=one, choice=f"with:{other}")
    assert answer.status_code == 303
    assert answer.headers["location"] == PAGE
    after = groups(db)
    assert len(after) == len(before) - 1
    assert max(count or 0 for count, _ in after) == 2
    assert "(wording pending)" in after[0][1]


def test_undoing_gives_back_what_stood(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    before, marks = groups(db), refs(db)
    one, other = (marks[member] for member in sorted(marks)[:2])
    decide(client, db, "choose", points=one, choice=f"with:{other}")
    decide(client, db, "undo")
    assert groups(db) == before
    assert decide(client, db, "undo").status_code == 409


def test_a_group_is_named_parted_and_joined_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    one, other = (marks[member] for member in sorted(marks)[:2])
    decide(client, db, "confirm", sets=[f"1 {one}", f"1 {other}", f"2 {one}"])
    assert decide(client, db, "name", group="g1", name="Exit").status_code == 303
    assert "Exit" in client.get(PAGE).text
    decide(client, db, "part", points=other)
    assert [count for count, _ in groups(db) if count == 2] == []
    decide(client, db, "choose", points=other, choice="group:g1")
    assert [count for count, _ in groups(db) if count == 2] == [2]


def test_points_parted_for_good_are_marked_wherever_they_meet(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    one, other = (marks[member] for member in sorted(marks)[:2])
    decide(client, db, "confirm", sets=[f"1 {one}", f"1 {other}", f"2 {one}"])
    decide(client, db, "reject", points=one, others=f"{one} {other}")
    bench = CellBench.read(db, get_briefing(db, SLUG), CELL)
    places = {ref_of(source.ref): place for place, source in enumerate(bench.sources)}
    assert bench.field.apart(places[one], places[other]) == "rejected before"
    assert not any({places[one], places[other]} <= set(group) for group in bench.proposed)


def test_a_decision_made_meanwhile_is_told_and_nothing_is_kept(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    one = marks[min(marks)]
    decide(client, db, "choose", points=one, choice="alone")
    answer = client.post(PAGE, data={"seen": 0, "act": "undo"}, follow_redirects=False)
    assert answer.status_code == 409
    assert "Somebody else decided" in answer.text
    assert db.scalar(select(func.count(GroupingAct.id))) == 1


@pytest.mark.parametrize(
    "data",
    [
        {"act": "choose", "choice": "alone", "points": "nobody:0"},
        {"act": "choose", "choice": "alone", "points": "garbage"},
        {"act": "choose", "choice": "group:g99", "points": "ONE"},
        {"act": "merge", "group": "g99", "into": "g98"},
        {"act": "name", "group": "g99", "name": "x"},
    ],
)
def test_what_is_not_in_the_cell_is_not_found(
    data: dict[str, str], client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    data = {key: marks[min(marks)] if value == "ONE" else value for key, value in data.items()}
    assert decide(client, db, **data).status_code == 404
    assert db.scalar(select(func.count(GroupingAct.id))) == 0


def test_after_issue_nothing_is_decided(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    answer = decide(client, db, "choose", points=marks[min(marks)], choice="alone")
    assert answer.status_code == 403


def test_opening_a_cell_leaves_a_note_for_every_owner(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    client.get(PAGE)
    read = db.scalars(select(Event).where(Event.act == "position.read")).all()
    assert {event.delegation_id for event in read} >= {cast.a.id, cast.b.id}


@pytest.mark.skipif(not encoder.is_installed(), reason="no sentence encoder")
def test_vectors_are_made_after_the_page_and_kept(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.officer)
    assert "are being compared" in client.get(PAGE).text
    assert "are being compared" not in client.get(PAGE).text
    kept = db.scalar(select(func.count()).select_from(Vector))
    assert kept
    db.rollback()
    vectors.prepare(client.app.state.sessions, SLUG)  # type: ignore[attr-defined]  # FastAPI's
    assert db.scalar(select(func.count()).select_from(Vector)) == kept


def test_the_list_says_how_far_each_cell_is(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    marks = refs(db)
    decide(client, db, "choose", points=marks[min(marks)], choice="alone")
    page = client.get(f"/briefings/{SLUG}/groups").text
    assert re.search(rf"1 of {len(marks)}\b", page)


def test_cuts_nobody_confirmed_are_vouched_for_by_the_presidency(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    before = client.get(PAGE).text
    answer = decide(client, db, "cuts")
    after = client.get(PAGE).text

    assert answer.status_code == 303
    assert "cut by the machine, confirmed by nobody" in before
    assert "cut by the machine, confirmed by nobody" not in after
    assert "cut confirmed by the presidency, not by its owner" in after
    events = select(Event.by).where(Event.act == "grouping.cuts_confirmed")
    assert db.scalars(events).all() == ["Officer"]


def test_cuts_are_vouched_for_only_after_closing_and_before_issue(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)

    assert decide(client, db, "cuts").status_code == 403
