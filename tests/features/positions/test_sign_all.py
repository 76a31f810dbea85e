from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Revision
from app.domain.errors import Invalid
from app.domain.position import Cell, Statement
from app.features.positions.cells import Chosen, Writing
from app.features.positions.people import Person
from app.features.positions.review_page import review_page
from app.features.positions.service import save_draft, sign_all
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    DESK,
    FRAGILE,
    GENERAL,
    PLACE,
    SLUG,
    are_one,
    close,
    drafted,
    kept,
    open_briefing,
    pass_deadline,
    signed,
)

SIGN = f"{DESK}/sign"
BOTH = {"cells": ["1:MINUSMA:1", "2:ALL:1"]}
SALT = b"\x09" * 32


def begin(db: Session, cast: Cast) -> Briefing:
    briefing = open_briefing(db, cast)
    save_draft(db, cast.a_drafter, PLACE, Writing(FRAGILE, 0, ready=True), at=NOON)
    drafted(db, cast.a_drafter, GENERAL)
    return briefing


def test_the_review_lists_what_awaits_and_what_is_being_drafted(db: Session, cast: Cast) -> None:
    begin(db, cast)

    page = review_page(db, cast.a_signatory, SLUG)

    assert [row.key for row in page.awaiting] == ["1:MINUSMA:1"]
    assert [row.key for row in page.drafts] == ["2:ALL:1"]
    assert page.awaiting[0].drafted_by == Person("A Drafter")


def test_what_is_signed_already_is_not_listed(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    page = review_page(db, cast.a_signatory, SLUG)

    assert (page.awaiting, page.drafts) == ((), ())


def test_only_what_awaits_is_ticked_before_one_looks(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.a_signatory)

    page = client.get(SIGN).text

    assert page.count(" checked") == 1
    assert "What becomes public, and when" in page
    assert f'href="{DESK}/1/MINUSMA"' in page


def test_ticked_positions_are_signed_together(client: TestClient, db: Session, cast: Cast) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(SIGN, data=BOTH)

    assert (answer.status_code, answer.headers["location"]) == (303, f"{DESK}?status=signed")
    revisions = db.scalars(select(Revision)).all()
    assert len(revisions) == len({each.salt for each in revisions}) == 2


def test_all_or_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    begin(db, cast)
    drafted(db, cast.a_drafter, GENERAL, Statement("active", "Later words.", "en"), 1)
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(SIGN, data=BOTH)

    assert answer.status_code == 409
    assert "changed while you were reading" in answer.text
    assert "Later words." in answer.text
    assert answer.text.count(" checked") == 1
    assert kept(db) == before


@pytest.mark.parametrize(
    "cells", [[], ["nonsense"], ["1:MINUSMA"], ["1:MINUSMA:x"], ["१:MINUSMA:1"]]
)
def test_bad_input_signs_nothing(
    client: TestClient, db: Session, cast: Cast, cells: list[str]
) -> None:
    begin(db, cast)
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(SIGN, data={"cells": cells})

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert kept(db) == before


def test_a_cell_that_is_not_there_cannot_be_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(SIGN, data={"cells": ["7:NOWHERE:1"]}).status_code == 409


def test_what_has_not_changed_is_not_signed_again(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    with pytest.raises(Invalid, match="Nothing has changed"):
        sign_all(db, cast.a_signatory, SLUG, [Chosen(PLACE.cell, 1)], salt=SALT, at=NOON)


def test_one_cell_named_twice_is_signed_once(db: Session, cast: Cast) -> None:
    begin(db, cast)
    twice = [Chosen(PLACE.cell, 1), Chosen(PLACE.cell, 1)]

    assert sign_all(db, cast.a_signatory, SLUG, twice, salt=SALT, at=NOON) == 1


@pytest.mark.parametrize("who", ["a_focal", "a_drafter"])
def test_others_of_the_delegation_may_look(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(db, cast)
    before = kept(db)
    cast.sign_in(client, cast.person(who))

    page = client.get(SIGN)

    assert "Only a signatory" in page.text
    assert "Sign the ticked positions" not in page.text
    assert client.post(SIGN, data=BOTH).status_code == 403
    assert kept(db) == before


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_too_late_is_refused(
    client: TestClient, db: Session, cast: Cast, shut: Callable[[Session, Briefing], None]
) -> None:
    shut(db, begin(db, cast))
    before = kept(db)
    cast.sign_in(client, cast.a_signatory)

    assert client.post(SIGN, data=BOTH).status_code == 403
    assert client.get(SIGN).status_code == 200
    assert kept(db) == before


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_it_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    begin(db, cast)
    before = kept(db)
    cast.sign_in(client, cast.person(who))

    for ask in (client.get, lambda path: client.post(path, data=BOTH)):
        there, absent = ask(SIGN), ask(f"{ABSENT}/sign")
        assert are_one(there, absent)
    assert kept(db) == before


def test_another_delegation_signs_its_own_cells_only(
    client: TestClient, db: Session, cast: Cast
) -> None:
    begin(db, cast)
    cast.sign_in(client, cast.b_signatory)

    assert FRAGILE.text not in client.get(SIGN).text
    assert client.post(SIGN, data=BOTH).status_code == 409


def test_a_mission_may_have_any_name(db: Session, cast: Cast) -> None:
    open_briefing(db, cast, missions=("UN:X",))
    drafted(db, cast.a_drafter, type(PLACE)(SLUG, Cell(1, "UN:X")))

    (row,) = review_page(db, cast.a_signatory, SLUG).drafts

    assert row.key == "1:UN:X:1"
