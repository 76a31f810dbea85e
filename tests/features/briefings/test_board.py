"""The board as an open page asks for it: what changed, or nothing; nothing where it is hidden."""

import re
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import NamedGroup, Position, SignInSession
from app.domain.attribution import Attribution
from app.domain.position import GENERAL
from app.features.accounts.sessions import IDLE, hashed
from app.features.briefings import service
from app.features.briefings.queries import get_briefing, list_questions, list_seats
from app.web.deps import _now
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import SLUG, looks_absent, opened, other_presidency
from tests.features.briefings.test_show import counted_queries, revise, sign, whole

PAGE = f"/briefings/{SLUG}"
BOARD = f"{PAGE}/board"
HTMX = {"HX-Request": "true"}


def ask(client: TestClient, tag: str = "", query: str = "") -> Response:
    return client.get(f"{BOARD}{query}", headers={**HTMX, "If-None-Match": tag})


def signs(
    db: Session,
    code: str,
    *missions: str,
    question: int = 0,
    latest: int = 1,
    attribution: Attribution | None = None,
) -> None:
    """Put cells of a delegation on the record, as signing does; latest 0 leaves them drafts."""
    briefing_id = opened_id(db)
    seat = next(seat for seat in list_seats(db, briefing_id) if seat.code == code)
    asked = list_questions(db, briefing_id)
    for mission in missions:
        where = seat.id, asked[question].id, mission
        sign(db, *where, latest=latest, attribution=attribution)
    db.commit()


def opened_id(db: Session) -> int:
    return get_briefing(db, SLUG).id


def rows(page: Response) -> list[str]:
    return re.findall(r'<tr id="board-(\w+)">', page.text)


def test_nothing_is_sent_where_nothing_changed(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    first = ask(client)

    again = ask(client, first.headers["ETag"])

    assert first.status_code == 200
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert first.headers["Cache-Control"] == "private, no-store"


def test_the_page_asks_with_the_tag_of_what_it_shows(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    for query in ("", "?status=none"):
        page = client.get(f"{PAGE}{query}").text
        found = re.search(r"If-None-Match\": \"\\\"(\w+)\\\"\"", page)

        assert found
        assert f'hx-get="{BOARD}{query}"' in page
        assert ask(client, f'"{found[1]}"', query).status_code == 304


@pytest.mark.parametrize(("latest", "status"), [(1, 200), (0, 304)])
def test_a_signature_changes_the_board_and_a_draft_does_not(
    client: TestClient, db: Session, cast: Cast, latest: int, status: int
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    before = ask(client).headers["ETag"]
    signs(db, "B", "UNTSO", latest=latest)

    assert ask(client, before).status_code == status


def test_what_is_shown_decides_and_not_what_happened(
    client: TestClient, db: Session, cast: Cast
) -> None:
    """Another cell than the one withdrawn gives the same board: the tag tells no history."""
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    signs(db, "B", "UNTSO")
    one = ask(client)
    db.rollback()
    db.execute(update(Position).where(Position.mission == "UNTSO").values(mission="MINUSMA"))
    db.commit()

    assert ask(client, one.headers["ETag"]).status_code == 304


def test_the_tag_differs_by_language_and_by_what_is_asked_for(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    tags = {ask(client, query=query).headers["ETag"] for query in ("", "?status=none")}
    client.cookies.set("language", "fr")

    assert ask(client).headers["ETag"] not in tags
    assert len(tags) == 2


def test_where_it_is_hidden_no_answer_changes_whatever_is_signed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast, Attribution.NON_ATTRIBUTED)
    cast.sign_in(client, cast.officer)
    with counted_queries(db) as asked_before:
        before = [ask(client), ask(client, query="?status=all"), client.get(PAGE)]
    signs(db, "B", "UNTSO", "MINUSMA", GENERAL)
    with counted_queries(db) as asked_after:
        after = [ask(client), ask(client, query="?status=all"), client.get(PAGE)]

    steady = [(each.status_code, without_minutes(each), dict(each.headers)) for each in before]
    assert [(each.status_code, without_minutes(each), dict(each.headers)) for each in after] == (
        steady
    )
    assert [*map(bare, asked_after)] == [*map(bare, asked_before)]
    assert ask(client, before[0].headers["ETag"]).status_code == 304
    assert "hx-get" not in before[0].text
    assert rows(before[0]) == []


@pytest.mark.parametrize("rule", [Attribution.ATTRIBUTED, Attribution.COUNTED])
def test_what_is_signed_as_non_attributed_moves_nothing_before_closing(
    client: TestClient, db: Session, cast: Cast, rule: Attribution
) -> None:
    opened(db, cast, rule)
    signs(db, "B", "UNTSO")
    cast.sign_in(client, cast.officer)
    before = ask(client)

    signs(db, "C", "UNTSO", "MINUSMA", GENERAL, attribution=Attribution.NON_ATTRIBUTED)
    assert ask(client, before.headers["ETag"]).status_code == 304
    restate(db, 2, attribution=Attribution.NON_ATTRIBUTED)
    assert ask(client, before.headers["ETag"]).status_code == 304
    restate(db, 3, withdrawn=True)  # and under no rule of its own
    assert ask(client, before.headers["ETag"]).status_code == 304
    assert "non-attributed are counted after closing" in before.text

    db.rollback()
    service.close_briefing(db, cast.officer, SLUG, at=NOON)
    after = client.get(f"{PAGE}?status=some")
    assert rows(after) == ["C"]
    assert "counted after closing" not in after.text


def restate(db: Session, number: int, **how: Any) -> None:  # noqa: ANN401 - as revise
    """Add a revision to what B signed."""
    position = db.scalars(select(Position).order_by(Position.id)).first()
    assert position is not None
    position.latest = number
    revise(db, position, number, **how)
    db.commit()


def bare(statement: str) -> str:
    return " ".join(statement.split())


def without_minutes(page: Response) -> str:
    return re.sub(r"\d+ d \d+ h \d+ min", "", page.text)


def test_a_closed_board_is_shown_and_asks_no_more(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast, Attribution.NON_ATTRIBUTED)
    service.close_briefing(db, cast.officer, SLUG, at=NOON)
    cast.sign_in(client, cast.officer)

    page = ask(client)

    assert rows(page) == [seat.code for seat in list_seats(db, opened_id(db))]
    assert "hx-get" not in page.text


def test_for_anybody_else_there_is_no_board(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    for actor in (cast.b_drafter, cast.a_signatory, cast.administrator, other_presidency(db, cast)):
        cast.sign_in(client, actor)
        assert looks_absent(client, "GET", BOARD, headers=HTMX)
    cast.sign_in(client, None)
    assert ask(client).status_code == 401


def test_a_plain_browser_is_led_to_the_page(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.get(f"{BOARD}?status=some&group=p5")

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{PAGE}?status=some&group=p5#board"


def test_rows_are_chosen_by_progress_and_by_declared_group(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = opened(db, cast)
    names = {"en": "Two of them"}
    group = NamedGroup(
        briefing_id=briefing.id,
        code="two",
        names=names,
        members=["A", "B"],
        source="s",
        place=0,
        as_of=NOON.date(),
    )
    db.add(group)
    db.commit()
    signs(db, "A", GENERAL)
    for question in range(5):
        signs(db, "B", "MINUSMA", "UNTSO", question=question)
    cast.sign_in(client, cast.officer)

    shown = {
        query: set(rows(ask(client, query=query)))
        for query in ("?status=none", "?status=some", "?status=all", "?group=two", "?group=x")
    }

    assert shown == {
        "?status=none": {"C", "X"},
        "?status=some": {"A"},
        "?status=all": {"B"},
        "?group=two": {"A", "B"},
        "?group=x": set(),
    }
    assert "10 of 40 cells are signed" in ask(client, query="?group=two").text
    assert "Two of them" in client.get(PAGE).text


def test_rows_stand_in_seating_order_whoever_signed_first(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    seated = rows(ask(client))
    for code in reversed(seated):
        signs(db, code, "UNTSO")

    assert rows(ask(client)) == seated


def test_an_open_board_keeps_nobody_signed_in(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)
    mine = SignInSession.token_hash == hashed(client.cookies["session"])
    begun = client.app.dependency_overrides  # type: ignore[attr-defined]  # FastAPI's
    db.execute(update(SignInSession).where(mine).values(seen_at=NOON))
    db.commit()
    begun[_now] = lambda: NOON + IDLE - timedelta(minutes=1)

    assert ask(client).status_code == 200
    db.rollback()
    assert db.scalar(select(SignInSession.seen_at).where(mine)) == NOON
    db.rollback()
    assert client.get("/account").status_code == 200
    db.rollback()
    assert db.scalar(select(SignInSession.seen_at).where(mine)) > NOON  # type: ignore[operator]
    db.rollback()
    begun[_now] = lambda: NOON + 2 * IDLE
    assert ask(client).status_code == 401
    begun.clear()


@pytest.mark.parametrize("seats", [15, pytest.param(193, marks=pytest.mark.long)])
def test_asking_again_takes_few_queries(
    client: TestClient, db: Session, cast: Cast, seats: int
) -> None:
    whole(db, cast, seats, Attribution.COUNTED)
    cast.sign_in(client, cast.officer)

    with counted_queries(db) as said:
        page = ask(client)

    assert len(rows(page)) == seats
    assert page.text.count("80 of 80") == seats
    assert len(said) <= 8, said
