import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Point, Revision
from app.domain.cutting import CutsBy, join, spell
from app.domain.errors import Conflict, NotAllowed
from app.domain.position import Statement
from app.features.positions.cell_page import cell_page
from app.features.positions.cells import Held, Writing
from app.features.positions.cuts import shown_cuts, stored_cuts
from app.features.positions.queries import get_desk, get_held
from app.features.positions.service import cut_draft, save_draft, sign_position
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    HTMX,
    PLACE,
    SLUG,
    TYPED,
    are_one,
    close,
    drafted,
    open_briefing,
    signed,
)

SEEN = "0-23-view 24-35-view"
JOINED = "0-35-view"
PRESS = TYPED | {"cuts": SEEN, "kinds": ["view", "view"]}


def held(db: Session, cast: Cast) -> Held:
    db.rollback()
    return get_held(db, get_desk(db, cast.a_drafter, SLUG).seat.id, PLACE.cell)


def cuts(db: Session, cast: Cast) -> str:
    return spell(shown_cuts(held(db, cast).written))


def test_two_points_are_joined_without_a_script(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/points", data=PRESS | {"act": "join:0"})

    assert (answer.status_code, answer.headers["location"]) == (303, f"{CELL}#points")
    assert cuts(db, cast) == JOINED


def test_a_point_is_cut_at_a_word_that_was_chosen(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    opened = client.post(f"{CELL}/points", data=PRESS | {"act": "open:0"})
    page = client.get(opened.headers["location"])
    client.post(f"{CELL}/points", data=PRESS | {"version": "1", "act": "part:0:12"})

    assert 'value="part:0:12"' in page.text
    assert cuts(db, cast) == "0-11-view 12-23-view 24-35-view"


def test_kinds_and_what_is_left_out_are_kept_as_one_types(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)
    client.post(f"{CELL}/draft", data=TYPED)
    chosen = TYPED | {"version": "1", "cuts": SEEN, "kinds": ["concern", ""]}

    answer = client.post(f"{CELL}/draft", data=chosen, headers=HTMX)

    assert cuts(db, cast) == "0-23-concern 24-35-"
    assert "separate points: 1" in answer.text


def test_confirmed_cuts_are_proposed_no_longer(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    before = client.post(f"{CELL}/draft", data=TYPED, headers=HTMX).text
    press = PRESS | {"version": "1", "act": "confirm"}
    after = client.post(f"{CELL}/points", data=press, headers=HTMX).text

    assert ">proposed<" in before
    assert ">proposed<" not in after


def test_cuts_made_for_another_text_are_not_applied(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    client.post(f"{CELL}/points", data=PRESS | {"text": "Other words. Here.", "act": "join:0"})

    assert held(db, cast).written.text == "Other words. Here."
    assert stored_cuts(held(db, cast).written) is None


def test_moved_cuts_stay_when_the_text_goes_on(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    written = Writing(FRAGILE, 0, cuts=SEEN)
    cut_draft(db, cast.a_drafter, PLACE, written, lambda found, _: join(found, 0), at=NOON)

    longer = Statement(FRAGILE.assessment, f"{FRAGILE.text} Report on it.", "en")
    save_draft(db, cast.a_drafter, PLACE, Writing(longer, 1), at=NOON)

    pieces = shown_cuts(held(db, cast).written)
    assert [each.is_confirmed for each in pieces] == [True, False]


def test_the_cuts_signed_are_the_cuts_shown(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)
    client.post(f"{CELL}/points", data=PRESS | {"act": "join:0"})

    answer = client.post(f"{CELL}/sign", data=TYPED | {"version": "1", "cuts": JOINED})

    assert answer.status_code == 303
    revision = db.scalars(select(Revision)).one()
    (point,) = db.scalars(select(Point)).all()
    assert (point.start, point.end, revision.cuts_by) == (0, 35, CutsBy.OWNER)


def test_cuts_nobody_saw_are_not_signed(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_signatory)

    answer = client.post(f"{CELL}/sign", data=TYPED | {"cuts": JOINED})

    assert answer.status_code == 409
    assert db.scalars(select(Revision)).all() == []


def test_what_is_signed_without_its_cuts_stays_proposed(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    assert db.scalars(select(Revision.cuts_by)).one() is CutsBy.PROPOSAL


def test_moving_a_cut_after_signing_asks_for_a_new_signature(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    seen = Writing(FRAGILE, 0, cuts=SEEN)
    sign_position(db, cast.a_signatory, PLACE, seen, salt=b"1" * 32, at=NOON)
    version = held(db, cast).written.version

    moved = Writing(FRAGILE, version, cuts=SEEN)
    cut_draft(db, cast.a_drafter, PLACE, moved, lambda found, _: join(found, 0), at=NOON)

    assert cell_page(db, cast.a_drafter, PLACE, "en").status == "changed"
    again = Writing(FRAGILE, version + 1, cuts=JOINED)
    assert sign_position(db, cast.a_signatory, PLACE, again, salt=b"2" * 32, at=NOON) == 2


def test_two_people_never_cut_over_each_other(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)
    one = Writing(FRAGILE, 1, cuts=SEEN, kinds=(None, None))
    save_draft(db, cast.a_drafter, PLACE, one, at=NOON)

    stale = Writing(FRAGILE, 1, cuts="0-23- 24-35-")
    with pytest.raises(Conflict):
        cut_draft(db, cast.a_signatory, PLACE, stale, lambda found, _: join(found, 0), at=NOON)


@pytest.mark.parametrize(
    "act", ["", "join", "join:9", "part:0", "part:0:999", "part:x:1", "burn:1"]
)
def test_a_button_of_no_page_is_refused(
    client: TestClient, db: Session, cast: Cast, act: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/points", data=PRESS | {"act": act})

    assert answer.status_code == 422
    assert FRAGILE.text in answer.text


def test_a_focal_point_cuts_nothing(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    with pytest.raises(NotAllowed):
        cut_draft(db, cast.a_focal, PLACE, Writing(FRAGILE, 0, cuts=SEEN), lambda p, _: p, at=NOON)


def test_nothing_is_cut_once_closed(client: TestClient, db: Session, cast: Cast) -> None:
    close(db, open_briefing(db, cast))
    cast.sign_in(client, cast.a_drafter)

    assert client.post(f"{CELL}/points", data=PRESS | {"act": "join:0"}).status_code == 403


def test_for_everybody_else_there_is_no_cell(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.officer)

    there = client.post(f"{CELL}/points", data=PRESS | {"act": "join:0"})
    absent = client.post(f"{ABSENT}/1/MINUSMA/points", data=PRESS | {"act": "join:0"})

    assert are_one(there, absent)
