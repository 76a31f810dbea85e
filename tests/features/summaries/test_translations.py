"""A revision beside its unofficial translation: the desk's alone, stale with what it renders."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Event, Translation
from app.features.briefings.queries import get_briefing
from app.features.record.freezing import freeze
from app.features.summaries import releasing
from app.features.summaries.releasing import compile_briefing
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.corrigenda.corrected import issued_whole
from tests.features.summaries.small import (
    A_WORDS,
    HOME,
    SLUG,
    circulated,
    closed,
    other_president,
    point_of,
    revision_of,
)

OURS = "The mandate ought to continue, unofficially."
THEIRS = "The mandate had better go on."
MARK = "Unofficial translation"


def translate(
    client: TestClient, db: Session, text: str = OURS, seen: int = 0, then: str = ""
) -> Response:
    data = {"seen": str(seen), "text": text, "then": then}
    return client.post(address(db), data=data)


def address(db: Session) -> str:
    return f"{HOME}/revisions/{revision_of(db, 'A')}/translation?language=en"


def opened(client: TestClient, db: Session, language: str = "en") -> str:
    return client.get(f"{HOME}/sentences/{point_of(db, 'A')}?language={language}").text


def test_it_stands_beside_the_original_with_who_and_when(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    before, key = opened(client, db), point_of(db, "A")

    answer = translate(client, db, then=key)
    page = opened(client, db)
    panel = client.get(f"{HOME}/sentences/{key}?language=en", headers={"HX-Request": "true"}).text

    assert MARK not in before
    assert "Add an unofficial translation" in before
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"{HOME}/sentences/{key}?language=en#")
    for each in (page, panel):
        assert A_WORDS in each
        assert OURS in each
        assert MARK in each
        assert f"<bdi>{cast.officer.signature}</bdi>" in each
        assert re.search(r'<time datetime="2026-', each)
    assert MARK not in opened(client, db, "fr")


def test_nothing_of_it_stands_in_the_log(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)

    noted = db.scalars(select(Event).where(Event.act == "summary.translated")).one()

    assert noted.by == cast.officer.signature
    assert OURS not in str(noted.detail)


def test_the_form_is_beside_the_original_and_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)

    form = client.get(address(db)).text
    too_long = translate(client, db, "x" * 200_000, seen=1)

    assert A_WORDS in form
    assert f"{OURS}</textarea>" in form
    assert 'name="seen" value="1"' in form
    assert too_long.status_code == 422
    assert "Shorten the text" in too_long.text


def test_two_officers_lose_no_words(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)
    cast.sign_in(client, cast.president)

    late = translate(client, db, THEIRS, seen=0)
    again = translate(client, db, THEIRS, seen=1)

    assert late.status_code == 409
    assert OURS in late.text
    assert f"{THEIRS}</textarea>" in late.text
    assert 'name="seen" value="1"' in late.text
    assert again.status_code == 303
    assert THEIRS in opened(client, db)
    assert db.scalars(select(Translation.text).order_by(Translation.number)).all() == [OURS, THEIRS]


def test_taken_away_it_is_kept_all_the_same(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)
    translate(client, db, "  ", seen=1)

    assert MARK not in opened(client, db)
    assert db.scalar(select(func.count(Translation.id))) == 2


def test_it_belongs_to_one_revision(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    data = {"seen": "0", "text": OURS}
    answer = client.post(f"{HOME}/revisions/{'f' * 64}/translation?language=en", data=data)
    same = client.post(address(db).replace("=en", "=fr"), data=data)

    assert answer.status_code == 404
    assert same.status_code == 422  # it is in French already
    assert db.scalar(select(func.count(Translation.id))) == 0


def test_reading_for_it_leaves_a_note(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    client.get(address(db))

    read = db.scalars(select(Event.delegation_id).where(Event.act == "position.read")).all()
    assert read == [cast.a.id]


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "administrator", "other"])
def test_nobody_else_finds_or_writes_it(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)
    person = other_president(db, cast) if who == "other" else cast.person(who)
    cast.sign_in(client, person)

    found = client.get(address(db))

    assert found.status_code == 404
    assert translate(client, db, THEIRS, seen=1).status_code == 404
    assert db.scalar(select(func.count(Translation.id))) == 1


def test_it_leaks_into_no_page_of_anybody_else(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)
    home = f"/briefings/{SLUG}"
    own = [home, HOME, f"{home}/positions", f"{home}/positions/1/UNONE", f"{home}/mirror"]
    for who in ("a_signatory", "b_signatory"):
        cast.sign_in(client, cast.person(who))
        for page in (*own, f"{home}/positions/1/UNONE/history"):
            assert OURS not in client.get(page).text


def test_it_leaks_into_no_released_byte(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)
    translate(client, db)

    assert not any(OURS.encode() in content for content in _frozen(db))


def _frozen(db: Session) -> list[bytes]:
    summaries = compile_briefing(db, get_briefing(db, SLUG))
    db.rollback()
    return [file.content for file in freeze(summaries, releasing.all_gates(summaries), NOON)]


def test_once_issued_it_is_read_and_changed_no_more(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    cast.sign_in(client, cast.officer)

    assert translate(client, db).status_code == 403
    assert "Add an unofficial translation" not in opened(client, db)
