from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from app.domain.errors import NotFound
from app.domain.position import Cell, Statement
from app.features.positions.cells import CellStatus, Place, Writing
from app.features.positions.index_page import CellCard, IndexPage, NextStep, Reach, index_page
from app.features.positions.service import save_draft, withdraw_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    DESK,
    FRAGILE,
    GENERAL,
    PLACE,
    SLUG,
    are_one,
    close,
    drafted,
    open_briefing,
    pass_deadline,
    signed,
)

OTHER = Statement("active", "Otherwise.", "en")
SALT = b"\x05" * 32


def card(page: IndexPage, cell: Cell = PLACE.cell) -> CellCard:
    return next(each for row in page.rows for each in row.cells if each and each.cell == cell)


def test_every_cell_begins_as_not_started(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    page = index_page(db, cast.a_drafter, SLUG)

    assert [row.mission for row in page.rows][-1] == "ALL"
    assert page.counts[CellStatus.NOT_STARTED] == 6
    assert page.reach == Reach(0, 4)
    assert page.next_step is not None
    assert page.next_step.cell is not None
    assert page.next_step.cell.question == 1


def test_a_cell_moves_through_its_states(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    seen = []

    def look() -> None:
        seen.append(card(index_page(db, cast.a_signatory, SLUG)).status)

    version = drafted(db, cast.a_drafter).version
    look()
    ready = Writing(FRAGILE, version, ready=True)
    version = save_draft(db, cast.a_drafter, PLACE, ready, at=NOON).written.version
    look()
    signed(db, cast.a_signatory, version=version)
    look()
    drafted(db, cast.a_drafter, statement=OTHER, version=version + 1)
    look()
    signed(db, cast.a_signatory, statement=OTHER, version=version + 2)
    withdraw_position(db, cast.a_signatory, PLACE, 2, salt=SALT, at=NOON)
    look()

    assert seen == ["draft", "awaiting", "signed", "changed", "withdrawn"]


def test_the_matrix_shows_the_assessment(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_focal)

    answer = client.get(DESK)

    assert answer.status_code == 200
    assert f'href="{CELL}"' in answer.text
    assert "Stalled" in answer.text
    assert "0 of 4" in answer.text


def test_a_signatory_is_led_to_what_awaits(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    save_draft(db, cast.a_drafter, PLACE, Writing(FRAGILE, 0, ready=True), at=NOON)

    assert index_page(db, cast.a_signatory, SLUG).next_step == NextStep(count=1)
    assert index_page(db, cast.a_focal, SLUG).next_step is None


def test_a_drafter_is_led_back_to_what_was_begun(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, GENERAL)

    step = index_page(db, cast.a_drafter, SLUG).next_step

    assert step == NextStep(cell=GENERAL.cell, begun=True)


def test_general_positions_are_counted_apart(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    signed(db, cast.a_signatory, GENERAL)

    page = index_page(db, cast.a_drafter, SLUG)

    assert (page.reach, page.general_signed) == (Reach(1, 4), 1)


def test_filters_are_in_the_address(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)

    drafts = client.get(DESK, params={"status": "draft"}).text
    second = client.get(DESK, params={"question": "2"}).text
    other = client.get(DESK, params={"mission": "UNMISS"}).text

    assert f'href="{CELL}"' in drafts
    assert f'href="{DESK}/1/UNMISS"' not in drafts
    assert f'<a href="{CELL}"' not in second
    assert f'<a href="{CELL}"' not in other
    assert f'<a href="{DESK}/1/UNMISS"' in other
    assert client.get(DESK, params={"status": "nonsense"}).status_code == 404


def test_what_is_left_is_said_per_question_and_per_mission(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    page = index_page(db, cast.a_drafter, SLUG)

    assert [column.reach for column in page.columns] == [Reach(1, 2), Reach(0, 2)]
    assert [row.reach for row in page.rows] == [Reach(1, 2), Reach(0, 2), Reach(0, 2)]


def test_what_waits_for_signature_is_said_to_everybody_at_the_desk(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    save_draft(db, cast.a_drafter, PLACE, Writing(FRAGILE, 0, ready=True), at=NOON)
    cast.sign_in(client, cast.a_focal)

    assert "1 waits for signature" in client.get(DESK).text


def test_the_last_receipts_stand_on_the_page(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.a_drafter)

    assert f'href="{CELL}/receipts/1"' in client.get(DESK).text


def test_a_filter_may_find_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    assert "Nothing here" in client.get(DESK, params={"status": "signed"}).text


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_afterwards_everything_can_still_be_read(
    client: TestClient, db: Session, cast: Cast, shut: object
) -> None:
    briefing = open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    assert callable(shut)
    shut(db, briefing)
    cast.sign_in(client, cast.a_signatory)

    answer = client.get(DESK)

    assert "Stalled" in answer.text
    assert "You can read everything" in answer.text
    assert index_page(db, cast.a_signatory, SLUG).next_step is None


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_there_is_no_such_page(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.person(who))

    there, absent = client.get(DESK), client.get(ABSENT)

    assert are_one(there, absent)


def test_invited_states_have_the_same_desk(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    assert index_page(db, cast.x_signatory, SLUG).reach.total == 4


def test_own_cells_only(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    assert index_page(db, cast.b_drafter, SLUG).counts[CellStatus.NOT_STARTED] == 6
    with pytest.raises(NotFound):
        index_page(db, cast.c_focal, SLUG)


@contextmanager
def counting(db: Session) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: Connection, _x: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(db.get_bind(), "before_cursor_execute", note)
    yield seen
    event.remove(db.get_bind(), "before_cursor_execute", note)


def test_the_number_of_queries_does_not_grow(client: TestClient, db: Session, cast: Cast) -> None:
    missions = tuple(f"M{each:02}" for each in range(16))
    open_briefing(db, cast, missions=missions, questions=5)
    for mission in missions[:6]:
        signed(db, cast.a_signatory, Place(SLUG, Cell(1, mission)))
    cast.sign_in(client, cast.a_drafter)

    with counting(db) as seen:
        assert "6 of 80" in client.get(DESK).text

    assert len(seen) <= 8
