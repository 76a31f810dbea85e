"""The ticked rows of a file are kept together, as drafts, or none of them is."""

import json
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Draft, Event
from app.domain.answer_sheet import version_of
from app.domain.errors import Conflict
from app.domain.position import Cell, Statement
from app.features.positions.cells import Filled, Writing
from app.features.positions.service import save_draft, save_drafts
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions import answer_sheets as sheets
from tests.features.positions.desk import (
    ABSENT,
    FRAGILE,
    NOTHING,
    PLACE,
    SLUG,
    are_one,
    close,
    drafted,
    kept,
    open_briefing,
    pass_deadline,
)

SAVE = f"{sheets.SHEET}/save"
FIRST, SECOND = PLACE.cell, Cell(1, "UNMISS")
EMPTY = version_of(None)
MINE = Statement("active", "What was typed offline.", "en")
HERS = Statement("active", "What a colleague typed meanwhile.", "en")


def row(cell: Cell = FIRST, version: int = 0, seen: str = EMPTY, **said: object) -> str:
    carried = {"question": cell.question, "mission": cell.mission, "version": version}
    statement = {"assessment": "active", "text": MINE.text, "language": "en"} | said
    return json.dumps({**carried, "seen": seen, "place": "9", **statement})


def save(client: TestClient, *rows: str, chosen: tuple[str, ...] = ("1:MINUSMA",)) -> Response:
    data = {"rows": list(rows or [row()]), "chosen": list(chosen)}
    return client.post(SAVE, data=data)


def begin(client: TestClient, db: Session, cast: Cast) -> Briefing:
    briefing = open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)
    return briefing


def test_ticked_rows_become_drafts_and_nothing_is_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)

    answer = save(client, row(), row(SECOND))

    assert (answer.status_code, answer.headers["location"]) == (303, f"/briefings/{SLUG}/positions")
    assert sheets.drafts(db) == {FIRST: MINE}
    assert [event.act for event in db.scalars(select(Event))] == ["position.drafted"]


def test_saving_twice_changes_nothing_more(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)
    save(client)
    before = kept(db)
    db.rollback()

    assert save(client).status_code == 303
    assert kept(db) == before
    assert db.scalars(select(Draft)).one().version == 1


def test_where_a_colleague_was_faster_nothing_is_saved_and_both_are_shown(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)
    drafted(db, cast.a_signatory, PLACE, HERS)
    before = kept(db)

    answer = save(client, row(), row(SECOND, text="Another."), chosen=("1:MINUSMA", "1:UNMISS"))

    assert answer.status_code == 409
    assert all(said in answer.text for said in (MINE.text, HERS.text, "Another."))
    assert answer.text.count(" checked") == 1
    assert kept(db) == before


def test_who_has_read_both_may_take_the_files(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)
    drafted(db, cast.a_signatory, PLACE, HERS)

    assert save(client, row(version=1)).status_code == 303
    assert sheets.drafts(db) == {FIRST: MINE}


def test_a_page_may_carry_more_rows_than_forms_usually_have(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)

    answer = save(client, *[row()] * 2_000, chosen=("1:MINUSMA",) * 2_000)

    assert answer.status_code == 303
    assert sheets.drafts(db) == {FIRST: MINE}


def test_one_race_among_many_rows_saves_none(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_signatory, PLACE, HERS)
    filled = [Filled(SECOND, 0, MINE), Filled(FIRST, 0, MINE)]

    with pytest.raises(Conflict):
        save_drafts(db, cast.a_drafter, SLUG, filled, at=NOON)

    assert sheets.drafts(db) == {FIRST: HERS}


def test_the_terms_of_a_position_stay_and_its_readiness_goes(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)
    writing = Writing(FRAGILE, 0, quotable=True, ready=True)
    save_draft(db, cast.a_drafter, PLACE, writing, at=NOON)

    save(client, row(version=1))

    draft = db.scalars(select(Draft)).one()
    assert (draft.text, draft.quotable, draft.ready) == (MINE.text, True, False)


def test_nothing_ticked_is_said_and_nothing_is_lost(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(client, db, cast)

    answer = save(client, chosen=())

    assert answer.status_code == 422
    assert "Choose at least one answer to save." in answer.text
    assert MINE.text in answer.text
    assert kept(db) == NOTHING


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_too_late_nothing_is_saved_and_the_words_are_shown(
    client: TestClient, db: Session, cast: Cast, shut: Callable[[Session, Briefing], None]
) -> None:
    shut(db, begin(client, db, cast))

    answer = save(client)

    assert answer.status_code == 403
    assert MINE.text in answer.text
    assert "Save the ticked rows" not in answer.text
    assert kept(db) == NOTHING


@pytest.mark.parametrize(
    ("made", "status"),
    [
        ("nonsense", 422),
        (row(version=-1), 422),
        (row(assessment="perhaps"), 422),
        (row(language="xx"), 422),
        (row(text="a\u202eb"), 422),
        (row(text="a" * 20_001), 422),
        (row(Cell(7, "MINUSMA")), 404),
        (row(Cell(1, "NOWHERE")), 404),
    ],
)
def test_a_row_no_page_of_ours_made_is_refused(
    client: TestClient, db: Session, cast: Cast, made: str, status: int
) -> None:
    begin(client, db, cast)

    answer = save(client, made, chosen=("1:MINUSMA", "7:MINUSMA", "1:NOWHERE"))

    assert answer.status_code == status
    assert kept(db) == NOTHING


def test_who_only_reads_saves_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)
    cast.sign_in(client, cast.a_focal)

    assert save(client).status_code == 403
    assert kept(db) == NOTHING


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_it_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(client, db, cast)
    cast.sign_in(client, cast.person(who))
    data = {"rows": [row()], "chosen": ["1:MINUSMA"]}

    assert are_one(save(client), client.post(f"{ABSENT}/sheet/save", data=data))
    assert kept(db) == NOTHING


def test_each_delegation_saves_at_its_own_desk(client: TestClient, db: Session, cast: Cast) -> None:
    begin(client, db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.b_drafter)

    assert save(client).status_code == 303
    assert db.scalars(select(Draft.text).order_by(Draft.position_id)).all() == [
        FRAGILE.text,
        MINE.text,
    ]
