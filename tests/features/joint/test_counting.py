"""What a joint statement gives the summary: each State once, linked by those who signed."""

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.attribution import Attribution
from app.domain.gates import run_gates
from app.domain.sentence import Part
from app.features.briefings.queries import get_briefing
from app.features.grouping.bench import CellBench
from app.features.joint.service import align
from app.features.summaries.releasing import compile_briefing
from tests.cast import Cast
from tests.features.joint.desk import act, tabled
from tests.features.positions.desk import CELL, PLACE, SLUG, close, open_briefing, signed

GROUPS = f"/briefings/{SLUG}/groups"


def said(db: Session) -> list[tuple[tuple[str, ...], str]]:
    """Give whom each sentence on a point counts, and its words."""
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    assert all(gate.passed for gate in run_gates(summary).values())
    return [
        (each.sentence.seats, each.text)
        for each in summary.of_part(Part.REGISTER)
        if each.sentence.words_points
    ]


def jointly(db: Session, cast: Cast) -> None:
    """Let A table, B and the invited X align, and the briefing close."""
    briefing = open_briefing(db, cast, rule=Attribution.ATTRIBUTED)
    reference = tabled(db, cast.a_signatory, "B", "X")
    for actor in (cast.b_signatory, cast.x_signatory):
        align(db, act(actor), (SLUG, reference), 1)
    close(db, briefing)


def test_every_point_is_one_sentence_that_counts_each_state_once(db: Session, cast: Cast) -> None:
    jointly(db, cast)

    members = [text for seats, text in said(db) if set(seats) == {"A", "B"}]
    invited = [text for seats, text in said(db) if seats == ("X",)]

    assert len(members) == len(invited) == 2
    assert all("[joint statement]" in text for text in members)


def test_the_workbench_finds_nothing_left_to_decide_among_members(
    client: TestClient, db: Session, cast: Cast
) -> None:
    jointly(db, cast)
    cast.sign_in(client, cast.officer)

    bench = CellBench.read(db, get_briefing(db, SLUG), PLACE.cell)

    assert len(bench.decided) == len(bench.sources) == 6
    assert bench.current() is None
    db.rollback()
    assert "6" in client.get(GROUPS).text


def test_a_state_that_signed_its_own_text_is_counted_by_that_alone(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = open_briefing(db, cast, rule=Attribution.ATTRIBUTED)
    reference = tabled(db, cast.a_signatory)
    align(db, act(cast.b_signatory), (SLUG, reference), 1)
    signed(db, cast.b_signatory)
    close(db, briefing)

    found = said(db)

    assert {seats for seats, _ in found} == {("A",), ("B",)}
    assert not any("[joint statement]" in text for _, text in found)
    cast.sign_in(client, cast.b_signatory)
    assert client.get(f"{CELL}/receipts/1").status_code == 200
