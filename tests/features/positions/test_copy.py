import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Draft, Revision
from app.domain.attribution import Attribution
from app.domain.carrying import Effect, Part
from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.position import Cell, Statement
from app.features.positions.cells import Place, Writing
from app.features.positions.copying import copy_answer, copy_page
from app.features.positions.drafting import undo_drafting
from app.features.positions.queries import get_desk, get_held
from app.features.positions.service import save_draft
from app.features.positions.targets import Pick
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    CELL,
    FRAGILE,
    PLACE,
    SLUG,
    close,
    drafted,
    kept,
    open_briefing,
    signed,
)

UNMISS, GENERAL = Place(SLUG, Cell(1, "UNMISS")), Place(SLUG, Cell(1, "ALL"))
OTHER = Statement("active", "Otherwise.", "en")
COPY = f"{CELL}/copy"


def said(db: Session, cast: Cast, place: Place) -> Statement | None:
    db.rollback()
    draft = get_held(db, get_desk(db, cast.a_drafter, SLUG).seat.id, place.cell).draft
    return draft and Statement(draft.assessment, draft.text, draft.language)


def copied(db: Session, cast: Cast, *places: Place, part: Part = Part.BOTH) -> int:
    page = copy_page(db, cast.a_drafter, PLACE, part)
    cells = {place.cell for place in places}
    picks = [row.pick for row in page.targets if row.cell in cells]
    return copy_answer(db, cast.a_drafter, PLACE, part, page.seen, picks, at=NOON)


def test_an_answer_is_copied_to_the_ticked_missions_alone(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    copied(db, cast, UNMISS)

    assert said(db, cast, UNMISS) == FRAGILE
    assert said(db, cast, GENERAL) is None


def test_the_preview_says_what_each_mission_has_now(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    drafted(db, cast.a_drafter, UNMISS, OTHER)

    rows = copy_page(db, cast.a_drafter, PLACE, Part.BOTH).targets

    assert [(row.cell.mission, row.effect, row.is_ticked) for row in rows] == [
        ("UNMISS", Effect.REPLACES, False),
        ("ALL", Effect.FILLS, True),
    ]
    assert rows[0].now is not None
    assert rows[0].now.text == "Otherwise."


def test_a_signed_text_is_never_ticked_and_stays_on_the_record(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    signed(db, cast.a_signatory, UNMISS, Statement("stalled", "", "en"))

    row = copy_page(db, cast.a_drafter, PLACE, Part.BOTH).targets[0]
    copied(db, cast, UNMISS)

    assert (row.effect, row.is_signed, row.is_ticked) == (Effect.ADDS, True, False)
    assert [each.text for each in db.scalars(select(Revision))] == [""]
    assert said(db, cast, UNMISS) == FRAGILE


def test_the_assessment_alone_leaves_the_words(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    drafted(db, cast.a_drafter, UNMISS, OTHER)

    copied(db, cast, UNMISS, part=Part.ASSESSMENT)

    assert said(db, cast, UNMISS) == Statement("stalled", "Otherwise.", "en")


def test_the_stricter_rule_goes_with_the_words(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    strict = Writing(FRAGILE, 0, Attribution.NON_ATTRIBUTED)
    save_draft(db, cast.a_drafter, PLACE, strict, at=NOON)

    copied(db, cast, UNMISS)

    assert {each.attribution for each in db.scalars(select(Draft))} == {Attribution.NON_ATTRIBUTED}


def test_nothing_newer_is_written_over_and_then_nothing_at_all(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    page = copy_page(db, cast.a_drafter, PLACE, Part.BOTH)
    drafted(db, cast.a_signatory, UNMISS, OTHER)
    picks = [row.pick for row in page.targets]
    before = kept(db)

    with pytest.raises(Conflict):
        copy_answer(db, cast.a_drafter, PLACE, Part.BOTH, page.seen, picks, at=NOON)

    assert kept(db) == before
    assert said(db, cast, UNMISS) == OTHER


def test_an_answer_that_changed_meanwhile_is_not_copied(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    page = copy_page(db, cast.a_drafter, PLACE, Part.BOTH)
    drafted(db, cast.a_signatory, PLACE, OTHER, version=1)
    picks = [row.pick for row in page.targets]

    with pytest.raises(Conflict):
        copy_answer(db, cast.a_drafter, PLACE, Part.BOTH, page.seen, picks, at=NOON)


def test_copying_is_undone_at_once(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    drafted(db, cast.a_drafter, UNMISS, OTHER)
    number = copied(db, cast, UNMISS, GENERAL)

    undo_drafting(db, cast.a_signatory, SLUG, number, at=NOON)

    assert said(db, cast, UNMISS) == OTHER
    assert said(db, cast, GENERAL) == Statement(None, "", "en")
    with pytest.raises(Conflict):
        undo_drafting(db, cast.a_signatory, SLUG, number, at=NOON)


def test_what_somebody_went_on_with_is_not_undone(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    number = copied(db, cast, UNMISS, GENERAL)
    drafted(db, cast.a_drafter, UNMISS, OTHER, version=1)

    with pytest.raises(Conflict):
        undo_drafting(db, cast.a_drafter, SLUG, number, at=NOON)

    assert said(db, cast, GENERAL) == FRAGILE


def test_another_delegation_knows_nothing_of_it(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    number = copied(db, cast, UNMISS)

    with pytest.raises(NotFound):
        undo_drafting(db, cast.b_drafter, SLUG, number, at=NOON)


def test_cells_of_another_question_are_refused(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    pick = Pick(Cell(2, "UNMISS"), "0.0")

    with pytest.raises(Invalid):
        copy_answer(db, cast.a_drafter, PLACE, Part.BOTH, "1.0", [pick], at=NOON)


def test_after_closing_nothing_is_copied(db: Session, cast: Cast) -> None:
    briefing = open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    close(db, briefing)

    with pytest.raises(NotAllowed):
        copied(db, cast, UNMISS)


def test_the_page_keeps_what_was_ticked_when_nothing_was_written(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)
    posted = {"part": "both", "seen": "9.0", "chosen": "1:UNMISS:0.0"}

    refused = client.post(COPY, data=posted)

    assert refused.status_code == 409
    ticked = re.findall(r'value="([^"]+)"[^>]* checked', refused.text)
    assert ticked == ["1:UNMISS:0.0"]


def test_the_form_leads_to_what_was_written_and_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    cast.sign_in(client, cast.a_drafter)

    done = client.post(COPY, data={"part": "both", "seen": "1.0", "chosen": "1:UNMISS:0.0"})
    page = client.get(done.headers["location"])
    undone = client.post(f"{done.headers['location']}/undo")

    assert "1 draft was written" in page.text
    assert "Undone" in client.get(undone.headers["location"]).text
    assert client.post(COPY, data={"part": "both", "seen": "1.0"}).status_code == 422
