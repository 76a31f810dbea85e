import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.db.session import Sessions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from app.domain.position import Statement
from app.features.positions.cells import Writing
from app.features.positions.queries import get_desk, get_held
from app.features.positions.service import save_draft
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    CELL,
    FRAGILE,
    HTMX,
    NOTHING,
    PLACE,
    SLUG,
    TYPED,
    are_one,
    close,
    drafted,
    kept,
    open_briefing,
    pass_deadline,
    signed,
)

pytestmark = pytest.mark.each_engine

MINE = Statement("active", "Mine.", "en")
THEIRS = Statement("stalled", "Theirs.", "en")


def stored(db: Session, actor: Actor) -> Statement:
    db.rollback()
    draft = get_held(db, get_desk(db, actor, SLUG).seat.id, PLACE.cell).draft
    assert draft is not None
    return Statement(draft.assessment, draft.text, draft.language)


def test_htmx_is_told_the_time_and_the_new_version(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/draft", data=TYPED, headers=HTMX)

    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert re.search(r"Saved \d\d:\d\d", answer.text)
    assert "Words: 6" in answer.text
    assert 'name="version" value="1"' in answer.text
    assert "Support it." in answer.text
    assert stored(db, cast.a_drafter) == FRAGILE


def test_a_plain_form_is_sent_back_to_the_cell(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/draft", data=TYPED)

    assert (answer.status_code, answer.headers["location"]) == (303, CELL)
    assert FRAGILE.text in client.get(CELL).text


def test_line_ends_and_spaces_are_kept_as_typed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)
    client.post(f"{CELL}/draft", data=TYPED | {"text": "\n One.\r\n\r\nTwo. "})

    again = client.get(CELL).text

    assert stored(db, cast.a_drafter).text == "\n One.\n\nTwo. "
    assert "\n\n One.\n\nTwo. </textarea>" in again


def test_the_next_save_begins_from_the_version_given(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    first = drafted(db, cast.a_drafter)

    second = drafted(db, cast.a_signatory, statement=MINE, version=first.version)

    assert second.version == 2
    assert second.saved_by == cast.a_signatory.user_id


def test_saving_the_same_again_changes_nothing(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    later = NOON + timedelta(hours=1)
    draft = save_draft(db, cast.a_signatory, PLACE, Writing(FRAGILE, 0), at=later).written

    assert (draft.version, draft.saved_at) == (1, NOON)


def test_a_stale_version_never_overwrites(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=THEIRS)

    with pytest.raises(Conflict, match="while you were writing"):
        drafted(db, cast.a_signatory, statement=MINE)

    assert stored(db, cast.a_drafter) == THEIRS


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_conflict_shows_both_texts(
    client: TestClient, db: Session, cast: Cast, headers: dict[str, str]
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_signatory, statement=THEIRS)
    cast.sign_in(client, cast.a_drafter)
    typed = TYPED | {"text": "Mine."}

    answer = client.post(f"{CELL}/draft", data=typed, headers=headers)

    assert answer.status_code == 409
    assert "Mine." in answer.text
    assert "Theirs." in answer.text
    assert "A Signatory" in answer.text
    assert 'name="version" value="1"' in answer.text
    assert stored(db, cast.a_drafter) == THEIRS


def test_keeping_mine_is_the_same_act_with_the_current_version(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_signatory, statement=THEIRS)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/draft", data=TYPED | {"version": "1"})

    assert answer.status_code == 303
    assert stored(db, cast.a_drafter) == FRAGILE


def test_a_draft_handed_over_returns_when_it_changes(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    ready = save_draft(db, cast.a_drafter, PLACE, Writing(FRAGILE, 0, ready=True), at=NOON).written
    assert ready.ready

    changed = drafted(db, cast.a_drafter, statement=MINE, version=ready.version)

    assert not changed.ready


def test_handing_over_what_is_signed_is_refused(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    signed(db, cast.a_signatory)

    with pytest.raises(Invalid, match="Nothing has changed"):
        save_draft(db, cast.a_drafter, PLACE, Writing(FRAGILE, 1, ready=True), at=NOON)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("assessment", "splendid"),
        ("language", "tlh"),
        ("text", "in\u200bvisible"),
        ("text", "\u0000"),
        ("text", "x" * 20_001),
        ("attribution", "attributed"),
        ("attribution", "nonsense"),
        ("version", "-1"),
        ("version", "99999999999999999999"),
        ("unknown", "field"),
    ],
)
def test_bad_input_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast, field: str, value: str
) -> None:
    open_briefing(db, cast)
    before = kept(db)
    cast.sign_in(client, cast.a_drafter)

    plain = client.post(f"{CELL}/draft", data=TYPED | {field: value})
    htmx = client.post(f"{CELL}/draft", data=TYPED | {field: value}, headers=HTMX)

    assert (plain.status_code, htmx.status_code) == (422, 422)
    assert "There is a problem" in plain.text
    assert "Not saved" in htmx.text
    if field != "text":
        assert FRAGILE.text in plain.text
    assert kept(db) == before == NOTHING


def test_an_empty_draft_may_be_kept(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter)

    assert drafted(db, cast.a_drafter, statement=Statement(None, "", "en"), version=1).text == ""


def test_a_stricter_rule_may_be_chosen(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)
    wish = {"attribution": "non_attributed", "quotable": "yes"}

    client.post(f"{CELL}/draft", data=TYPED | wish)

    draft = get_held(db, get_desk(db, cast.a_drafter, SLUG).seat.id, PLACE.cell).draft
    assert draft is not None
    assert draft.attribution is Attribution.NON_ATTRIBUTED
    assert draft.quotable


def test_a_focal_point_does_not_write(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    with pytest.raises(NotAllowed, match="Only a drafter or a signatory"):
        drafted(db, cast.a_focal)

    assert kept(db) == NOTHING


@pytest.mark.parametrize("shut", [close, pass_deadline])
def test_too_late_is_refused_and_the_words_come_back(
    client: TestClient, db: Session, cast: Cast, shut: Callable[[Session, Briefing], None]
) -> None:
    briefing = open_briefing(db, cast)
    shut(db, briefing)
    cast.sign_in(client, cast.a_drafter)

    answer = client.post(f"{CELL}/draft", data=TYPED)

    assert answer.status_code == 403
    assert FRAGILE.text in answer.text
    assert kept(db) == NOTHING


@pytest.mark.parametrize("who", ["officer", "president", "administrator", "c_focal"])
def test_for_everybody_else_the_cell_is_absent(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.person(who))

    there = client.post(f"{CELL}/draft", data=TYPED)
    absent = client.post(f"{ABSENT}/1/MINUSMA/draft", data=TYPED)
    spoilt = client.post(f"{CELL}/draft", data={"version": "x"})

    assert are_one(there, absent)
    assert are_one(spoilt, absent)
    assert kept(db) == NOTHING


def test_a_cell_that_is_not_there_takes_nothing(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    with pytest.raises(NotFound):
        drafted(db, cast.c_focal)


def test_no_acknowledged_edit_is_lost(sessions: Sessions, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    drafted(db, cast.a_drafter, statement=Statement(None, "", "en"))

    def write(writer: int) -> list[str]:
        with sessions() as session:
            return [add_word(session, cast.a_drafter, f"w{writer}n{each}") for each in range(20)]

    with ThreadPoolExecutor(6) as pool:
        acknowledged = [word for words in pool.map(write, range(6)) for word in words]

    assert sorted(stored(db, cast.a_drafter).text.split()) == sorted(acknowledged)
    assert len(acknowledged) == 120


def add_word(session: Session, actor: Actor, word: str) -> str:
    """Read, think, write; begin again whenever somebody was faster."""
    while True:
        session.rollback()
        draft = get_held(session, get_desk(session, actor, SLUG).seat.id, PLACE.cell).draft
        assert draft is not None
        statement = Statement(None, f"{draft.text} {word}", "en")
        try:
            save_draft(session, actor, PLACE, Writing(statement, draft.version), at=NOON)
        except (Conflict, OperationalError):  # a database that is too busy acknowledges nothing
            continue
        return word
