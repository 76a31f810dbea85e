import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.attribution import Attribution
from app.domain.position import Statement
from app.features.positions.cell_page import cell_page
from app.features.positions.people import Person
from tests.cast import Cast
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    DESK,
    FRAGILE,
    GENERAL,
    PLACE,
    are_one,
    close,
    drafted,
    open_briefing,
    pass_deadline,
    signed,
)


def test_the_question_stands_in_the_language_of_the_note(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    question = cell_page(db, cast.a_drafter, PLACE, "en").question

    assert question.language == "zh"
    assert question.own
    assert question.others == ()


def test_the_assessment_comes_before_the_text(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    page = client.get(CELL).text

    assert page.index('name="assessment"') < page.index("<textarea")
    assert 'name="version" value="0"' in page
    choices = ["active", "stalled", "no_position", "awaiting_instructions", ""]
    radios = re.findall(r'<input type="radio"[^>]*name="assessment"[^>]*value="(\w*)"', page)
    assert radios == choices


def test_both_colleagues_see_the_draft_and_its_points(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    page = cell_page(db, cast.a_signatory, PLACE, "en")

    assert page.writing.statement == FRAGILE
    assert [each.text for each in page.points.pieces] == ["The process is fragile.", "Support it."]
    assert page.points.proposed == 2
    assert page.saved_by == Person("A Drafter")


def test_arabic_is_written_from_the_right(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=Statement(None, "نؤيد العملية السياسية.", "ar"))
    cast.sign_in(client, cast.a_drafter)

    page = client.get(CELL).text

    assert 'rows="6" dir="rtl" lang="ar"' in page


def test_only_stricter_rules_are_offered(db: Session, cast: Cast) -> None:
    open_briefing(db, cast, rule=Attribution.COUNTED)

    page = cell_page(db, cast.a_drafter, PLACE, "en")

    assert page.stricter == (Attribution.NON_ATTRIBUTED,)
    assert page.may_be_quoted


def test_what_is_signed_and_its_history_are_shown(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    signed(db, cast.a_signatory, statement=Statement("active", "Better now.", "en"), version=1)
    cast.sign_in(client, cast.a_focal)

    page = client.get(CELL).text

    assert "On the record" in page
    assert "Better now." in page
    assert FRAGILE.text in page
    assert f'href="{CELL}/receipts/1"' in page


def test_cells_lead_to_their_neighbours(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    page = cell_page(db, cast.a_drafter, GENERAL, "en")

    assert page.previous is not None
    assert page.previous.question == 2
    assert page.following is None


def test_a_focal_point_reads_and_does_not_write(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_focal)

    page = client.get(CELL).text

    assert FRAGILE.text in page
    assert 'name="text"' not in page


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_afterwards_it_is_read_only(
    client: TestClient, db: Session, cast: Cast, shut: object
) -> None:
    briefing = open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    assert callable(shut)
    shut(db, briefing)
    cast.sign_in(client, cast.a_signatory)

    page = client.get(CELL).text

    assert FRAGILE.text in page
    assert 'name="text"' not in page
    assert 'formaction="' not in page


@pytest.mark.parametrize(
    "path", ["/3/MINUSMA", "/1/NOWHERE", "/0/MINUSMA", "/x/MINUSMA", "/99999999999/MINUSMA"]
)
def test_a_cell_that_is_not_there_is_absent(
    client: TestClient, db: Session, cast: Cast, path: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    assert client.get(DESK + path).status_code == 404


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_it_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.person(who))

    there = client.get(CELL)
    absent = client.get(f"{ABSENT}/1/MINUSMA")

    assert are_one(there, absent)


def test_another_delegation_finds_its_own_empty_cell(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)
    cast.sign_in(client, cast.b_drafter)

    page = client.get(CELL).text

    assert FRAGILE.text not in page
    assert "On the record" not in page
